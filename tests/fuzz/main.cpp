#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <thread>

#include "tests/fuzz/input.hpp"
#include "tests/fuzz/options.hpp"

// scrub837_mutate: changes valid files and checks what must hold for any bytes at all. The work is done in a
// child process, so that a crash or a hang is told, minimized and passed over.

namespace scrub837::test {
namespace {

// What the child tells, in memory that both share.
struct Progress {
  std::atomic<std::uint64_t> iteration{0}, started{0};
  std::atomic<std::uint64_t> bytes{0}, claims{0}, sent{0}, failed{0};
  std::atomic<std::uint64_t> status[4]{};
};

std::uint64_t now_in_milliseconds() {
  auto const now = std::chrono::steady_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
}

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::string words_of(Plan const& plan) {
  return std::to_string(plan.mode) + "," + std::to_string(plan.block_size) + "," +
         std::to_string(plan.worklist);
}

std::string names_of(std::vector<Mutation> const& mutations) {
  std::string names;
  for (auto const& mutation : mutations) names += (names.empty() ? "" : ", ") + std::string(mutation.name());
  return names;
}

std::string file_name(std::string const& kind) {
  std::string name;
  for (char const c : kind) {
    bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (plain) name.push_back(c);
    if (!plain && !name.empty() && name.back() != '-') name.push_back('-');
  }
  return name;
}

class Fuzzer {
 public:
  explicit Fuzzer(Options options)
      : options_(std::move(options)), bases_(base_files(options_.seed, options_.folders)) {
    void* const memory =
        ::mmap(nullptr, sizeof(Progress), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    progress_ = new (memory) Progress;
  }

  int run() {
    auto const begin = now_in_milliseconds();
    auto const end = options_.from + options_.count;
    for (auto next = options_.from; next < end;) {
      auto const fault = in_child([&] { range(next, end); }, false);
      if (fault.empty()) break;
      next = progress_->iteration + 1;
      ++progress_->failed;
      report_death(fault, progress_->iteration);
    }
    auto const seconds = static_cast<double>(now_in_milliseconds() - begin) / 1000;
    std::printf(
        "seed %llu: %llu inputs in %.0f s (%.0f/s), %llu MB, %llu claims, %llu of them sent; ok %llu, held "
        "%llu, "
        "refused %llu, unreadable %llu; %llu inputs failed\n",
        as_printed(options_.seed), as_printed(options_.count), seconds,
        static_cast<double>(options_.count) / std::max(seconds, 0.001),
        as_printed(progress_->bytes / 1'000'000), as_printed(progress_->claims), as_printed(progress_->sent),
        as_printed(progress_->status[0]), as_printed(progress_->status[1]), as_printed(progress_->status[2]),
        as_printed(progress_->status[3]), as_printed(progress_->failed));
    return progress_->failed == 0 ? 0 : 1;
  }

 private:
  static unsigned long long as_printed(std::uint64_t number) { return number; }

  // Does the work in a child. \return how it died; empty if it ended as it should
  template <typename Work>
  std::string in_child(Work work, bool quiet) {
    progress_->started = now_in_milliseconds();
    std::fflush(stdout);
    auto const child = ::fork();
    if (child < 0) return "no process could be made";
    if (child == 0) {
      if (quiet) {
        auto const null = ::open("/dev/null", O_WRONLY);
        ::dup2(null, 1);
        ::dup2(null, 2);
      }
      work();
      std::fflush(stdout);
      ::_exit(0);
    }
    for (int state = 0;;) {
      if (::waitpid(child, &state, WNOHANG) == child) {
        if (WIFSIGNALED(state)) return "signal " + std::to_string(WTERMSIG(state));
        return WEXITSTATUS(state) == 0 ? "" : "exit code " + std::to_string(WEXITSTATUS(state));
      }
      if (static_cast<double>(now_in_milliseconds() - progress_->started) > options_.hang * 1000) {
        ::kill(child, SIGKILL);
        ::waitpid(child, &state, 0);
        return "hang";
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(quiet ? 2 : 50));
    }
  }

  void range(std::uint64_t from, std::uint64_t end) {
    for (auto i = from; i < end; ++i) {
      progress_->iteration = i;
      progress_->started = now_in_milliseconds();
      auto const input = make_input(options_.seed, i, bases_.size());
      auto const bytes = mutated(bases_[input.base], input.mutations);
      auto const cpu = cpu_seconds();
      auto checked = check_input(bytes, input.plan);
      if (cpu_seconds() - cpu > options_.slow) {
        checked.failures.push_back(
            {"slow", std::to_string(cpu_seconds() - cpu) + " s for " + std::to_string(bytes.size())});
      }
      progress_->bytes += bytes.size();
      progress_->claims += checked.claims;
      progress_->sent += checked.sent;
      ++progress_->status[static_cast<std::size_t>(checked.status)];
      if (checked.failures.empty()) continue;
      ++progress_->failed;
      for (auto const& failure : checked.failures) report(failure, i, input);
    }
  }

  // The first inputs of a kind are minimized and kept; the others are named.
  void report(Failure const& failure, std::uint64_t iteration, FuzzInput const& input) {
    announce(failure, iteration, input);
    if (++kinds_[failure.check] > 2 || failure.check == "slow") return;
    keep(failure.check, iteration,
         minimized(bases_[input.base], input.mutations,
                   [&](std::string const& bytes) {
                     progress_->started = now_in_milliseconds();
                     return check_input(bytes, input.plan).fails(failure.check);
                   }),
         input);
  }

  void report_death(std::string const& fault, std::uint64_t iteration) {
    auto const input = make_input(options_.seed, iteration, bases_.size());
    announce({fault, "the process died"}, iteration, input);
    if (++kinds_[fault] > 2) return;
    auto const dies = [&](std::string const& bytes) {
      return !in_child([&] { (void)check_input(bytes, input.plan); }, true).empty();
    };
    keep(fault, iteration, minimized(bases_[input.base], input.mutations, dies), input);
  }

  void announce(Failure const& failure, std::uint64_t iteration, FuzzInput const& input) {
    std::string detail;
    for (char const c : failure.detail) detail.push_back(c >= ' ' && c < '\x7f' ? c : '?');
    std::printf("FAIL %s | seed %llu, iteration %llu, %s, plan %s | %s | %s\n", failure.check.c_str(),
                as_printed(options_.seed), as_printed(iteration),
                std::string(mode_name(input.plan.mode)).c_str(), words_of(input.plan).c_str(),
                names_of(input.mutations).c_str(), detail.c_str());
    std::fflush(stdout);
  }

  void keep(std::string const& kind, std::uint64_t iteration, std::string const& bytes,
            FuzzInput const& input) {
    std::filesystem::create_directories(options_.out);
    auto const path = options_.out / (file_name(kind) + "-" + std::to_string(iteration) + ".837");
    std::ofstream(path, std::ios::binary) << bytes;
    std::printf("  kept: --replay %s --plan %s\n", path.c_str(), words_of(input.plan).c_str());
    std::fflush(stdout);
  }

  Options options_;
  std::vector<std::string> bases_;
  std::map<std::string, std::size_t> kinds_;
  Progress* progress_ = nullptr;
};

int replay(Options const& options) {
  std::ifstream stream(options.replay, std::ios::binary);
  if (!stream) {
    std::fprintf(stderr, "%s can't be read\n", options.replay.c_str());
    return 2;
  }
  std::string const bytes{std::istreambuf_iterator<char>(stream), {}};
  std::vector<Plan> plans;
  if (options.plan) plans.push_back(*options.plan);
  for (std::uint32_t mode = 0; mode < mode_count() && !options.plan; ++mode) {
    for (std::uint64_t worklist = 0; worklist < 20; ++worklist)
      plans.push_back({mode, worklist % 2 == 0 ? 64U : 1000U, worklist});
  }
  std::set<std::string> told;
  for (auto const& plan : plans) {
    for (auto const& failure : check_input(bytes, plan).failures) {
      if (!told.insert(failure.check).second) continue;
      std::printf("FAIL %s | %s, plan %s | %s\n", failure.check.c_str(),
                  std::string(mode_name(plan.mode)).c_str(), words_of(plan).c_str(), failure.detail.c_str());
    }
  }
  if (told.empty()) std::printf("%s: all checks hold\n", options.replay.c_str());
  return told.empty() ? 0 : 1;
}

int write_inputs(Options const& options) {
  std::filesystem::create_directories(options.write);
  auto const bases = base_files(options.seed, options.folders);
  for (auto i = options.from; i < options.from + options.count; ++i) {
    auto const input = make_input(options.seed, i, bases.size());
    auto const path = options.write / ("m" + std::to_string(i) + ".837");
    std::ofstream(path, std::ios::binary) << mutated(bases[input.base], input.mutations);
  }
  return 0;
}

}  // namespace
}  // namespace scrub837::test

int main(int count, char** arguments) {
  try {
    auto const options = scrub837::test::options_of(count, arguments);
    if (!options) {
      std::fputs(scrub837::test::usage, stderr);
      return 2;
    }
    if (!options->write.empty()) return scrub837::test::write_inputs(*options);
    return options->replay.empty() ? scrub837::test::Fuzzer(*options).run()
                                   : scrub837::test::replay(*options);
  } catch (std::exception const& error) {
    std::fprintf(stderr, "scrub837_mutate: %s\n", error.what());
    return 2;
  }
}
