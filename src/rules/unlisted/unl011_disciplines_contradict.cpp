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

void check(LineView const& line, Reporter& report) {
  constexpr std::size_t with_two_modifiers = std::string_view("HC:99600:TD:TE").size();
  if (line.composite().size() < with_two_modifiers) return;
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
    .check = LineCheck{check},
};

}  // namespace scrub837::unl011
