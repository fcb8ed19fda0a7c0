#include "grammar/code_files.hpp"

#include <doctest/doctest.h>

namespace scrub837::test::code_files_test {
namespace {

TEST_CASE("parse_order_line: by position, and nothing else") {
  auto const line = grammar::parse_order_line("00002 A000    1 x");
  REQUIRE(line);
  CHECK(line->code == "A000");
  CHECK(line->billable);
  CHECK(!grammar::parse_order_line("00001 A00     0 x")->billable);
  CHECK(grammar::parse_order_line("00003 S52521A 1")->code == "S52521A");
  for (auto const* const other : {"", "0002 A000    1 x", "00002 A0      1 x", "00002 A000    2 x",
                                  "00002 A000", "00002 A000    1x", "00002,A000,1,x", "00002 0016070 1 x"}) {
    CAPTURE(other);
    CHECK(!grammar::parse_order_line(other));
  }
}

TEST_CASE("parse_hcpcs_record: code, type and days") {
  std::string text(320, 'x');
  text.replace(0, 11, "J7777001003").replace(268, 8, "20260101").replace(284, 8, "20260331");
  auto const record = grammar::parse_hcpcs_record(text);
  REQUIRE(record);
  CHECK(record->code == "J7777");
  CHECK(record->type == '3');
  CHECK(record->added == 20260101);
  CHECK(record->last == 20260331);
  // Blanks at the end may be lost.
  CHECK(grammar::parse_hcpcs_record(text.substr(0, 120))->added == 0);
  CHECK(grammar::parse_hcpcs_record("   LT001007 x")->code == "LT");
  CHECK(!grammar::parse_hcpcs_record("J7777001005"));
  CHECK(!grammar::parse_hcpcs_record("J777700100"));
  CHECK(!grammar::parse_hcpcs_record("99213001003"));
}

TEST_CASE("parse_day: as these files write it") {
  for (auto const* const text : {"20260401", "2026-04-01", "4/1/2026", "04/01/2026", " 4/1/2026 ",
                                 "2026-04-01 00:00:00", "2026-04-01T00:00:00", "4/1/2026 0:00"}) {
    CAPTURE(text);
    CHECK(grammar::parse_day(text) == 20260401);
  }
  for (auto const* const text : {"", "2026", "20261301", "20260432", "13/1/2026", "4/1/26", "April 1",
                                 "202604011", "2026-4-1", "00000000"}) {
    CAPTURE(text);
    CHECK(grammar::parse_day(text) == 0);
  }
}

TEST_CASE("parse_edition: year, month, day and version in a name") {
  auto named = grammar::parse_edition("HCPC2026_APR_ANWEB.txt");
  CHECK(named.year == 2026);
  CHECK(named.month == 4);
  CHECK(named.day == 0);
  named = grammar::parse_edition("icd10cm-order-April-2025.txt");
  CHECK(named.year == 2025);
  CHECK(named.month == 4);
  named = grammar::parse_edition("NPPES Deactivated NPI Report 20260209.csv");
  CHECK(named.day == 20260209);
  CHECK(named.month == 0);
  named = grammar::parse_edition("nucc_taxonomy_251.csv");
  CHECK(named.version == 25);
  CHECK(named.subversion == 1);
  CHECK(named.year == 0);
  named = grammar::parse_edition("icd10cm_order.txt");
  CHECK(named.year == 0);
  CHECK(named.version == 0);
}

}  // namespace
}  // namespace scrub837::test::code_files_test
