#include "scrub837/claim/money.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace scrub837 {

namespace {

constexpr std::uint64_t ones = 0x0101010101010101U;

template <typename Integer>
std::uint64_t load(char const* bytes) {
  Integer value{};
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

// One to eight characters as a number, the first one lowest.
std::uint64_t load_short(std::string_view text) {
  auto const size = text.size();
  auto const* const bytes = text.data();
  if (size >= 4) return load<std::uint32_t>(bytes) | load<std::uint32_t>(bytes + size - 4) << (size - 4) * 8;
  auto const at = [&](std::size_t place) {
    return std::uint64_t{static_cast<unsigned char>(bytes[place])} << place * 8;
  };
  return at(0) | at(size / 2) | at(size - 1);
}

// Eight digits, the first one in the lowest byte, put together pair by pair.
std::uint64_t eight_digits(std::uint64_t digits) {
  constexpr std::uint64_t pair = 0x000000FF000000FFU;
  digits = digits * 10 + (digits >> 8U);
  return static_cast<std::uint32_t>(
      ((digits & pair) * 0x000F424000000064U + (digits >> 16U & pair) * 0x0000271000000001U) >> 32U);
}

// The usual amount: up to eight characters, digits with two decimals at most. -1: it is not one. Without a
// loop, since the processor can't foretell how many digits an amount has.
Money usual_amount(std::string_view text) {
  auto const size = text.size();
  if (size == 0 || size > 8) return -1;
  auto const bytes = load_short(text);
  auto const unlike_point = bytes ^ '.' * ones;
  auto const points = (unlike_point - ones) & ~unlike_point & ones << 7U;
  auto const point = std::min(static_cast<std::size_t>(std::countr_zero(points)) / 8, size);
  auto const behind = size - point;  // the point and the decimals
  if (point == 0 || behind > 3) return -1;
  // The digits without the point, moved up so that the last one is the highest byte.
  auto const whole = point == 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << point * 8) - 1;
  auto const count = size - (behind > 0 ? 1 : 0);
  auto const unused = (8 - count) * 8;
  auto const digits = (((bytes & whole) | (bytes >> 8U & ~whole)) << unused) ^ ('0' * ones << unused);
  if (((digits | (digits + 0x76 * ones)) & ones << 7U) != 0) return -1;
  constexpr std::array<Money, 4> scales = {10000, 10000, 1000, 100};  // by `behind`
  return static_cast<Money>(eight_digits(digits)) * scales[behind];
}

}  // namespace

std::optional<Money> parse_money(std::string_view text) {
  if constexpr (std::endian::native == std::endian::little) {
    if (auto const usual = usual_amount(text); usual >= 0) return usual;
  }
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
