#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::unl007_physician_home_visit_test {
namespace {

std::string const nm1 = "NM1*82*1*DEMO*ANN****XX*1234567893~";
std::string const visit = "SV1*HC:99600:::::MEDICATION MANAGEMENT AFTER DISCHARGE*125*UN*1***1~";

std::string at_line(std::string const& taxonomy, std::string const& service = visit) {
  return service + "DTP*472*D8*20260914~" + nm1 + (taxonomy.empty() ? "" : "PRV*PE*PXC*" + taxonomy + "~");
}

std::string at_claim(std::string const& taxonomy, std::string const& line_part = {}) {
  return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~" + nm1 +
         (taxonomy.empty() ? "" : "PRV*PE*PXC*" + taxonomy + "~") + "LX*1~" + visit + "DTP*472*D8*20260914~" +
         line_part;
}

TEST_CASE("UNL007 physician-home-visit") {
  RuleCases cases;
  cases.valid = {visit, at_line("163WH0200X"), at_line("225100000X"), at_line(""),
                 at_line("207Q00000X", "SV1*HC:99213*125*UN*1***1~"),
                 at_line("207Q00000X", "SV1*HC:99199:::::GROUP EDUCATION FAMILY*125*UN*1***1~"),
                 at_claim("163W00000X"),
                 // The line's provider stands above the claim's.
                 at_claim("207Q00000X", nm1 + "PRV*PE*PXC*163W00000X~")};
  for (auto const* const taxonomy : {"207Q00000X", "208D00000X", "363L00000X", "363LF0000X", "363A00000X"}) {
    cases.invalid.push_back({.segments = at_line(taxonomy), .at = "PRV03"});
    cases.invalid.push_back({.segments = at_claim(taxonomy), .at = "PRV03"});
  }
  rule_test("UNL007", cases);
}

TEST_CASE("UNL007: without a rendering provider the billing provider is it") {
  auto const file = [](std::string const& snippet) {
    return replaced(file_with(snippet), "PRV*BI*PXC*251E00000X", "PRV*BI*PXC*207Q00000X");
  };
  auto const alone = scrub_text(file(visit));
  CHECK(found_of(alone, "UNL007").element == "SV101-2");
  // Who rendered it is named, only not what he is.
  CHECK(count_of(scrub_text(file(at_line(""))), "UNL007") == 0);
}

}  // namespace
}  // namespace scrub837::test::unl007_physician_home_visit_test
