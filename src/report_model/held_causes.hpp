#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "src/report/held_reasons.hpp"
#include "src/report_model/cause_table.hpp"
#include "src/report_model/layers.hpp"

namespace scrub837 {

/// Decides for what root causes the claims of one input are held, and counts the claims. Whatever shows root
/// causes asks it: the page, and `check`.
class HeldCauses {
 public:
  void begin(InterchangeStart const& start) { reasons_.begin(start); }
  void begin(SetStart const& start) { reasons_.begin(start); }
  void level(LevelStart const& start) { reasons_.level(start); }
  /// \param unlisted of errors without a record: new_error(); 0: they have one
  void held(HeldAbove const& held, std::uint32_t unlisted = 0) { reasons_.held(held, unlisted); }
  /// An error above the claims; 0: it is none.
  struct ErrorAbove {
    std::uint32_t cause = 0;   ///< the number of its cause + 1
    std::uint32_t number = 0;  ///< in the input; those that refuse one set, group or interchange share one
  };
  /// Another finding.
  ErrorAbove finding(FindingRecord const& record);
  /// The number of another error above the claims.
  [[nodiscard]] std::uint32_t new_error() { return ++last_error_; }
  /// A claim that is held; its findings came before it. \return the numbers of its causes, in order
  std::vector<std::uint32_t> claim(ClaimUnit const& unit, ClaimVerdict const& verdict);
  /// The numbers of the errors above the last such claim that hold it.
  [[nodiscard]] std::vector<std::uint32_t> const& errors_above() const { return errors_above_; }
  /// The number + 1 of the cause of an error in the last such claim; 0: the claim is not held for it.
  [[nodiscard]] std::uint32_t of_finding(Rule const* rule, Place const& place, Kind missing) const;
  /// Counts findings of a cause, for those who show how many these are.
  void add_findings(std::uint32_t cause, std::uint64_t times) { counts_.now().add_findings(cause, times); }
  [[nodiscard]] HeldReasons const& reasons() const { return reasons_; }
  [[nodiscard]] CauseTable& table() { return table_; }

  void save(EnvelopeLevel level) { counts_.save(level); }
  void restore(EnvelopeLevel level) { counts_.restore(level); }
  void discard() { counts_.clear(); }
  [[nodiscard]] CountedCauses take() { return {std::move(table_), counts_.take()}; }

 private:
  struct InClaim {
    Rule const* rule;
    Place place;
    Kind missing;
    std::uint32_t cause;
  };
  void add_causes_above(std::vector<std::uint32_t>& causes, ClaimUnit const& unit);
  [[nodiscard]] std::uint32_t number_of_refusal(std::string const& place);

  CauseTable table_;  ///< never taken back: what is not counted is not shown
  Layers<CauseCounts> counts_;
  HeldReasons reasons_;
  std::uint32_t last_error_ = 0;
  std::map<std::string, std::uint32_t, std::less<>> refusals_;  ///< numbers by place
  // Of the last held claim.
  std::vector<InClaim> in_claim_;
  std::vector<std::uint32_t> errors_above_;
};

}  // namespace scrub837
