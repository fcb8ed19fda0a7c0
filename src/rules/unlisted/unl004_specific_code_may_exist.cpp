#include "scrub837/rule.hpp"
#include "src/claim/code_of_the_day.hpp"
#include "src/claim/service_line.hpp"
#include "src/narrative/specific_codes.hpp"

namespace scrub837::unl004 {
namespace {

constexpr Doc doc{
    .what =
        "The words of a 99600 line point at a home visit that has a code of its own (99500 to 99512, 99601, "
        "99602, or a HCPCS code), or such a code or one of 99341 to 99350 stands on the claim for the same "
        "day.",
    .why =
        "An unlisted code is refused where a listed one describes the service, and billing both for one "
        "visit looks double.",
    .fix =
        "Check whether the listed code describes the whole service; if so, bill it. If more was done than it "
        "covers, say in the description what.",
    .bad = "SV1*HC:99600:::::FOLEY CATHETER CHANGE AND BLADDER IRRIGATION*125*UN*1***1~",
    .good = "SV1*HC:99507*125*UN*1***1~",
    .source = "CMS and payers on unlisted codes (CARC 189); Nevada DHCFP, list of home visit codes",
};

void check(UnlistedLine const& line, Reporter& report) {
  if (line.procedure() != "99600") return;
  auto const number = static_cast<std::int32_t>(line.index());
  auto const day = service_dates(line).from;
  bool said = false;
  for_each_text(line, [&](std::string_view text, Place place) {
    if (said) return;
    auto const code = code_for_words(text, day);
    if (code.empty()) return;
    said = true;
    report.add(place, number,
               "The words may fit " + std::string(code) + "; where a listed code does, 99600 is refused.");
  });
  if (said) return;
  auto const listed = code_of_the_day<stands_beside_home_visits>(line);
  if (listed.empty()) return;
  report.add({line.sv1_index(), 1, 2}, number,
             std::string(listed) + " stands on this claim for the same day.");
}

}  // namespace

extern constexpr Rule rule{
    .id = "UNL004",
    .name = "specific-code-may-exist",
    .severity = Severity::warning,
    .snip = 4,
    .kind = ErrorKind::advice,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = UnlistedCheck{check},
};

}  // namespace scrub837::unl004
