#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What a property draws: each call gives another value in each case, and smaller ones while it shrinks. Only
// within holds() (tests/support/property.hpp).
namespace scrub837::test {

/// Numbers from `first` to less than `end`.
struct Range {
  std::int64_t first = 0, end = 0;
};
[[nodiscard]] std::int64_t any_in(Range range);
/// A number from 0 to less than `end`.
[[nodiscard]] inline std::size_t any_below(std::size_t end) {
  return static_cast<std::size_t>(any_in({0, static_cast<std::int64_t>(end)}));
}
/// A number of any size, which does not shrink.
[[nodiscard]] std::uint64_t any_seed();
/// \param to_one of how many it is true once, on the average
[[nodiscard]] bool any_flag(int to_one = 2);

/// One of the values.
template <typename Value>
[[nodiscard]] Value one_of(std::initializer_list<Value> values) {
  return *std::next(values.begin(), static_cast<std::ptrdiff_t>(any_below(values.size())));
}
template <typename Values>
[[nodiscard]] auto const& any_element(Values const& values) {
  return *std::next(std::begin(values), static_cast<std::ptrdiff_t>(any_below(std::size(values))));
}

/// Bytes of any kind, and of a length that grows with the cases.
[[nodiscard]] std::string any_bytes();
/// The same of these bytes alone.
[[nodiscard]] std::string any_text(std::string_view alphabet);
/// Half of it these bytes, half of it any.
[[nodiscard]] std::string any_bytes_and(std::string_view alphabet);
[[nodiscard]] std::vector<std::string> any_texts(std::string_view alphabet);

[[nodiscard]] std::vector<std::int64_t> any_list(Range range);
/// Lists of rows with a number for each range; rows are left out while it shrinks, and do not change.
/// \param most about how many; 0: as many as the case is large
[[nodiscard]] std::vector<std::vector<std::int64_t>> any_rows(std::vector<Range> const& columns,
                                                              int most = 0);
/// Bytes put over others, as a disk or a wrong code page does.
[[nodiscard]] std::string overwritten(std::string bytes);

}  // namespace scrub837::test
