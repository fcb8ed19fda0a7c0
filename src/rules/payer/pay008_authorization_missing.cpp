#include "scrub837/rule.hpp"
#include "src/claim/narrative.hpp"
#include "src/claim/payer_requirements.hpp"

namespace scrub837::pay008 {
namespace {

constexpr Doc doc{
    .what =
        "The payer requires a prior authorization for the code, but neither the line nor its claim has the "
        "number (REF*G1).",
    .why =
        "Most payers that pay for unlisted home visits require prior authorization and deny the line without "
        "the number.",
    .fix =
        "Type the number that the payer gave into authorization_number; it goes into REF*G1 of the claim. "
        "scrub837 never makes one up.",
    .bad = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~",
    .good =
        "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 "
        "MIN*125*UN*1***1~DTP*472*D8*20260914~REF*G1*AUTH001~",
    .source = "005010X222A1, 2300 and 2400 REF*G1; Pabau on 99600 and prior authorization",
    .profile = "codes.99600.authorization = \"required\"",
};

template <typename References>
bool any_authorizes(ClaimView const& claim, References const& references) {
  for (auto const index : references) {
    auto const reference = claim.segment(index);
    if (reference[1] == "G1" && !trimmed(reference[2]).empty()) return true;
  }
  return false;
}

void check(LineView const& line, PayerRequirements const& requirements, Reporter& report) {
  if (!requirements.authorization) return;
  auto const& claim = line.claim();
  struct Authorized {
    bool claim = false;
  };
  auto const authorized = [&] { return Authorized{any_authorizes(claim, claim.direct(0, Kind::REF))}; };
  if (any_authorizes(claim, line.direct(Kind::REF)) || claim.once<Authorized>(authorized).claim) return;
  report.add({line.sv1_index(), 0, 0}, static_cast<std::int32_t>(line.index()),
             "The payer requires a prior authorization for this code, but the number (REF*G1) is missing.",
             {.applicability = Applicability::input});
}

}  // namespace

extern constexpr Rule rule{
    .id = "PAY008",
    .name = "authorization-missing",
    .severity = Severity::warning,
    .snip = 7,
    .kind = ErrorKind::situational_missing,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = RequirementCheck{check},
};

}  // namespace scrub837::pay008
