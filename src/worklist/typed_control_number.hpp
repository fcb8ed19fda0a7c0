#pragma once

#include <string>
#include <string_view>

namespace scrub837 {

struct FilledRow;

/// Why a typed text can't be an attachment control number (PWK06); empty if it can. A word, a code of
/// PWK01 or PWK02, a written date, a telephone number and what tells of an errand are none.
/// Source: 005010X222A1, 2300 and 2400 PWK06: AN 2..50.
[[nodiscard]] std::string fault_of_number(std::string_view number);

/// Whether these are ten digits as telephone numbers are written: (614) 555-0134.
[[nodiscard]] bool is_telephone(std::string_view number);

/// Why a control number is something else that is in its row: a date of service, the payer's id, the
/// procedure, the charge; empty if it isn't.
[[nodiscard]] std::string fault_of_number_in(FilledRow const& row, std::string_view number);

}  // namespace scrub837
