#include "tests/cli/failing_trial.hpp"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>

#include "src/io/sha256.hpp"
#include "tests/cli/run_in_process.hpp"

namespace scrub837::test {
namespace {

namespace fs = std::filesystem;

// The files of a folder. \param hidden those whose names begin with a dot, else the others. In a summary the
// running time is left out.
Contents contents_of(fs::path const& folder, bool hidden = false) {
  Contents contents;
  if (!fs::exists(folder)) return contents;
  for (auto const& entry : fs::directory_iterator(folder)) {
    auto const name = entry.path().filename().string();
    if (name.starts_with('.') != hidden) continue;
    auto bytes = read_file(entry.path());
    if (name.ends_with(".summary.json")) {
      auto summary = nlohmann::json::parse(bytes);
      summary.erase("seconds");
      summary.erase("started");
      bytes = summary.dump();
    }
    contents[name] = std::move(bytes);
  }
  return contents;
}

std::string names_of(Contents const& contents) {
  std::string names;
  for (auto const& [name, bytes] : contents) names += name + " ";
  return names;
}

// What is wrong with the files that the summaries name; empty if nothing.
std::string torn(Contents const& contents) {
  std::string problems;
  for (auto const& [name, bytes] : contents) {
    if (!name.ends_with(".summary.json")) continue;
    auto const summary = nlohmann::json::parse(bytes);
    for (auto const& output : summary.at("outputs")) {
      auto const named = output.at("name").get<std::string>();
      auto const found = contents.find(named);
      if (found == contents.end() || sha256(found->second) != output.at("sha256")) problems += named + " ";
    }
  }
  return problems;
}

struct Failure {
  std::string_view words;  ///< how a message begins that names the operation
  int error;
};

Failure failure_of(Operation operation) {
  constexpr std::array<Failure, operation_count> failures{{{"cannot open ", EMFILE},
                                                           {"cannot read ", EIO},
                                                           {"cannot write ", ENOSPC},
                                                           {"cannot sync ", EIO},
                                                           {"cannot rename ", EIO},
                                                           {"cannot remove ", EIO},
                                                           {"cannot access ", EIO},
                                                           {"cannot lock ", ENOLCK},
                                                           {"cannot set the permissions of ", EPERM},
                                                           {"cannot truncate ", EIO},
                                                           {"cannot create the folder ", ENOSPC},
                                                           {"cannot read the folder ", EIO},
                                                           {"", EIO}}};
  return failures[static_cast<std::size_t>(operation)];
}

// \param failed a hidden temporary may be named as the output that it is for
void check_message(std::string const& told, std::string_view words, fs::path const& failed, int error) {
  auto name = failed.filename().string();
  if (name.starts_with('.') && name.ends_with(".tmp")) name = name.substr(1, name.size() - 5);
  CHECK((told.find(words) != std::string::npos ||
         (words == "cannot open " && told.find("cannot create a temporary file in ") != std::string::npos)));
  CHECK((told.find(failed.string()) != std::string::npos ||
         told.find((failed.parent_path() / name).string()) != std::string::npos));
  CHECK(told.find(std::strerror(error)) != std::string::npos);
}

bool tells_of_success(Contents const& results) {
  return std::any_of(results.begin(), results.end(), [](auto const& file) {
    return file.first.ends_with(".releases.csv") || file.second.find(",applied,") != std::string::npos ||
           file.second.find(",released,") != std::string::npos;
  });
}

}  // namespace

Contents OutputSet::of(Contents const& all) const {
  Contents mine;
  for (auto const& [name, bytes] : all) {
    if (name.starts_with(begin) && (except.empty() || !name.starts_with(except))) mine[name] = bytes;
  }
  return mine;
}

FailingTrial::FailingTrial() {
  fs::create_directory(folder / "tmp");
  set("TMPDIR", (folder / "tmp").string());
  set("XDG_STATE_HOME", (folder / "state").string());
}

FailingTrial::~FailingTrial() {
  for (auto const& [name, value] : environment_) {
    if (value) {
      ::setenv(name.c_str(), value->c_str(), 1);
    } else {
      ::unsetenv(name.c_str());
    }
  }
}

std::size_t FailingTrial::run() {
  if (fs::exists(folder / "out")) fs::copy(folder / "out", folder / "before", fs::copy_options::recursive);
  if (fs::exists(folder / "state"))
    fs::copy(folder / "state", folder / "state before", fs::copy_options::recursive);
  before_ = contents_of(folder / "out");
  FakeFileSystem counting;
  good_ = once(counting);
  after_ = contents_of(folder / "out");
  REQUIRE(good_.code <= 1);
  REQUIRE(good_.err == "");
  REQUIRE(torn(after_) == "");
  std::size_t in_sets = 0;
  for (auto const& one : sets) {
    in_sets += one.of(after_).size();
    REQUIRE(one.of(before_) != one.of(after_));
  }
  REQUIRE(in_sets == after_.size());
  std::size_t failed = 0;
  for (std::size_t kind = 0; kind < operation_count; ++kind) {
    auto const operation = static_cast<Operation>(kind);
    auto const count = counting.count(operation);
    for (std::size_t nth = 1; nth <= count; ++nth) fail(operation, nth);
    failed += count;
    counted_[kind] = count;
  }
  return failed;
}

std::string FailingTrial::counts() const {
  std::string text;
  for (std::size_t kind = 0; kind < operation_count; ++kind) {
    if (counted_[kind] > 0)
      text += std::string(name_of(static_cast<Operation>(kind))) + " " + std::to_string(counted_[kind]) + " ";
  }
  return text;
}

void FailingTrial::set(std::string const& name, std::string const& value) {
  auto const* const old = ::getenv(name.c_str());
  environment_[name] = old == nullptr ? std::nullopt : std::optional<std::string>(old);
  ::setenv(name.c_str(), value.c_str(), 1);
}

void FailingTrial::reset(std::string const& name, std::string const& from) const {
  fs::remove_all(folder / name);
  if (fs::exists(folder / from)) fs::copy(folder / from, folder / name, fs::copy_options::recursive);
}

Ran FailingTrial::once(FakeFileSystem& fake) const {
  reset("out", "before");
  reset("state", "state before");
  FileSystemInUse const used(fake);
  return run_in_process(arguments);
}

void FailingTrial::fail(Operation operation, std::size_t nth) const {
  auto const [words, error] = failure_of(operation);
  FakeFileSystem fake;
  fake.fail(operation, nth, error);
  auto const ran = once(fake);
  REQUIRE(fake.failed());
  auto const failed = fake.failed()->path;
  auto const name = std::string(name_of(operation)) + " " + std::to_string(nth) + " " + failed.string();
  CAPTURE(name);
  CAPTURE(ran.err);
  auto const outputs = contents_of(folder / "out");
  // Where the control numbers can't be kept, the time gives them, and that is told: claims go out.
  bool const of_numbers = failed.string().starts_with(path("state"));
  // A whole name only tells that one file was named twice; then they clash, and nothing is done.
  bool const harmless = of_numbers || operation == Operation::whole_name;
  CHECK(ran.code == (harmless ? good_.code : 4));
  if (operation != Operation::whole_name) check_message(ran.err, words, failed, error);
  for (std::string const secret : {"DEMO", "WOUND", "99600", "Jane", "JANE", "DOE"})
    CHECK(ran.err.find(secret) == std::string::npos);

  CHECK(torn(outputs) == "");
  for (auto const& one : sets) {
    if (harmless) {
      CHECK(names_of(one.of(outputs)) == names_of(one.of(after_)));
    } else if (one.of_whole_run) {
      auto const now = one.of(outputs);
      CHECK((now.empty() || now == one.of(after_) || outputs == before_));
    } else if (is_published(one.results_of, outputs)) {
      CHECK_MESSAGE((one.of(outputs) == one.of(before_) || one.of(outputs) == one.of(after_)),
                    names_of(one.of(outputs)));
    } else {
      CHECK((one.of(outputs) == one.of(before_) || !tells_of_success(one.of(outputs))));
    }
  }
  // Nothing stays behind but what could not be removed.
  for (auto const& left : contents_of(folder / "out", true))
    CHECK_MESSAGE((operation == Operation::remove && failed.filename() == left.first), left.first);
  CHECK(names_in(folder / "tmp") == "");

  // And nothing is in the way of the next run.
  reset("state", "state before");
  auto const again = run_in_process(arguments);
  CHECK(again.code == good_.code);
  CHECK(again.err == "");
  CHECK((contents_of(folder / "out") == after_));
  CHECK(names_of(contents_of(folder / "out", true)) == "");
}

// Whether the outputs that begin so are new ones.
bool FailingTrial::is_published(std::string const& begin, Contents const& outputs) const {
  if (begin.empty()) return true;
  auto const found =
      std::find_if(sets.begin(), sets.end(), [&](auto const& set) { return set.begin == begin; });
  REQUIRE(found != sets.end());
  return found->of(outputs) == found->of(after_);
}

}  // namespace scrub837::test
