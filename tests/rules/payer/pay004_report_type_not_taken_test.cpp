#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::pay004_report_type_not_taken_test {
namespace {

std::string const line = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~";
std::string const other = "SV1*HC:99213*125*UN*1***1~";
std::string const claim = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~";
std::string const day = "DTP*472*D8*20260914~";

TEST_CASE("PAY004 report-type-not-taken") {
  rule_test("PAY004",
            {.valid = {line, line + "PWK*NN*AA~", line + "PWK*OD*FX***AC*ACN0001~", other + "PWK*OB*AA~",
                       line + "PWK*77*AA~"},  // ATT007 speaks of it
             .invalid = {{.segments = line + "PWK*OB*AA~", .at = "PWK01"},
                         {.segments = line + "PWK*NN*AA~PWK*OB*AA~", .at = "PWK01"},
                         {.segments = "CLM*DEMO-1*250***12:B:1*Y*A*Y*Y~PWK*OB*AA~HI*ABK:Z9181~LX*1~" + line +
                                      day + "LX*2~" + line + day,
                          .at = "PWK01"}}});
}

}  // namespace
}  // namespace scrub837::test::pay004_report_type_not_taken_test
