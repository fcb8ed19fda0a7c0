#include <fmt/format.h>

#include "scrub837/rule.hpp"
#include "src/claim/without_hyphens.hpp"
#include "src/rules/party_segments.hpp"
#include "src/rules/party_words.hpp"

namespace scrub837::cod009 {
namespace {

constexpr Doc doc{
    .what =
        "An employer identification number (REF*EI) or social security number (REF*SY) that is not nine "
        "digits.",
    .why =
        "Payers match the billing provider by tax id and NPI together, and report payments to the IRS under "
        "it. The front end rejects a number of another length.",
    .fix =
        "Type the nine digits into the worklist, or correct the number in the billing system. Hyphens "
        "are removed if nine digits are left.",
    .bad =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~SBR*S*18*******CI~OI***Y***Y~NM1*IL*1*DOE*JAN"
        "E****MI*DEMO0002~REF*SY*123-45-6789~NM1*PR*2*OTHER PAYER*****PI*PAYER02~LX*1~SV1*HC:99213*"
        "125*UN*1***1~DTP*472*D8*20260914~",
    .good =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~SBR*S*18*******CI~OI***Y***Y~NM1*IL*1*DOE*JAN"
        "E****MI*DEMO0002~REF*SY*123456789~NM1*PR*2*OTHER PAYER*****PI*PAYER02~LX*1~SV1*HC:99213*12"
        "5*UN*1***1~DTP*472*D8*20260914~",
    .source = "005010X222A1, REF02 in 2010AA, 2010AC, 2010BA, 2010BB, 2010CA, 2330A and 2330B",
    .value = "Type the tax ID (nine digits) in the column value.",
};

constexpr std::size_t digits = 9;

void check(SegmentRun const& stretch, Reporter& report) {
  for_each_party_segment(stretch, Kind::REF, [&](std::uint32_t index, Loop const& loop) {
    constexpr auto employer = pack_tag("EI"), social_security = pack_tag("SY");
    auto const qualifier = stretch.segments[index].qualifier;
    if (qualifier != employer && qualifier != social_security) return;
    auto const number = stretch.segment(index)[2];
    if (number.empty() || is_digits(number, digits)) return;
    Place const place{index, 2, 0};
    auto plain = without_hyphens(number);
    if (is_digits(plain, digits)) {
      report.add(place, -1,
                 fmt::format("The tax ID (REF02){} contains a hyphen.", of_party(stretch, loop.id)),
                 {Applicability::safe, {{Edit::What::set, place, std::move(plain)}}, {}});
      return;
    }
    report.add(place, -1,
               fmt::format("The tax ID (REF02){} does not have nine digits.", of_party(stretch, loop.id)));
    report.ask_for_value();
  });
}

}  // namespace

extern constexpr Rule rule{
    .id = "COD009",
    .name = "tax-id-form",
    .severity = Severity::error,
    .snip = 5,
    .kind = ErrorKind::invalid_value,
    .fix = Applicability::safe,
    .phase = Phase::tidy,
    .doc = doc,
    .check = SegmentRunCheck{check},
    .of_segments = {Kind::NM1},
    .precedence = Precedence::code_set,
    .tidies_first = true,
};

}  // namespace scrub837::cod009
