#include "src/report/claims_seen.hpp"

#include <algorithm>

#include "scrub837/profile.hpp"
#include "src/claim/service_span.hpp"
#include "src/config/checked_lists.hpp"
#include "src/scrub/claim_unit.hpp"

namespace scrub837 {

void ClaimsSeen::add(DaySpan days) {
  if (days.first == 0) return;
  services.first = services.first == 0 ? days.first : std::min(services.first, days.first);
  services.last = std::max({services.last, days.first, days.last});
}

void ClaimsSeen::add(ClaimsSeen const& more) {
  add(more.services);
  without_profile += more.without_profile;
  by_profile.resize(std::max(by_profile.size(), more.by_profile.size()));
  for (std::size_t i = 0; i < more.by_profile.size(); ++i) by_profile[i] += more.by_profile[i];
}

ClaimsSeenCounter::ClaimsSeenCounter(Settings const& settings)
    : with_dates_(has_dated_lists(*settings.code_lists)), with_profiles_(settings.profiles != nullptr) {}

void ClaimsSeenCounter::claim(ClaimUnit const& unit, ClaimVerdict const& /*verdict*/) {
  if (with_dates_) now_.add(service_span(unit.view()));
  if (!with_profiles_) return;
  auto const* const profile = unit.inherited().profile;
  if (profile == nullptr) {
    ++now_.without_profile;
    return;
  }
  if (now_.by_profile.size() <= profile->index) now_.by_profile.resize(profile->index + 1);
  ++now_.by_profile[profile->index];
}

}  // namespace scrub837
