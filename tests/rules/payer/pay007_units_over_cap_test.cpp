#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::pay007_units_over_cap_test {
namespace {

std::string const line = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~";
std::string const other = "SV1*HC:99213*125*UN*1***1~";
std::string const claim = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~";
std::string const day = "DTP*472*D8*20260914~";

std::string units(std::string const& count, std::string const& code = "99600") {
  return "SV1*HC:" + code + ":::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*" + count + "***1~";
}

TEST_CASE("PAY007 units-over-cap") {
  rule_test(
      "PAY007",
      {.valid = {units("1"), units("16"), units("16.0"), units(""), units("MANY"), units("17", "99199")},
       .invalid = {{.segments = units("17"), .at = "SV104"}, {.segments = units("16.5"), .at = "SV104"}}});
}

TEST_CASE("PAY007: a payer that counts units is not told that one is usual") {
  CHECK(count_of(scrub_text(file_with(units("4"))), "UNL001") == 1);
  CHECK(count_of(scrub_text(file_with(units("4")), under("codes.99600.max_units = 16")), "UNL001") == 0);
}

}  // namespace
}  // namespace scrub837::test::pay007_units_over_cap_test
