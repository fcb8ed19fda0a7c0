#include "src/claim/calendar_day.hpp"

#include <doctest/doctest.h>

namespace scrub837::test::calendar_day_test {
namespace {

DayRange range(std::string_view dtp) { return day_range_of(SegmentView(dtp, Delimiters{})); }

}  // namespace

TEST_CASE("day_of: eight digits that are a day of the calendar") {
  CHECK(day_of("20260914") == 20260914);
  CHECK(day_of("20240229") == 20240229);
  CHECK(day_of("20000229") == 20000229);
  CHECK(day_of("20261231") == 20261231);
  for (auto const* const text : {"", "2026091", "202609140", "20260931", "20230229", "19000229", "20261301",
                                 "20260001", "20260900", "2026091A", " 2026091", "-2026091"}) {
    CAPTURE(text);
    CHECK(day_of(text) == 0);
  }
}

TEST_CASE("days_between counts leap days") {
  CHECK(days_between(20250914, 20260914) == 365);
  CHECK(days_between(20230301, 20240301) == 366);
  CHECK(days_between(20260914, 20260914) == 0);
  CHECK(days_between(20261231, 20270101) == 1);
}

TEST_CASE("day_range_of: a day, or two with a hyphen, as DTP02 says") {
  CHECK(range("DTP*472*D8*20260914").from == 20260914);
  CHECK(range("DTP*472*D8*20260914").to == 20260914);
  CHECK(range("DTP*472*RD8*20260914-20260910").from == 20260914);
  CHECK(range("DTP*472*RD8*20260914-20260910").to == 20260910);
  for (auto const* const dtp :
       {"DTP*472", "DTP*472*D8*20260931", "DTP*472*RD8*20260914", "DTP*472*RD8*20260914/20260915",
        "DTP*472*RD8*20260914-20260931", "DTP*472*D8*20260914-20260915", "DTP*472*DT*202609141200"}) {
    CAPTURE(dtp);
    CHECK_FALSE(range(dtp).known());
  }
}

}  // namespace scrub837::test::calendar_day_test
