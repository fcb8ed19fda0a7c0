#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::pay005_transmission_not_taken_test {
namespace {

std::string const line = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~";
std::string const other = "SV1*HC:99213*125*UN*1***1~";
std::string const claim = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~";
std::string const day = "DTP*472*D8*20260914~";

TEST_CASE("PAY005 transmission-not-taken") {
  rule_test("PAY005", {.valid = {line, line + "PWK*NN*BM***AC*ACN0001~", line + "PWK*NN*FX***AC*ACN0001~",
                                 other + "PWK*NN*EL***AC*ACN0001~", line + "PWK*CT*AB~",
                                 line + "PWK*NN*FAX***AC*ACN0001~"},  // ATT008 speaks of it
                       .invalid = {{.segments = line + "PWK*NN*EL***AC*ACN0001~", .at = "PWK02"},
                                   {.segments = line + "PWK*NN*AA~", .at = "PWK02"}}});
}

}  // namespace
}  // namespace scrub837::test::pay005_transmission_not_taken_test
