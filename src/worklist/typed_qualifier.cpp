#include "src/worklist/typed_qualifier.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "src/guide/codes_of_element.hpp"

namespace scrub837 {

bool is_provider(SegmentView const& segment) {
  constexpr auto providers = std::to_array<std::string_view>({"85", "82", "DN", "P3", "77", "DQ", "DK"});
  return std::ranges::find(providers, segment[1]) != providers.end();
}

std::string fault_of_qualifier(SegmentView const& segment, Place place, std::string_view code,
                               std::string_view element) {
  if (kind_of(segment.id()) != Kind::NM1 || place.element != 8) return {};
  auto const codes = codes_of_element(segment, place.element);
  if (codes.empty() || std::ranges::find(codes, code) != codes.end()) return {};
  return fmt::format("value is not a code that the guide allows for {}. Allowed: {}.", element,
                     fmt::join(codes, ", "));
}

void add_id_qualifier(TypedEdits& result, SegmentView segment, Place place, std::span<Place const> others) {
  if (kind_of(segment.id()) != Kind::NM1 || place.element != 9) return;
  if (std::ranges::find(others, Place{place.segment, 8, 0}) != others.end()) return;
  auto const entity = segment[1];
  std::string_view qualifier;
  if (entity == "IL") qualifier = "MI";
  if (entity == "PR") qualifier = "PI";
  bool const provider = is_provider(segment);
  if (provider) qualifier = "XX";
  // A provider may have come with a tax ID, as in 4010; any other qualifier is asked for by itself.
  bool const tax_id = provider && (segment[8] == "24" || segment[8] == "34");
  if (qualifier.empty() || !(segment[8].empty() || tax_id)) return;
  result.edits.push_back({Edit::What::set, {place.segment, 8, 0}, std::string(qualifier)});
  result.say(fmt::format("{} into NM108", qualifier));
}

}  // namespace scrub837
