#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace scrub837 {

/// An amount of money in ten-thousandths of the file's currency. X12 type R (monetary elements carry up to
/// two decimals; more are read, so that a wrong amount can be reported and not misread).
using Money = std::int64_t;

/// Reads an X12 decimal: optional minus, digits with at most one point and four decimals.
/// \return nothing if `text` is empty, no number, or too large for 14 digits
[[nodiscard]] std::optional<Money> parse_money(std::string_view text);

/// Whether an amount has no more than two decimals.
[[nodiscard]] constexpr bool is_in_cents(Money amount) { return amount % 100 == 0; }

/// Rounds to cents, half away from zero.
[[nodiscard]] std::int64_t to_cents(Money amount);

/// `45000` as `450.00`. \param cents hundredths
[[nodiscard]] std::string format_cents(std::int64_t cents);

}  // namespace scrub837
