#include <doctest/doctest.h>

#include "tests/support/file_builder.hpp"
#include "tests/support/rule_test.hpp"
#include "tests/support/scrub_text.hpp"

namespace scrub837::test::len004_not_a_date_or_time_test {
namespace {

TEST_CASE("LEN004 not-a-date-or-time") {
  RuleCases cases;
  cases.valid.push_back("SV1*HC:99213*125*UN*1***1~DTP*472*D8*20240229~");
  cases.valid.push_back("SV1*HC:99213*125*UN*1***1~DTP*472*RD8*20260914-20260915~");
  cases.invalid.push_back({.segments = "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260931~", .at = "DTP03"});
  cases.invalid.push_back({.segments = "SV1*HC:99213*125*UN*1***1~DTP*472*D8*2026091~", .at = "DTP03"});
  cases.invalid.push_back({.segments = "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20250229~", .at = "DTP03"});
  cases.invalid.push_back({.segments = "SV1*HC:99213*125*UN*1***1~DTP*472*RD8*20260914~", .at = "DTP03"});
  cases.invalid.push_back(
      {.segments = "SV1*HC:99213*125*UN*1***1~DTP*472*RD8*20260914-20261345~", .at = "DTP03"});
  cases.invalid.push_back({.segments = "SV1*HC:99213*125*UN*1***1~DTP*472*D8*09142026~", .at = "DTP03"});
  rule_test("LEN004", cases);
}

struct Said {
  std::string message, needed;
};

Said said_of(std::string const& date) {
  auto const scrubbed = scrub_text(file_with("SV1*HC:99213*125*UN*1***1~DTP*472*" + date + "~"));
  REQUIRE(!scrubbed.rows.empty());
  return {found_of(scrubbed, "LEN004").message, scrubbed.rows.front().needed};
}

bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST_CASE("LEN004: the date that does not exist, or the format; a range only where one is expected") {
  auto const no_such = said_of("D8*20260931");
  CHECK(has(no_such.message, "is a date that does not exist."));
  CHECK(has(no_such.needed, "Type the date in the column value, as 20260914 or 09/14/2026."));
  CHECK(!has(no_such.needed, "-2026"));
  CHECK(has(said_of("D8*2026091").message, "is not a date in the format 20260914."));
  auto const range = said_of("RD8*20260914-20261345");
  CHECK(has(range.message, "has a date that does not exist."));
  CHECK(has(range.needed, "Type both dates in the column value, as 20260901-20260930."));
  CHECK(has(said_of("RD8*20260914").message, "is not a range in the format 20260901-20260930."));
}

}  // namespace
}  // namespace scrub837::test::len004_not_a_date_or_time_test
