#include "scrub837/rule.hpp"
#include "src/claim/needed_segment.hpp"

namespace scrub837::sit010 {
namespace {

constexpr Doc doc{
    .what = "An ambulance service (A0425 to A0436) is billed without ambulance transport information (CR1).",
    .why =
        "CR1 has the reason for the transport and the miles. The guide requires it for every ambulance "
        "transport; without it the payer rejects the claim.",
    .fix =
        "Add CR1 to the claim (2300), or to each ambulance line (2400) if the transports differ, in the "
        "billing system.",
    .bad =
        "CLM*DEMO-1*400***41:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:A0429:RH*400*UN*1***1~"
        "DTP*472*D8*20260914~",
    .good =
        "CLM*DEMO-1*400***41:B:1*Y*A*Y*Y~CR1****A*DH*12~CRC*07*Y*01~HI*ABK:Z9181~LX*1~"
        "SV1*HC:A0429:RH*400*UN*1***1~DTP*472*D8*20260914~",
    .source = "005010X222A1, 2300 and 2400 CR1",
};

bool bills_ambulance(LineView const& line) {
  auto const code = line.procedure();
  return code.size() == 5 && code >= "A0425" && code <= "A0436";
}

void check(ClaimView const& claim, Reporter& report) {
  report_needed(claim, {Kind::CR1}, bills_ambulance,
                "An ambulance service is billed without ambulance transport information (CR1).", report);
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT010",
    .name = "ambulance-information",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::situational_missing,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .precedence = Precedence::situation,
};

}  // namespace scrub837::sit010
