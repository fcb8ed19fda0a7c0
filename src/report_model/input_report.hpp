#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "src/report/worklist_csv.hpp"
#include "src/report_model/held_causes.hpp"
#include "src/report_model/kept.hpp"
#include "src/report_model/layers.hpp"

namespace scrub837 {

/// Collects what a report says of one input: claims with something to say, what is wrong above them, and
/// why claims are held. It is a consumer like any other; rows of the worklist come from WorklistCsv, which is
/// told of each event before it.
class InputReport final : public ScrubEvents, public RowListener {
 public:
  /// What was collected.
  struct Parts {
    Kept<ReportClaim> held, others;
    Kept<ReportAbove> above, notes;
    CountedCauses causes;  ///< whose numbers `held` and `above` have
  };

  explicit InputReport(ReportLimits const& limits = {});

  void begin(InterchangeStart const& start) override;
  void begin(SetStart const& start) override;
  void level(LevelStart const& start) override;
  void finding(FindingRecord const& record) override;
  void claim(ClaimUnit const& unit, ClaimVerdict const& verdict) override;
  void held(HeldAbove const& held) override { causes_.held(held, std::exchange(unlisted_, 0)); }
  void row(WorklistRow const& row, std::string_view line) override;
  void save(EnvelopeLevel level) override;
  void restore(EnvelopeLevel level) override;
  void discard() override;

  /// Another try at the same input: what came so far is void.
  void reset() { discard(); }
  [[nodiscard]] Parts take();

 private:
  void flush_above();
  void add_note(FindingRecord const& record);
  void forget_pending();
  [[nodiscard]] ReportClaim described(ClaimUnit const& unit, ClaimVerdict const& verdict);

  Layers<Kept<ReportClaim>> held_, others_;
  Layers<Kept<ReportAbove>> above_, notes_;
  HeldCauses causes_;
  // What is handed over before the claim or level that it is of.
  std::vector<ReportFinding> findings_;
  std::vector<std::string> rows_;
  std::vector<ReportAbove> pending_above_;
  std::uint32_t unlisted_ = 0;  ///< number of errors that have a row and no record
};

}  // namespace scrub837
