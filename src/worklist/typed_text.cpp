#include "src/worklist/typed_text.hpp"

namespace scrub837 {

std::string_view trimmed_cell(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  constexpr std::string_view no_break_space = "\xC2\xA0";
  for (;;) {
    auto const before = text.size();
    while (!text.empty() && blanks.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
    while (!text.empty() && blanks.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
    if (text.starts_with(no_break_space)) text.remove_prefix(no_break_space.size());
    if (text.ends_with(no_break_space)) text.remove_suffix(no_break_space.size());
    if (text.size() == before) return text;
  }
}

std::string in_capitals(std::string_view text) {
  std::string capitals(text);
  for (auto& byte : capitals) {
    if (byte >= 'a' && byte <= 'z') byte = static_cast<char>(byte - 'a' + 'A');
  }
  return capitals;
}

}  // namespace scrub837
