#include "src/rules/guide_words.hpp"

namespace scrub837::syn003 {
namespace {

constexpr Doc doc{
    .what =
        "A value has spaces before or after it. For descriptions, notes and attachment control numbers, "
        "see NAR007.",
    .why =
        "A receiver compares IDs and names character by character: a member ID with a space does "
        "not match.",
    .fix =
        "The spaces are removed. Numbers that a payer returns (CLM01, REF*6R, BHT03, ST02, GS06) are "
        "never changed: correct these in the billing system.",
    .bad = "NM1*IL*1*DOE *JANE****MI*DEMO0001~",
    .good = "NM1*IL*1*DOE*JANE****MI*DEMO0001~",
    .source = "X12.6: leading and trailing spaces of an element have no meaning",
    .ask = "Correct it in the billing system.",
};

void speak(guide::Fault const& fault, guide::Table const& table, Reporter& report) {
  guide_words::add(fault, guide_words::element(fault, table) + " has spaces before or after its value.",
                   report);
}

}  // namespace

extern constexpr Rule rule{
    .id = "SYN003",
    .name = "blanks-around-value",
    .severity = Severity::warning,
    .snip = 1,
    .kind = ErrorKind::invalid_character,
    .fix = Applicability::safe,
    .phase = Phase::tidy,
    .doc = doc,
    .check = GuideCheck{guide::FaultKind::blanks_around, speak},
    .release = Release::ordinary,
    .tidies_first = true,
};

}  // namespace scrub837::syn003
