#include "scrub837/rule.hpp"
#include "src/claim/cut_text.hpp"

namespace scrub837::nar013 {
namespace {

constexpr Doc doc{
    .what =
        "A delimiter of the file was typed into a description or note, so that part of the text is in an "
        "element that the guide does not use (SV101-8, NTE03), in that of the charge (SV102), or among the "
        "modifiers (SV101-3 to SV101-6).",
    .why =
        "The receiver reads only the part in SV101-7 or NTE02, or rejects the transaction set because an "
        "unused element has a value. Text in the place of a modifier is an invalid modifier.",
    .fix =
        "--unsafe-fixes joins the parts in SV101-7 or NTE02, with a semicolon in place of the delimiter, if "
        "they fit into 80 characters and none of them could be a modifier. Otherwise the joined text is only "
        "shown: correct it in the billing system. A code in SV101-8 is the end of a range of codes, which "
        "the guide does not use.",
    .bad = "SV1*HC:99600:::::WOUND CARE LEFT HEEL: MEASURED, CAREGIVER TAUGHT*125*UN*1***1~",
    .good = "SV1*HC:99600:::::WOUND CARE LEFT HEEL; MEASURED, CAREGIVER TAUGHT*125*UN*1***1~",
    .source = "005010X222A1, 2400 SV101 (SV101-8 is not used), 2300 and 2400 NTE; appendix B on delimiters",
    .ask =
        "A text typed in narrative goes into SV101-7. The misplaced parts must be removed in the billing "
        "system.",
};

std::string message(CutDescription const& cut) {
  if (cut.holds_code) return "SV101-8 has a procedure code; the guide does not use ranges of codes.";
  if (cut.component == 0) return "SV101 contains a repetition separator, but it does not repeat.";
  if (cut.component == 7) return "The description (SV101-7) contains a repetition separator.";
  if (cut.component < 7) {
    return "SV101-" + std::to_string(cut.component) + " has text instead of a two-character modifier.";
  }
  return "The description continues in SV101-8, because a component separator was typed into it.";
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

void check_elements(LineView const& line, Reporter& report) {
  auto cut = find_cut_service(line);
  if (!cut) return;
  auto const at = line.sv1_index();
  auto const sv1 = line.sv1();
  Fix fix{cut->mendable ? Applicability::unsafe : Applicability::input, {}, {}};
  fix.edits.push_back({Edit::What::set, {at, 1, 7}, std::move(cut->text)});
  auto const count = sv1.element_count();
  for (std::size_t i = 2; i <= count; ++i) {
    auto const value = i + cut->texts <= count ? sv1[i + cut->texts] : std::string_view{};
    fix.edits.push_back({Edit::What::set, {at, static_cast<std::uint8_t>(i), 0}, std::string(value)});
  }
  fix.edits.push_back({Edit::What::trim, {at, 0, 0}, {}});
  report.add({at, 2, 0}, static_cast<std::int32_t>(line.index()),
             "The description continues in SV102, because an element separator was typed into it.",
             std::move(fix));
}

void check_note(ClaimView const& claim, SegmentRef mark, Reporter& report) {
  auto cut = find_cut_note(claim.segment(mark.segment));
  if (!cut) return;
  Fix fix{cut->mendable ? Applicability::unsafe : Applicability::input, {}, {}};
  fix.edits.push_back({Edit::What::insert_after, {mark.segment - 1, 0, 0}, std::move(cut->segment)});
  fix.edits.push_back({Edit::What::remove, {mark.segment, 0, 0}, {}});
  report.add({mark.segment, cut->element, 0}, mark.line,
             cut->element > 2 ? "The note continues in NTE03, because an element separator was typed into it."
                              : "The note (NTE02) contains a repetition separator.",
             std::move(fix));
}

void check(ClaimView const& claim, Reporter& report) {
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (!line.has_service()) continue;
    if (may_be_cut(line)) check_service(line, report);
    check_elements(line, report);
  }
  for (auto const mark : claim.notes()) check_note(claim, mark, report);
}

}  // namespace

extern constexpr Rule rule{
    .id = "NAR013",
    .name = "narrative-cut-by-separator",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::separator,
    .fix = Applicability::unsafe,
    .phase = Phase::move,
    .doc = doc,
    .check = ClaimCheck{check},
};

}  // namespace scrub837::nar013
