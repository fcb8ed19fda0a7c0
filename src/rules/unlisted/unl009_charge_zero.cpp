#include "scrub837/claim/money.hpp"
#include "scrub837/rule.hpp"

namespace scrub837::unl009 {
namespace {

constexpr Doc doc{
    .what = "The charge (SV102) of an unlisted line is blank or zero.",
    .why =
        "An unlisted code has no fee of its own: the payer prices from the charge. Payers reject a claim "
        "with a total charge of zero; some payers do accept a single line with a zero charge.",
    .fix =
        "If the total charge (CLM02) is zero too and BHT06 is CH, the claim is held: type the line charge "
        "into "
        "the worklist, and the total into the row for CLM02 if there is one.",
    .bad = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*0*UN*1***1~",
    .good = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~",
    .source = "005010X222A1, 2400 SV102, 2300 CLM02; Stedi changelog on zero-charge claims",
    .value = "Type the charge of the line in the column value. The total (CLM02) follows from the lines.",
};

bool zero(std::string_view amount) {
  return amount.empty() || parse_money(amount) == std::optional<Money>(0);
}

void check(UnlistedLine const& line, Reporter& report) {
  if (!zero(line.charge())) return;
  auto const& claim = line.claim();
  bool const nothing_charged = zero(claim.total_text()) && claim.inherited().transaction_type == "CH";
  Place const place{line.sv1_index(), 2, 0};
  auto const number = static_cast<std::int32_t>(line.index());
  if (nothing_charged) {
    report.add_as(report.severity_or(Severity::error), place, number,
                  "The line charge (SV102) and the total charge (CLM02) are both zero.");
    report.ask_for_value();
  } else {
    report.add(place, number, "The line charge (SV102) of an unlisted service is zero.");
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "UNL009",
    .name = "charge-zero",
    .severity = Severity::warning,
    .snip = 6,
    .kind = ErrorKind::invalid_value,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = UnlistedCheck{check},
};

}  // namespace scrub837::unl009
