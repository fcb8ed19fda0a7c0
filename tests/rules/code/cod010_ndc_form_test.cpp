#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::cod010_ndc_form_test {
namespace {

std::string drug(std::string const& ndc, std::string const& qualifier = "N4") {
  return "SV1*HC:J1885*125*UN*1***1~LIN**" + qualifier + "*" + ndc + "~CTP****1*ML~";
}

TEST_CASE("COD010 ndc-form") {
  rule_test("COD010", {.valid = {drug("01234567890"), drug("1234567890", "EN"), drug(""), ""},
                       .invalid = {
                           {.segments = drug("1234567890"), .at = "LIN03"},
                           {.segments = drug("012345678901"), .at = "LIN03"},
                           {.segments = drug("01234-5678-90"), .at = "LIN03"},
                           {.segments = drug("1234-5678-90"), .at = "LIN03"},
                           {.segments = drug("0123456789A"), .at = "LIN03"},
                       }});
}

}  // namespace
}  // namespace scrub837::test::cod010_ndc_form_test
