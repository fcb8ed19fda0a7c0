#include "scrub837/rule.hpp"

namespace scrub837::env019 {
namespace {

constexpr Doc doc{
    .what = "The file has claims without a readable ISA: the ISA is damaged or missing.",
    .why =
        "The ISA names the sender, the receiver and the delimiters. No receiver accepts claims without it, "
        "and delimiters that are guessed may be wrong.",
    .fix =
        "Ask for the whole file again. The claims are checked with the delimiters that their segments seem "
        "to use. All of them are held as received, with what is left of the ISA.",
    .bad =
        "ISA*00*DAMAGED~GS*HC*DEMOSENDER*DEMORECEIVER*20260914*1200*1*X*005010X222A1~ST*837*0001*"
        "005010X222A1~"
        "BHT*0019*00*1*20260914*1200*CH~NM1*41*2*DEMO SENDER*****46*SENDER01~"
        "PER*IC*DEMO DESK*TE*5555550100~NM1*40*2*DEMO PAYER*****46*PAYER01~HL*1**20*1~"
        "NM1*85*2*DEMO AGENCY*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*VA*232190000~REF*EI*123456789~"
        "HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*DOE*JANE****MI*DEMO0001~N3*2 DEMO ST~"
        "N4*RICHMOND*VA*232190000~DMG*D8*19500101*F~NM1*PR*2*DEMO PAYER*****PI*PAYER01~"
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~"
        "DTP*472*D8*20260914~SE*23*0001~GE*1*1~IEA*1*000000001~",
    .good =
        "ISA*00*          *00*          *ZZ*DEMOSENDER     *ZZ*DEMORECEIVER   "
        "*260914*1200*^*00501*000000001*0*P*:~"
        "GS*HC*DEMOSENDER*DEMORECEIVER*20260914*1200*1*X*005010X222A1~ST*837*0001*005010X222A1~"
        "BHT*0019*00*1*20260914*1200*CH~NM1*41*2*DEMO SENDER*****46*SENDER01~"
        "PER*IC*DEMO DESK*TE*5555550100~NM1*40*2*DEMO PAYER*****46*PAYER01~HL*1**20*1~"
        "NM1*85*2*DEMO AGENCY*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*VA*232190000~REF*EI*123456789~"
        "HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*DOE*JANE****MI*DEMO0001~N3*2 DEMO ST~"
        "N4*RICHMOND*VA*232190000~DMG*D8*19500101*F~NM1*PR*2*DEMO PAYER*****PI*PAYER01~"
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~"
        "DTP*472*D8*20260914~SE*23*0001~GE*1*1~IEA*1*000000001~",
    .source = "X12.5 interchange control structure; 005010X222A1, ISA",
};

std::optional<Fault> check(IsaView const& isa) {
  if (isa.readable) return std::nullopt;
  return Fault{0, Applicability::none, "The claims that follow have no readable ISA."};
}

}  // namespace

extern constexpr Rule rule{
    .id = "ENV019",
    .name = "interchange-header-unreadable",
    .severity = Severity::error,
    .snip = 1,
    .kind = ErrorKind::unreadable,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = IsaCheck{check},
    .release = Release::impossible,
};

}  // namespace scrub837::env019
