#include "src/rules/code_meanings.hpp"
#include "src/rules/guide_words.hpp"

namespace scrub837::use002 {
namespace {

constexpr Doc doc{
    .what = "An element that the guide requires is blank, such as SBR01 (the payer's place) in the example.",
    .why = "The receiver rejects the claim (999 acknowledgment, IK403 1: a required element is missing).",
    .fix =
        "Type the missing value into the worklist, in the column value, or enter it in the billing "
        "system.",
    .bad = "SBR**18*******CI~",
    .good = "SBR*P*18*******CI~",
    .source = "005010X222A1, usage of each element; 999 IK403 1",
    .value = "Type it in the column value.",
};

// SIT006 is about this one, and has its list.
bool is_frequency(guide::Fault const& fault) {
  return fault.segment == Kind::CLM && fault.place.element == 5 && fault.place.component == 3;
}

// What to type for a composite as a whole, or for a code that few know; empty: it is neither.
std::string_view what_to_type(guide::Fault const& fault) {
  // Of the parts of a drug's unit one is used.
  if (fault.element == nullptr || fault.element->parts == 0 || fault.segment == Kind::CTP)
    return codes_in_words(fault.segment, fault.place.element);
  if (fault.segment == Kind::CLM)
    return "Type its parts in the column value with colons between: place of service, B, claim frequency, "
           "like "
           "11:B:1.";
  if (fault.segment == Kind::HI)
    return "Type its parts in the column value with a colon between: qualifier and code, like ABK:E119.";
  if (fault.segment == Kind::SV1 && fault.place.element == 7) return {};
  return "Type its parts in the column value with colons between: qualifier, code and modifiers, like "
         "HC:99214 "
         "or HC:99214:25.";
}

void speak(guide::Fault const& fault, guide::Table const& table, Reporter& report) {
  auto const allowed = is_frequency(fault) ? std::string(" Usual: 1 (original), 7 (replacement), 8 (void).")
                                           : guide_words::allowed(fault, table);
  guide_words::ask(fault, guide_words::element(fault, table) + " is required but blank." + allowed, report,
                   what_to_type(fault));
}

}  // namespace

extern constexpr Rule rule{
    .id = "USE002",
    .name = "element-missing",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::required_missing,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = GuideCheck{guide::FaultKind::element_missing, speak},
    .release = Release::needs_reason,
    .precedence = Precedence::required,
};

}  // namespace scrub837::use002
