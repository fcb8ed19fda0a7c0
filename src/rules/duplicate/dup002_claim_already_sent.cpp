#include "scrub837/rule.hpp"

namespace scrub837::dup002 {
namespace {

constexpr Doc doc{
    .what =
        "The ledger says that the claim already went out in an earlier run: the same claim, byte for byte "
        "(an error), or one with the same patient, billing provider, dates, codes, modifiers and charges (a "
        "warning). Claims that replace or void another (CLM05-3 7 and 8) are not compared. Without a ledger "
        "the rule finds nothing.",
    .why = "The payer denies the second claim as an exact duplicate (CARC 18), or pays it twice.",
    .fix =
        "If it is the same claim, do nothing: it is with the payer. If the payer's front end refused the "
        "first one, give a reason in release_reason to send it again. If the claim was corrected after the "
        "payer took it, send it with CLM05-3 7 and the payer's claim number (REF*F8).",
    .bad = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .good =
        "CLM*DEMO-1*125***12:B:7*Y*A*Y*Y~REF*F8*2026257000123~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~"
        "DTP*472*D8*20260914~",
    .source = "CARC 18, exact duplicate; 277CA A3:54; 005010X222A1, 2300 CLM05-3",
    .ask =
        "This claim already went out. If it must go out again, because the first one was refused at the "
        "front end, say so in release_reason.",
};

std::optional<Fault> check(RepeatKey key) {
  if (key == RepeatKey::sent_claim)
    return Fault{1, Applicability::input, "This claim, byte for byte, was already sent"};
  if (key == RepeatKey::sent_services)
    return Fault{1,
                 Applicability::input,
                 "A claim with the same patient, billing provider, dates, codes, modifiers and charges was "
                 "already sent",
                 {},
                 Severity::warning};
  return std::nullopt;
}

}  // namespace

extern constexpr Rule rule{
    .id = "DUP002",
    .name = "claim-already-sent",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::duplicate,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = RepeatCheck{check},
    .release = Release::where_named,
};

}  // namespace scrub837::dup002
