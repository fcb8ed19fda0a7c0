#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::sit010_ambulance_information_test {
namespace {

std::string const transport = "CR1****A*DH*12~";
std::string const pick_up = "NM1*PW*2~N3*1 MAIN ST~N4*RICHMOND*VA*23219~";
std::string const drop_off = "NM1*45*2~N3*9 HILL ST~N4*RICHMOND*VA*23219~";

std::string claim(std::string const& of_claim, std::string const& lines,
                  std::string const& locations = pick_up + drop_off) {
  return "CLM*DEMO-1*125***41:B:1*Y*A*Y*Y~" + of_claim + "HI*ABK:Z9181~" + locations + lines;
}

std::string line(std::string const& number, std::string const& procedure, std::string const& own = {}) {
  return "LX*" + number + "~SV1*HC:" + procedure + "*62.50*UN*1***1~" + own + "DTP*472*D8*20260914~";
}

}  // namespace

TEST_CASE("SIT010 ambulance-information") {
  rule_test("SIT010", {.valid =
                           {
                               claim(transport, line("1", "A0429:RH")),
                               claim("", line("1", "A0429:RH", transport)),
                               claim("", line("1", "A0429:RH", transport) + line("2", "A0425:RH", transport)),
                               claim(transport, line("1", "A0429:RH") + line("2", "A0425:RH")),
                               claim("", line("1", "A0424")),
                               claim("", line("1", "A0437")),
                               claim("", line("1", "99213")),
                               "SV1*ER:A0429*125*UN*1***1~",
                           },
                       .invalid = {
                           {.segments = claim("", line("1", "A0425")), .at = ""},
                           {.segments = claim("", line("1", "A0436:RH")), .at = ""},
                           {.segments = claim("", line("1", "99213") + line("2", "A0429:RH")), .at = ""},
                           // One CR1 is missing, not two.
                           {.segments = claim("", line("1", "A0429:RH") + line("2", "A0425:RH")), .at = ""},
                           {.segments = claim("", line("1", "A0429:RH", transport) + line("2", "A0425:RH") +
                                                      line("3", "A0425:HR")),
                            .at = "",
                            .times = 2},
                       }});
}

TEST_CASE("SIT010 ambulance-information: from where to where") {
  auto const warning = [](std::string const& segments) {
    return InvalidCase{.segments = segments, .at = "", .severity = "warning"};
  };
  auto const ride = line("1", "A0429:RH");
  rule_test("SIT010",
            {.valid =
                 {
                     claim(transport, ride),
                     claim(transport, ride + pick_up + drop_off, ""),
                     claim(transport, ride + pick_up, drop_off),
                     claim(transport, line("1", "A0425") + line("2", "A0429") + pick_up + drop_off, ""),
                     // A ride that is no ambulance's.
                     claim("", line("1", "A0130"), ""),
                     claim("", line("1", "99213"), ""),
                 },
             .invalid = {
                 warning(claim(transport, ride, "")),
                 warning(claim(transport, ride, pick_up)),
                 warning(claim(transport, ride, drop_off)),
                 warning(claim("", line("1", "A0433", transport) + pick_up, "")),
                 warning(claim(transport, line("1", "A0425") + line("2", "A0429"), "")),
             }});
  auto const found = found_of(scrub_text(file_with(claim(transport, ride, pick_up))), "SIT010");
  CHECK(found.loop == "2310F");
  CHECK(found.missing == "NM1");
}

TEST_CASE("SIT010: the claim lacks it, or a line beside one that has it") {
  auto const of_claim = found_of(scrub_text(file_with(claim("", line("1", "A0429")))), "SIT010");
  CHECK(of_claim.loop == "2300");
  CHECK(of_claim.missing == "CR1");
  CHECK(of_claim.line_index == 0);
  auto const of_line = found_of(
      scrub_text(file_with(claim("", line("1", "A0429", transport) + line("2", "A0425")))), "SIT010");
  CHECK(of_line.loop == "2400");
  CHECK(of_line.line_index == 2);
}

}  // namespace scrub837::test::sit010_ambulance_information_test
