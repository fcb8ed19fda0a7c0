#include <algorithm>
#include <array>

#include "scrub837/rule.hpp"

namespace scrub837::unl003 {
namespace {

constexpr Doc doc{
    .what = "99600 is billed as telehealth: place of service 02 or 10, or modifier 93, 95, GT or FQ.",
    .why =
        "The code means that somebody came to the patient's home. A visit by telephone or video contradicts "
        "it, and the payer denies the line.",
    .fix =
        "Check what took place. If somebody was in the home and a second person joined by video, bill the "
        "visit without the telehealth modifier or place of service, and say so in the description.",
    .bad = "SV1*HC:99600:95::::NURSE VISIT WITH VIDEO CONSULT WOUND CHECK 40 MIN*125*UN*1***1~",
    .good = "SV1*HC:99600:::::NURSE VISIT WITH VIDEO CONSULT WOUND CHECK 40 MIN*125*UN*1***1~",
    .source = "005010X222A1, 2400 SV101-3 to SV101-6 and SV105; CMS on telehealth places and modifiers",
};

constexpr std::array<std::string_view, 4> modifiers{"93", "95", "GT", "FQ"};

void check(UnlistedLine const& line, Reporter& report) {
  if (line.procedure() != "99600") return;
  auto const number = static_cast<std::int32_t>(line.index());
  for (std::uint8_t part = 3; part <= 6; ++part) {
    auto const modifier = line.procedure_part(part);
    if (std::find(modifiers.begin(), modifiers.end(), modifier) == modifiers.end()) continue;
    return report.add({line.sv1_index(), 1, part}, number,
                      "A home visit is billed with a telehealth modifier.");
  }
  auto const at_line = line.own_place();
  auto const place = at_line.empty() ? line.claim().place_of_service() : at_line;
  if (place != "02" && place != "10") return;
  report.add(at_line.empty() ? Place{0, 5, 1} : Place{line.sv1_index(), 5, 0}, number,
             "A home visit is billed with a telehealth place of service.");
}

}  // namespace

extern constexpr Rule rule{
    .id = "UNL003",
    .name = "telehealth-on-home-visit",
    .severity = Severity::warning,
    .snip = 6,
    .kind = ErrorKind::contradiction,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = UnlistedCheck{check},
};

}  // namespace scrub837::unl003
