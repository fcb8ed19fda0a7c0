#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "scrub837/claim/claim_view.hpp"

namespace scrub837 {

/// The day or days of a service: DTP*472 of 2400, `20260914`, or the two ends of a range. Empty without one.
struct ServiceDates {
  std::string_view from, to;
};
[[nodiscard]] ServiceDates service_dates(LineView const& line);

/// The first day of service of the claim's first line that states one; empty: none does.
[[nodiscard]] std::string_view first_service_date(ClaimView const& claim);

/// Whether two services have a day in common.
[[nodiscard]] bool same_day(ServiceDates const& one, ServiceDates const& other);

/// Whether the line's drug is named by its NDC (loop 2410): units, documents and comparisons of services
/// don't concern such a line.
[[nodiscard]] bool identifies_drug(LineView const& line);

/// Whether a procedure code is a CPT code: five digits, or four and a letter. The others (A9999, J3490) are
/// HCPCS level II: drugs, equipment, supplies, and services of their own.
[[nodiscard]] bool is_cpt(std::string_view code);

/// Whether the line bills a drug, equipment or a supply: a HCPCS level II code, or an NDC (loop 2410). It can
/// be named in few letters, and rules about the description of a service don't concern it.
[[nodiscard]] bool bills_item(LineView const& line);

/// Where the service took place: SV105, or CLM05-1 where that is empty. Only if has_service().
[[nodiscard]] inline std::string_view place_of_service(LineView const& line) {
  auto const place = line.own_place();
  return place.empty() ? line.claim().place_of_service() : place;
}

/// Whether a claim filing indicator (SBR09) is one of Medicare's.
[[nodiscard]] constexpr bool is_medicare(std::string_view filing) { return filing == "MA" || filing == "MB"; }
/// Whether the claim goes to Medicare, by SBR09 of 2000B.
[[nodiscard]] inline bool is_medicare(ClaimView const& claim) {
  return is_medicare(std::string_view(claim.inherited().claim_filing));
}

/// Whether the claim takes back one that the payer has (CLM05-3 is 8): nothing is described anew.
[[nodiscard]] inline bool is_void(ClaimView const& claim) { return claim.frequency() == "8"; }

/// Whether a procedure code is of CPT's Category III: four digits and T.
[[nodiscard]] bool is_category_iii(std::string_view code);

/// Whether such a code may be in a text: cheap, and true too often rather than too seldom.
[[nodiscard]] bool mentions_category_iii(std::string_view text);

/// Calls `use(text, place)` for each text of a line that a payer reads as its narrative: SV101-7, then the
/// line's notes (NTE*TPO is for others). Empty texts are left out. Only if has_service().
template <typename Use>
void for_each_text(LineView const& line, Use use) {
  if (!line.description().empty()) use(line.description(), Place{line.sv1_index(), 1, 7});
  for (auto const mark : line.claim().notes_of(static_cast<std::int32_t>(line.index()))) {
    auto const note = line.claim().segment(mark.segment);
    if (note[1] != "TPO" && !note[2].empty()) use(note[2], Place{mark.segment, 2, 0});
  }
}

}  // namespace scrub837
