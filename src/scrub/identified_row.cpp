#include "src/scrub/identified_row.hpp"

#include <string_view>

#include "src/claim/service_line.hpp"
#include "src/report/shown_value.hpp"

namespace scrub837 {
namespace {

// CLM01, or its beginning if that is long: it is asked for in every row.
std::string_view claim_id(ClaimView const& claim) {
  constexpr std::size_t enough = 2 * longest_value_shown;
  auto const clm = claim.clm();
  return nth_part(clm.text().substr(0, enough), clm.delimiters().element, 1);
}

void read_dates(WorklistRow& row, LineView const& line) {
  auto const dates = service_dates(line);
  row.date_from = shown_value(dates.from);
  row.date_to = shown_value(dates.to);
}

}  // namespace

void describe_row(WorklistRow& row, ClaimView const& claim, std::int32_t line) {
  row.claim = shown_value(claim_id(claim));
  row.payer_id = shown_value(claim.inherited().payer_id);
  row.payer = shown_value(claim.inherited().payer_name);
  row.place = shown_value(claim.place_of_service());
  row.charge = shown_value(claim.total_text());
  if (line < 0) {
    if (claim.line_count() > 0) read_dates(row, claim.line(0));
    return;
  }
  auto const service = claim.line(static_cast<std::size_t>(line));
  row.line_index = static_cast<std::uint64_t>(line) + 1;
  if (kind_of(service.first().id()) == Kind::LX) row.line = service.first()[1];
  read_dates(row, service);
  if (!service.has_service()) return;
  auto const sv1 = service.sv1();
  row.procedure = sv1.component(1, 2);
  for (std::size_t part = 3; part <= 6; ++part) {
    auto const modifier = sv1.component(1, part);
    if (modifier.empty()) continue;
    if (!row.modifiers.empty()) row.modifiers.push_back(' ');
    row.modifiers.append(modifier);
  }
  row.charge = sv1[2];
  if (!sv1[5].empty()) row.place = sv1[5];
}

}  // namespace scrub837
