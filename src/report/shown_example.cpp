#include "src/report/shown_example.hpp"

#include <algorithm>
#include <vector>

namespace scrub837 {
namespace {

using Lines = std::vector<std::string_view>;

Lines segments_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    auto const end = std::min(text.find('~'), text.size() - 1);
    lines.push_back(text.substr(0, end + 1));
    text.remove_prefix(end + 1);
  }
  return lines;
}

// An example may have line ends of its own, which are what it shows.
void add_line(std::string& text, std::string_view mark, std::string_view line) {
  text.append(mark).append(line).append(line.ends_with('\n') ? "" : "\n");
}

// How many lines the rest of two texts have in common, in order: [i][j] from line i and j on.
std::vector<std::vector<std::size_t>> common_lines(Lines const& one, Lines const& other) {
  std::vector<std::vector<std::size_t>> common(one.size() + 1, std::vector<std::size_t>(other.size() + 1));
  for (auto i = one.size(); i-- > 0;) {
    for (auto j = other.size(); j-- > 0;) {
      common[i][j] =
          one[i] == other[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    }
  }
  return common;
}

// Which lines of each are not in the other; and, by line of the other, whether something is left out before.
struct Difference {
  std::vector<bool> in_wrong, in_right, beside;
};

Difference difference_of(Lines const& wrong, Lines const& right) {
  auto const common = common_lines(wrong, right);
  Difference result{std::vector<bool>(wrong.size()), std::vector<bool>(right.size()),
                    std::vector<bool>(right.size())};
  auto const change_at = [&](std::size_t j) {
    for (auto near = j == 0 ? j : j - 1; near <= j && near < right.size(); ++near) result.beside[near] = true;
  };
  std::size_t i = 0, j = 0;
  while (i < wrong.size() || j < right.size()) {
    if (i < wrong.size() && j < right.size() && wrong[i] == right[j]) {
      ++i;
      ++j;
    } else if (j == right.size() || (i < wrong.size() && common[i + 1][j] >= common[i][j + 1])) {
      result.in_wrong[i++] = true;
      change_at(j);
    } else {
      result.in_right[j] = true;
      change_at(j);
      change_at(++j);
    }
  }
  return result;
}

}  // namespace

ShownExample shown_example(std::string_view wrong, std::string_view right) {
  constexpr std::size_t few = 4;
  auto const before = segments_of(wrong), after = segments_of(right);
  ShownExample example;
  example.marked = before.size() > few || after.size() > few;
  if (!example.marked) {
    for (auto const line : before) add_line(example.wrong, "", line);
    for (auto const line : after) add_line(example.right, "", line);
    return example;
  }
  auto const difference = difference_of(before, after);
  for (std::size_t i = 0; i < before.size(); ++i)
    add_line(example.wrong, difference.in_wrong[i] ? "> " : "  ", before[i]);
  bool left_out = false;
  for (std::size_t j = 0; j < after.size(); ++j) {
    bool const changed = difference.in_right[j], kept = changed || difference.beside[j];
    if (!kept && !left_out) add_line(example.right, "  ", "…");
    left_out = !kept;
    if (kept) add_line(example.right, changed ? "> " : "  ", after[j]);
  }
  return example;
}

}  // namespace scrub837
