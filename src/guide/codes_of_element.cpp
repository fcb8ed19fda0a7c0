#include "src/guide/codes_of_element.hpp"

#include <algorithm>

#include "src/guide/bound_guide.hpp"

namespace scrub837 {
namespace {

// Whether the segment's other qualifiers are those of the use.
bool is_of_use(guide::BoundGuide const& guide, guide::BoundGuide::Use const& use, SegmentView const& segment,
               std::uint8_t element) {
  return std::ranges::all_of(use.row->qualifiers, [&](guide::Qualifier const& qualifier) {
    return qualifier.element == element || qualifier.component != 0 ||
           guide.table().code_sets[qualifier.codes].contains(segment[qualifier.element]);
  });
}

}  // namespace

std::vector<std::string_view> codes_of_element(SegmentView const& segment, std::uint8_t element) {
  auto const& guide = guide::shipped_guide();
  auto const kind = kind_of(segment.id());
  std::vector<std::string_view> all;
  for (std::size_t loop = 0; loop < static_cast<std::size_t>(LoopId::count_); ++loop) {
    for (auto const& use : guide->uses(static_cast<LoopId>(loop), kind)) {
      if (use.elements.size() < element || !is_of_use(*guide, use, segment, element)) continue;
      auto const set = use.elements[element - 1U].codes;
      if (set == guide::none) return {};
      auto const& codes = guide->table().code_sets[set].codes;
      all.insert(all.end(), codes.begin(), codes.end());
    }
  }
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace scrub837
