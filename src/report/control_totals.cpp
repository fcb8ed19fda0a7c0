#include "src/report/control_totals.hpp"

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

void ControlTotals::claim(ClaimUnit const&, ClaimVerdict const& verdict) {
  totals_.by_disposition[static_cast<std::size_t>(verdict.disposition)].add(verdict.cents);
  totals_.lines += verdict.services;
  totals_.unlisted_lines += verdict.unlisted;
}

void ControlTotals::count(Rule const& rule, Severity severity, std::uint64_t times) {
  totals_.by_severity[static_cast<std::size_t>(severity)] += times;
  auto const found = totals_.by_rule.find(rule.id);
  if (found != totals_.by_rule.end()) {
    found->second += times;
  } else {
    totals_.by_rule.emplace(rule.id, times);
  }
}

}  // namespace scrub837
