#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::sit013_clia_number_test {
namespace {

std::string const own = "REF*X4*36D0123456~";
std::string const outside = "REF*F4*36D7654321~";

std::string claim(std::string const& of_claim, std::string const& lines) {
  return "CLM*DEMO-1*30***12:B:1*Y*A*Y*Y~" + of_claim + "HI*ABK:Z9181~" + lines;
}

std::string line(std::string const& number, std::string const& procedure, std::string const& reference = {}) {
  return "LX*" + number + "~SV1*HC:" + procedure + "*15*UN*1***1~DTP*472*D8*20260914~" + reference;
}

}  // namespace

TEST_CASE("SIT013 clia-number") {
  rule_test("SIT013",
            {.valid =
                 {
                     claim(own, line("1", "80053")),
                     claim("", line("1", "80053", own)),
                     claim("", line("1", "80053", own) + line("2", "85025", own)),
                     claim(own, line("1", "80053") + line("2", "85025")),
                     claim("", line("1", "79999")),
                     claim("", line("1", "86580")),
                     claim("", line("1", "81050")),
                     claim("", line("1", "90471")),
                     claim("", line("1", "8005F")),
                     claim("", line("1", "G0103")),
                     claim("", line("1", "80053:90", outside)),
                     claim(own, line("1", "80053:90", outside)),
                     claim("", line("1", "G0103:90", outside)),
                 },
             .invalid = {
                 {.segments = claim("", line("1", "80053")), .at = ""},
                 {.segments = claim("", line("1", "89398:QW")), .at = ""},
                 // One number is missing, not two.
                 {.segments = claim("", line("1", "80053") + line("2", "85025")), .at = ""},
                 {.segments = claim("", line("1", "80053", own) + line("2", "85025")), .at = ""},
                 {.segments = claim("", line("1", "80053", outside)), .at = ""},
                 {.segments = claim("", line("1", "80053:90")), .at = ""},
                 {.segments = claim(own, line("1", "80053:90")), .at = ""},
                 {.segments = claim(own, line("1", "80053:59:90")), .at = ""},
                 {.segments = claim("", line("1", "G0103:90")), .at = ""},
                 {.segments = claim("", line("1", "80053") + line("2", "85025:90")), .at = "", .times = 2},
             }});
}

TEST_CASE("SIT013 clia-number: its form") {
  auto const numbered = [](std::string const& number) {
    return claim("REF*X4*" + number + "~", line("1", "80053"));
  };
  rule_test("SIT013",
            {.valid = {numbered("05D0000001"), numbered(""), claim("REF*X4~", line("1", "80053")),
                       claim("", line("1", "80053", "REF*F4*36D7654321~REF*X4*05D0000001~"))},
             .invalid = {
                 {.segments = numbered("36X0123456"), .at = "REF02"},
                 {.segments = numbered("36D012345"), .at = "REF02"},
                 {.segments = numbered("36D01234567"), .at = "REF02"},
                 {.segments = numbered("36d0123456"), .at = "REF02"},
                 {.segments = numbered("A6D0123456"), .at = "REF02"},
                 {.segments = numbered("36-D0123456"), .at = "REF02"},
                 {.segments = claim("", line("1", "80053:90", "REF*F4*1234567893~")), .at = "REF02"},
             }});
}

TEST_CASE("SIT013: the claim lacks the number, or a line beside one that has it") {
  auto const of_claim = found_of(scrub_text(file_with(claim("", line("1", "80053")))), "SIT013");
  CHECK(of_claim.loop == "2300");
  CHECK(of_claim.missing == "REF");
  auto const of_line =
      found_of(scrub_text(file_with(claim("", line("1", "80053", own) + line("2", "85025")))), "SIT013");
  CHECK(of_line.loop == "2400");
  CHECK(of_line.line_index == 2);
  CHECK(found_of(scrub_text(file_with(claim(own, line("1", "80053:90")))), "SIT013").loop == "2400");
}

}  // namespace scrub837::test::sit013_clia_number_test
