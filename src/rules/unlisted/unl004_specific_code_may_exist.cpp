#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "scrub837/rule.hpp"
#include "src/claim/code_of_the_day.hpp"
#include "src/claim/service_line.hpp"
#include "src/narrative/specific_codes.hpp"

namespace scrub837::unl004 {
namespace {

constexpr Doc doc{
    .what =
        "The text of an unlisted line suggests a service that has its own code (a home visit, 99500 to 99602 "
        "or a HCPCS code; nutrition therapy, remote monitoring, dry needling), or such a code or one of "
        "99341 "
        "to 99350 is on the claim for the same day as 99600.",
    .why =
        "Payers deny an unlisted code if a listed code describes the service. Billing both for one visit "
        "looks like double billing. Only codes that the payer accepts are suggested: G codes for Medicare "
        "(SBR09 MA or MB), T codes for Medicaid (MC), S codes for others, CPT codes for all. S9097 (wound "
        "care) and the codes for training are suggested as info. Drugs, equipment and supplies are not "
        "checked.",
    .fix =
        "Check whether the listed code describes the whole service. If it does, bill it. If more was done, "
        "say in the description what else was done.",
    .bad = "SV1*HC:99600:::::FOLEY CATHETER CHANGE AND BLADDER IRRIGATION*125*UN*1***1~",
    .good = "SV1*HC:99507*125*UN*1***1~",
    .source = "CMS and payers on unlisted codes (CARC 189); Nevada DHCFP, list of home visit codes",
};

constexpr std::string_view home_visit = "99600";
constexpr std::array<std::string_view, 8> homes{"04", "12", "13", "14", "16", "27", "33", "55"};

// Services of the medicine section (9xxxx) can be home visits, too; surgery and laboratory cannot.
CodeSetting setting_of(LineView const& line) {
  if (line.procedure() == home_visit) return CodeSetting::home_visit;
  if (line.procedure().front() != '9') return CodeSetting::elsewhere;
  auto const at_line = line.own_place();
  auto const place = at_line.empty() ? line.claim().place_of_service() : at_line;
  return std::find(homes.begin(), homes.end(), place) != homes.end() ? CodeSetting::home_visit
                                                                     : CodeSetting::elsewhere;
}

struct Suggestion {
  SpecificCode code;
  Place place;
};

// The first of the line's texts that suggests a code; one that is only info if there is no other.
Suggestion suggested(UnlistedLine const& line) {
  Suggestion best;
  auto const day = service_dates(line).from;
  auto const payer = code_payer(line.claim().inherited().claim_filing);
  auto const setting = setting_of(line);
  for_each_text(line, [&](std::string_view text, Place place) {
    if (!best.code.code.empty() && !best.code.info) return;
    auto const code = code_for_words(text, day, payer, setting);
    if (!code.code.empty() && (best.code.code.empty() || !code.info)) best = {code, place};
  });
  return best;
}

void check(UnlistedLine const& line, Reporter& report) {
  if (bills_item(line)) return;
  auto const number = static_cast<std::int32_t>(line.index());
  auto const [words, place] = suggested(line);
  if (!words.code.empty() && !words.info) {
    return report.add(place, number,
                      fmt::format("The text may describe {}{}. Payers deny {} if a listed code describes the "
                                  "service.",
                                  words.code, payers_of(words.code), line.procedure()));
  }
  if (line.procedure() == home_visit) {
    auto const listed = code_of_the_day<stands_beside_home_visits>(line);
    if (!listed.empty()) {
      return report.add({line.sv1_index(), 1, 2}, number,
                        fmt::format("{}{} is on this claim for the same day.", listed, payers_of(listed)));
    }
  }
  if (words.code.empty()) return;
  report.add_as(Severity::info, place, number,
                fmt::format("{}{} may describe part of this service. Some payers accept {} with a good "
                            "description instead.",
                            words.code, payers_of(words.code), line.procedure()));
}

}  // namespace

extern constexpr Rule rule{
    .id = "UNL004",
    .name = "specific-code-may-exist",
    .severity = Severity::warning,
    .snip = 6,
    .kind = ErrorKind::advice,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = UnlistedCheck{check},
};

}  // namespace scrub837::unl004
