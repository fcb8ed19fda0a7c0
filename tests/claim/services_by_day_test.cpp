#include "src/claim/services_by_day.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/support/draws.hpp"
#include "tests/support/property.hpp"

namespace scrub837::test::services_by_day_test {
namespace {

TEST_CASE("ServicesByDay: the first service that has a day in common, whatever the days are") {
  // Few days, so that many are alike; dates that end before they begin, and none.
  holds(2000, [] {
    auto const date = [](std::int64_t day) {
      return day % 9 == 0 ? std::string{} : std::to_string(20260910 + day % 9);
    };
    std::vector<std::pair<std::string, std::string>> texts;
    for (auto const& days : any_rows({{0, 256}, {0, 256}})) texts.emplace_back(date(days[0]), date(days[1]));
    std::vector<ServicesByDay::Service> services;
    for (auto const& [first, last] : texts) services.push_back({{first, last}, services.size() * 2});
    auto const mine = std::pair(date(any_in({0, 256})), date(any_in({0, 256})));
    ServiceDates const dates{mine.first, mine.second};
    auto const except = any_below(services.size() + 1) * 2;

    std::optional<std::size_t> wanted;
    for (auto const& service : services) {
      if (service.line == except || !same_day(dates, service.dates)) continue;
      wanted = service.line;
      break;
    }
    ensure_equal(ServicesByDay(services).first_beside(dates, except), wanted);
  });
}

}  // namespace
}  // namespace scrub837::test::services_by_day_test
