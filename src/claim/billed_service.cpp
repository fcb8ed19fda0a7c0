#include "src/claim/billed_service.hpp"

#include "scrub837/claim/money.hpp"
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

}  // namespace

std::uint64_t billed_service(LineView const& line) {
  auto const dates = service_dates(line);
  if (dates.from.empty() || line.procedure().empty()) return 0;
  return QuickHash()
      .add(code_and_modifiers(line))
      .add(static_cast<std::uint64_t>(parse_money(line.charge()).value_or(-1)))
      .add(dates.from)
      .add(dates.to)
      .value();
}

}  // namespace scrub837
