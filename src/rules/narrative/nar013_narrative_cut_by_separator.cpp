#include "scrub837/rule.hpp"
#include "src/claim/cut_text.hpp"

namespace scrub837::nar013 {
namespace {

constexpr Doc doc{
    .what =
        "A delimiter of the file was typed into a description or note, which goes on where the guide has "
        "nothing (SV101-8, NTE03) or begins among the modifiers (SV101-3 to -6).",
    .why =
        "The receiver reads only the part in SV101-7 or NTE02, or refuses the set for an element that is not "
        "used. Text in the place of a modifier is a modifier that does not exist.",
    .fix =
        "--unsafe-fixes joins the parts in SV101-7 or NTE02 with a semicolon where the delimiter was, if "
        "they "
        "fit into 80 characters and nothing among them can be a modifier. Else the joined text is shown: "
        "correct it at the source. A code in SV101-8 is a range of codes, which the guide does not use.",
    .bad = "SV1*HC:99600:::::WOUND CARE LEFT HEEL: MEASURED, CAREGIVER TAUGHT*125*UN*1***1~",
    .good = "SV1*HC:99600:::::WOUND CARE LEFT HEEL; MEASURED, CAREGIVER TAUGHT*125*UN*1***1~",
    .source = "005010X222A1, 2400 SV101 (SV101-8 is not used), 2300 and 2400 NTE; appendix B on delimiters",
    .ask =
        "A text typed into narrative goes into SV101-7; the parts out of place have to be removed at the "
        "source.",
};

std::string message(CutDescription const& cut) {
  if (cut.holds_code) return "SV101-8 holds a procedure code; the guide does not use ranges of codes.";
  if (cut.component == 0) return "A repetition separator stands in SV101, which does not repeat.";
  if (cut.component == 7) return "A repetition separator stands in the description (SV101-7).";
  if (cut.component < 7) {
    return "SV101-" + std::to_string(cut.component) + " holds text, not a modifier of two characters.";
  }
  return "The description goes on in SV101-8: a component separator was typed into it.";
}

void check_service(LineView const& line, Reporter& report) {
  auto cut = find_cut_description(line);
  if (!cut) return;
  Fix fix;
  if (!cut->composite.empty()) {
    fix.applicability = cut->mendable ? Applicability::unsafe : Applicability::input;
    fix.edits.push_back({Edit::What::set, {line.sv1_index(), 1, 0}, std::move(cut->composite)});
  }
  report.add({line.sv1_index(), 1, cut->component}, static_cast<std::int32_t>(line.index()), message(*cut),
             std::move(fix));
}

void check_note(ClaimView const& claim, SegmentRef mark, Reporter& report) {
  auto cut = find_cut_note(claim.segment(mark.segment));
  if (!cut) return;
  Fix fix{cut->mendable ? Applicability::unsafe : Applicability::input, {}, {}};
  fix.edits.push_back({Edit::What::insert_after, {mark.segment - 1, 0, 0}, std::move(cut->segment)});
  fix.edits.push_back({Edit::What::remove, {mark.segment, 0, 0}, {}});
  report.add({mark.segment, cut->element, 0}, mark.line,
             cut->element > 2 ? "The note goes on in NTE03: an element separator was typed into it."
                              : "A repetition separator stands in the note (NTE02).",
             std::move(fix));
}

void check(ClaimView const& claim, Reporter& report) {
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (line.has_service() && may_be_cut(line)) check_service(line, report);
  }
  for (auto const mark : claim.notes()) check_note(claim, mark, report);
}

}  // namespace

extern constexpr Rule rule{
    .id = "NAR013",
    .name = "narrative-cut-by-separator",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::separator,
    .fix = Applicability::unsafe,
    .phase = Phase::move,
    .doc = doc,
    .check = ClaimCheck{check},
};

}  // namespace scrub837::nar013
