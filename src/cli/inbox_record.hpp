#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "src/inbox/ready_files.hpp"
#include "src/ledger/file_record.hpp"
#include "src/scrub/sending_record.hpp"

namespace scrub837::cli {

/// The file grows while it is read, or another one has its name: it is left for the next pass.
struct StillWritten {};

/// Keeps the record of a file of the inbox: nothing of it is published if it changed meanwhile.
class InboxRecord final : public SendingRecord {
 public:
  InboxRecord(ledger::FileRecord& record, inbox::ReadyFile const& file, std::string const& digest)
      : record_(&record), file_(&file), digest_(&digest) {}

  void begin(InterchangeStart const& start) override { record_->begin(start); }
  void begin(SetStart const& start) override { record_->begin(start); }
  void level(LevelStart const& start) override { record_->level(start); }
  void finding(FindingRecord const& record) override { record_->finding(record); }
  void held(HeldAbove const& held) override { record_->held(held); }
  void claim(ClaimUnit const& unit, ClaimVerdict const& verdict) override { record_->claim(unit, verdict); }
  void save(EnvelopeLevel level) override { record_->save(level); }
  void restore(EnvelopeLevel level) override { record_->restore(level); }
  void discard() override { record_->discard(); }
  [[nodiscard]] std::optional<EarlierSending> earlier(ClaimUnit const& unit,
                                                      ClaimVerdict const& verdict) override {
    return record_->earlier(unit, verdict);
  }
  void prepare(Summary const& summary, std::filesystem::path const& path) override {
    if (summary.sha256 != *digest_ || !inbox::is_unchanged(*file_)) throw StillWritten{};
    record_->prepare(summary, path);
  }
  [[nodiscard]] bool withdraw() override { return record_->withdraw(); }
  [[nodiscard]] std::string published() override { return record_->published(); }

 private:
  ledger::FileRecord* record_;
  inbox::ReadyFile const* file_;
  std::string const* digest_;
};

}  // namespace scrub837::cli
