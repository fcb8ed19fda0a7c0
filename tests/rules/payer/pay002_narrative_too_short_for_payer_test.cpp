#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::pay002_narrative_too_short_for_payer_test {
namespace {

std::string const line = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~";
std::string const other = "SV1*HC:99213*125*UN*1***1~";
std::string const claim = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~";
std::string const day = "DTP*472*D8*20260914~";

std::string described(std::string const& text) { return "SV1*HC:99600:::::" + text + "*125*UN*1***1~"; }

TEST_CASE("PAY002 narrative-too-short-for-payer") {
  rule_test("PAY002", {.valid = {line, described("COMPLEX WOUND CAREFUL"), other,
                                 // NAR001 and NAR005 speak of these.
                                 described(""), described("0900-1130")},
                       .invalid =
                           {// NAR004 only warns of a stub.
                            {.segments = described("SEE NOTES"), .at = "SV101-7"},
                            {.segments = described("DRESSING CHANGE"), .at = "SV101-7"},
                            // Blanks, digits and signs are no letters.
                            {.segments = described("WOUND CARE 45 MIN 12/34/56"), .at = "SV101-7"},
                            {.segments = described("COMPLEX WOUND CAREFU"), .at = "SV101-7"}},
                       .profile = "codes.unlisted.narrative_min_letters = 19"});
}

TEST_CASE("PAY002: the note is counted where SV101-7 is empty") {
  auto const scrubbed = scrub_text(file_with("SV1*HC:99600*125*UN*1***1~NTE*DCP*DRESSING CHANGE~"),
                                   under("codes.99600.narrative_min_letters = 20"));
  CHECK(found_of(scrubbed, "PAY002").element == "NTE02");
}

}  // namespace
}  // namespace scrub837::test::pay002_narrative_too_short_for_payer_test
