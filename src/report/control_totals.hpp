#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "src/report/party_counter.hpp"
#include "src/scrub/scrub_events.hpp"

namespace scrub837 {

/// Counts claims, charges and findings for summary.json and for the check that in = clean + fixed + held +
/// released; claims and charges by payer and billing provider, too.
class ControlTotals final : public ScrubEvents {
 public:
  void finding(FindingRecord const& record) override {
    count(*record.rule, record.severity, 1);
    if (record.applied && record.claim_index == 0) ++now_.totals.fixes_above_claims;
    if (record.applied && record.severity == Severity::error) ++now_.totals.fixed_errors;
  }
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
  [[nodiscard]] Totals totals() const;
  [[nodiscard]] std::vector<PartyTotals> by_payer() const { return payers_.totals(); }
  [[nodiscard]] std::vector<PartyTotals> by_billing_provider() const { return providers_.totals(); }

 private:
  void forget_parties() {
    payer_.reset();
    provider_.reset();
  }
  void count(Rule const& rule, Severity severity, std::uint64_t times);
  // Rules of one catalogue: each is the same object, and few are ever found.
  using ByRule = std::vector<std::pair<Rule const*, Totals::BySeverity>>;
  struct Counts {
    Totals totals;  ///< but for those by rule
    ByRule by_rule;
  };
  Counts now_;
  std::array<Counts, 3> saved_;
  PartyCounter payers_, providers_;
  std::optional<std::size_t> payer_, provider_;  ///< entries of the open levels, once a claim needs them
};

}  // namespace scrub837
