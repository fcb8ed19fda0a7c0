#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace scrub837::grammar {

/// The procedure codes of a list, as we or CMS write one: a line may hold several, with columns of other text
/// before and behind them (a number, a description, dates); `#` begins a remark. A code has five characters,
/// of which the middle three are digits and the others digits or capitals (CPT, HCPCS level II).
[[nodiscard]] std::vector<std::string> parse_code_list(std::string_view text);

}  // namespace scrub837::grammar
