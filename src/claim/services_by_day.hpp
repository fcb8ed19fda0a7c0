#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "src/claim/service_line.hpp"

namespace scrub837 {

/// Finds, among many services, the first that has a day in common with another. Making it costs n log² n, a
/// search log² n, whatever the dates are. Borrows the dates.
class ServicesByDay {
 public:
  struct Service {
    ServiceDates dates;
    std::size_t line = 0;
  };
  /// \param services in the order of their lines
  explicit ServicesByDay(std::span<Service const> services);

  /// The line of the first service for which same_day() holds, `except` left out.
  [[nodiscard]] std::optional<std::size_t> first_beside(ServiceDates const& dates, std::size_t except) const;

 private:
  // The two first lines, so that one may be left out.
  struct FirstLines {
    std::size_t first = none, second = none;
    void add(std::size_t line);
    void add(FirstLines const& other);
  };
  struct Entry {
    std::string_view to;
    FirstLines lines;  // of this service and those that end after it
  };
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  std::vector<std::string_view> from_;     // sorted
  std::vector<std::vector<Entry>> nodes_;  // a Fenwick tree over them; each by the last day, descending
};

}  // namespace scrub837
