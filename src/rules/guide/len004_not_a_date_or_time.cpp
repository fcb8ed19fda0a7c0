#include "src/rules/guide_words.hpp"

namespace scrub837::len004 {
namespace {

constexpr Doc doc{
    .what =
        "A date or time that does not exist, such as September 31, or that is not in the format that the "
        "guide and its qualifier require.",
    .why = "The receiver rejects the claim (999, IK403 8 or 9).",
    .fix =
        "Type the date into the worklist, in the column value, as 20260914 or as 09/14/2026. A range "
        "(RD8) is 20260901-20260930.",
    .bad = "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260931~",
    .good = "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260930~",
    .source = "005010X222A1, types DT and TM, formats D8 and RD8; 999 IK403 8 and 9",
};

struct Words {
  std::string_view no_such, wrong_format, needed;
};
constexpr Words for_date{" is a date that does not exist.", " is not a date in the format 20260914.",
                         "Type the date in the column value, as 20260914 or 09/14/2026."};
constexpr Words for_range{" has a date that does not exist.",
                          " is not a range in the format 20260901-20260930.",
                          "Type both dates in the column value, as 20260901-20260930."};
constexpr Words for_time{" is a time that does not exist.", " is not a time in the format 1430.",
                         "Type the time in the column value, as 1430."};

Words const& words_for(guide::Fault const& fault) {
  if (fault.element->type == guide::Type::time) return for_time;
  return fault.is_range ? for_range : for_date;
}

void speak(guide::Fault const& fault, guide::Table const& table, Reporter& report) {
  auto const& words = words_for(fault);
  auto const what = fault.no_such_day ? words.no_such : words.wrong_format;
  guide_words::ask(fault, guide_words::element(fault, table) + std::string(what), report, words.needed);
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
