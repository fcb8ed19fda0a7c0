#include "src/redact/amount_scale.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <utility>

#include "src/text/ascii.hpp"

namespace scrub837::redact {
namespace {

// An amount as it is written: digits without the point, which may be negative.
struct Written {
  bool amount = false, negative = false;
  std::int64_t digits = 0;
  std::size_t decimals = 0;
  bool point = false;
  std::size_t width = 0;  ///< digits before the point
};

Written written(std::string_view value) {
  Written found;
  constexpr std::size_t longest = 16;
  if (value.empty() || value.size() > longest) return found;
  if (value.front() == '-') {
    found.negative = true;
    value.remove_prefix(1);
  }
  for (char const byte : value) {
    if (byte == '.' && !found.point) {
      found.point = true;
      continue;
    }
    if (!is_digit(byte)) return found;
    found.digits = found.digits * 10 + (byte - '0');
    ++(found.point ? found.decimals : found.width);
    found.amount = true;
  }
  return found;
}

}  // namespace

std::string AmountScale::scaled(std::string_view value, std::int64_t up, std::int64_t down) {
  auto const from = written(value);
  if (!from.amount || from.digits == 0 || from.digits % down != 0) return std::string(value);
  auto digits = std::to_string(from.digits / down * up);
  // Zeros in front stay, if there were any.
  bool const filled = from.width > 1 && value[from.negative ? 1 : 0] == '0';
  auto const least = from.decimals + (filled ? from.width : from.width > 0 ? 1U : 0U);
  if (digits.size() < least) digits.insert(0, least - digits.size(), '0');
  if (from.point) digits.insert(digits.size() - from.decimals, 1, '.');
  return fmt::format("{}{}", from.negative ? "-" : "", digits);
}

AmountScale::AmountScale(Secret const& secret, Survey const& survey) {
  auto const& amounts = survey.amounts();
  if (amounts.empty()) return;
  std::int64_t common = 0;
  for (auto const& amount : amounts) common = std::gcd(common, written(amount).digits);
  constexpr auto candidates = std::to_array<std::pair<std::int64_t, std::int64_t>>(
      {{11, 10},
       {9, 10},
       {6, 5},
       {4, 5},
       {7, 5},
       {3, 5},
       {5, 4},
       {3, 4},
       {3, 2},
       {2, 1},
       {3, 1},
       {4, 1},
       {5, 1},
       {6, 1},
       {7, 1},
       {8, 1},
       {9, 1},
       {11, 1},
       {12, 1},
       {13, 1},
       {17, 1},
       {19, 1},
       {23, 1},
       // For a file of so many amounts that most multiples are among them.
       {29, 1},
       {31, 1},
       {37, 1},
       {41, 1},
       {43, 1},
       {47, 1},
       {53, 1},
       {59, 1},
       {61, 1},
       {67, 1},
       {71, 1},
       {73, 1},
       {79, 1},
       {83, 1},
       {89, 1},
       {97, 1}});
  auto best = std::numeric_limits<std::uint64_t>::max();
  auto const first = secret.number("amounts") % candidates.size();
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    auto const [up, down] = candidates[(first + i) % candidates.size()];
    if (common % down != 0) continue;
    std::uint64_t cost = 0;
    constexpr std::uint64_t too_long = 100'000, known = 1000;
    constexpr std::size_t longest = 10;
    for (auto const& amount : amounts) {
      auto const other = scaled(amount, up, down);
      if (other.size() > longest && amount.size() <= longest) cost += too_long;
      if (other.size() < amount.size() && amount.size() > longest) cost += too_long;
      if (other.size() > short_run && other != amount && survey.has(other)) cost += known;
      cost += other.size() > amount.size() ? other.size() - amount.size() : 0;
    }
    if (cost >= best) continue;
    best = cost;
    up_ = up;
    down_ = down;
  }
}

}  // namespace scrub837::redact
