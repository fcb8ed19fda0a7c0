#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::sit020_units_zero_test {
namespace {

std::string line(std::string const& units, std::string const& payer = {}) {
  return (payer.empty() ? "" : "SBR*P*18*******" + payer + "~") + "SV1*HC:99213*125*UN*" + units + "***1~";
}

}  // namespace

TEST_CASE("SIT020 units-zero") {
  rule_test("SIT020", {.valid =
                           {
                               line("1"),
                               line("10"),
                               line("0.5"),
                               line("0.001"),
                               // No number: the guide's own rules report it.
                               line(""),
                               line("."),
                               line("ZERO"),
                               line("-ONE"),
                           },
                       .invalid = {
                           {.segments = line("0"), .at = "SV104"},
                           {.segments = line("0.0"), .at = "SV104"},
                           {.segments = line("00"), .at = "SV104"},
                           {.segments = line("0."), .at = "SV104"},
                           {.segments = line("0", "MC"), .at = "SV104"},
                           {.segments = line("-0"), .at = "SV104"},
                           {.segments = line("-1"), .at = "SV104", .severity = "error"},
                           {.segments = line("-0.5", "MC"), .at = "SV104", .severity = "error"},
                           {.segments = line("0", "MB"), .at = "SV104", .severity = "error"},
                           {.segments = line("0", "MA"), .at = "SV104", .severity = "error"},
                           {.segments = line("0") + line("1") + line("0"), .at = "SV104", .times = 2},
                       }});
}

TEST_CASE("SIT020: a severity that is set holds for Medicare too") {
  Settings settings;
  REQUIRE(settings.set_severity("SIT020", Severity::warning));
  CHECK(found_of(scrub_text(file_with(line("0", "MB")), settings), "SIT020").severity == "warning");
}

}  // namespace scrub837::test::sit020_units_zero_test
