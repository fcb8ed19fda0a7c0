#include "scrub837/rule.hpp"
#include "src/claim/claim_notes.hpp"
#include "src/claim/payer_requirements.hpp"
#include "src/claim/service_line.hpp"

namespace scrub837::nar011 {
namespace {

constexpr Doc doc{
    .what =
        "Neither the description of an unlisted line nor a note names a listed procedure code for "
        "comparison.",
    .why =
        "A payer that has no price for the code looks for a similar one. Some payers pay only if the sender "
        "names that code and explains why.",
    .fix =
        "If the payer asks for it, name the comparable code in the description or in a note; the cover "
        "letter gives the reason. Only the clinician and the coder know which code it is.",
    .bad = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~",
    .good = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~NTE*ADD*COMPARABLE TO 97597~",
    .source = "Priority Health, claims with unlisted codes; AAPC on comparable codes",
    .ask =
        "Type the description in narrative and include the comparable code, such as COMPARABLE TO 97597. The "
        "column comparable_code is only for the cover letter.",
};

void check(UnlistedLine const& line, Reporter& report) {
  if (identifies_drug(line)) return;
  auto const* const requirements = demands_of(line);
  bool const required = requirements != nullptr && requirements->comparable_code == Demand::required;
  auto const& state = line.narrative();
  // A text that is only short holds no claim by itself, so it must not take the place of one with the code.
  bool const short_text = required && state.kind == NarrativeKind::too_short;
  if ((!state.usable() && !short_text) || state.reading.cites_code) return;
  auto const& claim = line.claim();
  if (claim_note_cites_code(claim, line.procedure())) return;
  for (auto const mark : claim.notes_of(static_cast<std::int32_t>(line.index()))) {
    if (read_narrative(claim.segment(mark.segment)[2], line.procedure()).cites_code) return;
  }
  report.add_as(required ? severity_of_demand(claim, report) : report.severity(), {line.sv1_index(), 1, 7},
                static_cast<std::int32_t>(line.index()),
                "Neither the description nor a note names a comparable procedure code.",
                {Applicability::input, {}, {}});
}

}  // namespace

extern constexpr Rule rule{
    .id = "NAR011",
    .name = "comparable-code-missing",
    .severity = Severity::info,
    .snip = 7,
    .kind = ErrorKind::situational_missing,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = UnlistedCheck{check},
};

}  // namespace scrub837::nar011
