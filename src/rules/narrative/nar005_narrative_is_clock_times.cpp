#include "scrub837/rule.hpp"
#include "src/claim/service_line.hpp"

namespace scrub837::nar005 {
namespace {

constexpr Doc doc{
    .what =
        "SV101-7 of an unlisted line has visit times (HHMM-HHMM), as electronic visit verification writes "
        "them.",
    .why =
        "Visit times do not describe the service. Some Medicaid programs require times on their own codes, "
        "but an unlisted line must still say what was done.",
    .fix =
        "Type the description in the worklist. It is written before the visit times, which are never "
        "overwritten. Ask the payer how it wants to receive both.",
    .bad = "SV1*HC:99600:::::0900-1130*125*UN*1***1~",
    .good = "SV1*HC:99600:::::PALLIATIVE SYMPTOM MANAGEMENT 0900-1130*125*UN*1***1~",
    .source = "Virginia DMAS, electronic visit verification on claims",
    .ask = "Type what was done in narrative; it goes into SV101-7, before the visit times.",
};

void check(UnlistedLine const& line, Reporter& report) {
  if (line.narrative().found != NarrativeState::Found::clock_times || is_void(line.claim())) return;
  report.add({line.sv1_index(), 1, 7}, static_cast<std::int32_t>(line.index()),
             "SV101-7 has visit times but does not say what was done.", {Applicability::input, {}, {}});
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
