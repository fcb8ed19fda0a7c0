#pragma once

#include <array>

#include "src/scrub/scrub_events.hpp"

namespace scrub837 {

/// Counts claims, charges and findings for summary.json and for the check that in = clean + fixed + held +
/// released.
class ControlTotals final : public ScrubEvents {
 public:
  void finding(FindingRecord const& record) override { count(*record.rule, record.severity, 1); }
  void unlisted(Rule const& rule, Severity severity, std::uint64_t times) override {
    count(rule, severity, times);
  }
  void claim(ClaimUnit const& unit, ClaimVerdict const& verdict) override;
  void save(EnvelopeLevel level) override { saved_[static_cast<std::size_t>(level)] = totals_; }
  void restore(EnvelopeLevel level) override { totals_ = saved_[static_cast<std::size_t>(level)]; }
  void discard() override { totals_ = {}; }
  [[nodiscard]] Totals const& totals() const { return totals_; }

 private:
  void count(Rule const& rule, Severity severity, std::uint64_t times);
  Totals totals_;
  std::array<Totals, 3> saved_;
};

}  // namespace scrub837
