#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace scrub837 {

/// Whether a cell shows that a spreadsheet could not: ####### or an error such as #NAME?.
[[nodiscard]] bool is_spreadsheet_error(std::string_view text);

/// Why a typed text can't be the description of an unlisted line, as the rules would say of it; empty if it
/// can. \param procedure SV101-2
[[nodiscard]] std::string fault_of_description(std::string_view text, std::string_view procedure);

/// Why a typed text can't be an attachment control number (PWK06); empty if it can.
/// Source: 005010X222A1, 2300 and 2400 PWK06: AN 2..50.
[[nodiscard]] std::string fault_of_number(std::string_view number);

/// Why what was typed can't release a claim: it says nothing, or that the claim is to stay, or it is a
/// description in the wrong column; empty if it can.
[[nodiscard]] std::string fault_of_reason(std::string_view reason);

/// Whether a reason is long enough to release what a receiver is certain to reject: ten letters.
[[nodiscard]] bool is_full_reason(std::string_view reason);

}  // namespace scrub837
