#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace scrub837 {

/// Widths of ISA01 to ISA16 ([0] is unused). Source: 005010X222A1, ISA.
inline constexpr std::array<std::size_t, 17> isa_width{0, 2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1};

/// An ISA element at its right width: text padded with blanks behind, digits of a code, date, time or number
/// with zeros in front; what is too long loses its padding first, then its end.
[[nodiscard]] std::string fitted_isa_element(std::size_t number, std::string_view text);

/// Whether fitting these elements ([1] to [16]) adds or takes away nothing but padding: no text is cut, and
/// no date, time, version or control number (ISA09, ISA10, ISA12, ISA13) is made of what is not a number.
[[nodiscard]] bool is_fitted_surely(std::span<std::string const> elements);

}  // namespace scrub837
