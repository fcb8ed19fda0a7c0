#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::sit004_no_pointer_test {
namespace {

TEST_CASE("SIT004 no-pointer") {
  rule_test("SIT004",
            {.valid =
                 {
                     "SV1*HC:99213*125*UN*1***1~",
                     "SV1*HC:99213*125*UN*1***1:1~",
                     "SV1*HC:99213*125*UN*1***9~",
                     // The first pointer alone is missing: the guide's own rules report it.
                     "SV1*HC:99213*125*UN*1***:1~",
                 },
             .invalid = {
                 {.segments = "SV1*HC:99213*125*UN*1~", .at = "SV107"},
                 {.segments = "SV1*HC:99213*125*UN*1*12~", .at = "SV107"},
                 {.segments = "SV1*HC:99213*125*UN*1*****Y~", .at = "SV107"},
                 {.segments = "SV1*HC:99213*125*UN*1***::~", .at = "SV107"},
                 {.segments = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~LX*1~SV1*HC:99213*125*UN*1~"
                              "DTP*472*D8*20260914~",
                  .at = "SV107"},
                 {.segments = "SV1*HC:99213*125*UN*1~SV1*HC:99214*125*UN*1~SV1*HC:97110*40*UN*1***1~",
                  .at = "SV107",
                  .times = 2},
             }});
}

}  // namespace
}  // namespace scrub837::test::sit004_no_pointer_test
