#include "scrub837/code_lists.hpp"
#include "scrub837/rule.hpp"
#include "scrub837/settings.hpp"
#include "src/rules/party_segments.hpp"

namespace scrub837::cod008 {
namespace {

constexpr Doc doc{
    .what =
        "A state (N402; CLM11-4 of an auto accident) that is not a state, territory or armed forces code of "
        "the USPS, or not a Canadian province where N404 or CLM11-5 is CA. Other countries are not checked.",
    .why = "The front end rejects an address with a state that does not exist.",
    .fix =
        "Type the state into the worklist, or correct it in the billing system. If the code is new and "
        "right, whoever runs scrub837 can add it (extra_codes in the configuration).",
    .bad = "NM1*77*2*DEMO CLINIC*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*OX*232190000~",
    .good = "NM1*77*2*DEMO CLINIC*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*VA*232190000~",
    .source =
        "005010X222A1, N402 and 2300 CLM11-4; USPS Publication 28, appendix B; Canada Post, Addressing "
        "Guidelines",
    .value = "Type the state as two letters, such as OH, in the column value.",
};

// Whether a state is not of the country beside it, the United States or Canada.
bool is_wrong(std::string_view state, std::string_view country, CodeLists const& lists) {
  bool const canada = country == "CA";
  if (state.empty() || (!country.empty() && country != "US" && !canada)) return false;
  return !lists.has_short(canada ? CodeListKind::province : CodeListKind::state, state);
}

// The place of an auto accident.
void check_accident(SegmentRun const& claim, CodeLists const& lists, Reporter& report) {
  constexpr std::uint8_t element = 11, state_part = 4, country_part = 5;
  auto const clm = claim.segment(0);
  auto const country = clm.component(element, country_part);
  if (!is_wrong(clm.component(element, state_part), country, lists)) return;
  report.add({0, element, state_part}, -1,
             country == "CA"
                 ? "The province of the accident (CLM11-4) is not a Canadian province or territory."
                 : "The state of the accident (CLM11-4) is not a state or territory of the United States.");
  report.ask_for_value();
}

void check(SegmentRun const& stretch, Reporter& report) {
  if (stretch.settings == nullptr) return;
  auto const& lists = *stretch.settings->code_lists;
  if (stretch.outermost() == LoopId::L2300) check_accident(stretch, lists, report);
  for_each_party_segment(stretch, Kind::N4, [&](std::uint32_t index, Loop const&) {
    auto const address = stretch.segment(index);
    auto const country = address[4];
    if (!is_wrong(address[2], country, lists)) return;
    report.add({index, 2, 0}, -1,
               country == "CA" ? "The province (N402) is not a Canadian province or territory."
                               : "The state (N402) is not a state or territory of the United States.");
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
