#include <fmt/format.h>

#include "src/rules/guide_words.hpp"

namespace scrub837::use005 {
namespace {

constexpr Doc doc{
    .what =
        "A loop appears more often than the guide allows: a second patient or subscriber at one level, a "
        "second rendering provider, more than 50 service lines, more than 10 other payers.",
    .why = "The receiver rejects the claim (999, IK304 4).",
    .fix =
        "Each patient and each subscriber needs a level of its own (HL). If a claim has more than 50 "
        "service lines, split it. Otherwise remove the extra loop. All of this is done in the billing "
        "system.",
    .bad =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~NM1*82*1*ROE*ANN****XX*1234567893~NM1*82*1*ROE*ANN****"
        "XX*1234567893~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .good =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~NM1*82*1*ROE*ANN****XX*1234567893~LX*1~SV1*HC:99213*"
        "125*UN*1***1~DTP*472*D8*20260914~",
    .source = "005010X222A1, repeat of each loop; 999 IK304 4",
};

std::string_view to_do_about(LoopId loop) {
  switch (loop) {
    case LoopId::L2010BA:
    case LoopId::L2010CA:
      return "Each subscriber and each patient needs a level of its own (HL); correct this in the billing "
             "system.";
    case LoopId::L2300:
      return "Repeat the level for the other claims in the billing system.";
    case LoopId::L2400:
      return "Split the claim in the billing system.";
    default:
      return "Remove the extra one in the billing system.";
  }
}

void speak(guide::Fault const& fault, guide::Table const& table, Reporter& report) {
  report.add(fault.place, -1,
             fmt::format("{}; only {} allowed.", guide_words::loops_found(fault, table),
                         guide_words::allowed_number(fault)));
  report.needs(to_do_about(fault.loop));
}

}  // namespace

extern constexpr Rule rule{
    .id = "USE005",
    .name = "loop-repeated",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::too_many_loops,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = GuideCheck{guide::FaultKind::loop_repeated, speak},
    .release = Release::needs_reason,
};

}  // namespace scrub837::use005
