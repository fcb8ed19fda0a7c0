#include "scrub837/rule.hpp"

namespace scrub837::att006 {
namespace {

constexpr Doc doc{
    .what =
        "The same attachment control number (PWK06) is on two claims of one sender, in any input of the run.",
    .why = "The payer files the document with one of the claims and requests it again for the other.",
    .fix = "Give each document its own number, unless one document really is for both claims.",
    .bad =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~PWK*NN*EL***AC*ACN0001~HI*ABK:Z9181~LX*1~"
        "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~"
        "CLM*DEMO-2*125***12:B:1*Y*A*Y*Y~PWK*NN*EL***AC*ACN0001~HI*ABK:Z9181~LX*1~"
        "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260915~",
    .good =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~PWK*NN*EL***AC*ACN0001~HI*ABK:Z9181~LX*1~"
        "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~"
        "CLM*DEMO-2*125***12:B:1*Y*A*Y*Y~PWK*NN*EL***AC*ACN0002~HI*ABK:Z9181~LX*1~"
        "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260915~",
    .source = "005010X222A1, 2300 and 2400 PWK06; CGS and Palmetto cover-sheet instructions",
};

std::optional<Fault> check(RepeatKey key) {
  if (key != RepeatKey::attachment_control) return std::nullopt;
  return Fault{6, Applicability::none, "This attachment control number (PWK06) is also on an earlier claim"};
}

}  // namespace

extern constexpr Rule rule{
    .id = "ATT006",
    .name = "control-number-reused",
    .severity = Severity::warning,
    .snip = 2,
    .kind = ErrorKind::duplicate,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = RepeatCheck{check},
};

}  // namespace scrub837::att006
