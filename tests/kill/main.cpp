#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <string>
#include <vector>

#include "src/cli/run.hpp"
#include "src/io/file_system.hpp"

// scrub837 COMMAND..., in which the process ends as if it were killed, right before or right behind its n-th
// operation that changes the disk:
//   scrub837_killed before|behind N COMMAND...
// With N 0 it is not killed, and prints how many such operations there were. scripts/inbox-trial uses it.
namespace scrub837::test {
namespace {

class KillingFileSystem final : public FileSystem {
  // Nothing of ours is closed or written any more, as with SIGKILL.
  template <typename Operation>
  auto step(Operation operation) -> decltype(operation()) {
    bool const here = ++count_ == nth_;
    if (here && before_) ::_exit(killed);
    auto result = operation();
    if (here) ::_exit(killed);
    return result;
  }

 public:
  KillingFileSystem(bool before, unsigned long nth) : real_(file_system()), before_(before), nth_(nth) {}
  [[nodiscard]] unsigned long count() const { return count_; }

  FileDescriptor open(Path const& path, OpenMode mode) override {
    if (mode == OpenMode::read || mode == OpenMode::folder) return real_.open(path, mode);
    return step([&] { return real_.open(path, mode); });
  }
  FileDescriptor open_nameless(Path const& folder) override { return real_.open_nameless(folder); }
  ssize_t read(int file, std::span<char> into) override { return real_.read(file, into); }
  ssize_t read_at(int file, std::span<char> into, std::uint64_t offset) override {
    return real_.read_at(file, into, offset);
  }
  ssize_t write_at(int file, std::string_view bytes, std::uint64_t offset) override {
    return step([&] { return real_.write_at(file, bytes, offset); });
  }
  bool truncate(int file, std::uint64_t size) override {
    return step([&] { return real_.truncate(file, size); });
  }
  bool sync(int file) override {
    return step([&] { return real_.sync(file); });
  }
  bool set_mode(int file, mode_t mode) override {
    return step([&] { return real_.set_mode(file, mode); });
  }
  bool lock(int file, LockWait wait) override {
    return step([&] { return real_.lock(file, wait); });
  }
  bool status_of_open(int file, FileStatus& status) override { return real_.status_of_open(file, status); }
  bool status(Path const& path, FileStatus& status) override { return real_.status(path, status); }
  bool status_of_link(Path const& path, FileStatus& status) override {
    return real_.status_of_link(path, status);
  }
  bool rename(Path const& from, Path const& to) override {
    return step([&] { return real_.rename(from, to); });
  }
  bool remove(Path const& path) override {
    return step([&] { return real_.remove(path); });
  }
  bool make_folder(Path const& path) override {
    return step([&] { return real_.make_folder(path); });
  }
  bool list(Path const& folder, std::vector<FolderEntry>& entries) override {
    return real_.list(folder, entries);
  }
  std::optional<Path> whole_name(Path const& path) override { return real_.whole_name(path); }
  void expect_sequential_reading(int file) override { real_.expect_sequential_reading(file); }
  void begin_writing_back(int file) override { real_.begin_writing_back(file); }

 private:
  static constexpr int killed = 137;
  FileSystem& real_;
  bool before_;
  unsigned long nth_;
  std::atomic<unsigned long> count_ = 0;
};

int run(std::vector<std::string> const& words) {
  if (words.size() < 3 || (words[0] != "before" && words[0] != "behind")) {
    fmt::print(stderr, "usage: scrub837_killed before|behind N COMMAND...\n");
    return 2;
  }
  KillingFileSystem killing(words[0] == "before", std::strtoul(words[1].c_str(), nullptr, 10));
  FileSystemInUse const in_use(killing);
  auto const code = cli::run(std::span(words).subspan(2));
  fmt::print("{} operations\n", killing.count());
  return code;
}

}  // namespace
}  // namespace scrub837::test

int main(int count, char** values) {
  return scrub837::test::run(std::vector<std::string>(values + 1, values + count));
}
