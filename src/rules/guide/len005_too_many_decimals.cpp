#include <fmt/format.h>

#include "src/rules/guide_words.hpp"

namespace scrub837::len005 {
namespace {

constexpr Doc doc{
    .what = "An amount has more than two decimal places, or units have more than three.",
    .why = "The receiver rejects the claim (999, IK403 6 or I12).",
    .fix = "Type the right amount or units into the worklist, in the column value. scrub837 never rounds.",
    .bad = "SV1*HC:99213*125.005*UN*1***1~",
    .good = "SV1*HC:99213*125.00*UN*1***1~",
    .source = "005010X222A1, amounts (data element 782) and units; X12 RFI 1526, RFI 2072",
    .value = "Type the right number in the column value.",
};

void speak(guide::Fault const& fault, guide::Table const& table, Reporter& report) {
  guide_words::ask(
      fault,
      fmt::format("{} has more than {} decimal places.", guide_words::element(fault, table), fault.other),
      report);
}

}  // namespace

extern constexpr Rule rule{
    .id = "LEN005",
    .name = "too-many-decimals",
    .severity = Severity::error,
    .snip = 1,
    .kind = ErrorKind::too_many_decimals,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = GuideCheck{guide::FaultKind::too_many_decimals, speak},
    .release = Release::needs_reason,
    .precedence = Precedence::length,
};

}  // namespace scrub837::len005
