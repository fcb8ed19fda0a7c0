#pragma once

#include <string_view>

#include "scrub837/code_lists.hpp"
#include "scrub837/rule.hpp"
#include "scrub837/settings.hpp"

namespace scrub837 {

/// Whether this is a country of ISO 3166-1.
[[nodiscard]] inline bool is_country(CodeLists const& lists, std::string_view code) {
  return lists.has_short(CodeListKind::country, code);
}
[[nodiscard]] inline bool is_country(SegmentRun const& run, std::string_view code) {
  return is_country(run.settings == nullptr ? *built_in_code_lists() : *run.settings->code_lists, code);
}

/// Whether an address with this country code (N404, CLM11-5) is outside of the United States: its state and
/// ZIP code are not judged by theirs. What is no country, such as USA, turns nothing off.
[[nodiscard]] inline bool is_foreign(SegmentRun const& run, std::string_view code) {
  return !code.empty() && code != "US" && is_country(run, code);
}

}  // namespace scrub837
