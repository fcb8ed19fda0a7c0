#include "scrub837/rule.hpp"
#include "src/claim/service_line.hpp"

namespace scrub837::nar005 {
namespace {

constexpr Doc doc{
    .what =
        "SV101-7 of an unlisted line holds clock times (HHMM-HHMM), as electronic visit verification "
        "puts them there.",
    .why =
        "Times are no description. Some Medicaid programs want them on their own codes; an unlisted line "
        "still needs to say what was done.",
    .fix =
        "Ask how this payer takes both. The times are never overwritten: type the description into the "
        "worklist.",
    .bad = "SV1*HC:99600:::::0900-1130*125*UN*1***1~",
    .good = "SV1*HC:99600:::::PALLIATIVE SYMPTOM MANAGEMENT 0900-1130*125*UN*1***1~",
    .source = "Virginia DMAS, electronic visit verification on claims",
    .ask = "Type what was done into narrative; it goes into SV101-7, and the visit times stay behind it.",
};

void check(UnlistedLine const& line, Reporter& report) {
  if (line.narrative().found != NarrativeState::Found::clock_times || is_void(line.claim())) return;
  report.add({line.sv1_index(), 1, 7}, static_cast<std::int32_t>(line.index()),
             "SV101-7 holds clock times; nothing says what was done.", {Applicability::input, {}, {}});
}

}  // namespace

extern constexpr Rule rule{
    .id = "NAR005",
    .name = "narrative-is-clock-times",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::invalid_value,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = UnlistedCheck{check},
    .duty = Duty::describes_line,
};

}  // namespace scrub837::nar005
