#include <fmt/format.h>

#include "scrub837/code_lists.hpp"
#include "scrub837/rule.hpp"
#include "scrub837/settings.hpp"
#include "src/rules/country.hpp"
#include "src/rules/party_segments.hpp"
#include "src/rules/party_words.hpp"

namespace scrub837::cod008 {
namespace {

constexpr Doc doc{
    .what =
        "A state (N402; CLM11-4 of an auto accident) that is not a state, territory or armed forces code of "
        "the USPS, or not a Canadian province where N404 or CLM11-5 is CA. States of other countries are not "
        "checked. Or a country (N404, CLM11-5) that is not in ISO 3166-1, such as USA.",
    .why = "The front end rejects an address with a state or country that does not exist.",
    .fix =
        "Type the state or country into the worklist, or correct it in the billing system. If the code is "
        "new and "
        "right, whoever runs scrub837 can add it (extra_codes in the configuration).",
    .bad = "NM1*77*2*DEMO CLINIC*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*OX*232190000~",
    .good = "NM1*77*2*DEMO CLINIC*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*VA*232190000~",
    .source =
        "005010X222A1, N402, N404, and CLM11-4 and CLM11-5 of 2300; USPS Publication 28, appendix B; Canada "
        "Post, Addressing Guidelines; ISO 3166-1",
    .value = "Type the state as two letters, such as OH, in the column value.",
};

// Whether a state is not of the country beside it, the United States or Canada.
bool is_wrong(SegmentRun const& run, std::string_view state, std::string_view country) {
  bool const canada = country == "CA";
  if (state.empty() || (!canada && is_foreign(run, country))) return false;
  auto const& lists = *run.settings->code_lists;
  return !lists.has_short(canada ? CodeListKind::province : CodeListKind::state, state);
}

void report_country(Place place, std::string_view whose, std::string_view element, Reporter& report) {
  report.add(place, -1,
             fmt::format("The country ({}){} is not a country code of ISO 3166-1.", element, whose));
  report.ask_for_value();
  report.needs("Type the country as two letters, such as MX, in the column value: US for the United States.");
}

// The place of an auto accident.
void check_accident(SegmentRun const& claim, Reporter& report) {
  constexpr std::uint8_t element = 11, state_part = 4, country_part = 5;
  auto const clm = claim.segment(0);
  if (clm[element].empty()) return;
  auto const country = clm.component(element, country_part);
  if (!country.empty() && !is_country(claim, country))
    report_country({0, element, country_part}, " of the accident", "CLM11-5", report);
  if (!is_wrong(claim, clm.component(element, state_part), country)) return;
  report.add({0, element, state_part}, -1,
             country == "CA"
                 ? "The province of the accident (CLM11-4) is not a Canadian province or territory."
                 : "The state of the accident (CLM11-4) is not a state or territory of the United States.");
  report.ask_for_value();
}

void check(SegmentRun const& stretch, Reporter& report) {
  if (stretch.settings == nullptr) return;
  if (stretch.outermost() == LoopId::L2300) check_accident(stretch, report);
  for_each_party_segment(stretch, Kind::N4, [&](std::uint32_t index, Loop const& loop) {
    auto const address = stretch.segment(index);
    auto const country = address[4];
    bool const known = country.empty() || is_country(stretch, country);
    bool const wrong = is_wrong(stretch, address[2], country);
    if (known && !wrong) return;
    auto const whose = of_party(stretch, loop.id);
    if (!known) report_country({index, 4, 0}, whose, "N404", report);
    if (!wrong) return;
    report.add(
        {index, 2, 0}, -1,
        country == "CA"
            ? fmt::format("The province (N402){} is not a Canadian province or territory.", whose)
            : fmt::format("The state (N402){} is not a state or territory of the United States.", whose));
    report.ask_for_value();
    if (country == "CA") report.needs("Type the province as two letters, such as ON, in the column value.");
  });
}

}  // namespace

extern constexpr Rule rule{
    .id = "COD008",
    .name = "state",
    .severity = Severity::error,
    .snip = 5,
    .kind = ErrorKind::invalid_code,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = SegmentRunCheck{check},
    .precedence = Precedence::code_set,
};

}  // namespace scrub837::cod008
