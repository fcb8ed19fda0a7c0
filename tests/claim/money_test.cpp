#include "scrub837/claim/money.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/draws.hpp"
#include "tests/support/property.hpp"

namespace scrub837::test::money_test {
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

// Character by character.
std::optional<Money> plainly(std::string const& text) {
  auto const point = text.find('.');
  auto const whole = text.substr(0, point);
  auto const decimals = point == std::string::npos ? std::string{} : text.substr(point + 1);
  auto const all_digits = [](std::string const& digits) {
    return digits.find_first_not_of("0123456789") == std::string::npos;
  };
  if (!all_digits(whole + decimals) || (whole + decimals).empty() || decimals.size() > 4) return std::nullopt;
  return std::stoll("0" + whole) * 10000 + std::stoll("0" + (decimals + "0000").substr(0, 4));
}

TEST_CASE("parse_money: any short text is read as it is character by character") {
  holds(
      20000,
      [] {
        auto const text = any_text("0123456789..05,x /:");
        ensure_equal(parse_money(text.substr(0, 11)), plainly(text.substr(0, 11)));
      },
      12);
  for (int amount = 0; amount < 200000; amount += 7) {
    auto const whole = std::to_string(amount / 100);
    auto const cents = std::to_string(100 + amount % 100).substr(1);
    auto text = whole + "." + cents;
    REQUIRE(parse_money(text) == Money{amount} * 100);
    REQUIRE(parse_money(whole) == Money{amount / 100} * 10000);
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
}  // namespace scrub837::test::money_test
