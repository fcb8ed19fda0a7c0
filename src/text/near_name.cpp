#include "src/text/near_name.hpp"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace scrub837 {
namespace {

// Letters that are missing, added, changed, or changed places with the next one.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before;
  std::vector<std::size_t> last;
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    before = std::exchange(last, row);
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      row[j + 1] = std::min({last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0U : 1U)});
      if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j])
        row[j + 1] = std::min(row[j + 1], before[j - 1] + 1);
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
