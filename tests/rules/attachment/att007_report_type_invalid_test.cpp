#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::att007_report_type_invalid_test {
namespace {

constexpr std::string_view types =
    "03 04 05 06 07 08 09 10 11 13 15 21 A3 A4 AM AS B2 B3 B4 BR BS BT CB CK CT D2 DA DB DG DJ DS EB HC HR "
    "I5 IR LA M1 MT NN OB OC OD OE OX OZ P4 P5 PE PN PO PQ PY PZ RB RR RT RX SG V5 XP ";

std::string claim(std::string const& indicators) {
  return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~" + indicators +
         "HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";
}

TEST_CASE("ATT007 report-type-invalid") {
  RuleCases cases{.valid =
                      {
                          claim("PWK*B3*AA~"),
                          "PWK*CT*AB~",
                          "SV1*HC:99213*125*UN*1***1~",
                      },
                  .invalid = {
                      {.segments = "PWK*77*EL***AC*ACN0001~", .at = "PWK01"},  // of 4010
                      {.segments = "PWK**EL***AC*ACN0001~", .at = "PWK01"},
                      {.segments = "PWK*N*AA~", .at = "PWK01"},
                      {.segments = "PWK*NN1*AA~", .at = "PWK01"},
                      {.segments = "PWK*9*AA~", .at = "PWK01"},
                      {.segments = "PWK*02*AA~PWK*NN*AA~PWK*XQ*AA~", .at = "PWK01", .times = 2},
                      {.segments = claim("PWK*77*AA~PWK*NN*AA~"), .at = "PWK01"},
                      {.segments = claim("PWK**AA~") + "PWK*ZZ*AA~", .at = "PWK01", .times = 2},
                  }};
  for (auto rest = types; !rest.empty(); rest.remove_prefix(3)) {
    cases.valid.push_back("PWK*" + std::string(rest.substr(0, 2)) + "*AA~");
  }
  CHECK(cases.valid.size() == 3 + 61);
  rule_test("ATT007", cases);
}

TEST_CASE("ATT007: an indicator without any element lacks type and way, which are two faults") {
  auto const scrubbed = scrub_text(file_with("SV1*HC:99213*125*UN*1***1~PWK~"));
  CHECK(scrubbed.rules() == "ATT007 ATT008");
  CHECK(found_of(scrubbed, "ATT007").message.find("blank") != std::string::npos);
}

TEST_CASE("ATT007: a wrong type doesn't hide what is wrong behind it") {
  auto const scrubbed = scrub_text(file_with("SV1*HC:99213*125*UN*1***1~PWK*77*EL~"));
  CHECK(scrubbed.rules() == "ATT002 ATT007");
  CHECK(scrubbed.claims(Disposition::held) == 1);
}

}  // namespace
}  // namespace scrub837::test::att007_report_type_invalid_test
