#include "scrub837/rule.hpp"

namespace scrub837::sit015 {
namespace {

constexpr Doc doc{
    .what = "The rendering provider (2310B) has the NPI of the billing provider (2010AA).",
    .why =
        "The guide allows a rendering provider only if it is not the billing provider. Some payers reject "
        "the repetition.",
    .fix =
        "If the billing provider performed the service, leave 2310B out. If not, correct the NPI of the "
        "rendering provider in the billing system.",
    .bad =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~NM1*82*2*DEMO HOME CARE*****XX*1234567893~LX*1~"
        "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .good =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~NM1*82*1*ROE*ANN****XX*1093817462~LX*1~"
        "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .source = "005010X222A1, 2310B: required when the rendering provider is not the billing provider",
};

void check(ClaimView const& claim, Reporter& report) {
  auto const& billing = claim.inherited().billing_npi;
  if (billing.empty()) return;
  for (auto const& loop : claim.loops()) {
    if (loop.id != LoopId::L2310B) continue;
    auto const name = claim.segment(loop.first);
    if (name[8] == "XX" && name[9] == billing)
      report.add({loop.first, 9, 0}, -1,
                 "The rendering provider (2310B) has the NPI of the billing provider; leave 2310B out.");
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT015",
    .name = "rendering-is-billing",
    .severity = Severity::warning,
    .snip = 4,
    .kind = ErrorKind::duplicate,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .of_segments = {Kind::NM1},
    .precedence = Precedence::situation,
};

}  // namespace scrub837::sit015
