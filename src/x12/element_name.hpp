#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace scrub837 {

/// An element as the guide writes it: `SV101-7`. Empty for a whole segment.
[[nodiscard]] inline std::string element_name(std::string_view segment, std::uint8_t element,
                                              std::uint8_t component) {
  if (element == 0) return {};
  return component == 0 ? fmt::format("{}{:02}", segment, element)
                        : fmt::format("{}{:02}-{}", segment, element, component);
}

}  // namespace scrub837
