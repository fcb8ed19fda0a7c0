#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::unl011_disciplines_contradict_test {
namespace {

std::string line(std::string const& modifiers, std::string const& code = "99600") {
  return "SV1*HC:" + code + ":" + modifiers + "*125*UN*1***1~";
}

TEST_CASE("UNL011 disciplines-contradict") {
  std::string const text = "COMPLEX WOUND CARE LEFT HEEL";
  rule_test("UNL011", {.valid =
                           {
                               line("TD::::" + text),
                               line("TE::::" + text),
                               line("TD:U1:GP::" + text),
                               line("TD:TD:::" + text),
                               line(":::: TD AND TE " + text),
                               // One nurse a line.
                               line("TD::::" + text) + line("TE::::" + text),
                               line("TD", "T1030"),
                           },
                       .invalid = {
                           {.segments = line("TD:TE:::" + text), .at = "SV101-4"},
                           {.segments = line("TE:TD:::" + text), .at = "SV101-4"},
                           {.segments = line("TE:U1:U2:TD:" + text), .at = "SV101-6"},
                           {.segments = line("TD:TE", "T1030"), .at = "SV101-4"},
                           {.segments = line("TD:TE", "S9123"), .at = "SV101-4"},
                       }});
}

}  // namespace
}  // namespace scrub837::test::unl011_disciplines_contradict_test
