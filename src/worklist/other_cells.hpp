#pragma once

#include <string>
#include <string_view>

namespace scrub837 {

struct FilledRow;

/// What else of its row a typed number is: "date of service", "payer ID", "procedure code"; empty if nothing.
[[nodiscard]] std::string_view other_cell_with(FilledRow const& row, std::string_view number);

/// Whether a cell with blanks between its words has this one.
[[nodiscard]] bool is_word_of(std::string_view cell, std::string_view text);

/// Why what was typed for the member ID of a subscriber (2010BA NM109) is none: the patient's name or birth
/// date, the payer's or provider's ID; empty if it may be one, or if the row doesn't ask for it.
[[nodiscard]] std::string fault_of_member_id(FilledRow const& row, std::string_view typed);

/// The same of the payer ID (2010BB NM109): the payer's name, a telephone number.
[[nodiscard]] std::string fault_of_payer_id(FilledRow const& row, std::string_view typed);

}  // namespace scrub837
