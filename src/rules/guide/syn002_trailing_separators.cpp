#include "src/rules/guide_words.hpp"

namespace scrub837::syn002 {
namespace {

constexpr Doc doc{
    .what = "A segment ends with empty elements, or a composite with empty components.",
    .why = "X12 omits trailing separators. Most receivers accept them; some reject the segment.",
    .fix = "The separators are removed, except in the ISA. This is safe: nothing follows them.",
    .bad = "SV1*HC:99213*125*UN*1***1****~",
    .good = "SV1*HC:99213*125*UN*1***1~",
    .source = "X12.5 and X12.6: trailing separators are omitted",
};

void speak(guide::Fault const& fault, guide::Table const& table, Reporter& report) {
  auto const what =
      fault.place.element == 0 ? guide_words::segment(fault, table) : guide_words::element(fault, table);
  guide_words::add(fault, what + " ends with separators that nothing follows.", report);
}

}  // namespace

extern constexpr Rule rule{
    .id = "SYN002",
    .name = "trailing-separators",
    .severity = Severity::warning,
    .snip = 1,
    .kind = ErrorKind::separator,
    .fix = Applicability::safe,
    .phase = Phase::tidy,
    .doc = doc,
    .check = GuideCheck{guide::FaultKind::trailing_separators, speak},
    .release = Release::ordinary,
    .tidies_first = true,
};

}  // namespace scrub837::syn002
