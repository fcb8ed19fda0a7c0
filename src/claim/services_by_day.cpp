#include "src/claim/services_by_day.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <tuple>

namespace scrub837 {

void ServicesByDay::FirstLines::add(std::size_t line) {
  if (line < first) {
    second = std::exchange(first, line);
  } else if (line != first && line < second) {
    second = line;
  }
}

void ServicesByDay::FirstLines::add(FirstLines const& other) {
  if (other.first != none) add(other.first);
  if (other.second != none) add(other.second);
}

ServicesByDay::ServicesByDay(std::span<Service const> services) {
  std::vector<Service> sorted;
  sorted.reserve(services.size());
  std::ranges::copy_if(services, std::back_inserter(sorted),
                       [](Service const& service) { return !service.dates.from.empty(); });
  std::ranges::sort(sorted, {}, [](Service const& service) {
    return std::tuple(service.dates.from, service.dates.to, service.line);
  });
  // Of those for the same days the first two lines are enough.
  std::vector<Service> kept;
  for (auto const& service : sorted) {
    auto const alike = [&](Service const& other) {
      return other.dates.from == service.dates.from && other.dates.to == service.dates.to;
    };
    if (kept.size() < 2 || !alike(kept.back()) || !alike(kept[kept.size() - 2])) kept.push_back(service);
  }
  nodes_.resize(kept.size());
  for (std::size_t i = 0; i < kept.size(); ++i) {
    from_.push_back(kept[i].dates.from);
    for (auto node = i; node < nodes_.size(); node |= node + 1) {
      nodes_[node].push_back({kept[i].dates.to, {kept[i].line}});
    }
  }
  for (auto& node : nodes_) {
    std::ranges::stable_sort(node, std::ranges::greater{}, &Entry::to);
    for (std::size_t i = 1; i < node.size(); ++i) node[i].lines.add(node[i - 1].lines);
  }
}

// They have to begin before the other ends: a prefix of those by first day, so a few nodes. In each, those
// that end after the other begins are a prefix again.
std::optional<std::size_t> ServicesByDay::first_beside(ServiceDates const& dates, std::size_t except) const {
  if (dates.from.empty()) return std::nullopt;
  FirstLines found;
  auto end = static_cast<std::size_t>(std::ranges::upper_bound(from_, dates.to) - from_.begin());
  while (end > 0) {
    auto const& node = nodes_[end - 1];
    auto const behind = std::ranges::upper_bound(
        node, dates.from, [](std::string_view day, std::string_view to) { return to < day; }, &Entry::to);
    if (behind != node.begin()) found.add(std::prev(behind)->lines);
    end &= end - 1;
  }
  auto const line = found.first == except ? found.second : found.first;
  return line == none ? std::nullopt : std::optional(line);
}

}  // namespace scrub837
