#include "scrub837/rule.hpp"

namespace scrub837::nar009 {
namespace {

constexpr Doc doc{
    .what =
        "The type of a note (NTE01) is none that its loop takes: ADD, CER, DCP, DGN or TPO at the claim, "
        "ADD, DCP or TPO at a line.",
    .why =
        "The type says who is to read the note. A receiver refuses the transaction set for one it does not "
        "know.",
    .fix =
        "Write the right type at the source: ADD for what was done, DCP for goals and plans, TPO for other "
        "organizations. The text alone does not tell which is meant.",
    .bad =
        "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~NTE*GEN*DRESSING CHANGED AND "
        "CAREGIVER SHOWN~",
    .good =
        "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~NTE*ADD*DRESSING CHANGED AND "
        "CAREGIVER SHOWN~",
    .source = "005010X222A1, 2300 NTE01 and 2400 NTE01; SNIP type 2",
};

bool taken(std::string_view type, bool at_line) {
  if (type == "ADD" || type == "DCP" || type == "TPO") return true;
  return !at_line && (type == "CER" || type == "DGN");
}

void check(ClaimView const& claim, Reporter& report) {
  for (auto const [index, line] : claim.notes()) {
    if (taken(claim.segment(index)[1], line >= 0)) continue;
    report.add_alike({index, 1, 0}, line,
                     line >= 0
                         ? "A line's note is of type ADD, DCP or TPO; another one stands here."
                         : "A claim's note is of type ADD, CER, DCP, DGN or TPO; another one stands here.");
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "NAR009",
    .name = "note-qualifier-invalid",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::invalid_code,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .of_segment = Kind::NTE,
};

}  // namespace scrub837::nar009
