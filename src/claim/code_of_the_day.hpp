#pragma once

#include <string_view>
#include <vector>

#include "src/claim/service_line.hpp"
#include "src/claim/services_by_day.hpp"

namespace scrub837 {

/// The procedure code of another line of the claim for the same day, the first for which `is_meant(code)`
/// holds; empty if there is none.
template <bool (*is_meant)(std::string_view code)>
[[nodiscard]] std::string_view code_of_the_day(LineView const& line) {
  auto const& claim = line.claim();
  auto const meant = [](LineView const& other) { return other.has_service() && is_meant(other.procedure()); };
  constexpr std::size_t few = 16;  // looking at each is cheaper than an index
  if (claim.line_count() <= few) {
    for (std::size_t i = 0; i < claim.line_count(); ++i) {
      auto const other = claim.line(i);
      // The code is looked at first, since few are meant.
      if (i == line.index() || !meant(other)) continue;
      if (same_day(service_dates(line), service_dates(other))) return other.procedure();
    }
    return {};
  }
  struct Meant {
    ServicesByDay services;
  };
  auto const& index = claim.once<Meant>([&] {
    std::vector<ServicesByDay::Service> services;
    for (std::size_t i = 0; i < claim.line_count(); ++i) {
      if (meant(claim.line(i))) services.push_back({service_dates(claim.line(i)), i});
    }
    return Meant{ServicesByDay(services)};
  });
  auto const found = index.services.first_beside(service_dates(line), line.index());
  return found ? claim.line(*found).procedure() : std::string_view{};
}

}  // namespace scrub837
