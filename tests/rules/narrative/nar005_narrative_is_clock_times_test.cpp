#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::nar005_narrative_is_clock_times_test {
namespace {

std::string line(std::string const& description) {
  return "SV1*HC:99600:::::" + description + "*125*UN*1***1~";
}

TEST_CASE("NAR005 narrative-is-clock-times") {
  std::string const note = "NTE*ADD*COMPLEX WOUND CARE LEFT HEEL 45 MIN~";
  rule_test("NAR005", {.valid =
                           {
                               line("PALLIATIVE SYMPTOM MANAGEMENT 0900-1130"),
                               line("WOUND CARE LEFT HEEL 0900-1130"),
                               line("IV INFUSION 0900-1130"),
                               line("COMPLEX WOUND CARE LEFT HEEL 45 MIN"),
                               line(""),
                               line("") + "NTE*ADD*0900-1130~",
                               // Virginia Medicaid wants the times on its own codes.
                               "SV1*HC:T1019:::::0900-1130*125*UN*1***1~",
                               "SV1*HC:S5135:::::0900-1130*125*UN*1***1~",
                               "SV1*HC:99213:::::0900-1130*125*UN*1***1~",
                           },
                       .invalid = {
                           {.segments = line("0900-1130"), .at = "SV101-7"},
                           {.segments = line("0900 - 1130"), .at = "SV101-7"},
                           {.segments = line("RN 0900-1130"), .at = "SV101-7"},
                           {.segments = line("0900-1130 JANE DOE"), .at = "SV101-7"},
                           {.segments = line("CHECK IN 0900 CHECK OUT 1130"), .at = "SV101-7"},
                           {.segments = line("0900T-1130T"), .at = "SV101-7"},
                           {.segments = line("0900-1000 1030-1130"), .at = "SV101-7"},
                           {.segments = line("2330-0015"), .at = "SV101-7"},
                           // Never overwritten, whatever stands in a note, even with --unsafe-fixes.
                           {.segments = line("0900-1130") + note, .at = "SV101-7"},
                           {.segments = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~" + note + "HI*ABK:Z9181~LX*1~" +
                                        line("0900-1130") + "DTP*472*D8*20260914~",
                            .at = "SV101-7"},
                       }});
}

TEST_CASE("NAR005: the times are let through as they are, if at all") {
  auto settings = with_unsafe_fixes();
  settings.hold = Hold::never;
  auto const file = file_with(line("0900-1130") + "NTE*ADD*COMPLEX WOUND CARE LEFT HEEL 45 MIN~");
  auto const scrubbed = scrub_text(file, settings);
  CHECK(difference(scrubbed.clean, file) == "");
  CHECK(scrubbed.claims(Disposition::released) == 1);
}

}  // namespace
}  // namespace scrub837::test::nar005_narrative_is_clock_times_test
