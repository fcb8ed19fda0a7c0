#include <fmt/format.h>

#include "src/rules/guide_words.hpp"

namespace scrub837::len001 {
namespace {

constexpr Doc doc{
    .what = "A value is shorter than the guide allows.",
    .why = "The receiver rejects the claim (999, IK403 4).",
    .fix =
        "Type the whole value into the worklist, in the column value. A ZIP code or an ID may have lost "
        "its leading zero in a spreadsheet.",
    .bad = "NM1*PR*2*DEMO PAYER*****PI*P~",
    .good = "NM1*PR*2*DEMO PAYER*****PI*PAYER01~",
    .source = "005010X222A1, length of each element; 999 IK403 4",
    .value = "Type the whole number or text in the column value.",
};

void speak(guide::Fault const& fault, guide::Table const& table, Reporter& report) {
  guide_words::ask(fault,
                   fmt::format("{} is too short; it must have at least {} characters.",
                               guide_words::element(fault, table), fault.other),
                   report);
}

}  // namespace

extern constexpr Rule rule{
    .id = "LEN001",
    .name = "too-short",
    .severity = Severity::error,
    .snip = 1,
    .kind = ErrorKind::too_short,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = GuideCheck{guide::FaultKind::too_short, speak},
    .release = Release::needs_reason,
    .precedence = Precedence::length,
};

}  // namespace scrub837::len001
