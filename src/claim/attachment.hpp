#pragma once

#include "scrub837/claim/claim_view.hpp"

namespace scrub837 {

/// Calls `use(index, line)` for every PWK of the claim: those of 2300 first (line -1), then line by line.
template <typename Use>
void for_each_indicator(ClaimView const& claim, Use use) {
  if (!claim.has(Kind::PWK)) return;
  for (auto const index : claim.direct(0, Kind::PWK)) use(index, std::int32_t{-1});
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    for (auto const index : claim.line(i).direct(Kind::PWK)) use(index, static_cast<std::int32_t>(i));
  }
}

/// Whether PWK02 names a way of sending that needs an attachment control number: mail, electronically,
/// e-mail, fax, file transfer (005010X222A1 PWK02; X12 RFI 1968 for FT).
[[nodiscard]] constexpr bool is_sent(std::string_view transmission) {
  return transmission == "BM" || transmission == "EL" || transmission == "EM" || transmission == "FT" ||
         transmission == "FX";
}

}  // namespace scrub837
