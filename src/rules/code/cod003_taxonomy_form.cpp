#include <algorithm>

#include "scrub837/code_lists.hpp"
#include "scrub837/rule.hpp"
#include "scrub837/settings.hpp"
#include "src/claim/service_span.hpp"
#include "src/rules/party_segments.hpp"
#include "src/text/ascii.hpp"

namespace scrub837::cod003 {
namespace {

constexpr Doc doc{
    .what =
        "A taxonomy code (PRV03) that is not ten letters and digits, a digit first and a letter last, or "
        "that is "
        "not on the NUCC list, if "
        "one is loaded.",
    .why =
        "The taxonomy code says in which specialty the provider bills. Payers that match providers by NPI, "
        "taxonomy and ZIP code reject a code that does not exist.",
    .fix =
        "Type the code into the worklist, or correct it in the billing system; the provider's codes are "
        "in the NPI Registry (npiregistry.cms.hhs.gov).",
    .bad = "NM1*82*1*DOE*JOHN****XX*1234567893~PRV*PE*PXC*207Q0000X~",
    .good = "NM1*82*1*DOE*JOHN****XX*1234567893~PRV*PE*PXC*207Q00000X~",
    .source = "005010X222A1, PRV03 in 2000A, 2310B and 2420A; NUCC, Health Care Provider Taxonomy Code Set",
    .ask = "Load the NUCC list for the date of the claim, or correct the code in the billing system.",
    .value = "Type the provider's taxonomy code (ten characters, such as 251E00000X) in the column value.",
};

bool has_form(std::string_view code) {
  constexpr std::size_t length = 10;
  return code.size() == length && is_digit(code.front()) && !is_digit(code.back()) &&
         std::all_of(code.begin(), code.end(),
                     [](char byte) { return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z'); });
}

void check_list(SegmentRun const& stretch, std::string_view code, Place place, Reporter& report) {
  if (stretch.settings == nullptr) return;
  auto const& lists = *stretch.settings->code_lists;
  if (!lists.has(CodeListKind::taxonomy)) return;
  switch (lists.look_up(CodeListKind::taxonomy, code, judged_day(stretch))) {
    case CodeVerdict::missing:
    case CodeVerdict::heading:
      report.add(place, -1, "The NUCC list has no such taxonomy code.");
      break;
    case CodeVerdict::out_of_date:
      report.add(place, -1, "The NUCC list has this taxonomy code, but not for the date of the claim.");
      break;
    case CodeVerdict::not_in_old:
      report.add_as(report.warning_at_most(), place, -1,
                    "The NUCC list has no such taxonomy code, but it is older than the claim.");
      report.of_kind(ErrorKind::invalid_code);
      return;
    default:
      return;
  }
  report.ask_for_value();
  report.of_kind(ErrorKind::invalid_code);
}

void check(SegmentRun const& stretch, Reporter& report) {
  for_each_party_segment(stretch, Kind::PRV, [&](std::uint32_t index, Loop const&) {
    auto const code = stretch.segment(index)[3];
    Place const place{index, 3, 0};
    if (code.empty()) return;
    if (has_form(code)) return check_list(stretch, code, place, report);
    report.add(
        place, -1,
        "The taxonomy code (PRV03) does not have ten letters and digits, a digit first and a letter last.");
    report.ask_for_value();
  });
}

}  // namespace

extern constexpr Rule rule{
    .id = "COD003",
    .name = "taxonomy-form",
    .severity = Severity::error,
    .snip = 5,
    .kind = ErrorKind::invalid_value,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = SegmentRunCheck{check},
    .of_segments = {Kind::PRV},
    .precedence = Precedence::code_set,
};

}  // namespace scrub837::cod003
