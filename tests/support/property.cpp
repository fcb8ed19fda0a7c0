#include "tests/support/property.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <stdexcept>

#include "tests/support/rapidcheck.hpp"
#include "tests/support/text_diff.hpp"

namespace scrub837::test {

void holds(int runs, std::function<void()> const& property, int max_size) {
  auto const from_environment = [](char const* name, double otherwise) {
    auto const* const text = std::getenv(name);
    return text == nullptr ? otherwise : std::atof(text);
  };
  rc::detail::TestParams params;
  params.seed = static_cast<std::uint64_t>(from_environment("SCRUB837_SEED", 837));
  params.maxSuccess = std::max(1, static_cast<int>(runs * from_environment("SCRUB837_RUNS", 1)));
  params.maxSize = max_size;
  auto const result =
      rc::detail::checkTestable([&](void) { property(); }, rc::detail::TestMetadata{}, params);
  std::ostringstream text;
  rc::detail::printResultMessage(result, text);
  INFO(text.str());
  CHECK(result.is<rc::detail::SuccessResult>());
}

void fail_property(CodePlace where, std::string const& why) {
  throw std::runtime_error(std::string(where.file) + ":" + std::to_string(where.line) + ": " + why);
}

std::string unequal_texts(std::string_view got, std::string_view wanted) { return difference(got, wanted); }

}  // namespace scrub837::test
