#include <algorithm>
#include <array>

#include "scrub837/rule.hpp"

namespace scrub837::unl006 {
namespace {

constexpr Doc doc{
    .what =
        "An unlisted line has a modifier that changes a listed service, such as 22, 50, 51, 52, 53 or 59.",
    .why =
        "An unlisted code does not describe a fixed amount of work that a modifier could increase, reduce or "
        "separate. Most payers ignore it; some ask for 51.",
    .fix =
        "Say in the description what the modifier was meant to say. This does not apply to modifiers for "
        "disciplines or state programs (TD, TE, U1).",
    .bad = "SV1*HC:99600:22::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~",
    .good = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~",
    .source = "CPT Assistant, August 2002, as cited by AAPC",
};

constexpr std::array<std::string_view, 23> modifiers{"22", "50", "51", "52", "53", "54", "55", "56",
                                                     "58", "59", "62", "63", "66", "78", "79", "80",
                                                     "81", "82", "AS", "XE", "XP", "XS", "XU"};

void check(UnlistedLine const& line, Reporter& report) {
  for (std::uint8_t part = 3; part <= 6; ++part) {
    auto const modifier = line.procedure_part(part);
    if (std::find(modifiers.begin(), modifiers.end(), modifier) == modifiers.end()) continue;
    return report.add({line.sv1_index(), 1, part}, static_cast<std::int32_t>(line.index()),
                      "A modifier changes the work of a code that does not describe any.");
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "UNL006",
    .name = "modifier-on-unlisted",
    .severity = Severity::info,
    .snip = 6,
    .kind = ErrorKind::contradiction,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = UnlistedCheck{check},
};

}  // namespace scrub837::unl006
