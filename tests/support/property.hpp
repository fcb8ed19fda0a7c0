#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <string>
#include <utility>

#include "tests/support/rapidcheck.hpp"

namespace scrub837::test {

/// Checks a property on `runs` generated cases. The cases are the same in every run of the tests;
/// SCRUB837_SEED and SCRUB837_RUNS (a factor) search further by hand; a factor below 1 is for slow builds.
template <typename Property>
void holds(int runs, Property&& property, int max_size = 100) {
  auto const from_environment = [](char const* name, double otherwise) {
    auto const* const text = std::getenv(name);
    return text == nullptr ? otherwise : std::atof(text);
  };
  rc::detail::TestParams params;
  params.seed = static_cast<std::uint64_t>(from_environment("SCRUB837_SEED", 837));
  params.maxSuccess = std::max(1, static_cast<int>(runs * from_environment("SCRUB837_RUNS", 1)));
  params.maxSize = max_size;
  auto const result =
      rc::detail::checkTestable(std::forward<Property>(property), rc::detail::TestMetadata{}, params);
  std::ostringstream text;
  rc::detail::printResultMessage(result, text);
  INFO(text.str());
  CHECK(result.template is<rc::detail::SuccessResult>());
}

}  // namespace scrub837::test
