#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace scrub837 {

/// Calls `use` with each field of a text that blanks part.
template <typename Use>
void for_each_field(std::string_view text, Use use) {
  while (!text.empty()) {
    if (text.front() == ' ') {
      text.remove_prefix(1);
      continue;
    }
    auto const length = std::min(text.find(' '), text.size());
    use(text.substr(0, length));
    text.remove_prefix(length);
  }
}

/// Calls `use(line, number)` with each line of a data file that is neither empty nor a remark.
template <typename Use>
void for_each_line(std::string_view file, Use use) {
  for (std::size_t number = 1; !file.empty(); ++number) {
    auto const length = std::min(file.find('\n'), file.size());
    auto const line = file.substr(0, length);
    if (!line.empty() && line.front() != '#') use(line, number);
    file.remove_prefix(std::min(length + 1, file.size()));
  }
}

}  // namespace scrub837
