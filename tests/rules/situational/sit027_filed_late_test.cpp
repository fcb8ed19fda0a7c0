#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::sit027_filed_late_test {
namespace {

std::string line(std::string const& date) { return "SV1*HC:99213*125*UN*1***1~DTP*472*" + date + "~"; }
std::string file_of(std::string const& day) { return "BHT*0019*00*DEMO1*" + day + "*1200*CH~"; }

}  // namespace

TEST_CASE("SIT027 filed-late") {
  // The file is of November 30, 2026.
  rule_test("SIT027",
            {.valid =
                 {
                     line("D8*20260914"),
                     line("D8*20251130"),
                     line("RD8*20251130-20251205"),
                     line("D8*20271231"),
                     line("D8*20259914"),
                     line("D8*"),
                     file_of("20240301") + line("D8*20230302"),
                     file_of("2026") + line("D8*20200101"),
                 },
             .invalid = {
                 {.segments = line("D8*20251129"), .at = "DTP03"},
                 {.segments = line("D8*20200101"), .at = "DTP03"},
                 {.segments = line("RD8*20251129-20261130"), .at = "DTP03"},
                 // A leap year has a day more.
                 {.segments = file_of("20240301") + line("D8*20230301"), .at = "DTP03"},
                 // One finding, at the earliest.
                 {.segments = line("D8*20250910") + line("D8*20250901") + line("D8*20260901"), .at = "DTP03"},
             }});
}

TEST_CASE("SIT027: the earliest line is named") {
  auto const lines = line("D8*20250910") + line("D8*20250901") + line("D8*20260901");
  CHECK(found_of(scrub_text(file_with(lines)), "SIT027").line_index == 2);
}

TEST_CASE("SIT027: a payer profile has a limit and a severity of its own") {
  auto const file = file_with(line("D8*20260314"));  // 261 days
  CHECK(count_of(scrub_text(file), "SIT027") == 0);
  CHECK(count_of(scrub_text(file, under("filing_days = 261")), "SIT027") == 0);
  auto const late = scrub_text(file, under("filing_days = 260"));
  CHECK(found_of(late, "SIT027").message.find("260 days") != std::string::npos);
  CHECK(late.claims(Disposition::clean) == 1);
  auto const held = scrub_text(file, under("filing_days = 260\nseverity.SIT027 = 'error'"));
  CHECK(held.claims(Disposition::held) == 1);
  // A longer one.
  CHECK(count_of(scrub_text(file_with(line("D8*20250313")), under("filing_days = 730")), "SIT027") == 0);
}

}  // namespace scrub837::test::sit027_filed_late_test
