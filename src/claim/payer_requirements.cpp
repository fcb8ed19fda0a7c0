#include "src/claim/payer_requirements.hpp"

#include <algorithm>

#include "src/claim/service_line.hpp"

namespace scrub837 {

PayerRequirements const* demands_of(LineView const& line) {
  auto const* const profile = line.claim().profile();
  if (profile == nullptr) return nullptr;
  return profile->requirements(line.procedure(), line.unlisted() && !identifies_drug(line));
}

bool is_first_demanding(LineView const& line) {
  struct First {
    std::size_t line = 0;
  };
  auto const& claim = line.claim();
  auto const first = [&] {
    First found;
    while (!claim.line(found.line).has_service() || demands_of(claim.line(found.line)) == nullptr)
      ++found.line;
    return found;
  };
  return line.index() == 0 || line.index() == claim.once<First>(first).line;
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
