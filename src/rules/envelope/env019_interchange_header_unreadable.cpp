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
        "BHT*0019*00*1*20260914*1200*CH~HL*1**20*1~NM1*85*2*DEMO AGENCY*****XX*1234567893~HL*2*1*22*0~"
        "SBR*P*18*******CI~CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~"
        "DTP*472*D8*20260914~SE*12*0001~GE*1*1~IEA*1*000000001~",
    .good =
        "ISA*00*          *00*          *ZZ*DEMOSENDER     *ZZ*DEMORECEIVER   "
        "*260914*1200*^*00501*000000001*0*P*:~"
        "GS*HC*DEMOSENDER*DEMORECEIVER*20260914*1200*1*X*005010X222A1~ST*837*0001*005010X222A1~"
        "BHT*0019*00*1*20260914*1200*CH~HL*1**20*1~NM1*85*2*DEMO AGENCY*****XX*1234567893~HL*2*1*22*0~"
        "SBR*P*18*******CI~CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~"
        "DTP*472*D8*20260914~SE*12*0001~GE*1*1~IEA*1*000000001~",
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
