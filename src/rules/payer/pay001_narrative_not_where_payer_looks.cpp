#include "scrub837/rule.hpp"
#include "src/claim/claim_notes.hpp"
#include "src/claim/line_note.hpp"
#include "src/claim/narrative.hpp"
#include "src/claim/payer_requirements.hpp"

namespace scrub837::pay001 {
namespace {

using Found = NarrativeState::Found;

constexpr Doc doc{
    .what =
        "A line has a description, but not in every place where its payer looks: the line note (2400 NTE) or "
        "the claim note (2300 NTE). Only for payers whose profile names the places.",
    .why =
        "Some payers read the note as well as SV101-7. If the note is missing, they return the line as "
        "unprocessable, without appeal rights.",
    .fix =
        "--unsafe-fixes copies SV101-7 into a new line note of type ADD, or into the claim note if the claim "
        "has one line and no note yet. Otherwise, type the description in the worklist.",
    .bad = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~",
    .good =
        "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~NTE*ADD*COMPLEX WOUND CARE LEFT "
        "HEEL 45 MIN~",
    .source = "CGS Part B (18 March 2025) and the DME contractors (2016): the narrative in NTE too",
    .profile = R"(codes.unlisted.narrative_in = ["SV101-7", "2400 NTE"])",
    .ask =
        "Type the description in narrative (at most 80 characters); it goes into the note that this payer "
        "reads, too.",
};

bool line_note_describes(LineView const& line, std::string_view type) {
  for (auto const index : line.direct(Kind::NTE)) {
    auto const note = line.claim().segment(index);
    if (note[1] == type && is_usable(trimmed(note[2]), line.procedure())) return true;
  }
  return false;
}

bool has_note(ClaimView const& claim) { return !claim.notes_of(-1).empty(); }

// The line's own words, copied the other way. \param to makes the edit that puts a text into the note
template <typename To>
Fix copy_of_description(LineView const& line, bool free, To to) {
  auto const text = trimmed(line.description());
  if (!free || line.narrative().found != Found::described || text_length(text) > longest_narrative) {
    return {Applicability::input, {}, {}};
  }
  return {Applicability::unsafe, {to(text)}, {{line.sv1_index(), 1, 7}}};
}

void check(LineView const& line, PayerRequirements const& requirements, Reporter& report) {
  // NAR001 holds a line that nothing describes, NAR005 one with clock times.
  auto const found = line.narrative().found;
  if (requirements.narrative_in.empty() || found == Found::nothing || found == Found::clock_times) return;
  auto const& claim = line.claim();
  Place const place{line.sv1_index(), 0, 0};
  auto const number = static_cast<std::int32_t>(line.index());
  bool const adds = requirements.note_type == "ADD";
  bool const at_line = line_note_describes(line, requirements.note_type);
  bool const at_claim = claim_note_describes(claim, line.procedure(), requirements.note_type);
  for (auto const wanted : requirements.narrative_in) {
    bool const any = wanted == NarrativePlace::any_note;
    if ((any && !at_line && !at_claim) || (wanted == NarrativePlace::line_note && !at_line)) {
      auto const notes = line_notes(line);
      report.add(
          place, number,
          any ? "The payer looks for the description in a note, but no note of the line or claim has it."
              : "The payer looks for the description in the line note (2400 NTE) too.",
          copy_of_description(line, adds && !notes.filled,
                              [&](std::string_view text) { return note_edit(line, notes, text); }));
    } else if (wanted == NarrativePlace::claim_note && !at_claim) {
      report.add({0, 0, 0}, number, "The payer looks for the description in the claim note (2300 NTE) too.",
                 copy_of_description(line, adds && claim.line_count() == 1 && !has_note(claim),
                                     [&](std::string_view text) { return claim_note_edit(claim, text); }));
    }
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "PAY001",
    .name = "narrative-not-where-payer-looks",
    .severity = Severity::error,
    .snip = 7,
    .kind = ErrorKind::misplaced,
    .fix = Applicability::unsafe,
    .phase = Phase::move,
    .doc = doc,
    .check = RequirementCheck{check},
};

}  // namespace scrub837::pay001
