#include <fmt/format.h>

#include "scrub837/rule.hpp"
#include "src/claim/without_hyphens.hpp"
#include "src/rules/country.hpp"
#include "src/rules/party_segments.hpp"
#include "src/rules/party_words.hpp"

namespace scrub837::cod007 {
namespace {

constexpr Doc doc{
    .what =
        "A ZIP code (N403 where N404 is blank or US) that is not nine digits at the billing provider "
        "(2010AA) and the service facility (2310C, 2420C), or not five or nine digits elsewhere.",
    .why =
        "Payers find the provider's record and its fee schedule by the nine-digit ZIP code. A ZIP code of "
        "four or eight digits has usually lost a leading zero in a spreadsheet.",
    .fix =
        "Type the ZIP code into the worklist (look it up at tools.usps.com), or correct it in the "
        "billing system. Hyphens are removed if the ZIP code is then right.",
    .bad = "NM1*77*2*DEMO CLINIC*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*VA*23219-0000~",
    .good = "NM1*77*2*DEMO CLINIC*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*VA*232190000~",
    .source = "005010X222A1, N403; USPS ZIP+4",
    .value = "Type the ZIP code (five or nine digits) in the column value.",
};

constexpr std::size_t short_zip = 5, long_zip = 9;

bool needs_nine(LoopId loop) {
  return loop == LoopId::L2010AA || loop == LoopId::L2310C || loop == LoopId::L2420C;
}

bool is_right(std::string_view zip, LoopId loop) {
  return is_digits(zip, long_zip) || (!needs_nine(loop) && is_digits(zip, short_zip));
}

void check(SegmentRun const& stretch, Reporter& report) {
  for_each_party_segment(stretch, Kind::N4, [&](std::uint32_t index, Loop const& loop) {
    // A second N4 is that of another party, whose NM1 is lost: USE004.
    for (auto before = loop.first; before < index; ++before) {
      if (stretch.segments[before].kind == Kind::N4) return;
    }
    auto const address = stretch.segment(index);
    auto const zip = address[3];
    if (zip.empty() || is_right(zip, loop.id) || is_foreign(stretch, address[4])) return;
    Place const place{index, 3, 0};
    auto plain = without_hyphens(zip);
    if (is_right(plain, loop.id)) {
      report.add(place, -1,
                 fmt::format("The ZIP code (N403){} contains a hyphen.", of_party(stretch, loop.id)),
                 {Applicability::safe, {{Edit::What::set, place, std::move(plain)}}, {}});
      return;
    }
    report.add(
        place, -1,
        fmt::format("The ZIP code (N403){} {}", of_party(stretch, loop.id),
                    needs_nine(loop.id) ? "must have nine digits." : "does not have five or nine digits."));
    report.ask_for_value();
    if (needs_nine(loop.id))
      report.needs("Type the nine-digit ZIP code (see tools.usps.com) in the column value.");
  });
}

}  // namespace

extern constexpr Rule rule{
    .id = "COD007",
    .name = "zip",
    .severity = Severity::error,
    .snip = 5,
    .kind = ErrorKind::invalid_value,
    .fix = Applicability::safe,
    .phase = Phase::tidy,
    .doc = doc,
    .check = SegmentRunCheck{check},
    .of_segments = {Kind::N4},
    .precedence = Precedence::code_set,
    .tidies_first = true,
};

}  // namespace scrub837::cod007
