#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "src/cli/command.hpp"
#include "src/ledger/file_record.hpp"
#include "src/ledger/ledger.hpp"

namespace scrub837::cli {

/// The ledger that a run was given (--ledger), and the run in it. Without one nothing is looked up and
/// nothing is recorded.
class UsedLedger {
 public:
  /// Opens the ledger and settles what killed runs left. Throws EnvironmentError.
  UsedLedger(CommonOptions const& common, std::string_view command);

  [[nodiscard]] ledger::Ledger* get() const { return ledger_.get(); }
  /// What the ledger keeps of an input; null: there is no ledger.
  /// \param sha256 of the input, if it is known already
  [[nodiscard]] std::unique_ptr<ledger::FileRecord> record_of(InputFile const& file,
                                                              std::optional<ControlNumbers> numbers = {},
                                                              std::string sha256 = {});
  /// Whether the outputs of this base are those of an earlier run, whose claims went out: they stay.
  /// \param summary where summary.json would go
  [[nodiscard]] bool is_taken(std::filesystem::path const& summary);
  /// Of outputs that are about to be replaced: what to say if they are those of another content, whose claims
  /// went out. Empty: nothing. \param sha256 of the input
  [[nodiscard]] std::string replaced_by(std::filesystem::path const& summary, std::string const& sha256);
  /// A worklist of all inputs is handed out.
  void note_handed_out(std::filesystem::path const& worklist);
  /// A filled-in worklist comes back. \return when it came back before; empty: never
  [[nodiscard]] std::string note_taken_back(std::string const& name, std::string_view bytes);
  /// \param line how the run ended, without a patient's data. \return what could not be recorded; empty if
  /// all was
  [[nodiscard]] std::string end(int exit_code, std::string_view line);

 private:
  std::unique_ptr<ledger::Ledger> ledger_;
  std::int64_t run_ = 0;
  int days_;
};

}  // namespace scrub837::cli
