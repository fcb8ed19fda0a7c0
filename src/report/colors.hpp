#pragma once

#include <string_view>

#include "scrub837/finding.hpp"

namespace scrub837::color {

// ANSI codes. Errors are red, warnings yellow, advice blue, fixes green.
constexpr std::string_view red = "31;1";
constexpr std::string_view yellow = "33;1";
constexpr std::string_view blue = "36";
constexpr std::string_view green = "32";
constexpr std::string_view bold = "1";
constexpr std::string_view dim = "2";

[[nodiscard]] constexpr std::string_view of(Severity severity) {
  return severity == Severity::error ? red : severity == Severity::warning ? yellow : blue;
}

}  // namespace scrub837::color
