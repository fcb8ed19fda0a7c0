#pragma once

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "src/guide/table.hpp"

namespace scrub837::guide {

// What the words of a guide table mean.

[[nodiscard]] inline unsigned as_number(std::string_view digits) {
  unsigned number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

[[nodiscard]] inline Usage usage_of(std::string_view letter) {
  return letter == "R" ? Usage::required : letter == "N" ? Usage::not_used : Usage::situational;
}

[[nodiscard]] inline std::uint16_t repeat_of(std::string_view text) {
  return text.empty() ? 1 : text == "*" ? 0 : static_cast<std::uint16_t>(as_number(text));
}

/// EI/SY
[[nodiscard]] inline std::vector<std::string_view> parts_of(std::string_view codes) {
  std::vector<std::string_view> parts;
  for (auto slash = codes.find('/'); slash != std::string_view::npos; slash = codes.find('/')) {
    parts.push_back(codes.substr(0, slash));
    codes.remove_prefix(slash + 1);
  }
  parts.push_back(codes);
  return parts;
}

/// Whether a companion guide that says so asks for no less than the guide: what is situational can be
/// required or left out.
[[nodiscard]] inline bool narrows(Usage own, Usage wanted) {
  return own == wanted || own == Usage::situational;
}
/// The same for how often; 0: without limit.
[[nodiscard]] inline bool narrows(std::uint16_t own, std::uint16_t wanted) {
  return own == 0 || (wanted != 0 && wanted <= own);
}

/// Why a companion guide that doesn't is wrong.
[[nodiscard]] inline std::string widened(Usage own) {
  return own == Usage::required ? "the guide requires this, and a companion guide can only narrow it: R"
                                : "the guide does not use this, and a companion guide can only narrow it: N";
}

}  // namespace scrub837::guide
