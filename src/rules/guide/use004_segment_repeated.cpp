#include <fmt/format.h>

#include "src/rules/guide_words.hpp"

namespace scrub837::use004 {
namespace {

constexpr Doc doc{
    .what =
        "A segment appears more often than the guide allows in its loop. For notes, see NAR008; for "
        "attachment indicators, ATT009.",
    .why = "The receiver rejects the claim (999, IK304 5).",
    .fix = "Remove the extra segment in the billing system.",
    .bad = "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~DTP*472*D8*20260915~",
    .good = "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .source = "005010X222A1, repeat of each segment; 999 IK304 5",
};

void speak(guide::Fault const& fault, guide::Table const& table, Reporter& report) {
  report.add(fault.place, -1,
             fmt::format("{} appears {}; only {} allowed.", guide_words::segment(fault, table),
                         guide_words::times(fault), guide_words::allowed_number(fault)));
}

}  // namespace

extern constexpr Rule rule{
    .id = "USE004",
    .name = "segment-repeated",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::too_many,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = GuideCheck{guide::FaultKind::segment_repeated, speak},
    .release = Release::needs_reason,
};

}  // namespace scrub837::use004
