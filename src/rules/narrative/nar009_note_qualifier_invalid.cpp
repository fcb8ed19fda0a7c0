#include "scrub837/rule.hpp"

namespace scrub837::nar009 {
namespace {

constexpr Doc doc{
    .what =
        "The note type (NTE01) is not allowed in its loop. Allowed are ADD, CER, DCP, DGN and TPO for a "
        "claim, and ADD, DCP and TPO for a line.",
    .why =
        "The type says who should read the note. A receiver rejects the transaction set if it does not know "
        "the type.",
    .fix =
        "Type the right type into the worklist: ADD for what was done, DCP for goals and plans, TPO for "
        "other "
        "organizations. The text alone does not show which one is meant.",
    .bad =
        "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~NTE*GEN*DRESSING CHANGED AND "
        "CAREGIVER SHOWN~",
    .good =
        "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~NTE*ADD*DRESSING CHANGED AND "
        "CAREGIVER SHOWN~",
    .source = "005010X222A1, 2300 NTE01 and 2400 NTE01; SNIP type 2",
    .value = "Type the right type in the column value.",
};

bool taken(std::string_view type, bool at_line) {
  if (type == "ADD" || type == "DCP" || type == "TPO") return true;
  return !at_line && (type == "CER" || type == "DGN");
}

void check(ClaimView const& claim, Reporter& report) {
  for (auto const [index, line] : claim.notes()) {
    if (taken(claim.segment(index)[1], line >= 0)) continue;
    report.add_alike({index, 1, 0}, line,
                     line >= 0 ? "NTE01 of a line note must be ADD, DCP or TPO."
                               : "NTE01 of a claim note must be ADD, CER, DCP, DGN or TPO.");
    report.ask_for_value();
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "NAR009",
    .name = "note-qualifier-invalid",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::invalid_code,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .of_segment = Kind::NTE,
};

}  // namespace scrub837::nar009
