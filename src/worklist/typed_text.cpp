#include "src/worklist/typed_text.hpp"

#include <algorithm>

#include "src/text/csv.hpp"

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

std::string in_one_line(std::string_view text, Typed column) {
  std::string line;
  for (char const byte : trimmed_cell(text)) {
    if (byte != '\r' && byte != '\n' && byte != '\t') {
      line.push_back(byte);
    } else if (byte == '\n' && column == Typed::attachment_control_number) {
      line.append("; ");
    } else if (line.back() != ' ') {
      line.push_back(' ');
    }
  }
  return line;
}

bool runs_as_formula(std::string_view text) {
  if (!begins_formula(text)) return false;
  text.remove_prefix(std::min(text.find_first_not_of(" '"), text.size()));
  if (!text.starts_with('-')) return true;
  text.remove_prefix(std::min(text.find_first_not_of("- "), text.size()));
  if (text.empty()) return true;
  char const byte = text[0];
  bool const letter = (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
  return !letter && static_cast<unsigned char>(byte) < 0x80;
}

bool repeats_one_character(std::string_view text) {
  return text.size() > 2 && text.find_first_not_of(text[0]) == std::string_view::npos;
}

std::string in_capitals(std::string_view text) {
  std::string capitals(text);
  for (auto& byte : capitals) {
    if (byte >= 'a' && byte <= 'z') byte = static_cast<char>(byte - 'a' + 'A');
  }
  return capitals;
}

}  // namespace scrub837
