#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace scrub837 {

/// How a workbook shows a number, as far as it says what was meant.
struct NumberShape {
  enum class Shown : std::uint8_t { number, date, time, padded };
  Shown shown = Shown::number;
  std::size_t digits = 0;  ///< padded: with zeros in front
};

/// What a number format that every workbook has without saying so is for.
[[nodiscard]] NumberShape shape_of(std::uint32_t built_in_format);
/// What a number format is for: `yyyy\-mm\-dd` is a date, `00000` pads.
[[nodiscard]] NumberShape shape_of(std::string_view format);

/// A number as a person sees it in its cell: 1500 of 1500.0, 0.3 of 0.30000000000000004, and 2026-09-14 of
/// the number of a day. \param from_1904 days are counted from 1904, as old Macs did
[[nodiscard]] std::string number_as_text(std::string_view value, NumberShape shape, bool from_1904);

/// The text that is meant: `_x000D_` is a carriage return; NUL is left out.
[[nodiscard]] std::string workbook_text(std::string_view text);

}  // namespace scrub837
