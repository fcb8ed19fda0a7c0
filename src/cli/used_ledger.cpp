#include "src/cli/used_ledger.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "src/cli/clean_up.hpp"
#include "src/inbox/file_moves.hpp"
#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/sha256.hpp"

namespace scrub837::cli {

UsedLedger::UsedLedger(CommonOptions const& common, std::string_view command) : days_(common.sent_days) {
  if (common.ledger.empty()) return;
  ledger_ = std::make_unique<ledger::Ledger>(common.ledger);
  static_cast<void>(settle_killed_runs(*ledger_));
  run_ = ledger_->begin_run(command);
}

std::unique_ptr<ledger::FileRecord> UsedLedger::record_of(InputFile const& file,
                                                          std::optional<ControlNumbers> numbers,
                                                          std::string sha256) {
  if (!ledger_) return nullptr;
  // A pipe is read once; its content is known when it was scrubbed.
  if (sha256.empty() && file.path != "-" && is_regular_file(look_at(file.path)))
    sha256 = inbox::sha256_of_file(file.path);
  return std::make_unique<ledger::FileRecord>(*ledger_,
                                              ledger::FileRecord::Options{.run = run_,
                                                                          .sha256 = std::move(sha256),
                                                                          .held_file = numbers.has_value(),
                                                                          .numbers = numbers,
                                                                          .days = days_});
}

bool UsedLedger::is_taken(std::filesystem::path const& summary) {
  if (!ledger_ || !exists(look_at(summary))) return false;
  return ledger_->file_of_summary(std::filesystem::absolute(summary).lexically_normal()).has_value();
}

std::string UsedLedger::replaced_by(std::filesystem::path const& summary, std::string const& sha256) {
  if (!ledger_ || sha256.empty() || !exists(look_at(summary))) return {};
  auto const known = ledger_->file_of_summary(std::filesystem::absolute(summary).lexically_normal());
  if (!known || known->sha256 == sha256) return {};
  auto const clean = std::ranges::find_if(
      known->outputs, [](std::string const& output) { return output.ends_with(".clean.837"); });
  if (clean == known->outputs.end()) return {};
  auto const name = clean->substr(clean->find(' ') + 1);
  if (!exists(look_at(summary.parent_path() / name))) return {};
  return fmt::format(
      "{} of run {} is replaced by the one of another file of the same name; if it was not sent, scrub {} "
      "again",
      name, known->run, known->name);
}

void UsedLedger::note_handed_out(std::filesystem::path const& worklist) {
  if (!ledger_ || worklist.empty()) return;
  ledger_->note_worklist(run_, ledger::Ledger::Direction::out, worklist.string(),
                         inbox::sha256_of_file(worklist));
}

std::string UsedLedger::note_taken_back(std::string const& name, std::string_view bytes) {
  if (!ledger_) return {};
  auto const digest = sha256(bytes);
  auto before = ledger_->worklist_came_back(digest);
  ledger_->note_worklist(run_, ledger::Ledger::Direction::back, name, digest);
  return before;
}

std::string UsedLedger::end(int exit_code, std::string_view line) {
  if (!ledger_) return {};
  try {
    ledger_->end_run(run_, exit_code, line);
    return {};
  } catch (EnvironmentError const& error) {
    return error.what();
  }
}

}  // namespace scrub837::cli
