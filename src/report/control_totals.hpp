#pragma once

#include <array>
#include <optional>

#include "src/report/party_counter.hpp"
#include "src/scrub/scrub_events.hpp"

namespace scrub837 {

/// Counts claims, charges and findings for summary.json and for the check that in = clean + fixed + held +
/// released; claims and charges by payer and billing provider, too.
class ControlTotals final : public ScrubEvents {
 public:
  void finding(FindingRecord const& record) override { count(*record.rule, record.severity, 1); }
  void unlisted(Rule const& rule, Severity severity, std::uint64_t times) override {
    count(rule, severity, times);
  }
  void claim(ClaimUnit const& unit, ClaimVerdict const& verdict) override;
  void begin(SetStart const&) override { forget_parties(); }
  void level(LevelStart const& start) override {
    if (start.rank <= 1) payer_.reset();
    if (start.rank == 0) provider_.reset();
  }
  void save(EnvelopeLevel level) override;
  void restore(EnvelopeLevel level) override;
  void discard() override;
  [[nodiscard]] Totals const& totals() const { return totals_; }
  [[nodiscard]] std::vector<PartyTotals> by_payer() const { return payers_.totals(); }
  [[nodiscard]] std::vector<PartyTotals> by_billing_provider() const { return providers_.totals(); }

 private:
  void forget_parties() {
    payer_.reset();
    provider_.reset();
  }
  void count(Rule const& rule, Severity severity, std::uint64_t times);
  Totals totals_;
  std::array<Totals, 3> saved_;
  PartyCounter payers_, providers_;
  std::optional<std::size_t> payer_, provider_;  ///< entries of the open levels, once a claim needs them
};

}  // namespace scrub837
