#pragma once

#include <string>
#include <string_view>

#include "src/redact/date_shift.hpp"
#include "src/redact/tokens.hpp"

namespace scrub837::redact {

/// A note or description without its names, ids and numbers: words of the vocabulary and procedure codes
/// stay, dates are shifted, and all other words and numbers of four or more characters change, but not what
/// the text is found to say (read_note(), read_narrative()).
[[nodiscard]] std::string redacted_text(std::string_view text, Tokens& tokens, DateShift const& dates,
                                        Survey const& survey, Secret const& secret);

}  // namespace scrub837::redact
