#include "src/rules/guide_words.hpp"

namespace scrub837::use001 {
namespace {

constexpr Doc doc{
    .what = "A segment that the guide requires in this loop is missing.",
    .why = "The receiver rejects the transaction set, or the claim (999, IK304 3).",
    .fix =
        "Enter what is missing in the billing system, and send the claim again. If a companion guide "
        "requires a prior authorization number (REF*G1 of the claim), it can be typed into the worklist, "
        "in the column authorization_number.",
    .bad = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .good =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .source = "005010X222A1, usage of each segment; 999 IK304 3",
    .ask = "Enter it in the billing system, and send the claim again.",
};

// The one segment that a column of the worklist is for.
bool is_authorization(guide::Fault const& fault, guide::Table const& table) {
  if (fault.loop != LoopId::L2300 || fault.segment != Kind::REF || fault.use == nullptr) return false;
  auto const& qualifiers = fault.use->qualifiers;
  return !qualifiers.empty() && table.code_sets[qualifiers.front().codes].contains("G1");
}

void speak(guide::Fault const& fault, guide::Table const& table, Reporter& report) {
  guide_words::add(fault, guide_words::segment(fault, table) + " is required but missing.", report);
  if (!is_authorization(fault, table)) return;
  report.ask_in_column();
  report.needs("Type the number that the payer gave in the column authorization_number.");
}

}  // namespace

extern constexpr Rule rule{
    .id = "USE001",
    .name = "segment-missing",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::required_missing,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = GuideCheck{guide::FaultKind::segment_missing, speak},
    .release = Release::needs_reason,
    .precedence = Precedence::required,
};

}  // namespace scrub837::use001
