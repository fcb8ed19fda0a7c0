#include "src/rules/guide_words.hpp"

namespace scrub837::len003 {
namespace {

constexpr Doc doc{
    .what = "A value that must be a number is not a number.",
    .why = "The receiver rejects the claim (999, IK403 6).",
    .fix =
        "Type the number into the worklist, in the column value: digits and a decimal point, without "
        "dollar sign or comma.",
    .bad = "SV1*HC:99213*125*UN*ONE***1~",
    .good = "SV1*HC:99213*125*UN*1***1~",
    .source = "005010X222A1, types N0 and R; 999 IK403 6",
    .value = "Type the number in the column value.",
};

void speak(guide::Fault const& fault, guide::Table const& table, Reporter& report) {
  guide_words::ask(fault, guide_words::element(fault, table) + " is not a number.", report);
}

}  // namespace

extern constexpr Rule rule{
    .id = "LEN003",
    .name = "not-a-number",
    .severity = Severity::error,
    .snip = 1,
    .kind = ErrorKind::invalid_character,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = GuideCheck{guide::FaultKind::not_a_number, speak},
    .release = Release::needs_reason,
    .precedence = Precedence::length,
};

}  // namespace scrub837::len003
