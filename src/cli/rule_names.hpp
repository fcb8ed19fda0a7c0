#pragma once

#include <string>
#include <string_view>

namespace scrub837::cli {

/// Whether a word names rules: an id, a family, or ALL, in either case.
[[nodiscard]] bool names_rules(std::string_view word);
/// The rule id nearest to `word`, notices included.
[[nodiscard]] std::string_view near_rule(std::string_view word);
/// Says that `word` names no rules, and what was probably meant.
[[nodiscard]] std::string no_such_rules(std::string_view word);

}  // namespace scrub837::cli
