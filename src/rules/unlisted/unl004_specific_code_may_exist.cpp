#include "scrub837/rule.hpp"
#include "src/claim/code_of_the_day.hpp"
#include "src/claim/service_line.hpp"
#include "src/narrative/specific_codes.hpp"

namespace scrub837::unl004 {
namespace {

constexpr Doc doc{
    .what =
        "The text of a 99600 line suggests a home visit that has its own code (99500 to 99512, 99601, 99602, "
        "or a HCPCS code), or such a code or one of 99341 to 99350 is on the claim for the same day.",
    .why =
        "Payers deny an unlisted code if a listed code describes the service. Billing both for one visit "
        "looks like double billing.",
    .fix =
        "Check whether the listed code describes the whole service. If it does, bill it. If more was done, "
        "say in the description what else was done.",
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
               "The text may describe " + std::string(code) +
                   ". Payers deny 99600 if a listed code describes the service.");
  });
  if (said) return;
  auto const listed = code_of_the_day<stands_beside_home_visits>(line);
  if (listed.empty()) return;
  report.add({line.sv1_index(), 1, 2}, number, std::string(listed) + " is on this claim for the same day.");
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
