#include <doctest/doctest.h>

#include "tests/rules/situational/household_file.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/rule_test.hpp"
#include "tests/support/scrub_text.hpp"

namespace scrub837::test::use005_loop_repeated_test {
namespace {

TEST_CASE("USE005 loop-repeated") {
  RuleCases cases;
  cases.valid.push_back(
      "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~NM1*82*1*ROE*ANN****XX*1234567893~LX*1~SV1*HC:99213*125*"
      "UN*1***1~DTP*472*D8*20260914~");
  cases.invalid.push_back(
      {.segments = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~NM1*82*1*ROE*ANN****XX*1234567893~NM1*82*1*"
                   "ROE*ANN****XX*1234567893~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
       .at = "NM1"});
  // The fifty-first line.
  std::string lines;
  for (int i = 1; i <= 51; ++i)
    lines += "LX*" + std::to_string(i) + "~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";
  cases.invalid.push_back({.segments = "CLM*DEMO-1*6375***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~" + lines, .at = "LX"});
  rule_test("USE005", cases);
}

TEST_CASE("USE005: a subscriber or patient has a hundred claims at most; those behind are held") {
  auto const claims = [](int count, std::string const& id) {
    std::string text;
    for (int i = 1; i <= count; ++i)
      text += claim_with(id + std::to_string(i), "SV1*HC:99213*" + std::to_string(100 + i) + "*UN*1***1~");
    return text;
  };
  auto const person = [](std::string const& id) {
    return "*1*DOE*" + id + "~N3*2 DEMO ST~N4*RICHMOND*VA*23219~DMG*D8*20150101*F~";
  };
  auto const set = [&](int first, int second, int third) {
    return "HL*1**20*1~NM1*85*2*DEMO HOME CARE*****XX*1234567893~N3*1 DEMO "
           "ST~N4*RICHMOND*VA*232190000~REF*EI*"
           "123456789~HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*DOE*JANE****MI*DEMO0001~N3*2 DEMO "
           "ST~N4*RICHMOND*"
           "VA*23219~DMG*D8*19500101*F~NM1*PR*2*DEMO PAYER*****PI*PAYER01~" +
           claims(first, "A") +
           "HL*3*1*22*1~SBR*P********CI~NM1*IL*1*DOE*JOHN****MI*DEMO0002~NM1*PR*2*DEMO PAYER*****PI*PAYER01~"
           "HL*4*3*23*0~PAT*19~NM1*QC" +
           person("ANN") + claims(second, "B") + "HL*5*3*23*0~PAT*19~NM1*QC" + person("BOB") +
           claims(third, "C");
  };
  for (std::size_t const block : {std::size_t{4096}, std::size_t{1} << 20U}) {
    CAPTURE(block);
    CHECK(scrub_text(file_with(set(100, 100, 100)), {}, block).rules() == "");
    auto const out = scrub_text(file_with(set(102, 100, 101)), {}, block);
    std::string found;
    for (auto const& one : out.findings) found += one.rule + " " + one.claim + " " + one.loop + "; ";
    CHECK(found == "USE005 A101 2300; USE005 A102 2300; USE005 C101 2300; ");
    CHECK(out.claims(Disposition::held) == 3);
    CHECK(scrub_text(out.clean, {}, block).rules() == "");
    // In a file of their own they are not too many.
    CHECK(scrub_text(out.held, {}, block).claims(Disposition::clean) == 3);
  }
}

TEST_CASE("USE005: a second patient at a level is said as people say it") {
  auto const two =
      provider_level() + subscriber_level("2*1*22*1", "SBR*P********CI~", "") + patient_level("3*2*23*0") +
      "NM1*QC*1*ROE*JIM~N3*2 DEMO ST~N4*RICHMOND*VA*23219~DMG*D8*20150101*M~" + listed_claim("A");
  auto const found = found_of(scrub_text(file_with(two)), "USE005");
  CHECK(found.message == "The patient level has 2 patients (2010CA); only 1 is allowed.");
}

TEST_CASE("USE005: a number of which there can be several") {
  std::string const referring = "NM1*DN*1*ROE*ANN****XX*1234567893~";
  auto const found =
      found_of(scrub_text(file_with("CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~" + referring + referring +
                                    referring + "LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~")),
               "USE005");
  CHECK(found.message == "The claim has 3 referring providers (2310A); only 2 are allowed.");
}

}  // namespace
}  // namespace scrub837::test::use005_loop_repeated_test
