#include "src/worklist/row_identity.hpp"

#include <doctest/doctest.h>

#include "src/worklist/plain_letters.hpp"
#include "src/worklist/typed_dates.hpp"

namespace scrub837::test::row_identity_test {
namespace {

FilledRow row_with(std::string const& column, std::string const& cell) {
  FilledRow row;
  row.others.set(column, cell);
  return row;
}

constexpr LineIdentity known{"0012345", "2", "20260914", "20260915", "125.50", "60054"};

}  // namespace

TEST_CASE("a row is of its key's line as long as no cell contradicts; spreadsheets rewrite cells") {
  struct Case {
    std::string column, cell;
    bool same;
  };
  std::vector<Case> const cases = {
      {"claim", "0012345", true},
      {"claim", "12345", true},
      {"claim", " 12345 ", true},
      {"claim", "12345.00", true},
      {"claim", "1.2345E+04", true},
      {"claim", "1,2E+4", true},
      {"claim", "12346", false},
      {"claim", "1.3E+04", false},
      {"claim", "", true},
      {"line", "2", true},
      {"line", "002", true},
      {"line", "2.0", true},
      {"line", "1", false},
      {"line", "22", false},
      {"line", "", true},
      {"date_from", "20260914", true},
      {"date_from", "9/14/2026", true},
      {"date_from", "09/14/26", true},
      {"date_from", "2026-09-14", true},
      {"date_from", "14.09.2026", true},
      {"date_from", "46279", true},
      {"date_from", "14-Sep-26", true},
      {"date_from", "Sep 14, 2026", true},
      {"date_from", "2026-09-14 00:00:00", true},
      {"date_from", "9/15/2026", false},
      {"date_from", "46280", false},
      {"date_from", "#####", true},
      {"date_from", "", true},
      {"date_to", "15/9/2026", true},
      {"date_to", "20260914", false},
      {"charge", "125.50", true},
      {"charge", "125.5", true},
      {"charge", "$125.50", true},
      {"charge", "#####", true},
      {"charge", "250", false},
      {"payer_id", "60054", true},
      {"payer_id", "060054", true},
      {"payer_id", "#####", true},
      {"payer_id", "60055", false},
  };
  for (auto const& c : cases) {
    CAPTURE(c.column);
    CAPTURE(c.cell);
    auto const why = contradiction(row_with(c.column, c.cell), known);
    CHECK(why.empty() == c.same);
    if (!c.same) CHECK(why.find(c.column) != std::string::npos);
  }
  // A row without a claim in a list of claims is not about one.
  FilledRow bare;
  bare.lists_claim = true;
  CHECK_FALSE(contradiction(bare, known).empty());
  CHECK(contradiction(row_with("line", "1"), {"X", "", "", "", "", ""}).find("line") != std::string::npos);
}

TEST_CASE("claim numbers as spreadsheets write them") {
  CHECK(same_number("1.2E+15", "1200000000000001"));
  CHECK(same_number("1.23457E+16", "12345678901234567"));
  CHECK(same_number("12345678901234500", "12345678901234567"));
  CHECK_FALSE(same_number("12345678901234500", "12345678901239567"));
  CHECK_FALSE(same_number("1.2E+15", "SMITH-1"));
  CHECK(same_number("1.20E+06", "12E5"));
  CHECK(same_number("true", "TRUE"));
  CHECK(same_number("0", "000"));
  CHECK_FALSE(same_number("HB26-0017", "HB26-0018"));
}

TEST_CASE("dates that can be read either way are both") {
  CHECK(dates_in("9/10/2026") == std::vector<std::int32_t>{20260910, 20261009});
  CHECK(dates_in("10.09.2026") == std::vector<std::int32_t>{20260910});
  CHECK(dates_in("20261332").empty());
  CHECK(dates_in("2/30/2026").empty());
  CHECK(dates_in("99999999999999999999/1/1").empty());
  CHECK(is_written_date("11/12/2026"));
  CHECK_FALSE(is_written_date("20261112"));
  CHECK_FALSE(is_written_date("ACN-12-2026"));
}

TEST_CASE("letters with accents are plain ones; what has no plain form is named") {
  CHECK(plain_letters("Ni\xC3\xB1o caf\xC3\xA9 \xE2\x80\x9C"
                      "2\xE2\x80\x9D \xE2\x80\x93 \xC5\x81\xC3\xB3\xC5\xBA") == "Nino cafe \"2\" - Loz");
  CHECK(plain_letters("N\xCC\x83") == "N");
  CHECK(foreign_character("abc").empty());
  CHECK(foreign_character("a\xE4\xB8\xAD"
                          "b") == "U+4E2D (\xE4\xB8\xAD)");
  CHECK(foreign_character("\xF0\x9F\x98\x80") == "U+1F600 (\xF0\x9F\x98\x80)");
}

}  // namespace scrub837::test::row_identity_test
