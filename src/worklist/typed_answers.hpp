#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "src/narrative/reason_reading.hpp"

namespace scrub837 {

/// Whether a cell shows that a spreadsheet could not: ####### or an error such as #NAME?.
[[nodiscard]] bool is_spreadsheet_error(std::string_view text);

/// Whether a text is what people type where they have nothing to say: N/A, TBD, FAXED. None with a digit is.
[[nodiscard]] bool says_nothing(std::string_view text);

/// Why a typed text can't be the description of an unlisted line, as the rules would say of it; empty if it
/// can. \param procedure SV101-2
[[nodiscard]] std::string fault_of_description(std::string_view text, std::string_view procedure);

/// Why what was typed can't release a claim: it says nothing, or that the claim is to stay, or it belongs
/// into another column; empty if it can. In doubt the claim stays.
[[nodiscard]] std::string fault_of_reason(std::string_view reason, ReasonFor what = ReasonFor::release);

/// Whether a reason is long enough to release what a receiver is certain to reject: ten letters.
[[nodiscard]] bool is_full_reason(std::string_view reason);

}  // namespace scrub837
