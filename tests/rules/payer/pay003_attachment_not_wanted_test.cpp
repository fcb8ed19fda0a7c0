#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::pay003_attachment_not_wanted_test {
namespace {

std::string const line = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~";
std::string const other = "SV1*HC:99213*125*UN*1***1~";
std::string const claim = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~";
std::string const day = "DTP*472*D8*20260914~";

TEST_CASE("PAY003 attachment-not-wanted") {
  std::string const pwk = "PWK*NN*FX***AC*ACN0001~";
  rule_test("PAY003",
            {.valid = {line, other + pwk, line + other + pwk,
                       // A certificate for medical equipment announces no document.
                       line + "PWK*CT*AB~",
                       // The claim's papers may be for the other line.
                       "CLM*DEMO-1*250***12:B:1*Y*A*Y*Y~" + pwk + "HI*ABK:Z9181~LX*1~" + line + day +
                           "LX*2~" + other + day},
             .invalid = {{.segments = line + pwk, .at = "PWK"},
                         {.segments = line + "PWK*NN*AA~", .at = "PWK"},
                         {.segments = line + pwk + line + "PWK*NN*FX***AC*ACN0002~", .at = "PWK", .times = 2},
                         // The claim's is reported once for all lines.
                         {.segments = "CLM*DEMO-1*250***12:B:1*Y*A*Y*Y~" + pwk + "HI*ABK:Z9181~LX*1~" + line +
                                      day + "LX*2~" + line + day,
                          .at = "PWK"}}});
}

TEST_CASE("PAY003: where no document is wanted none is missing") {
  CHECK(count_of(scrub_text(file_with(line)), "ATT001") == 1);
  CHECK(count_of(scrub_text(file_with(line), under("codes.unlisted.attachment = 'forbidden'")), "ATT001") ==
        0);
}

}  // namespace
}  // namespace scrub837::test::pay003_attachment_not_wanted_test
