#include "src/claim/billed_service.hpp"

#include <bit>

#include "src/claim/service_line.hpp"
#include "src/text/quick_hash.hpp"

namespace scrub837 {
namespace {

// SV101 up to its modifiers, without the separators at its end.
std::string_view code_and_modifiers(LineView const& line) {
  auto code = line.composite();
  if (!line.description().empty())
    code = code.substr(0, static_cast<std::size_t>(line.description().data() - code.data()));
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

}  // namespace

std::string_view other_service_days(LineView const& line) {
  auto const index = service_date_index(line);
  if (!index) return {};
  auto const& segment = line.claim().segments()[*index];
  return value_of_date(line.claim().bytes().substr(segment.begin, segment.end - segment.begin),
                       segment.separators);
}

std::uint64_t billed_service(LineView const& line) {
  if (line.procedure().empty()) return 0;
  auto const days = service_days(line);
  if (days.empty()) return 0;
  return QuickHash().add(code_and_modifiers(line)).add(without_empty_cents(line.charge())).add(days).value();
}

}  // namespace scrub837
