#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::sit006_original_reference_test {
namespace {

std::string claim(std::string const& frequency, std::string const& reference = {}) {
  return "CLM*DEMO-1*125***12:B" + (frequency.empty() ? "" : ":" + frequency) + "*Y*A*Y*Y~" + reference +
         "HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";
}

std::string const f8 = "REF*F8*2026200001~";
std::string const other_payer =
    "CLM*DEMO-1*125***12:B:7*Y*A*Y*Y~HI*ABK:Z9181~SBR*S*18*******CI~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*1~"
    "NM1*PR*2*OTHER*****PI*OTHER1~REF*F8*2026200001~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";

std::string medicare(std::string const& filing, std::string const& claim) {
  return "SBR*P*18*******" + filing + "~" + claim;
}

}  // namespace

TEST_CASE("SIT006 original-reference") {
  rule_test("SIT006",
            {.valid =
                 {
                     claim("1"),
                     claim("7", f8),
                     claim("8", f8),
                     claim("7", "REF*G1*AUTH1~" + f8 + "REF*D9*123~"),
                     claim("6"),
                     claim("6", f8),
                     // Missing: the guide's own rules report it.
                     claim(""),
                     claim("", f8),
                     claim("1", "REF*G1*AUTH1~"),
                     medicare("MB", claim("1")),
                     medicare("MA", claim("7", f8)),
                     medicare("16", claim("8", f8)),
                 },
             .invalid = {
                 {.segments = claim("7"), .at = ""},
                 {.segments = claim("8"), .at = ""},
                 {.segments = claim("8", "REF*G1*AUTH1~"), .at = ""},
                 // That of another payer is another number.
                 {.segments = other_payer, .at = ""},
                 {.segments = claim("1", f8), .at = "REF02", .severity = "warning"},
                 {.segments = medicare("MB", claim("7", f8)), .at = "CLM05-3", .severity = "warning"},
                 {.segments = medicare("MB", claim("8", f8)), .at = "CLM05-3", .severity = "warning"},
                 {.segments = medicare("MB", claim("7")), .at = ""},
                 {.segments = claim("0"), .at = "CLM05-3", .severity = "warning"},
                 {.segments = claim("2"), .at = "CLM05-3", .severity = "warning"},
                 {.segments = claim("5", f8), .at = "CLM05-3", .severity = "warning"},
                 {.segments = claim("9"), .at = "CLM05-3", .severity = "warning"},
                 {.segments = claim("X"), .at = "CLM05-3"},
                 {.segments = claim("17"), .at = "CLM05-3"},
             }});
}

TEST_CASE("SIT006: the missing number is at its place, behind the other REF of the claim") {
  auto const found = found_of(scrub_text(file_with(claim("7", "REF*G1*AUTH1~"))), "SIT006");
  CHECK(found.loop == "2300");
  CHECK(found.missing == "REF");
  // ST to the CLM are twenty, with it.
  CHECK(found.segment_number == 22);
}

TEST_CASE("SIT006: a Medicare profile can hold a replacement, and a setting can let all pass") {
  auto const replaced = file_with(medicare("MB", claim("7", f8)));
  CHECK(scrub_text(replaced).claims(Disposition::clean) == 1);
  CHECK(scrub_text(replaced, under("severity.SIT006 = 'error'")).claims(Disposition::held) == 1);
  auto const missing = file_with(claim("7"));
  CHECK(scrub_text(missing).claims(Disposition::held) == 1);
  CHECK(scrub_text(missing, under("severity.SIT006 = 'warning'")).claims(Disposition::clean) == 1);
}

}  // namespace scrub837::test::sit006_original_reference_test
