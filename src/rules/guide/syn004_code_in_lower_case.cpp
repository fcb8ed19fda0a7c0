#include "src/rules/guide_words.hpp"

namespace scrub837::syn004 {
namespace {

constexpr Doc doc{
    .what = "A code in lower-case letters that would be correct in capitals.",
    .why = "Codes are compared exactly: the receiver does not recognize the code.",
    .fix = "The code is written in capitals. This is safe: it is the same code.",
    .bad = "SV1*hc:99213:gt*125*UN*1***1~",
    .good = "SV1*HC:99213:GT*125*UN*1***1~",
    .source = "005010X222A1, code lists; 999 IK403 7",
};

void speak(guide::Fault const& fault, guide::Table const& table, Reporter& report) {
  guide_words::add(
      fault, guide_words::element(fault, table) + " is a code in lower case; codes must be in capitals.",
      report);
}

}  // namespace

extern constexpr Rule rule{
    .id = "SYN004",
    .name = "code-in-lower-case",
    .severity = Severity::error,
    .snip = 1,
    .kind = ErrorKind::invalid_code,
    .fix = Applicability::safe,
    .phase = Phase::tidy,
    .doc = doc,
    .check = GuideCheck{guide::FaultKind::lower_case, speak},
    .release = Release::needs_reason,
    .tidies_first = true,
};

}  // namespace scrub837::syn004
