#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::att008_transmission_code_invalid_test {
namespace {

std::string claim(std::string const& indicators) {
  return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~" + indicators +
         "HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";
}

TEST_CASE("ATT008 transmission-code-invalid") {
  rule_test("ATT008", {.valid =
                           {
                               "PWK*NN*AA~",
                               "PWK*NN*BM***AC*ACN0001~",
                               "PWK*NN*EL***AC*ACN0001~",
                               "PWK*NN*EM***AC*ACN0001~",
                               "PWK*NN*FT***AC*ACN0001~",
                               "PWK*NN*FX***AC*ACN0001~",
                               claim("PWK*NN*AA~PWK*CT*FX***AC*ACN0001~"),
                               // A certificate of medical equipment.
                               "PWK*CT*AB~",
                               "PWK*CT*AD~",
                               "PWK*CT*AF~",
                               "PWK*CT*AG~",
                               "PWK*CT*NS~",
                               // The same type announced as any other document.
                               "PWK*CT*FX***AC*ACN0001~",
                               "PWK*CT*AA~",
                               "SV1*HC:99213*125*UN*1***1~",
                           },
                       .invalid = {
                           {.segments = "PWK*NN~", .at = "PWK02"},
                           {.segments = "PWK*NN****AC*ACN0001~", .at = "PWK02"},
                           {.segments = "PWK*NN*XX***AC*ACN0001~", .at = "PWK02"},
                           {.segments = "PWK*NN*FAX***AC*ACN0001~", .at = "PWK02"},
                           {.segments = "PWK*CT*AC~", .at = "PWK02"},
                           // Right only for a certificate, and that only at a line.
                           {.segments = "PWK*NN*AB~", .at = "PWK02"},
                           {.segments = "PWK*NN*NS~", .at = "PWK02"},
                           {.segments = claim("PWK*CT*AB~"), .at = "PWK02"},
                           {.segments = claim("PWK*NN*FF~PWK*OZ*AA~PWK*OZ*G~"), .at = "PWK02", .times = 2},
                       }});
}

TEST_CASE("ATT008: what the code would have been right for is said") {
  auto const message = [](std::string const& snippet) {
    return found_of(scrub_text(file_with(snippet)), "ATT008").message;
  };
  CHECK(message("PWK*NN*AB~").find("PWK01 is CT") != std::string::npos);
  CHECK(message(claim("PWK*CT*AB~")).find("must be on a line") != std::string::npos);
  CHECK(message("PWK*NN~").find("blank") != std::string::npos);
}

TEST_CASE("ATT008: no control number is asked for while the way is not known") {
  auto const scrubbed = scrub_text(file_with("SV1*HC:99213*125*UN*1***1~PWK*NN*XX~"));
  CHECK(scrubbed.rules() == "ATT008");
}

}  // namespace
}  // namespace scrub837::test::att008_transmission_code_invalid_test
