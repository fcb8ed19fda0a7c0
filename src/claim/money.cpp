#include "scrub837/claim/money.hpp"

#include <fmt/format.h>

namespace scrub837 {

namespace {

// The usual amount: up to nine digits, and two decimals at most. -1: it is not one.
Money usual_amount(std::string_view text) {
  if (text.empty() || text.size() > 12) return -1;
  Money value = 0;
  std::size_t at = 0;
  auto const digit = [&] { return static_cast<unsigned>(text[at]) - '0'; };
  for (; at < text.size() && digit() < 10; ++at) value = value * 10 + digit();
  if (at == 0 || at > 9) return -1;
  if (at == text.size()) return value * 10000;
  if (text[at] != '.' || text.size() - at > 3) return -1;
  Money scale = 10000;
  for (++at; at < text.size(); ++at) {
    if (digit() > 9) return -1;
    scale /= 10;
    value = value * 10 + digit();
  }
  return value * scale;
}

}  // namespace

std::optional<Money> parse_money(std::string_view text) {
  if (auto const usual = usual_amount(text); usual >= 0) return usual;
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
