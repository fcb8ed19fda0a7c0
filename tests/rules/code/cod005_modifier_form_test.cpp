#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::cod005_modifier_form_test {
namespace {

std::string line(std::string const& modifiers) { return "SV1*HC:99213:" + modifiers + "*125*UN*1***1~"; }

TEST_CASE("COD005 modifier-form") {
  rule_test("COD005", {.valid = {"SV1*HC:99213*125*UN*1***1~", line("25"), line("TD:U1:1P:59"), line(":25"),
                                 line("td"), line("::::OFFICE VISIT"), "SV1*ER:99213:ABC*125*UN*1***1~",
                                 // A description that slipped to the left: NAR013 names it.
                                 line("COMPLEX WOUND CARE LEFT HEEL")},
                       .invalid = {
                           {.segments = line("2"), .at = "SV101-3"},
                           {.segments = line("25:T"), .at = "SV101-4"},
                           {.segments = line("25:TD:599"), .at = "SV101-5"},
                           {.segments = line("25:TD:59:2-"), .at = "SV101-6"},
                           {.segments = line("2 "), .at = "SV101-3"},
                           {.segments = line("TDX"), .at = "SV101-3"},
                           {.segments = line("25:TDX"), .at = "SV101-4"},
                       }});
}

}  // namespace
}  // namespace scrub837::test::cod005_modifier_form_test
