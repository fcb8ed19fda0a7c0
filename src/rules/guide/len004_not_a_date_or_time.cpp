#include "src/rules/guide_words.hpp"

namespace scrub837::len004 {
namespace {

constexpr Doc doc{
    .what =
        "A date or time that does not exist, or is written in another format than its qualifier "
        "says.",
    .why = "The receiver rejects the claim (999, IK403 8 or 9).",
    .fix =
        "Type the date into the worklist, in the column value, as year, month and day: 20260914. "
        "A range is 20260901-20260930.",
    .bad = "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260931~",
    .good = "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260930~",
    .source = "005010X222A1, types DT and TM, formats D8 and RD8; 999 IK403 8 and 9",
};

void speak(guide::Fault const& fault, guide::Table const& table, Reporter& report) {
  guide_words::ask(fault, guide_words::element(fault, table) + " is not a date or time in the right format.",
                   report);
  if (fault.element->type == guide::Type::time) report.of_kind(ErrorKind::invalid_time);
}

}  // namespace

extern constexpr Rule rule{
    .id = "LEN004",
    .name = "not-a-date-or-time",
    .severity = Severity::error,
    .snip = 1,
    .kind = ErrorKind::invalid_date,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = GuideCheck{guide::FaultKind::not_a_date, speak},
    .release = Release::needs_reason,
    .precedence = Precedence::length,
};

}  // namespace scrub837::len004
