#include <algorithm>

#include "scrub837/rule.hpp"

namespace scrub837::unl011 {
namespace {

constexpr Doc doc{
    .what = "A line has both TD (RN) and TE (LPN or LVN).",
    .why =
        "One line is one nurse's service. The payer cannot tell which rate applies, and denies the line or "
        "pays the lower one.",
    .fix =
        "Keep the modifier of the nurse who made the visit. If both came, bill two lines, each with its own "
        "description.",
    .bad = "SV1*HC:99600:TD:TE:::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~",
    .good = "SV1*HC:99600:TD::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~",
    .source = "HCPCS level II modifiers TD and TE; 005010X222A1, 2400 SV101-3 to SV101-6",
};

void check_line(LineView const& line, Reporter& report) {
  std::uint8_t registered = 0;
  std::uint8_t practical = 0;
  for (std::uint8_t part = 3; part <= 6; ++part) {
    auto const modifier = line.procedure_part(part);
    if (modifier == "TD") registered = part;
    if (modifier == "TE") practical = part;
  }
  if (registered == 0 || practical == 0) return;
  report.add({line.sv1_index(), 1, std::max(registered, practical)}, static_cast<std::int32_t>(line.index()),
             "TD (RN) and TE (LPN or LVN) are on one line.");
}

void check(ClaimView const& claim, Reporter& report) {
  constexpr std::string_view shortest = "HC:99600:TD:TE";
  constexpr std::size_t first_modifier = 9;
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    auto const composite = line.composite();
    // A narrative makes a line long, too: it stands behind separators.
    if (composite.size() >= shortest.size() && composite[first_modifier] != composite[first_modifier - 1])
      check_line(line, report);
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "UNL011",
    .name = "disciplines-contradict",
    .severity = Severity::warning,
    .snip = 6,
    .kind = ErrorKind::contradiction,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
};

}  // namespace scrub837::unl011
