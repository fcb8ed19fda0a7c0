#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace scrub837::guide {

/// Whether this is a day, as CCYYMMDD (8 digits) or YYMMDD (6).
[[nodiscard]] bool is_date(std::string_view text);
/// Whether this is two days with a hyphen between them, as RD8 asks.
[[nodiscard]] bool is_date_range(std::string_view text);
/// Whether this is a time: HHMM, HHMMSS, or with one or two digits of decimal seconds behind.
[[nodiscard]] bool is_time(std::string_view text);

/// A number of type R, or N0 if it has no point.
struct Number {
  bool valid = false;
  bool point = false;
  std::size_t digits = 0;    ///< without sign and point, and without zeros that say nothing
  std::size_t decimals = 0;  ///< without trailing zeros
};
[[nodiscard]] Number number_of(std::string_view text);

/// Characters, not bytes, of text in UTF-8.
[[nodiscard]] std::size_t length_of(std::string_view text);

/// In plain upper case; only letters of ASCII change.
[[nodiscard]] std::string upper(std::string_view text);

}  // namespace scrub837::guide
