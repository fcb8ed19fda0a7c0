#pragma once

#include <string>
#include <string_view>

#include "scrub837/rule.hpp"

namespace scrub837 {

/// What a person does about a finding, as a worklist row says it: what to type in which column, or what to
/// correct elsewhere.
[[nodiscard]] std::string_view what_to_do(Finding const& finding);
/// Appends a sentence with a space before it, unless the text has it already.
void add_once(std::string& text, std::string_view sentence);

}  // namespace scrub837
