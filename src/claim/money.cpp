#include "scrub837/claim/money.hpp"

#include <fmt/format.h>

namespace scrub837 {

std::optional<Money> parse_money(std::string_view text) {
  bool const negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  Money value = 0;
  int digits = 0;
  int decimals = -1;
  for (char const byte : text) {
    if (byte == '.' && decimals < 0) {
      decimals = 0;
    } else if (byte >= '0' && byte <= '9') {
      if (decimals >= 0 && ++decimals > 4) return std::nullopt;
      if (value >= 100'000'000'000'000'000) return std::nullopt;
      value = value * 10 + (byte - '0');
      ++digits;
    } else {
      return std::nullopt;
    }
  }
  if (digits == 0) return std::nullopt;
  for (int i = decimals < 0 ? 0 : decimals; i < 4; ++i) {
    if (value >= 100'000'000'000'000'000) return std::nullopt;
    value *= 10;
  }
  return negative ? -value : value;
}

std::int64_t to_cents(Money amount) { return (amount + (amount < 0 ? -50 : 50)) / 100; }

std::string format_cents(std::int64_t cents) {
  auto const magnitude = cents < 0 ? -cents : cents;
  return fmt::format("{}{}.{:02}", cents < 0 ? "-" : "", magnitude / 100, magnitude % 100);
}

}  // namespace scrub837
