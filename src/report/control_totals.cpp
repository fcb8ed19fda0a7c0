#include "src/report/control_totals.hpp"

#include <algorithm>

#include "src/report/claim_parties.hpp"

namespace scrub837 {

std::string_view name_of(Disposition disposition) {
  switch (disposition) {
    case Disposition::clean:
      return "clean";
    case Disposition::fixed:
      return "fixed";
    case Disposition::held:
      return "held";
    case Disposition::released:
      return "released";
  }
  return {};
}

bool Totals::balanced() const {
  Tally sum;
  for (auto const& tally : by_disposition) {
    sum.claims += tally.claims;
    sum.cents += tally.cents;
  }
  return sum == in;
}

void ControlTotals::claim(ClaimUnit const& unit, ClaimVerdict const& verdict) {
  now_.totals.by_disposition[static_cast<std::size_t>(verdict.disposition)].add(verdict.cents);
  auto const& left = verdict.left();
  bool const has_warning = std::any_of(
      left.begin(), left.end(), [](Finding const& finding) { return finding.severity == Severity::warning; });
  if (has_warning && verdict.disposition == Disposition::clean)
    now_.totals.clean_with_warnings.add(verdict.cents);
  auto const& inherited = unit.inherited();
  if (!payer_) payer_ = payers_.entry_of(inherited.payer_name, inherited.payer_id);
  if (!provider_) {
    auto const provider = billing_provider_in(unit.above(), unit.delimiters());
    provider_ = providers_.entry_of(provider.name, provider.id);
  }
  payers_.add(*payer_, verdict.disposition, has_warning, verdict.cents);
  providers_.add(*provider_, verdict.disposition, has_warning, verdict.cents);
  now_.totals.lines += verdict.services;
  now_.totals.unlisted_lines += verdict.unlisted;
}

void ControlTotals::save(EnvelopeLevel level) {
  saved_[static_cast<std::size_t>(level)] = now_;
  payers_.save(level);
  providers_.save(level);
}

void ControlTotals::restore(EnvelopeLevel level) {
  now_ = saved_[static_cast<std::size_t>(level)];
  payers_.restore(level);
  providers_.restore(level);
  forget_parties();
}

void ControlTotals::discard() {
  now_ = {};
  payers_.clear();
  providers_.clear();
  forget_parties();
}

void ControlTotals::count(Rule const& rule, Severity severity, std::uint64_t times) {
  auto const at = static_cast<std::size_t>(severity);
  now_.totals.by_severity[at] += times;
  auto found = std::ranges::find(now_.by_rule, &rule, &ByRule::value_type::first);
  if (found == now_.by_rule.end())
    found = now_.by_rule.insert(now_.by_rule.end(), {&rule, Totals::BySeverity{}});
  found->second[at] += times;
}

Totals ControlTotals::totals() const {
  auto totals = now_.totals;
  for (auto const& [rule, counts] : now_.by_rule) {
    std::string const id(rule->id);
    auto& of_rule = totals.by_rule_and_severity[id];
    for (std::size_t i = 0; i < counts.size(); ++i) {
      of_rule[i] += counts[i];
      totals.by_rule[id] += counts[i];
    }
  }
  return totals;
}

}  // namespace scrub837
