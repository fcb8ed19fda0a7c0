#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::sit018_line_number_repeated_test {
namespace {

std::string line(std::string const& number, std::string const& control = {}) {
  return "LX*" + number + "~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~" +
         (control.empty() ? "" : "REF*6R*" + control + "~");
}

}  // namespace

TEST_CASE("SIT018 line-number-repeated") {
  rule_test(
      "SIT018",
      {.valid =
           {
               line("1"),
               line("1") + line("2") + line("3"),
               line("01") + line("02"),
               line("1", "A1") + line("2", "A2"),
               line("1", "A1") + line("2") + line("3", "A3"),
               line("1", "A1") + line("2", "a1"),
               // No number: the guide's own rules report it.
               line("X") + line("2"),
               line("") + line(""),
               line("1") + line("99999999999"),
               "LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~REF*6R~LX*2~SV1*HC:99213*125*UN*1***1~"
               "DTP*472*D8*20260914~REF*6R~",
               // Twice on one line, and other numbers.
               line("1", "A1") + "REF*6R*A1~" + line("2", "A2"),
               line("1") + "REF*G1*A1~" + line("2") + "REF*G1*A1~",
           },
       .invalid = {
           {.segments = line("1", "A1") + line("2", "A1"), .at = "REF02"},
           {.segments = line("1", "A1") + line("2", "A2") + line("3", "A1"), .at = "REF02"},
           {.segments = line("1", "A1") + line("2", "A1") + line("3", "A1"), .at = "REF02", .times = 2},
           {.segments = line("1") + line("1"), .at = "LX01"},
           {.segments = line("1") + line("2") + line("2") + line("3"), .at = "LX01"},
           {.segments = line("1") + line("01"), .at = "LX01"},
           {.segments = line("2"), .at = "LX01"},
           {.segments = line("0") + line("1"), .at = "LX01"},
           {.segments = line("1") + line("3"), .at = "LX01"},
           {.segments = line("2") + line("1"), .at = "LX01"},
           {.segments = line("1") + line("3") + line("2"), .at = "LX01"},
           {.segments = line("1") + line("999999"), .at = "LX01"},
       }});
}

TEST_CASE("SIT018 names the later of many lines") {
  std::string lines;
  for (int i = 1; i <= 40; ++i) lines += line(std::to_string(i), "C" + std::to_string(i == 33 ? 5 : i));
  auto const found = findings_of(scrub_text(file_with(lines)), "SIT018");
  REQUIRE(found.size() == 1);
  CHECK(found[0].line_index == 33);
}

}  // namespace scrub837::test::sit018_line_number_repeated_test
