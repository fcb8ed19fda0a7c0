#include "scrub837/claim/money.hpp"
#include "scrub837/rule.hpp"
#include "src/claim/payer_requirements.hpp"

namespace scrub837::pay007 {
namespace {

constexpr Doc doc{
    .what = "The units (SV104) of a line are more than the payer takes for the code.",
    .why =
        "What is over the cap is cut, or denied with the line. Some Medicaid plans count quarters of an "
        "hour, up to a number a line.",
    .fix =
        "Check the units against the visit record. How more than the cap is billed, the payer's own page "
        "says; nothing is changed here.",
    .bad = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*20***1~",
    .good = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*16***1~",
    .source = "Pabau on 99600: UHC Community Plan Kansas takes 16 units a line; the number is the profile's",
    .profile = "codes.99600.max_units = 16",
};

void check(LineView const& line, PayerRequirements const& requirements, Reporter& report) {
  if (!requirements.max_units) return;
  auto const units = parse_money(line.sv1()[4]);
  auto const cap = parse_money(std::to_string(*requirements.max_units));
  if (!units || !cap || *units <= *cap) return;
  report.add({line.sv1_index(), 4, 0}, static_cast<std::int32_t>(line.index()),
             "More units are billed than the payer takes a line: at most " +
                 std::to_string(*requirements.max_units) + ".");
}

}  // namespace

extern constexpr Rule rule{
    .id = "PAY007",
    .name = "units-over-cap",
    .severity = Severity::warning,
    .snip = 6,
    .kind = ErrorKind::too_many,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = RequirementCheck{check},
};

}  // namespace scrub837::pay007
