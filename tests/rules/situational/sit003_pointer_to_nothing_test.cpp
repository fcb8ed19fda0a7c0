#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::sit003_pointer_to_nothing_test {
namespace {

std::string claim(std::string const& diagnoses, std::string const& pointers) {
  return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~" + diagnoses + "LX*1~SV1*HC:99213*125*UN*1***" + pointers +
         "~DTP*472*D8*20260914~";
}

std::string const one = "HI*ABK:Z9181~";
std::string const four = "HI*ABK:I509*ABF:E1122*ABF:I10*ABF:Z9181~";
std::string const twelve =
    "HI*ABK:I509*ABF:E1122*ABF:I10*ABF:Z9181*ABF:I110*ABF:I120*ABF:I130*ABF:I150*ABF:I200*ABF:I210*ABF:I220*"
    "ABF:I230~";

}  // namespace

TEST_CASE("SIT003 pointer-to-nothing") {
  rule_test("SIT003",
            {.valid =
                 {
                     claim(one, "1"),
                     claim(four, "1:2:3:4"),
                     claim(four, "4"),
                     claim(four, "04"),
                     claim(twelve, "12:1"),
                     claim("HI*BK:4019*BF:25000~", "2"),
                     // Two HI where one would do: the guide's own rules report it.
                     claim("HI*ABK:I509~HI*ABF:E1122~", "2"),
                     claim(four + "HI*BP:33510~HI*BG:17~", "4"),
                     // No pointer, no number, no diagnosis at all: each is another rule's.
                     claim(four, ""),
                     claim(four, ":"),
                     claim(four, "A"),
                     claim(four, "-1"),
                     claim("", "3"),
                     claim("HI*ABK~", "1"),
                     // A gap between diagnoses is COD012's.
                     claim("HI*ABK:I509**ABF:E1122~", "2"),
                 },
             .invalid = {
                 {.segments = claim(one, "2"), .at = "SV107"},
                 {.segments = claim(one, "1:2"), .at = "SV107"},
                 {.segments = claim(one, "2:3:4"), .at = "SV107"},
                 {.segments = claim(one, "0"), .at = "SV107"},
                 {.segments = claim(four, "1:2:3:5"), .at = "SV107"},
                 {.segments = claim(four, "1::7"), .at = "SV107"},
                 {.segments = claim(twelve, "13"), .at = "SV107"},
                 {.segments = claim(twelve, "99999999999999999999"), .at = "SV107"},
                 {.segments = claim("HI*ABK:I509*ABF~HI*BG:17:18~", "3"), .at = "SV107"},
                 {.segments = claim(one + "HI*BG:17*BG:18~", "2"), .at = "SV107"},
                 {.segments = "SV1*HC:99213*125*UN*1***1~SV1*HC:99214*125*UN*1***2~SV1*HC:97110*40*UN*1***3~",
                  .at = "SV107",
                  .times = 2},
             }});
}

TEST_CASE("SIT003 says how many diagnoses there are") {
  auto const of_one = found_of(scrub_text(file_with(claim(one, "3"))), "SIT003");
  CHECK(of_one.message == "SV107 points at diagnosis 3, but the claim has 1 diagnosis (HI).");
  auto const of_four = found_of(scrub_text(file_with(claim(four, "1:7"))), "SIT003");
  CHECK(of_four.message == "SV107 points at diagnosis 7, but the claim has 4 diagnoses (HI).");
}

}  // namespace scrub837::test::sit003_pointer_to_nothing_test
