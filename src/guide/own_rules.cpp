#include "src/guide/own_rules.hpp"

namespace scrub837::guide {

bool has_own_rules(Fault const& fault) {
  // HL01, HL02 and HL04 are written anew, whatever is in them.
  if (fault.segment == Kind::HL && fault.place.element != 3 && fault.kind == FaultKind::bad_character &&
      fault.fix.edits.empty())
    return true;
  if (fault.kind <= FaultKind::separator_in_value || fault.kind == FaultKind::too_many_elements ||
      fault.kind == FaultKind::too_many_repetitions)
    return false;
  // A certificate of medical necessity is known by its PWK01. It is no attachment, and has no control number.
  if (fault.segment == Kind::PWK && fault.kind == FaultKind::element_not_used && fault.use != nullptr &&
      fault.use->qualifiers.front().element == 1 && (fault.place.element == 5 || fault.place.element == 6))
    return false;
  // Another version of the guide: ENV016.
  if (fault.segment == Kind::ST && fault.place.element == 3 && fault.kind == FaultKind::code_not_in_list)
    return true;
  return fault.segment == Kind::PWK || (fault.segment == Kind::HL && fault.place.element != 3);
}

}  // namespace scrub837::guide
