#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::cod009_tax_id_form_test {
namespace {

// Another subscriber and payer, with a number of theirs.
std::string other(std::string const& ref, std::string const& payer_ref = "") {
  return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~SBR*S*18*******CI~OI***Y***Y~"
         "NM1*IL*1*DOE*JANE****MI*DEMO0002~" +
         ref + "NM1*PR*2*OTHER PAYER*****PI*PAYER02~" + payer_ref +
         "LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";
}

TEST_CASE("COD009 tax-id-form") {
  rule_test(
      "COD009",
      {.valid = {other("REF*SY*123456789~"), other("REF*SY*000000000~"), other("", "REF*EI*123456789~"),
                 other("", "REF*2U*12-3~"), other("")},
       .invalid = {
           {.segments = other("REF*SY*12345678~"), .at = "REF02"},
           {.segments = other("REF*SY*1234567890~"), .at = "REF02"},
           {.segments = other("REF*SY*12345678A~"), .at = "REF02"},
           {.segments = other("REF*SY*123-45-678~"), .at = "REF02"},
           {.segments = other("REF*SY*123 45 6789~"), .at = "REF02"},
           {.segments = other("REF*SY*123-45-6789~"), .at = "REF02", .fixed = other("REF*SY*123456789~")},
           {.segments = other("", "REF*EI*12-3456789~"),
            .at = "REF02",
            .fixed = other("", "REF*EI*123456789~")},
       }});
}

TEST_CASE("COD009: the billing provider's is one finding above the claims") {
  auto const file = replaced(file_with(""), "REF*EI*123456789", "REF*EI*12345678");
  auto const scrubbed = scrub_text(file);
  CHECK(found_of(scrubbed, "COD009").loop == "2010AA");
  CHECK(scrubbed.held == file);
  CHECK(scrubbed.rows.size() == 1);
}

}  // namespace
}  // namespace scrub837::test::cod009_tax_id_form_test
