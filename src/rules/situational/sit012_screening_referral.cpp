#include "scrub837/rule.hpp"
#include "src/claim/needed_segment.hpp"

namespace scrub837::sit012 {
namespace {

constexpr Doc doc{
    .what =
        "A line is billed as an EPSDT screening (SV111 is Y), but the claim has no EPSDT referral (CRC*ZZ).",
    .why =
        "Medicaid plans want to know for each screening whether the child was referred, and to whom; "
        "without that, the screening is denied or not counted.",
    .fix = "Add CRC*ZZ with the result of the screening to the claim; NU means that there was no referral.",
    .bad =
        "CLM*DEMO-1*125***11:B:1*Y*A*Y*Y~HI*ABK:Z00129~LX*1~SV1*HC:99392:EP*125*UN*1***1****Y~"
        "DTP*472*D8*20260914~",
    .good =
        "CLM*DEMO-1*125***11:B:1*Y*A*Y*Y~CRC*ZZ*N*NU~HI*ABK:Z00129~LX*1~"
        "SV1*HC:99392:EP*125*UN*1***1****Y~DTP*472*D8*20260914~",
    .source = "005010X222A1, 2400 SV111 and 2300 CRC*ZZ",
};

bool is_screening(LineView const& line) { return line.has_more_elements() && line.sv1()[11] == "Y"; }

void check(ClaimView const& claim, Reporter& report) {
  constexpr NeededSegment referral{Kind::CRC, pack_tag("ZZ")};
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (!line.has_service() || !is_screening(line)) continue;
    if (has_segment(claim, 0, referral)) return;
    return report_missing_in(
        claim, -1, referral,
        "A line is an EPSDT screening (SV111), but the EPSDT referral (CRC*ZZ) is missing.",
        report.severity(), report);
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT012",
    .name = "screening-referral",
    .severity = Severity::warning,
    .snip = 4,
    .kind = ErrorKind::situational_missing,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .precedence = Precedence::situation,
};

}  // namespace scrub837::sit012
