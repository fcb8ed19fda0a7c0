#include "scrub837/rule.hpp"
#include "src/claim/cut_text.hpp"
#include "src/claim/displaced_description.hpp"
#include "src/claim/narrative.hpp"
#include "src/claim/service_line.hpp"

namespace scrub837::nar002 {
namespace {

using Found = NarrativeState::Found;

constexpr Doc doc{
    .what = "The description of an unlisted line is only in a line note (2400 NTE), not in SV101-7.",
    .why =
        "5010 moved the description from the note to SV101-7. Payers that look there find nothing and reject "
        "the line. Using the note alone is left over from 4010.",
    .fix =
        "A note of type ADD that names a service in at most 80 characters is copied to SV101-7. The note "
        "stays, because some payers read it there. A remark (a visit that was not made, a call, a price, how "
        "the patient lives) is never copied. For a remark, a longer text or a note of type DCP, somebody "
        "must type the description.",
    .bad = "SV1*HC:99600*125*UN*1***1~NTE*ADD*COMPLEX WOUND CARE LEFT HEEL 45 MIN~",
    .good =
        "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~"
        "NTE*ADD*COMPLEX WOUND CARE LEFT HEEL 45 MIN~",
    .source = "005010X222A1, 2400 SV101-7 and NTE; X12 RFI 1109",
    .ask =
        "If the line note says what was done, type that in narrative (at most 80 characters); it goes into "
        "SV101-7. If no visit was made, do not bill the line.",
};

void check(UnlistedLine const& line, Reporter& report) {
  auto const& state = line.narrative();
  if (!state.in_note() || is_void(line.claim())) return;
  Place const place{line.sv1_index(), 1, 7};
  auto const report_it = [&](std::string_view message, Fix fix) {
    report.add(place, static_cast<std::int32_t>(line.index()),
               std::string(message) + std::string(displaced_hint(line)), std::move(fix));
  };
  if (state.found == Found::long_note || state.found == Found::dcp_note) {
    report_it(
        state.found == Found::long_note
            ? "SV101-7 is blank. The only description is a line note (NTE02) of more than 80 characters."
            : "SV101-7 is blank. The only description is a line note of type DCP.",
        {Applicability::input, {}, {}});
  } else if (state.found == Found::line_note && may_be_cut(line)) {
    report_it(
        "SV101-7 is blank, but another component of SV101 has text; the line note (NTE02) is not copied.",
        {Applicability::input, {}, {}});
  } else if (state.found == Found::line_note && !state.describes_visit) {
    report_it(
        "SV101-7 is blank. The line note (NTE02) is not copied, because it does not clearly say what was "
        "done.",
        {Applicability::input, {}, {}});
  } else if (state.found == Found::line_note) {
    auto const& claim = line.claim();
    auto copy = as_component(trimmed(claim.segment(state.note)[2]), claim.delimiters());
    report_it("SV101-7 is blank. The only description is in the line note (NTE02).",
              {copy.verbatim ? Applicability::safe : Applicability::unsafe,
               {{Edit::What::set, place, std::move(copy.text)}},
               {{state.note, 2, 0}}});
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "NAR002",
    .name = "narrative-not-in-sv101-7",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::misplaced,
    .fix = Applicability::safe,
    .phase = Phase::move,
    .doc = doc,
    .check = UnlistedCheck{check},
    .duty = Duty::describes_line,
};

}  // namespace scrub837::nar002
