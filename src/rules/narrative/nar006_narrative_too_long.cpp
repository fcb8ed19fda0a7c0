#include "scrub837/rule.hpp"
#include "src/claim/line_note.hpp"
#include "src/claim/narrative.hpp"

namespace scrub837::nar006 {
namespace {

constexpr Doc doc{
    .what = "A description (SV101-7) or note (NTE02) is longer than 80 characters.",
    .why = "The guide allows 80 characters. Receivers reject the transaction set or cut the text off.",
    .fix =
        "Type a shorter text in the worklist. --unsafe-fixes splits the text between two words, into SV101-7 "
        "and an empty line note (2400 NTE*ADD); it never cuts anything off.",
    .bad =
        "SV1*HC:99600:::::COMPREHENSIVE CHRONIC ILLNESS ASSESSMENT CHF COPD DM2 WITH MEDICATION "
        "RECONCILIATION AND CAREGIVER TEACHING*125*UN*1***1~",
    .good =
        "SV1*HC:99600:::::COMPREHENSIVE CHRONIC ILLNESS ASSESSMENT CHF COPD DM2 WITH MEDICATION*125*UN*1***1~"
        "NTE*ADD*RECONCILIATION AND CAREGIVER TEACHING~",
    .source = "005010X222A1, 2400 SV101-7, 2300 and 2400 NTE02",
    .ask =
        "Type a shorter text in narrative (at most 80 characters). It replaces the long text; if the line "
        "needs a description and SV101-7 has none that is right, it goes there too.",
};

// Characters are never more than bytes.
bool too_long(std::string_view text) {
  return text.size() > longest_narrative && text_length(text) > longest_narrative;
}

std::string message(std::string_view where, std::string_view text) {
  return std::string(where) + " has " + std::to_string(text_length(text)) +
         " characters; the guide allows 80.";
}

Fix split_description(LineView const& line) {
  auto const text = line.description();
  auto const notes = line_notes(line);
  auto const at = split_point(text);
  if (notes.filled || !at) return {Applicability::input, {}, {}};
  auto const head = std::string(trimmed(text.substr(0, *at)));
  auto const tail = std::string(trimmed(text.substr(*at)));
  Fix fix{Applicability::unsafe, {{Edit::What::set, {line.sv1_index(), 1, 7}, head}}, {}};
  fix.edits.push_back(note_edit(line, notes, tail));
  return fix;
}

// A long note of an undescribed unlisted line: its head is the description.
Fix split_note(LineView const& line, std::uint32_t index) {
  auto const note = line.claim().segment(index);
  auto const at = split_point(trimmed(note[2]));
  if (!line.unlisted() || !trimmed(line.description()).empty() || note[1] != "ADD" || !at) {
    return {Applicability::input, {}, {}};
  }
  auto const text = trimmed(note[2]);
  return {Applicability::unsafe,
          {{Edit::What::set,
            {line.sv1_index(), 1, 7},
            as_component(trimmed(text.substr(0, *at)), line.claim().delimiters()).text},
           {Edit::What::set, {index, 2, 0}, std::string(trimmed(text.substr(*at)))}},
          {}};
}

void check(ClaimView const& claim, Reporter& report) {
  if (!claim.has_texts()) return;
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    auto const number = static_cast<std::int32_t>(i);
    if (line.has_service() && too_long(line.description())) {
      report.add({line.sv1_index(), 1, 7}, number, message("SV101-7", line.description()),
                 split_description(line));
    }
  }
  for (auto const [index, line] : claim.notes()) {
    auto const text = claim.segment(index)[2];
    if (!too_long(text)) continue;
    report.add({index, 2, 0}, line, message("NTE02", text),
               line < 0 ? Fix{Applicability::input, {}, {}}
                        : split_note(claim.line(static_cast<std::size_t>(line)), index));
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "NAR006",
    .name = "narrative-too-long",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::too_long,
    .fix = Applicability::unsafe,
    .phase = Phase::move,
    .doc = doc,
    .check = ClaimCheck{check},
};

}  // namespace scrub837::nar006
