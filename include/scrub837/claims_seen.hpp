#pragma once

#include <cstdint>
#include <vector>

#include "scrub837/code_lists.hpp"

namespace scrub837 {

/// What the claims of an input or run were, as far as it decides what was looked at: which code lists are
/// for their dates, and whose payers have a profile.
struct ClaimsSeen {
  DaySpan services;                       ///< the first and the last service day; zeros: not noted
  std::uint64_t without_profile = 0;      ///< claims that no profile fits
  std::vector<std::uint64_t> by_profile;  ///< claims of each, by its index; as far as there are any

  void add(DaySpan days);
  void add(ClaimsSeen const& more);
};

}  // namespace scrub837
