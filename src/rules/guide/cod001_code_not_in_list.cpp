#include "src/rules/code_meanings.hpp"
#include "src/rules/guide_words.hpp"

namespace scrub837::cod001 {
namespace {

constexpr Doc doc{
    .what =
        "A code that is not on the guide's list for its element, or a segment with a qualifier that its "
        "loop does not use.",
    .why = "The receiver rejects the claim (999, IK403 7 or I6).",
    .fix =
        "Type the right code into the worklist, in the column value, or correct it in the "
        "billing system.",
    .bad = "SBR*P*18*******XX~",
    .good = "SBR*P*18*******CI~",
    .source = "005010X222A1, code lists of each element; 999 IK403 7 and I6",
    .value = "Type the right code in the column value.",
};

// Of the qualifiers of diagnoses two are of the past.
std::string_view limits(guide::Fault const& fault) {
  if (fault.segment != Kind::HI || fault.place.component != 1) return {};
  return " BK and BF (ICD-9) are only for services before October 1, 2015.";
}

void speak(guide::Fault const& fault, guide::Table const& table, Reporter& report) {
  constexpr std::string_view of_qualifier =
      "Type the right code in the column value. If none of them fits, remove the segment, or move it to "
      "where "
      "it belongs, in the billing system.";
  guide_words::ask(fault,
                   guide_words::element(fault, table) + " is not a code that the guide allows here." +
                       guide_words::allowed(fault, table).append(limits(fault)),
                   report,
                   guide_words::is_qualifier(fault, table)
                       ? of_qualifier
                       : codes_in_words(fault.segment, fault.place.element));
}

}  // namespace

extern constexpr Rule rule{
    .id = "COD001",
    .name = "code-not-in-list",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::invalid_code,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = GuideCheck{guide::FaultKind::code_not_in_list, speak},
    .release = Release::needs_reason,
    .precedence = Precedence::code_list,
};

}  // namespace scrub837::cod001
