#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::unl010_units_basis_odd_test {
namespace {

std::string line(std::string const& basis, std::string const& units = "1",
                 std::string const& code = "99600") {
  return "SV1*HC:" + code + ":::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*" + basis + "*" + units + "***1~";
}

TEST_CASE("UNL010 units-basis-odd") {
  rule_test("UNL010", {.valid =
                           {
                               line("UN"),
                               line("UN", "3"),
                               // None at all and lower case are other rules'.
                               line(""),
                               line("un"),
                               // Anesthesia, listed and unlisted; a listed code.
                               line("MJ", "45", "01999"),
                               line("MJ", "45", "00400"),
                               line("MJ", "45", "99213"),
                           },
                       .invalid = {
                           {.segments = line("MJ", "50"), .at = "SV103"},
                           {.segments = line("MJ"), .at = "SV103"},
                           {.segments = line("mj", "50"), .at = "SV103"},
                           {.segments = line("DA", "1"), .at = "SV103"},
                           {.segments = line("F2", "1", "J3490"), .at = "SV103"},
                           {.segments = line("MJ", "15", "97799"), .at = "SV103"},
                           {.segments = line("UN", "1", "01999") + line("DA", "1", "01999"), .at = "SV103"},
                       }});
}

TEST_CASE("UNL010: minutes are one fault, not a wrong number of units too") {
  auto const scrubbed = scrub_text(file_with(line("MJ", "50")));
  CHECK(count_of(scrubbed, "UNL010") == 1);
  CHECK(count_of(scrubbed, "UNL001") == 0);
}

}  // namespace
}  // namespace scrub837::test::unl010_units_basis_odd_test
