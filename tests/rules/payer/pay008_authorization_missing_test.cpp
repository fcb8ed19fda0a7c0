#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::pay008_authorization_missing_test {
namespace {

std::string const line = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~";
std::string const other = "SV1*HC:99213*125*UN*1***1~";
std::string const claim = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~";
std::string const day = "DTP*472*D8*20260914~";

TEST_CASE("PAY008 authorization-missing") {
  rule_test("PAY008", {.valid = {line + day + "REF*G1*AUTH001~", other,
                                 claim + "REF*G1*AUTH001~HI*ABK:Z9181~LX*1~" + line + day},
                       .invalid = {{.segments = line, .at = "SV1"},
                                   {.segments = line + day + "REF*9F*REFERRAL1~", .at = "SV1"},
                                   {.segments = line + day + "REF*G1~", .at = "SV1"},
                                   // Another line's is not this line's.
                                   {.segments = line + day + other + day + "REF*G1*AUTH001~", .at = "SV1"}}});
}

}  // namespace
}  // namespace scrub837::test::pay008_authorization_missing_test
