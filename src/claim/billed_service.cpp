#include <bit>

#include "scrub837/claim/claim_view.hpp"
#include "src/claim/service_line.hpp"
#include "src/text/quick_hash.hpp"

namespace scrub837 {
namespace {

// SV101 up to its modifiers, without the separators at its end.
std::string_view code_and_modifiers(LineView const& line) {
  auto code = line.composite();
  if (auto const text = line.description(); !text.empty())
    code = code.substr(0, static_cast<std::size_t>(text.data() - code.data()));
  auto const separator = line.claim().delimiters().component;
  while (!code.empty() && code.back() == separator) code.remove_suffix(1);
  return code;
}

// 125.00 is 125.
std::string_view without_empty_cents(std::string_view amount) {
  constexpr std::size_t cents = 3;
  auto const size = amount.size();
  bool const empty =
      size > cents && amount[size - 3] == '.' && amount[size - 2] == '0' && amount[size - 1] == '0';
  return empty ? amount.substr(0, size - cents) : amount;
}

// DTP03 of DTP*472 as it appears; a range of one day is that day. Empty if there is none.
std::string_view value_of_date(std::string_view dtp, std::uint64_t separators) {
  separators &= separators - 1;
  separators &= separators - 1;
  if (separators == 0) return {};
  auto const days = dtp.substr(static_cast<std::size_t>(std::countr_zero(separators)) + 1);
  constexpr std::size_t day = 8;
  constexpr std::size_t range = 2 * day + 1;
  bool const one_day = days.size() == range && days.substr(0, day) == days.substr(day + 1);
  return one_day ? days.substr(0, day) : days;
}

std::string_view service_days(LineView const& line) {
  auto const index = line.date_index();
  if (!index) return {};
  auto const& segment = line.claim().segments()[*index];
  return value_of_date(line.claim().bytes().substr(segment.begin, segment.end - segment.begin),
                       segment.separators);
}

}  // namespace

std::uint64_t LineView::find_billed() const {
  if (procedure().empty()) return 0;
  auto const days = service_days(*this);
  if (days.empty()) return 0;
  auto const code = code_and_modifiers(*this);
  return line().billed = QuickHash().add(code).add(without_empty_cents(charge())).add(days).value();
}

}  // namespace scrub837
