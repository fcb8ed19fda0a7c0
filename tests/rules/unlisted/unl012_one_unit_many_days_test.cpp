#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::unl012_one_unit_many_days_test {
namespace {

std::string line(std::string const& units, std::string const& date, std::string const& code = "99600") {
  return "SV1*HC:" + code + ":::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*" + units + "***1~DTP*472*" +
         date + "~";
}

TEST_CASE("UNL012 one-unit-many-days") {
  rule_test("UNL012",
            {.valid =
                 {
                     line("1", "D8*20260914"),
                     line("1", "RD8*20260914-20260914"),
                     line("5", "RD8*20260914-20260918"),
                     line("", "RD8*20260914-20260918"),
                     // Not a range of days: other rules'.
                     line("1", "RD8*20260918-20260914"),
                     line("1", "RD8*20260914-"),
                     line("1", "RD8*-20260914"),
                     // A listed code, a HCPCS code, a drug by its NDC.
                     line("1", "RD8*20260914-20260918", "99507"),
                     line("1", "RD8*20260901-20260930", "T2025"),
                     line("1", "RD8*20260901-20260930", "E1399"),
                     line("1", "RD8*20260914-20260918", "96549") + "LIN**N4*12345678901~CTP****1*ML~",
                 },
             .invalid = {
                 {.segments = line("1", "RD8*20260914-20260918"), .at = "SV104"},
                 {.segments = line("1.0", "RD8*20260914-20260915"), .at = "SV104"},
                 {.segments = line("1", "RD8*20251231-20260101", "97799"), .at = "SV104"},
                 {.segments = line("1", "D8*20260914") + line("1", "RD8*20260915-20260916"), .at = "SV104"},
             }});
}

}  // namespace
}  // namespace scrub837::test::unl012_one_unit_many_days_test
