#include <algorithm>
#include <array>

#include "scrub837/rule.hpp"
#include "src/claim/payer_requirements.hpp"

namespace scrub837::unl002 {
namespace {

constexpr Doc doc{
    .what =
        "99600 is billed with a place of service that is not a home: not 04, 12, 13, 14, 16, 27, 33 or 55, "
        "and not telehealth (02, 10).",
    .why =
        "A home visit takes place where the patient lives. Either the place of service or the code is wrong, "
        "and the payer denies the line.",
    .fix = "Check SV105 of the line, and CLM05-1 of the claim, against the visit record.",
    .bad = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1*11**1~",
    .good = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1*12**1~",
    .source = "005010X222A1, 2400 SV105 and 2300 CLM05-1; CMS place of service codes",
};

constexpr std::array<std::string_view, 10> places{"02", "04", "10", "12", "13", "14", "16", "27", "33", "55"};

void check(UnlistedLine const& line, Reporter& report) {
  if (line.procedure() != "99600") return;
  auto const* const requirements = demands_of(line);
  if (requirements != nullptr && !requirements->places.empty()) return;  // the payer names the places: PAY009
  auto const at_line = line.own_place();
  auto const place = at_line.empty() ? line.claim().place_of_service() : at_line;
  if (place.empty() || std::find(places.begin(), places.end(), place) != places.end()) return;
  report.add(at_line.empty() ? Place{0, 5, 1} : Place{line.sv1_index(), 5, 0},
             static_cast<std::int32_t>(line.index()),
             "A home visit is billed with a place of service that is not a home.");
}

}  // namespace

extern constexpr Rule rule{
    .id = "UNL002",
    .name = "place-not-home",
    .severity = Severity::warning,
    .snip = 6,
    .kind = ErrorKind::contradiction,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = UnlistedCheck{check},
};

}  // namespace scrub837::unl002
