#include "src/html/page_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scrub837/claim/money.hpp"

namespace scrub837 {
namespace {

std::string with_commas(std::string_view digits) {
  constexpr std::size_t group = 3;
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % group == 0) text.push_back(',');
    text.push_back(digits[i]);
  }
  return text;
}

std::uint64_t in_thousands(std::uint64_t part, std::uint64_t whole, std::uint64_t full) {
  return whole == 0 ? 0 : (part * full * 10 + whole / 2) / whole;
}

}  // namespace

std::string dollars(std::int64_t cents) {
  auto const amount = format_cents(cents);
  bool const negative = amount.starts_with('-');
  auto const text = std::string_view(amount).substr(negative ? 1 : 0);
  auto const point = text.find('.');
  return fmt::format("{}${}{}", negative ? "-" : "", with_commas(text.substr(0, point)), text.substr(point));
}

std::string grouped(std::uint64_t number) { return with_commas(std::to_string(number)); }

std::string counted(std::uint64_t number, std::string_view noun) {
  return fmt::format("{} {}{}", grouped(number), noun, number == 1 ? "" : "s");
}

std::string percent(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return "\u2013";
  auto const tenths = in_thousands(part, whole, 100);
  return fmt::format("{}.{}%", tenths / 10, tenths % 10);
}

std::string length_of(std::uint64_t part, std::uint64_t whole, std::uint64_t full) {
  auto const tenths = in_thousands(part, whole, full);
  return fmt::format("{}.{}", tenths / 10, tenths % 10);
}

std::string us_date(std::string_view date) {
  bool const digits =
      date.size() == 8 && std::ranges::all_of(date, [](char byte) { return byte >= '0' && byte <= '9'; });
  if (!digits) return std::string(date);
  return fmt::format("{}/{}/{}", date.substr(4, 2), date.substr(6), date.substr(0, 4));
}

std::string what_is_wrong(RootCause const& cause) {
  // The message of one claim may name its amounts.
  bool const of_one = cause.reach != RootCause::Reach::each || cause.held.claims == 1;
  if (of_one && !cause.message.empty()) return cause.message;
  auto const what = cause.rule->doc.what;
  auto const end = what.find(". ");
  return std::string(what.substr(0, end == std::string_view::npos ? end : end + 1));
}

std::string place_of(RootCause const& cause) {
  return fmt::format("{}{}{}", cause.loop, cause.loop.empty() || cause.element.empty() ? "" : " ",
                     cause.element);
}

}  // namespace scrub837
