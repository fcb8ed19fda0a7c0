#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "src/cli/command.hpp"
#include "src/cli/inbox_options.hpp"
#include "src/cli/run_outputs.hpp"
#include "src/cli/run_result.hpp"
#include "src/inbox/ready_files.hpp"
#include "src/ledger/ledger.hpp"

namespace scrub837::cli {

/// As the ledger calls the command.
constexpr std::string_view inbox_command = "inbox";

/// What one pass over an inbox came to.
struct PassCounts {
  std::uint64_t scrubbed = 0;     ///< files whose outputs were published
  std::uint64_t quarantined = 0;  ///< that are no X12
  std::uint64_t known = 0;        ///< whose content was scrubbed before: moved to the archive, not sent again
  std::uint64_t known_held = 0;   ///< claims of those that were held then
  std::uint64_t left = 0;         ///< for the next pass: young, without their marker, or still being written
  std::uint64_t refused = 0;      ///< links and what else is no file
};

/// One pass over an inbox: scrubs each file that is ready, publishes its outputs, and moves it to the archive
/// or the quarantine. A file is in the ledger (prepared) before its outputs appear, and marked as published
/// and as moved after each of these steps: wherever a run is cut off, the next one goes on from there.
class InboxPass {
 public:
  InboxPass(InboxOptions const& wanted, CommonOptions const& common, Settings const& settings,
            ledger::Ledger& ledger);

  /// Does the pass. What fails for one file does not keep the others from being done.
  void run();
  [[nodiscard]] RunResult& result() { return result_; }
  [[nodiscard]] PassCounts const& counts() const { return counts_; }
  /// What a person should know of files that came again.
  [[nodiscard]] std::vector<std::string> const& notes() const { return notes_; }
  [[nodiscard]] bool stopped() const { return stopped_; }
  /// The number of the run in the ledger; 0: there was nothing to do.
  [[nodiscard]] std::int64_t number() const { return run_; }
  [[nodiscard]] std::filesystem::path worklist() const;
  /// As the ledger calls the inbox.
  [[nodiscard]] std::string inbox_name() const;

 private:
  void look();
  void set_aside_run_outputs();
  void settle_moves();
  void remove_lone_marker(std::filesystem::path const& name);
  void name_inputs();
  void report_done(std::size_t number);
  void take(std::size_t number);
  std::string what_became_of(ledger::FileEntry const& known);
  bool is_known(inbox::ReadyFile const& ready, InputFile const& file, std::string const& digest);
  void scrub(inbox::ReadyFile const& ready, InputFile& file, std::string const& digest);
  bool has_outputs_of_another(std::filesystem::path const& summary, std::string const& digest);
  void use_free_names(InputFile& file, std::string const& digest);
  std::filesystem::path archive(inbox::ReadyFile const& ready, bool readable, std::string const& digest);
  std::filesystem::path move(std::filesystem::path const& from, std::filesystem::path const& relative,
                             bool readable, std::string const& digest, bool may_be_there);
  void write_reason(std::filesystem::path const& relative, std::string const& digest,
                    std::string const& why) const;

  InboxOptions const* wanted_;
  CommonOptions const* common_;
  Settings const* settings_;
  ledger::Ledger* ledger_;
  Judge judge_;
  RunRepeats repeats_;
  std::size_t compared_ = 0;  ///< inputs that were compared with each other so far; others were passed over
  RunResult result_;
  PassCounts counts_;
  bool stopped_ = false;
  std::vector<std::string> notes_;
  std::int64_t run_ = 0;
  std::vector<ledger::FileEntry> done_;  ///< of the same run, before it was cut off
  std::vector<inbox::ReadyFile> ready_;
  InputList inputs_;  ///< first those that are done
  std::unique_ptr<RunOutputs> outputs_;
};

}  // namespace scrub837::cli
