#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::sit016_referral_without_provider_test {
namespace {

struct Parts {
  std::string of_claim = {}, provider = {}, of_line = {}, provider_of_line = {};
};

std::string claim(Parts const& parts) {
  return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~" + parts.of_claim + "HI*ABK:Z9181~" + parts.provider +
         "LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~" + parts.of_line + parts.provider_of_line;
}

std::string const number = "REF*9F*REFERRAL1~";
std::string provider(std::string const& role, std::string const& id = "****XX*1234567893") {
  return "NM1*" + role + "*1*ROE*ANN" + id + "~";
}
std::string const other_payer =
    "SBR*S*18*******CI~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*1~NM1*PR*2*OTHER*****PI*OTHER1~";

}  // namespace

TEST_CASE("SIT016 referral-without-provider") {
  rule_test("SIT016",
            {.valid =
                 {
                     claim({}),
                     claim({.of_claim = "REF*G1*AUTH1~"}),
                     claim({.of_claim = number, .provider = provider("DN")}),
                     claim({.of_claim = number, .provider = provider("P3")}),
                     claim({.of_claim = number, .provider_of_line = provider("DN")}),
                     claim({.of_line = number, .provider_of_line = provider("P3")}),
                     claim({.provider = provider("DN"), .of_line = number}),
                     claim({.provider = provider("DN") + provider("P3")}),
                     claim({.provider_of_line = provider("DN") + provider("P3")}),
                     claim({.provider = provider("DN"), .provider_of_line = provider("DN")}),
                     // More than two: USE005.
                     claim({.provider = provider("DN") + provider("DN") + provider("P3")}),
                     claim({.provider = provider("82", "")}),
                     claim({.provider_of_line = provider("DK")}),
                     // One of the two alone: the guide's own rules report it.
                     claim({.provider = provider("DN", "****XX")}),
                     claim({.provider = provider("DN", "*****1234567893")}),
                     claim({.provider = provider("DN", "****24*123456789")}),
                     // The referral of another payer.
                     claim({.provider = other_payer + number}),
                 },
             .invalid = {
                 {.segments = claim({.of_claim = number}), .at = ""},
                 {.segments = claim({.of_line = number}), .at = ""},
                 // The provider is of the other line.
                 {.segments = claim({.of_line = number}) +
                              "LX*2~SV1*HC:97110*0*UN*1***1~DTP*472*D8*20260914~" + provider("DN"),
                  .at = ""},
                 {.segments = claim({.of_claim = number, .provider = provider("82")}), .at = ""},
                 {.segments = claim({.of_claim = number, .provider_of_line = provider("DK")}), .at = ""},
                 {.segments = claim({.of_claim = number, .provider = other_payer + "NM1*DN*1~REF*G2*123~"}),
                  .at = ""},
                 {.segments = claim({.provider = provider("DN") + provider("DN")}), .at = "NM101"},
                 {.segments = claim({.provider_of_line = provider("P3") + provider("P3")}), .at = "NM101"},
                 {.segments = claim({.provider = provider("DN", "")}), .at = "NM109"},
                 {.segments = claim({.provider = provider("P3", "")}), .at = "NM109"},
                 {.segments = claim({.provider_of_line = provider("DK", "")}), .at = "NM109"},
                 {.segments = claim({.provider_of_line = provider("DN", "")}), .at = "NM109"},
                 {.segments = claim({.provider = provider("DN", "") + provider("P3", "")}),
                  .at = "NM109",
                  .times = 2},
                 {.segments = claim({.of_claim = number, .provider = provider("DN", "")}), .at = "NM109"},
             }});
}

TEST_CASE("SIT016: the loop that is missing, at its place") {
  auto const of_claim =
      found_of(scrub_text(file_with(claim({.of_claim = number, .provider = provider("82")}))), "SIT016");
  CHECK(of_claim.loop == "2310A");
  CHECK(of_claim.missing == "NM1");
  auto const plain = found_of(scrub_text(file_with(claim({.of_claim = number}))), "SIT016");
  // Behind HI, before NM1*82.
  CHECK(of_claim.segment_number == plain.segment_number);
  auto const of_line = found_of(
      scrub_text(file_with(claim({.of_line = number, .provider_of_line = provider("DK")}))), "SIT016");
  CHECK(of_line.loop == "2420F");
  CHECK(of_line.line_index == 1);
}

}  // namespace scrub837::test::sit016_referral_without_provider_test
