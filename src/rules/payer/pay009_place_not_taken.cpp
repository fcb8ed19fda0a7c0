#include "scrub837/rule.hpp"
#include "src/claim/payer_requirements.hpp"

namespace scrub837::pay009 {
namespace {

constexpr Doc doc{
    .what =
        "The place of service of a line (SV105, or else CLM05-1) is not one where the payer accepts the "
        "code.",
    .why =
        "Payers pay for a home visit only in the places of service that they count as a home, and these "
        "differ from payer to payer.",
    .fix =
        "Check the place of service against the visit record. If it is right, ask the payer which code it "
        "accepts there.",
    .bad = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1*11**1~",
    .good = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~",
    .source = "005010X222A1, 2400 SV105 and 2300 CLM05-1; the profile lists the places of service",
    .profile = R"(codes.99600.places = ["12", "13", "14"])",
};

void check(LineView const& line, PayerRequirements const& requirements, Reporter& report) {
  auto const at_line = line.own_place();
  auto const place = at_line.empty() ? line.claim().place_of_service() : at_line;
  if (place.empty() || takes(requirements.places, place)) return;
  report.add(at_line.empty() ? Place{0, 5, 1} : Place{line.sv1_index(), 5, 0},
             static_cast<std::int32_t>(line.index()),
             "The payer does not accept the code in this place of service.");
}

}  // namespace

extern constexpr Rule rule{
    .id = "PAY009",
    .name = "place-not-taken",
    .severity = Severity::warning,
    .snip = 7,
    .kind = ErrorKind::invalid_code,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = RequirementCheck{check},
};

}  // namespace scrub837::pay009
