#include "src/cli/in_order.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

namespace scrub837::test::in_order_test {
namespace {

TEST_CASE("in_order: results are finished in order, whatever the number of jobs") {
  for (unsigned const jobs : {1U, 2U, 7U}) {
    std::string order;
    cli::in_order<std::size_t>(
        30, jobs, [](std::size_t i) { return i; },
        [&](std::size_t i, std::size_t&& got) {
          CHECK(got == i);
          order += std::to_string(i) + " ";
        });
    CHECK(order.ends_with("27 28 29 "));
  }
}

TEST_CASE("in_order: what finishing throws ends the run, although workers wait to go on") {
  for (unsigned const jobs : {1U, 2U, 7U}) {
    std::size_t finished = 0;
    auto const run = [&] {
      cli::in_order<std::size_t>(
          1000, jobs, [](std::size_t i) { return i; },
          [&](std::size_t i, std::size_t&&) {
            if (i == 3) throw std::runtime_error("the disk is full");
            ++finished;
          });
    };
    CHECK_THROWS_AS(run(), std::runtime_error);
    CHECK(finished == 3);
  }
}

TEST_CASE("in_order: what work throws ends the run in its turn, and not the program") {
  for (unsigned const jobs : {1U, 2U, 7U}) {
    std::size_t finished = 0;
    auto const run = [&] {
      cli::in_order<std::size_t>(
          1000, jobs,
          [](std::size_t i) {
            if (i % 5 == 3) throw std::runtime_error("no memory");
            return i;
          },
          [&](std::size_t, std::size_t&&) { ++finished; });
    };
    CHECK_THROWS_AS(run(), std::runtime_error);
    CHECK(finished == 3);
  }
}

}  // namespace
}  // namespace scrub837::test::in_order_test
