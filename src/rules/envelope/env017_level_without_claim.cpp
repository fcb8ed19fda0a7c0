#include "scrub837/rule.hpp"

namespace scrub837::env017 {
namespace {

constexpr Doc doc{
    .what = "A subscriber level (2000B) without a claim: neither the subscriber nor a patient below has one.",
    .why =
        "The guide sends a subscriber only with a claim. A claim may have been lost when the file was made; "
        "nobody bills it, and nobody misses it.",
    .fix =
        "Look in the billing system whether this subscriber had a claim in the batch. If so, send it; if "
        "not, "
        "nothing is to be done.",
    .bad =
        "HL*1**20*1~NM1*85*2*DEMO AGENCY*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*VA*232190000~"
        "REF*EI*123456789~HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*DOE*JANE****MI*DEMO0001~"
        "N3*2 DEMO ST~N4*RICHMOND*VA*23219~DMG*D8*19500101*F~"
        "NM1*PR*2*DEMO PAYER*****PI*PAYER01~"
        "HL*3*1*22*0~SBR*P*18*******CI~NM1*IL*1*ROE*JOHN****MI*DEMO0002~"
        "N3*3 DEMO ST~N4*RICHMOND*VA*23219~DMG*D8*19510101*M~"
        "NM1*PR*2*DEMO PAYER*****PI*PAYER01~CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~"
        "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .good =
        "HL*1**20*1~NM1*85*2*DEMO AGENCY*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*VA*232190000~"
        "REF*EI*123456789~HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*DOE*JANE****MI*DEMO0001~"
        "N3*2 DEMO ST~N4*RICHMOND*VA*23219~DMG*D8*19500101*F~"
        "NM1*PR*2*DEMO PAYER*****PI*PAYER01~CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~"
        "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~"
        "HL*3*1*22*0~SBR*P*18*******CI~NM1*IL*1*ROE*JOHN****MI*DEMO0002~"
        "N3*3 DEMO ST~N4*RICHMOND*VA*23219~DMG*D8*19510101*M~"
        "NM1*PR*2*DEMO PAYER*****PI*PAYER01~CLM*DEMO-2*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~"
        "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260915~",
    .source = "005010X222A1, loop 2300 is required once for each patient",
};

std::optional<Fault> check(HierarchyView const& level) {
  if (!level.has_children || level.has_claims || level.code != "22") return std::nullopt;
  // HL04 announces a patient who isn't there: ENV011.
  if (!*level.has_children && level.child_flag == "1") return std::nullopt;
  return Fault{0, Applicability::none,
               *level.has_children ? "Neither this subscriber nor the patients below have a claim."
                                   : "This subscriber has no claim."};
}

}  // namespace

extern constexpr Rule rule{
    .id = "ENV017",
    .name = "level-without-claim",
    .severity = Severity::warning,
    .snip = 1,
    .kind = ErrorKind::required_missing,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = HierarchyCheck{check},
};

}  // namespace scrub837::env017
