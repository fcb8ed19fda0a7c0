#pragma once

#include <algorithm>
#include <string_view>

namespace scrub837 {

/// The guide that a version names (GS08, ST03): X222 of 005010X222A1; empty if it names none.
[[nodiscard]] inline std::string_view guide_of(std::string_view version) {
  if (version.size() < 10 || version[6] != 'X') return {};
  auto const number = version.substr(7, 3);
  bool const digits = std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits ? version.substr(6, 4) : std::string_view{};
}

}  // namespace scrub837
