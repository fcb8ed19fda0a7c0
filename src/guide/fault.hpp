#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scrub837/finding.hpp"
#include "src/guide/table.hpp"

namespace scrub837::guide {

/// What can be wrong by the guide; a rule speaks of each.
enum class FaultKind : std::uint8_t {
  bad_character,
  trailing_separators,
  blanks_around,
  lower_case,
  separator_in_value,
  segment_missing,
  element_missing,
  loop_missing,
  segment_repeated,
  loop_repeated,
  too_many_repetitions,
  out_of_order,
  segment_not_here,
  element_not_used,
  too_many_elements,
  elements_conflict,
  too_short,
  too_long,
  not_a_number,
  not_a_date,
  too_many_decimals,
  code_not_in_list,
  count_
};

/// A fault with what the rule needs to word it. Borrows from the table.
struct Fault {
  FaultKind kind = FaultKind::count_;
  Place place;
  Missing missing = {};                 ///< of what is missing
  LoopId loop = LoopId::stray;          ///< the loop that it is in
  Kind segment = Kind::unknown;         ///< what it is in, or what is missing
  SegmentUse const* use = nullptr;      ///< how the loop uses the segment; null: it doesn't
  ElementUse const* element = nullptr;  ///< how that is used; null: the fault is of the segment or loop
  char note = '\0';                     ///< the kind of syntax note that is broken
  std::uint8_t other = 0;               ///< the other element of the note; or how long, how often at most
  std::uint8_t count = 0;               ///< of too many: how many there are with this one; 0: not counted
  bool is_range = false;                ///< of a date: two are wanted
  bool no_such_day = false;             ///< of a date or time: its format is right
  LoopId parent = LoopId::stray;        ///< of a loop that is repeated: the one that it is in
  bool is_lost = false;                 ///< of a separator: it is missing behind the element, or in it
  bool mild = false;                    ///< a receiver may not refuse it for this
  Fix fix = {};
};

using Faults = std::vector<Fault>;

}  // namespace scrub837::guide
