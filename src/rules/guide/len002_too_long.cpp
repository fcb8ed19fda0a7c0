#include <fmt/format.h>

#include "src/rules/guide_words.hpp"

namespace scrub837::len002 {
namespace {

constexpr Doc doc{
    .what =
        "A value is longer than the guide allows. A claim number (CLM01) of more than 20 characters and "
        "a line control number (REF*6R) of more than 30 are only warnings: a payer does not have to "
        "return more.",
    .why = "The receiver rejects the claim (999, IK403 5).",
    .fix = "Type a shorter value into the worklist, in the column value. scrub837 never cuts a value.",
    .bad = "SV1*HC:99213*125*UN*123456789***1~",
    .good = "SV1*HC:99213*125*UN*1***1~",
    .source = "005010X222A1, length of each element; X12 RFI 525 for CLM01 and REF*6R; 999 IK403 5",
    .ask = "Shorten it in the billing system.",
    .value = "Type a shorter one in the column value.",
};

void speak(guide::Fault const& fault, guide::Table const& table, Reporter& report) {
  auto const name = guide_words::element(fault, table);
  if (fault.mild)
    return guide_words::add(
        fault,
        fmt::format("{} has more than {} characters; a payer may return only the first {}.", name,
                    fault.other, fault.other),
        report);
  guide_words::ask(
      fault, fmt::format("{} is too long; it can have at most {} characters.", name, fault.other), report);
}

}  // namespace

extern constexpr Rule rule{
    .id = "LEN002",
    .name = "too-long",
    .severity = Severity::error,
    .snip = 1,
    .kind = ErrorKind::too_long,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = GuideCheck{guide::FaultKind::too_long, speak},
    .release = Release::needs_reason,
    .precedence = Precedence::length,
};

}  // namespace scrub837::len002
