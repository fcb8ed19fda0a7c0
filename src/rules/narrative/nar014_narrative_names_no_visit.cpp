#include "scrub837/rule.hpp"
#include "src/claim/cut_text.hpp"
#include "src/claim/narrative.hpp"
#include "src/claim/service_line.hpp"
#include "src/narrative/note_reading.hpp"

namespace scrub837::nar014 {
namespace {

constexpr Doc doc{
    .what =
        "The text of a 99600 line describes a visit that was not made (no show, not home, refused, "
        "attempted, canceled): an error. Or it describes care that was not given in the home (a telephone "
        "call, remote monitoring): a warning.",
    .why =
        "99600 is a visit in the home. A visit that was not made is not billable, and telephone calls have "
        "their own codes. Payers recover what they paid for such a line.",
    .fix =
        "If no visit was made, remove the line from the claim. If a visit was made, type what was done in "
        "the worklist.",
    .bad = "SV1*HC:99600:::::NO SHOW, PATIENT NOT HOME, WAITED 20 MIN*125*UN*1***1~",
    .good = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~",
    .source =
        "CGS on home visits (physical presence); Medicaid programs on missed visits; "
        "src/narrative/phrases.txt",
    .ask =
        "If the visit was made, type what was done in narrative (at most 80 characters). If not, the line "
        "must not be billed.",
};

void check(UnlistedLine const& line, Reporter& report) {
  if (line.procedure() != "99600" || is_void(line.claim()) || is_cut(line)) return;
  auto const number = static_cast<std::int32_t>(line.index());
  bool said = false;
  auto const add = [&](VisitDoubt doubt, Place place) {
    if (said || doubt == VisitDoubt::none) return;
    said = true;
    if (doubt == VisitDoubt::not_made) {
      report.add(place, number, "The text describes a visit that was not made.",
                 {Applicability::input, {}, {}});
    } else {
      report.add_as(report.severity_or(Severity::warning), place, number,
                    "The text describes care that was not given in the home.",
                    {Applicability::input, {}, {}});
    }
  };
  for_each_text(line, [&](std::string_view text, Place place) {
    if (said) return;
    auto const& state = line.narrative();
    // SV101-7 is read already, and so is the note that was found in its place.
    bool const known = place.component == 7 ? state.kind != NarrativeKind::empty
                                            : state.in_note() && state.note == place.segment;
    add(known ? state.visit : read_note(text).visit, place);
  });
}

}  // namespace

extern constexpr Rule rule{
    .id = "NAR014",
    .name = "narrative-names-no-visit",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::contradiction,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = UnlistedCheck{check},
};

}  // namespace scrub837::nar014
