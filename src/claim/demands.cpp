#include "src/claim/demands.hpp"

#include <algorithm>

#include "src/claim/service_line.hpp"

namespace scrub837 {

Demands const* demands_of(LineView const& line) {
  auto const* const profile = line.claim().profile();
  if (profile == nullptr) return nullptr;
  return profile->demands(line.procedure(), line.unlisted() && !identifies_drug(line));
}

Severity severity_of_demand(ClaimView const& claim, Reporter const& report) {
  auto const* const profile = claim.profile();
  bool const own = profile != nullptr && profile->severities.contains(&report.rule());
  return own ? report.severity() : Severity::error;
}

bool takes(std::vector<std::string> const& list, std::string_view word) {
  return list.empty() || std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace scrub837
