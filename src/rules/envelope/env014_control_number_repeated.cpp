#include "scrub837/rule.hpp"

namespace scrub837::env014 {
namespace {

constexpr Doc doc{
    .what =
        "A number that must be unique is used twice in the inputs of a run: ISA13 or CLM01 of one sender, or "
        "ST02 in one group.",
    .why = "The receiver rejects the second one as a duplicate.",
    .fix =
        "If the same claim or file was sent twice, remove one. If not, give it a new number in the billing "
        "system.",
    .bad =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~"
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260915~",
    .good =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~"
        "CLM*DEMO-2*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260915~",
    .source = "005010X222A1, ISA13, ST02, CLM01; TA105 025",
};

std::optional<Fault> check(RepeatKey key) {
  switch (key) {
    case RepeatKey::interchange_control:
      return Fault{13, Applicability::none, "ISA13 was already used by the same sender"};
    case RepeatKey::transaction_control:
      return Fault{2, Applicability::none, "ST02 was already used in this group"};
    case RepeatKey::claim_id:
      return Fault{1, Applicability::none, "CLM01 was already used by the same sender"};
    case RepeatKey::attachment_control:
    case RepeatKey::narrative:
    case RepeatKey::services:
    case RepeatKey::sent_claim:
    case RepeatKey::sent_services:
      break;
  }
  return std::nullopt;
}

}  // namespace

extern constexpr Rule rule{
    .id = "ENV014",
    .name = "control-number-repeated",
    .severity = Severity::warning,
    .snip = 1,
    .kind = ErrorKind::duplicate,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = RepeatCheck{check},
};

}  // namespace scrub837::env014
