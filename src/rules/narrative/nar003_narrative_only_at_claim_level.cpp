#include "scrub837/rule.hpp"
#include "src/claim/cut_text.hpp"
#include "src/claim/displaced_description.hpp"
#include "src/claim/narrative.hpp"
#include "src/claim/service_line.hpp"

namespace scrub837::nar003 {
namespace {

constexpr Doc doc{
    .what = "The description of an unlisted line is only in the claim note (2300 NTE*ADD).",
    .why =
        "A claim note is about the whole claim. Payers look for the description on the line, in SV101-7, and "
        "reject a line without it.",
    .fix =
        "If the claim has one line and the note names a service in at most 80 characters, --unsafe-fixes "
        "copies it. A remark (a visit that was not made, a call, a price) is never copied. Otherwise, type "
        "each line's description in the worklist.",
    .bad =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~NTE*ADD*HOME SAFETY ASSESSMENT FALL RISK 60 MIN~HI*ABK:Z9181~LX*1~"
        "SV1*HC:99600*125*UN*1***1~DTP*472*D8*20260914~",
    .good =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~NTE*ADD*HOME SAFETY ASSESSMENT FALL RISK 60 MIN~HI*ABK:Z9181~LX*1~"
        "SV1*HC:99600:::::HOME SAFETY ASSESSMENT FALL RISK 60 MIN*125*UN*1***1~DTP*472*D8*20260914~",
    .source = "005010X222A1, 2400 SV101-7 and 2300 NTE",
    .ask = "Type this line's own description in narrative (at most 80 characters); it goes into SV101-7.",
};

void check(UnlistedLine const& line, Reporter& report) {
  auto const& state = line.narrative();
  if (state.found != NarrativeState::Found::claim_note || is_void(line.claim())) return;
  auto const& claim = line.claim();
  auto const text = trimmed(claim.segment(state.note)[2]);
  Place const place{line.sv1_index(), 1, 7};
  Fix fix{Applicability::input, {}, {}};
  if (claim.line_count() == 1 && state.describes_visit && !may_be_cut(line) && fits_narrative(text)) {
    fix = {Applicability::unsafe,
           {{Edit::What::set, place, as_component(text, claim.delimiters()).text}},
           {{state.note, 2, 0}}};
  }
  report.add(place, static_cast<std::int32_t>(line.index()),
             "SV101-7 is blank. The only description is in the claim note (2300 NTE), which is about the "
             "whole claim." +
                 std::string(displaced_hint(line)),
             std::move(fix));
}

}  // namespace

extern constexpr Rule rule{
    .id = "NAR003",
    .name = "narrative-only-at-claim-level",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::misplaced,
    .fix = Applicability::unsafe,
    .phase = Phase::move,
    .doc = doc,
    .check = UnlistedCheck{check},
    .duty = Duty::describes_line,
};

}  // namespace scrub837::nar003
