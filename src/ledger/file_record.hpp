#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "src/ledger/claim_records.hpp"
#include "src/ledger/earlier_sendings.hpp"
#include "src/ledger/ledger.hpp"
#include "src/scrub/sending_record.hpp"

namespace scrub837::ledger {

/// What the ledger keeps of one input of a run, and what it knew before about the claims in it. The entry is
/// made before the outputs get their names (prepared) and confirmed afterwards (published): what a killed run
/// leaves in between, recover() settles.
class FileRecord final : public SendingRecord {
 public:
  struct Options {
    std::int64_t run = 0;
    std::string sha256;      ///< of the input, if it is known
    bool held_file = false;  ///< a rerun: a claim that went out from the same input is not sent again
    std::optional<ControlNumbers> numbers = {};
    int days = 365;           ///< how far back claims are looked up
    std::int64_t before = 0;  ///< for a file that is in the ledger already: its number
  };
  FileRecord(Ledger& ledger, Options options);

  void begin(InterchangeStart const& start) override { claims_.begin(start); }
  void begin(SetStart const& start) override { claims_.begin(start); }
  void level(LevelStart const& start) override { claims_.level(start); }
  void finding(FindingRecord const& record) override { claims_.finding(record); }
  void held(HeldAbove const& held) override { claims_.held(held); }
  void claim(ClaimUnit const& unit, ClaimVerdict const& verdict) override { claims_.claim(unit, verdict); }
  void save(EnvelopeLevel level) override { claims_.save(level); }
  void restore(EnvelopeLevel level) override { claims_.restore(level); }
  void discard() override { claims_.discard(); }

  [[nodiscard]] std::optional<EarlierSending> earlier(ClaimUnit const& unit,
                                                      ClaimVerdict const& verdict) override;
  void prepare(Summary const& summary, std::filesystem::path const& path) override;
  [[nodiscard]] bool withdraw() override;
  [[nodiscard]] std::string published() override;
  /// SHA-256 of the input, if it is known before it is read.
  [[nodiscard]] std::string const& sha256() const { return options_.sha256; }
  /// Its number in the ledger, once it is prepared.
  [[nodiscard]] std::int64_t id() const { return id_; }

 private:
  Ledger* ledger_;
  FileDescriptor others_wait_;
  Options options_;
  ClaimRecords claims_;
  EarlierSendings earlier_;
  std::int64_t id_ = 0;
};

/// What recover() found.
struct Recovered {
  int settled = 0;  ///< files that were prepared
  /// Their outputs got their names, and are not there any more: somebody fetched them, or removed them.
  std::vector<FileEntry> gone = {};
};

/// Settles what killed runs left, before their temporaries are removed: files whose outputs got their names
/// become published, the entries of others go.
[[nodiscard]] Recovered recover(Ledger& ledger);

}  // namespace scrub837::ledger
