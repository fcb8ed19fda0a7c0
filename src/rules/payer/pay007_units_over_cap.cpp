#include "scrub837/claim/money.hpp"
#include "scrub837/rule.hpp"
#include "src/claim/payer_requirements.hpp"

namespace scrub837::pay007 {
namespace {

constexpr Doc doc{
    .what = "The units (SV104) of a line are more than the payer allows for the code.",
    .why =
        "Units above the limit are cut or denied with the line. Some Medicaid plans count 15-minute units, "
        "up to a limit per line.",
    .fix =
        "Check the units against the visit record. The payer's own page says how to bill more than the "
        "limit; nothing is changed.",
    .bad = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*20***1~",
    .good = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*16***1~",
    .source =
        "Pabau on 99600: UHC Community Plan Kansas allows 16 units per line; the profile sets the number",
    .profile = "codes.99600.max_units = 16",
};

void check(LineView const& line, PayerRequirements const& requirements, Reporter& report) {
  if (!requirements.max_units) return;
  auto const units = parse_money(line.units());
  auto const cap = parse_money(std::to_string(*requirements.max_units));
  if (!units || !cap || *units <= *cap) return;
  report.add({line.sv1_index(), 4, 0}, static_cast<std::int32_t>(line.index()),
             "SV104 is more than the payer allows per line: at most " +
                 std::to_string(*requirements.max_units) + ".");
}

}  // namespace

extern constexpr Rule rule{
    .id = "PAY007",
    .name = "units-over-cap",
    .severity = Severity::warning,
    .snip = 7,
    .kind = ErrorKind::too_many,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = RequirementCheck{check},
};

}  // namespace scrub837::pay007
