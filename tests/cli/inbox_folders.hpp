#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/file_builder.hpp"

namespace scrub837::test {

/// A file with these claims.
inline std::string arriving(std::string const& claims, std::string const& control = "000000001") {
  return file_with(interchange_with(group_with(set_with("0001", claims)), control));
}

/// An inbox with all its folders, and runs of `inbox` on it.
class Inbox {
 public:
  explicit Inbox(std::vector<std::string> more = {"--min-age", "0"}) : more_(std::move(more)) {
    std::filesystem::create_directories(folder_ / "in");
  }
  void put(std::string const& name, std::string const& bytes) { write_file(folder_ / "in" / name, bytes); }
  Ran run(std::vector<std::string> const& more = {}) {
    std::vector<std::string> words{"inbox",      "--inbox",   "in",       "--out",
                                   "out",        "--archive", "archive",  "--quarantine",
                                   "quarantine", "--ledger",  "ledger.db"};
    words.insert(words.end(), more_.begin(), more_.end());
    words.insert(words.end(), more.begin(), more.end());
    return run_binary(words, folder_.path().string());
  }
  Ran ask(std::vector<std::string> words) {
    words.insert(words.end(), {"--ledger", "ledger.db"});
    return run_binary(words, folder_.path().string());
  }
  [[nodiscard]] bool has(std::string const& name) const {
    return std::filesystem::exists(folder_.path() / name);
  }
  [[nodiscard]] std::string read(std::string const& name) const { return read_file(folder_.path() / name); }
  [[nodiscard]] std::filesystem::path path(std::string const& name) const { return folder_.path() / name; }

 private:
  TemporaryFolder folder_;
  std::vector<std::string> more_;
};

}  // namespace scrub837::test
