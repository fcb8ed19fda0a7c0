#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::att004_on_request_with_control_number_test {
namespace {

TEST_CASE("ATT004 on-request-with-control-number") {
  rule_test("ATT004",
            {.valid =
                 {
                     "PWK*NN*AA~",
                     "PWK*NN*AA****~",
                     "PWK*NN*EL***AC*ACN0001~",
                     "PWK*NN*XX***AC*ACN0001~",
                     "PWK*NN*AA*1~",
                 },
             .invalid = {
                 {.segments = "PWK*NN*AA***AC*ACN0001~", .at = "PWK06"},
                 {.segments = "PWK*NN*AA****ACN0001~", .at = "PWK06"},
                 {.segments = "PWK*NN*AA***AC~", .at = "PWK05"},
                 {.segments = "PWK*NN*AA***ZZ*~", .at = "PWK05"},
                 {.segments = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~PWK*NN*AA***AC*ACN0001~HI*ABK:Z9181~LX*1~"
                              "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
                  .at = "PWK06"},
             }});
}

}  // namespace
}  // namespace scrub837::test::att004_on_request_with_control_number_test
