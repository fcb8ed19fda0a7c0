#include "scrub837/rule.hpp"
#include "src/narrative/cites_attachment.hpp"

namespace scrub837::att011 {
namespace {

constexpr Doc doc{
    .what =
        "A description (SV101-7) or note (NTE02) says that a document is attached or was sent, but neither "
        "the line nor its claim has a PWK segment.",
    .why =
        "Nothing can be attached to an 837 itself: the payer learns of a document only from the PWK segment. "
        "A reviewer who reads the text looks for a document that was never matched to the claim.",
    .fix =
        "If a document will be sent, type its attachment type, how it will be sent, and its control number "
        "in the worklist. If none will be sent, reword the text.",
    .bad = "SV1*HC:99213*125*UN*1***1~NTE*ADD*SEE ATTACHED NURSING NOTES~",
    .good =
        "SV1*HC:99213*125*UN*1***1~PWK*NN*EL***AC*ACN0001~DTP*472*D8*20260914~"
        "NTE*ADD*SEE ATTACHED NURSING NOTES~",
    .source = "005010X222A1, 2300 and 2400 PWK; NGS and Noridian, paperwork instructions",
    .ask =
        "If a document will be sent, type attachment_type, attachment_transmission and "
        "attachment_control_number. If none will be sent, reword the text.",
};

// The marks of a line, which are taken off the front; they are line by line.
std::span<SegmentRef const> take(std::span<SegmentRef const>& marks, std::int32_t line) {
  std::size_t count = 0;
  while (count < marks.size() && marks[count].line == line) ++count;
  auto const taken = marks.first(count);
  marks = marks.subspan(count);
  return taken;
}

std::optional<Place> citing_note(ClaimView const& claim, std::span<SegmentRef const> notes) {
  for (auto const& mark : notes) {
    auto const note = claim.segment(mark.segment);
    if (note[1] != "TPO" && cites_attachment(note[2])) return Place{mark.segment, 2, 0};
  }
  return std::nullopt;
}

// Once a line, at the first text that says so.
std::optional<Place> citing_text(LineView const& line, std::span<SegmentRef const> notes) {
  if (line.has_service() && cites_attachment(line.description())) return Place{line.sv1_index(), 1, 7};
  return citing_note(line.claim(), notes);
}

void check(ClaimView const& claim, Reporter& report) {
  if (!claim.has_texts()) return;
  auto indicators = claim.indicators();
  auto notes = claim.notes();
  if (!take(indicators, -1).empty()) return;
  auto const add = [&](std::optional<Place> place, std::int32_t line) {
    if (!place) return;
    report.add(*place, line,
               "The text says that a document is attached or was sent, but there is no PWK segment.",
               {Applicability::input, {}, {}});
  };
  auto const of_claim = take(notes, -1);
  if (indicators.empty()) add(citing_note(claim, of_claim), -1);
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const number = static_cast<std::int32_t>(i);
    auto const of_line = take(notes, number);
    if (take(indicators, number).empty()) add(citing_text(claim.line(i), of_line), number);
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "ATT011",
    .name = "narrative-cites-attachment",
    .severity = Severity::warning,
    .snip = 4,
    .kind = ErrorKind::situational_missing,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
};

}  // namespace scrub837::att011
