#include "src/rules/guide_words.hpp"

namespace scrub837::syn001 {
namespace {

constexpr Doc doc{
    .what =
        "A control character, or a character outside of plain ASCII (a curly quote, a long dash, a "
        "letter with an accent), in an element. For descriptions, notes and attachment control numbers, "
        "see NAR007.",
    .why =
        "Receivers accept the basic and extended character sets of X12 only, and reject the transaction "
        "set for anything else (999, IK403 6). Some receivers accept letters with accents, so these are "
        "only a warning.",
    .fix =
        "Control characters, wide spaces, and typographic quotes and dashes are replaced with plain "
        "ones. Accents are removed with --unsafe-fixes only, because the name may then differ from the ID "
        "card. Correct any other character in the billing system.",
    .bad =
        "NM1*IL*1*DOE*JANE\xE2"
        "\x80"
        "\x99"
        "S****MI*DEMO0001~",
    .good = "NM1*IL*1*DOE*JANE'S****MI*DEMO0001~",
    .source = "X12 basic and extended character sets, 005010X222A1 appendix B; 999 IK403 6",
    .ask = "Correct it in the billing system.",
};

void speak(guide::Fault const& fault, guide::Table const& table, Reporter& report) {
  auto const words = fault.mild ? " has letters with accents, which some receivers do not accept."
                                : " has a character that is not in the X12 character set.";
  guide_words::add(fault, guide_words::element(fault, table) + words, report);
}

}  // namespace

extern constexpr Rule rule{
    .id = "SYN001",
    .name = "character-not-allowed",
    .severity = Severity::error,
    .snip = 1,
    .kind = ErrorKind::invalid_character,
    .fix = Applicability::safe,
    .phase = Phase::tidy,
    .doc = doc,
    .check = GuideCheck{guide::FaultKind::bad_character, speak},
    .release = Release::needs_reason,
    .tidies_first = true,
};

}  // namespace scrub837::syn001
