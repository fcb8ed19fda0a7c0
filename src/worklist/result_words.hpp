#pragma once

#include <string>
#include <string_view>

namespace scrub837 {

// Words in which results of rows are told, whatever they are about.

/// Adds to what is said of a row.
void add_words(std::string& text, std::string_view more, std::string_view between = "; ");

/// \param rules with what they are about: `this claim: BAL001`
[[nodiscard]] std::string rejected(std::string_view rules);

inline constexpr std::string_view reason_too_short =
    "the receiver is certain to reject it, so a release needs a reason of at least ten letters";

}  // namespace scrub837
