#include "src/guide/use_of_segment.hpp"

#include <algorithm>

#include "src/claim/narrative.hpp"
#include "src/guide/values.hpp"

namespace scrub837::guide {
namespace {

bool fits(BoundGuide const& guide, BoundGuide::Use const& use, SegmentView const& view, bool tolerant) {
  return std::ranges::all_of(use.row->qualifiers, [&](Qualifier const& qualifier) {
    auto const text = qualifier.component == 0 ? view[qualifier.element]
                                               : view.component(qualifier.element, qualifier.component);
    auto const& codes = guide.table().code_sets[qualifier.codes];
    return codes.contains(text) || (tolerant && codes.contains(upper(trimmed(text))));
  });
}

}  // namespace

BoundGuide::Use const* use_of_segment(BoundGuide const& guide, std::span<BoundGuide::Use const> uses,
                                      Segment const& token, SegmentView const& view) {
  if (uses.size() == 1) return &uses.front();
  for (auto const& use : uses) {
    if (use.by_tag ? std::ranges::find(*use.tags, token.qualifier) != use.tags->end()
                   : fits(guide, use, view, false))
      return &use;
  }
  for (auto const& use : uses) {
    if (fits(guide, use, view, true)) return &use;
  }
  return nullptr;
}

}  // namespace scrub837::guide
