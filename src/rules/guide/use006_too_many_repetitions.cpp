#include <fmt/format.h>

#include "src/rules/guide_words.hpp"

namespace scrub837::use006 {
namespace {

constexpr Doc doc{
    .what =
        "An element has more repetitions than the guide allows, or has a repetition separator although "
        "it cannot be repeated.",
    .why = "The receiver rejects the claim (999, IK403 12).",
    .fix =
        "Remove the extra values in the billing system. If the repetition separator was typed as text, "
        "use another character.",
    .bad = "NM1*IL*1*DOE^ROE*JANE****MI*DEMO0001~",
    .good = "NM1*IL*1*DOE*JANE****MI*DEMO0001~",
    .source = "005010X222A1, repetitions of each element; 999 IK403 12",
};

void speak(guide::Fault const& fault, guide::Table const& table, Reporter& report) {
  report.add(
      fault.place, -1,
      fmt::format("{} has more than {}; a repetition separator is in it.", guide_words::element(fault, table),
                  fault.other == 1 ? "one value" : fmt::format("{} values", fault.other)));
}

}  // namespace

extern constexpr Rule rule{
    .id = "USE006",
    .name = "too-many-repetitions",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::too_many_repetitions,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = GuideCheck{guide::FaultKind::too_many_repetitions, speak},
    .release = Release::needs_reason,
};

}  // namespace scrub837::use006
