#pragma once

#include <concepts>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace scrub837::test {

/// Checks a property on `runs` generated cases, whose parts it draws (tests/support/draws.hpp) and which
/// shrink if it fails. The cases are the same in every run of the tests; SCRUB837_SEED and SCRUB837_RUNS (a
/// factor) search further by hand; a factor below 1 is for slow builds.
void holds(int runs, std::function<void()> const& property, int max_size = 100);

/// Where a property says something.
struct CodePlace {
  char const* file = nullptr;
  unsigned line = 0;
};
/// Ends the case: the property does not hold for it.
[[noreturn]] void fail_property(CodePlace where, std::string const& why);

/// What has to be true in a property.
inline void ensure(bool condition, char const* file = __builtin_FILE(), unsigned line = __builtin_LINE()) {
  if (!condition) fail_property({file, line}, "the condition is false");
}

/// The same of two values, which are named if they differ.
template <typename Got, typename Wanted>
void ensure_equal(Got const& got, Wanted const& wanted, char const* file = __builtin_FILE(),
                  unsigned line = __builtin_LINE());

/// Says where two texts differ.
[[nodiscard]] std::string unequal_texts(std::string_view got, std::string_view wanted);

template <typename Got, typename Wanted>
void ensure_equal(Got const& got, Wanted const& wanted, char const* file, unsigned line) {
  if constexpr (std::same_as<Got, Wanted> || !std::integral<Got> || !std::integral<Wanted>) {
    if (got == wanted) return;
  } else if (std::cmp_equal(got, wanted)) {
    return;
  }
  if constexpr (std::convertible_to<Got, std::string_view> && std::convertible_to<Wanted, std::string_view>) {
    fail_property({file, line}, unequal_texts(got, wanted));
  } else if constexpr (std::integral<Got> && std::integral<Wanted>) {
    fail_property({file, line}, std::to_string(got) + " instead of " + std::to_string(wanted));
  } else {
    fail_property({file, line}, "the values differ");
  }
}

}  // namespace scrub837::test
