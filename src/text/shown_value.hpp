#pragma once

#include <cstddef>
#include <string_view>

namespace scrub837 {

/// How much of an id or code a report shows. What is longer is none (the longest that the guide has is 80
/// characters), and would be in every finding of its claim.
constexpr std::size_t longest_value_shown = 256;
/// How much of a segment a finding shows whose fix is not known.
constexpr std::size_t longest_segment_shown = 2000;

[[nodiscard]] constexpr std::string_view shown_value(std::string_view value) {
  return value.substr(0, longest_value_shown);
}

}  // namespace scrub837
