#include "scrub837/claim/money.hpp"
#include "scrub837/rule.hpp"
#include "src/claim/service_line.hpp"

namespace scrub837::unl012 {
namespace {

constexpr Doc doc{
    .what = "A line with an unlisted CPT code is for several days (DTP*472 RD8) but has one unit.",
    .why =
        "The payer cannot tell whether one visit or one on each day is billed, and asks for records or pays "
        "one.",
    .fix =
        "Bill a line for each day with its own description. If it was one service that lasted several days, "
        "say so in the description.",
    .bad =
        "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 "
        "MIN*625*UN*1***1~DTP*472*RD8*20260914-20260918~",
    .good = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~DTP*472*D8*20260914~",
    .source = "005010X222A1, 2400 SV104 and DTP*472; payers on billing each date of service on its own line",
};

void check(UnlistedLine const& line, Reporter& report) {
  if (bills_item(line) || parse_money(line.units()) != parse_money("1")) return;
  auto const [from, to] = service_dates(line);
  if (from >= to || from.size() != to.size()) return;
  report.add({line.sv1_index(), 4, 0}, static_cast<std::int32_t>(line.index()),
             "One unit (SV104) is billed for several days (DTP*472).");
}

}  // namespace

extern constexpr Rule rule{
    .id = "UNL012",
    .name = "one-unit-many-days",
    .severity = Severity::warning,
    .snip = 6,
    .kind = ErrorKind::contradiction,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = UnlistedCheck{check},
};

}  // namespace scrub837::unl012
