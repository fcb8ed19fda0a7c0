#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::att013_indicator_element_not_used_test {
namespace {

std::string claim(std::string const& indicators) {
  return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~" + indicators +
         "HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";
}

TEST_CASE("ATT013 indicator-element-not-used") {
  rule_test("ATT013", {.valid =
                           {
                               "PWK*NN*EL***AC*ACN0001~",
                               "PWK*NN*AA~",
                               "PWK*NN*AA*******~",  // empty to the end
                               "PWK*CT*AB~",
                               claim("PWK*NN*EL***AC*ACN0001~"),
                               "SV1*HC:99213*125*UN*1***1~",
                           },
                       .invalid = {
                           {.segments = "PWK*NN*EL*1**AC*ACN0001~", .at = "PWK03"},
                           {.segments = "PWK*NN*EL**PR*AC*ACN0001~", .at = "PWK04"},
                           {.segments = "PWK*NN*EL***AC*ACN0001*NURSING NOTES~", .at = "PWK07"},
                           {.segments = "PWK*NN*EL***AC*ACN0001**A1:B2~", .at = "PWK08"},
                           {.segments = "PWK*NN*EL***AC*ACN0001***11~", .at = "PWK09"},
                           // Once for an indicator, at the first.
                           {.segments = "PWK*NN*EL*1*PR*AC*ACN0001*TEXT**11~", .at = "PWK03"},
                           {.segments = "PWK*NN*AA*1~PWK*OZ*AA*2~", .at = "PWK03", .times = 2},
                           {.segments = "PWK*CT*AB*1~", .at = "PWK03"},
                           {.segments = claim("PWK*NN*EL***AC*ACN0001*TEXT~"), .at = "PWK07"},
                       }});
}

TEST_CASE("ATT013: a separator too few puts qualifier and number one place ahead") {
  auto const scrubbed = scrub_text(file_with("SV1*HC:99213*125*UN*1***1~PWK*NN*EL**AC*ACN0001~"));
  CHECK(scrubbed.rules() == "ATT002 ATT013");
  CHECK(found_of(scrubbed, "ATT013").element == "PWK04");
}

TEST_CASE("ATT013: a separator too many leaves qualifier and number one place behind") {
  auto const scrubbed = scrub_text(file_with("SV1*HC:99213*125*UN*1***1~PWK*NN*EL****AC*ACN0001~"));
  CHECK(found_of(scrubbed, "ATT013").element == "PWK07");
}

TEST_CASE("ATT013: blanks are nothing") {
  CHECK(count_of(scrub_text(file_with("PWK*NN*AA*  ~")), "ATT013") == 0);
}

}  // namespace
}  // namespace scrub837::test::att013_indicator_element_not_used_test
