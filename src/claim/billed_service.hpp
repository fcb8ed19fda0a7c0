#pragma once

#include <cstdint>
#include <string_view>

#include "scrub837/claim/claim_view.hpp"

namespace scrub837 {

/// As service_days(), which finds those that are as usual.
[[nodiscard]] std::string_view other_service_days(LineView const& line);

/// DTP03 of DTP*472 as it appears; a range of one day is that day. Empty without one. Only if has_service().
[[nodiscard]] inline std::string_view service_days(LineView const& line) {
  // DTP*472*D8*20260914 right behind the SV1, as nearly every line has it.
  constexpr auto service_date = pack_tag("472");
  constexpr std::uint64_t usual_separators = 1U << 3U | 1U << 7U | 1U << 10U;
  constexpr std::size_t begin = 11;
  auto const& claim = line.claim();
  auto const next = line.sv1_index() + 1;
  if (next < line.loop().last) {
    auto const& segment = claim.segments()[next];
    if (segment.kind == Kind::DTP && segment.qualifier == service_date &&
        segment.separators == usual_separators && segment.end - segment.begin > begin)
      return claim.bytes().substr(segment.begin + begin, segment.end - segment.begin - begin);
  }
  return other_service_days(line);
}

/// A hash of what a line bills, as payers compare lines: its days, code, modifiers and charge, not its
/// description. 0 if the line has no code or no day. Only if has_service().
[[nodiscard]] std::uint64_t billed_service(LineView const& line);

}  // namespace scrub837
