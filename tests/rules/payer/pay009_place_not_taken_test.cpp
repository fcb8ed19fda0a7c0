#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::pay009_place_not_taken_test {
namespace {

std::string const line = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~";
std::string const other = "SV1*HC:99213*125*UN*1***1~";
std::string const claim = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~";
std::string const day = "DTP*472*D8*20260914~";

std::string at(std::string const& place) {
  return "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1*" + place + "**1~";
}

TEST_CASE("PAY009 place-not-taken") {
  rule_test("PAY009",
            {.valid = {line, at("12"), at("14"), "SV1*HC:99213*125*UN*1*11**1~"},
             .invalid = {{.segments = at("11"), .at = "SV105"},
                         {.segments = at("33"), .at = "SV105"},
                         {.segments = "CLM*DEMO-1*125***33:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~" + line + day,
                          .at = "CLM05-1"}}});
}

TEST_CASE("PAY009: a payer that names the places is not told which are usual") {
  CHECK(count_of(scrub_text(file_with(at("11"))), "UNL002") == 1);
  CHECK(count_of(scrub_text(file_with(at("11")), under("codes.99600.places = ['11']")), "UNL002") == 0);
}

}  // namespace
}  // namespace scrub837::test::pay009_place_not_taken_test
