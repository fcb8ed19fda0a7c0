#pragma once

#include <string>
#include <string_view>

#include "scrub837/x12/delimiters.hpp"

namespace scrub837 {

/// A segment with its values masked for a screen that may be mailed: every byte of an element becomes `x`,
/// but for delimiters and for codes that tell nothing of a person (qualifiers, procedure codes, counts and
/// control numbers of the envelope). Such a code is shown only if it looks like one: where an element was
/// lost, a name or a text may be in its place. Separators and length stay.
[[nodiscard]] std::string masked_segment(std::string_view segment, Delimiters const& delimiters);

/// Whether a segment's id may be shown: one of the guide, or as short as one.
[[nodiscard]] bool is_segment_id(std::string_view text);

/// Whether a control number (ISA13, GS06, ST02 and their like) may be shown: up to nine digits and blanks.
/// Damage can put a name there, and a name padded with zeros looks like a code.
[[nodiscard]] bool is_control_number(std::string_view text);

/// Any value, masked.
[[nodiscard]] std::string masked_value(std::string_view value);

}  // namespace scrub837
