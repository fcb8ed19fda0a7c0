#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "src/guide/checks.hpp"
#include "src/guide/segment_look.hpp"
#include "src/guide/split_elements.hpp"

namespace scrub837::guide {

/// A segment that is checked, with how its loop uses it. For the checks of its elements; borrows everything.
struct SegmentCheck {
  BoundGuide const& guide;
  SegmentView segment;
  BoundGuide::Use const& use;
  ElementPlace where;
  Faults& faults;
  SplitElements const& elements;
  SegmentLook const& look;

  [[nodiscard]] Place place(std::size_t number, std::size_t part = 0) const {
    return {where.segment, static_cast<std::uint8_t>(number), static_cast<std::uint8_t>(part)};
  }
  Fault& add(FaultKind kind, Place at, ElementUse const* element) const {
    return faults.emplace_back(Fault{.kind = kind,
                                     .place = at,
                                     .loop = where.loop,
                                     .segment = use.kind,
                                     .use = use.row,
                                     .element = element});
  }
  static void mend(Fault& fault, std::string value, Applicability how = Applicability::safe) {
    fault.fix = {how, {{Edit::What::set, fault.place, std::move(value)}}, {}};
  }
  /// What a receiver answers with, or files by: it is never changed.
  [[nodiscard]] bool identifies(Place at) const {
    switch (use.kind) {
      case Kind::ISA:
        return true;
      case Kind::CLM:
        return at.element == 1;
      case Kind::REF:
        return at.element == 2 && elements[1] == "6R";
      case Kind::BHT:
        return at.element == 3;
      case Kind::ST:
        return at.element == 2;
      case Kind::GS:
        return at.element == 6;
      default:
        return false;
    }
  }
};

/// One element or component that is filled and used: its characters, its code, its type and length.
void check_value(SegmentCheck const& check, ElementUse const& element, std::string_view value, Place at);
/// Nothing but blanks stands in an element or component.
void blank_value(SegmentCheck const& check, ElementUse const& element, Place at);
/// Everything about its elements, each fault as it is found.
void check_all_elements(SegmentCheck const& check);
/// The elements of the segment that go together.
void check_syntax_notes(SegmentCheck const& check);

}  // namespace scrub837::guide
