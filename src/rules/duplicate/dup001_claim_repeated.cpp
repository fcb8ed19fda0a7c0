#include "scrub837/rule.hpp"

namespace scrub837::dup001 {
namespace {

constexpr Doc doc{
    .what =
        "A claim is the same as an earlier claim of the run under another CLM01: patient (name and birth "
        "date, "
        "or member id), billing provider, dates, codes, modifiers and charges are equal.",
    .why = "The payer denies the second claim as an exact duplicate (CARC 18).",
    .fix =
        "If the claim was entered twice, remove one. If it replaces a claim that the payer has, send it with "
        "CLM05-3 7 and the payer's claim number (REF*F8). If the services were given twice that day, put "
        "modifier 76 on the second ones.",
    .bad =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~"
        "CLM*DEMO-2*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .good =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~"
        "CLM*DEMO-2*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260915~",
    .source = "CARC 18, exact duplicate; 277CA A3:54; 005010X222A1, 2300 CLM05-3",
};

std::optional<Fault> check(RepeatKey key) {
  if (key != RepeatKey::services) return std::nullopt;
  return Fault{1, Applicability::none,
               "Patient, billing provider, dates, codes, modifiers and charges are those of an earlier claim "
               "under another CLM01"};
}

}  // namespace

extern constexpr Rule rule{
    .id = "DUP001",
    .name = "claim-repeated",
    .severity = Severity::warning,
    .snip = 4,
    .kind = ErrorKind::duplicate,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = RepeatCheck{check},
};

}  // namespace scrub837::dup001
