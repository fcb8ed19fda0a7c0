#include "scrub837/claim/money.hpp"

#include <doctest/doctest.h>

namespace scrub837::test {
namespace {

TEST_CASE("parse_money: amounts as X12 writes them, in ten-thousandths") {
  CHECK(parse_money("0") == 0);
  CHECK(parse_money("125") == 1250000);
  CHECK(parse_money("125.5") == 1255000);
  CHECK(parse_money("125.50") == 1255000);
  CHECK(parse_money("125.") == 1250000);
  CHECK(parse_money(".5") == 5000);
  CHECK(parse_money("-40.25") == -402500);
  CHECK(parse_money("0.1234") == 1234);
  CHECK(parse_money("000000000000125.10") == 1251000);
  CHECK(parse_money("999999999.99") == 9999999999900);
  CHECK(parse_money("9999999999.99") == 99999999999900);
  CHECK(parse_money("1234567890") == 12345678900000);
}

TEST_CASE("parse_money: what is no amount") {
  for (char const* const text : {"", ".", "-", "--1", "1-", "1,000.00", "$5", " 5", "5 ", "1.2.3", "1.23456",
                                 "1e5", "A", "12A", "1.A", "1.2A", "100000000000000000000", "+5"}) {
    CHECK_MESSAGE(!parse_money(text), text);
  }
}

TEST_CASE("to_cents: rounded away from nothing") {
  CHECK(to_cents(1250049) == 12500);
  CHECK(to_cents(1250050) == 12501);
  CHECK(to_cents(-1250050) == -12501);
  CHECK(format_cents(-5) == "-0.05");
  CHECK(format_cents(12345) == "123.45");
}

}  // namespace
}  // namespace scrub837::test
