#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/fake_file_system.hpp"

namespace scrub837::test {

/// Names and bytes of files; of a summary without its running time.
using Contents = std::map<std::string, std::string>;

/// Files that come and go together: those whose names begin so.
struct OutputSet {
  std::string begin, except = {};
  /// Not outputs, but results that tell what became of rows for the outputs that begin so.
  std::string results_of = {};
  /// They say that all went well: after a failure there are none, unless nothing was done.
  bool of_whole_run = false;
  [[nodiscard]] Contents of(Contents const& all) const;
};

/// A command over a folder of its own, done again and again from the same beginning; each time another
/// operation on the disk fails.
class FailingTrial {
 public:
  TemporaryFolder folder;
  std::vector<std::string> arguments;
  std::vector<OutputSet> sets;

  /// Temporary files go to `tmp`, and control numbers are kept below `state`.
  FailingTrial();
  FailingTrial(FailingTrial const&) = delete;
  FailingTrial& operator=(FailingTrial const&) = delete;
  ~FailingTrial();

  [[nodiscard]] std::string path(std::string const& name) const { return (folder / name).string(); }

  /// Lets each operation fail. The outputs, in `out`, are as they are now before each run.
  /// \return how many failed
  std::size_t run();

  /// How many of a kind there are in a run.
  [[nodiscard]] std::size_t count(Operation operation) const {
    return counted_[static_cast<std::size_t>(operation)];
  }
  /// The counts of all kinds, to be shown.
  [[nodiscard]] std::string counts() const;

 private:
  void set(std::string const& name, std::string const& value);
  void reset(std::string const& name, std::string const& from) const;
  [[nodiscard]] Ran once(FakeFileSystem& fake) const;
  void fail(Operation operation, std::size_t nth) const;
  [[nodiscard]] bool is_published(std::string const& begin, Contents const& outputs) const;

  std::map<std::string, std::optional<std::string>> environment_;
  Contents before_, after_;
  Ran good_;
  std::array<std::size_t, operation_count> counted_{};
};

}  // namespace scrub837::test
