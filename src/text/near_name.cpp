#include "src/text/near_name.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace scrub837 {
namespace {

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    auto diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      auto const above = row[j + 1];
      row[j + 1] = std::min({above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0U : 1U)});
      diagonal = above;
    }
  }
  return row.back();
}

}  // namespace

std::string_view near_name(std::string_view word, std::span<std::string_view const> names) {
  auto const nearest = std::min_element(names.begin(), names.end(), [&](auto const& a, auto const& b) {
    return distance(word, a) < distance(word, b);
  });
  return nearest == names.end() ? std::string_view{} : *nearest;
}

bool is_misspelled(std::string_view word, std::string_view name) {
  auto const slips = distance(word, name);
  return slips > 0 && slips <= 2 && slips * 3 <= name.size();
}

}  // namespace scrub837
