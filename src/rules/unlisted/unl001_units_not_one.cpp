#include "scrub837/claim/money.hpp"
#include "scrub837/rule.hpp"
#include "src/claim/payer_requirements.hpp"
#include "src/claim/service_line.hpp"

namespace scrub837::unl001 {
namespace {

constexpr Doc doc{
    .what = "The units (SV104) of a line with an unlisted CPT code are not 1.",
    .why =
        "An unlisted code has no defined unit: most payers accept one per session and deny the rest. Some "
        "Medicaid programs count visits or 15-minute units, so nothing is changed.",
    .fix = "Unless the payer counts units of this code, bill 1 unit and put the time in the description.",
    .bad = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*3***1~",
    .good = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~",
    .source = "005010X222A1, 2400 SV104; NCCI policy manual, chapter I, unlisted codes",
};

void check(UnlistedLine const& line, Reporter& report) {
  if (bills_item(line)) return;
  auto const* const requirements = demands_of(line);
  if (requirements != nullptr && requirements->max_units) return;  // the payer counts units: PAY007
  if (line.unit_basis() == "MJ") return;                           // minutes: UNL010
  auto const units = line.units();
  if (units.empty() || parse_money(units) == parse_money("1")) return;
  report.add({line.sv1_index(), 4, 0}, static_cast<std::int32_t>(line.index()),
             "The units (SV104) of an unlisted code are not 1.");
}

}  // namespace

extern constexpr Rule rule{
    .id = "UNL001",
    .name = "units-not-one",
    .severity = Severity::warning,
    .snip = 6,
    .kind = ErrorKind::invalid_value,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = UnlistedCheck{check},
};

}  // namespace scrub837::unl001
