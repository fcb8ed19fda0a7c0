#include <algorithm>
#include <array>

#include "src/claim/narrative.hpp"
#include "src/guide/checks.hpp"

namespace scrub837::guide {
namespace {

// Elements of the envelope that have rules of their own: the separators, the version, test or production, and
// who sends and receives, where that is blank.
bool has_own_rule(Fault const& fault, SegmentView segment) {
  auto const element = fault.place.element;
  auto const blank = trimmed(segment[element]).empty();
  if (fault.segment == Kind::GS) return element == 8 || (blank && (element == 2 || element == 3));
  if (fault.segment != Kind::ISA) return false;
  // Of another width: ENV008.
  if (fault.element == nullptr || segment[element].size() != fault.element->max) return true;
  constexpr std::array<std::uint8_t, 4> own{11, 12, 15, 16};
  return std::ranges::find(own, element) != own.end() || (blank && element >= 5 && element <= 8);
}

}  // namespace

void check_envelope(BoundGuide const& guide, SegmentView segment, Faults& faults) {
  auto const* const use = guide.envelope(kind_of(segment.id()));
  if (use == nullptr) return;
  check_elements(guide, segment, *use, {}, faults);
  std::erase_if(faults, [&](Fault const& fault) { return has_own_rule(fault, segment); });
}

}  // namespace scrub837::guide
