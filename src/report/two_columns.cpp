#include "src/report/two_columns.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "src/report/colors.hpp"
#include "src/text/utf8.hpp"

namespace scrub837 {
namespace {

constexpr std::size_t narrow = 60;        // columns below which names are not beside
constexpr std::size_t number_width = 6;   // of a segment number and the blank behind it
constexpr std::size_t label_width = 8;    // SV101-12
constexpr std::size_t least_room = 9;     // for a value, however deep it is
constexpr std::size_t widest_first = 60;  // beyond that, the names are too far from their values

std::size_t indent_of(std::size_t depth) { return number_width + depth * 2; }

std::vector<std::string> words_in_lines(std::string_view text, std::size_t room) {
  std::vector<std::string> lines;
  auto const all = wrapped(text, room, {});
  for (std::size_t at = 0; at < all.size();) {
    auto const end = all.find('\n', at);
    lines.push_back(all.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

}  // namespace

TwoColumns::TwoColumns(Screen screen)
    : screen_(screen),
      second_(screen.width < narrow ? 0 : std::min(number_width + widest_first, screen.width * 3 / 5)) {}

std::string TwoColumns::painted(std::string_view text, std::string_view code) const {
  if (!screen_.color || code.empty() || text.empty()) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

std::size_t TwoColumns::room_at(std::size_t begin, std::size_t end) const {
  return end > begin + least_room ? end - begin : least_room;
}

void TwoColumns::row(std::uint64_t number, std::size_t depth, std::string_view label, std::string_view value,
                     std::string_view name, bool marked) {
  auto const begin = indent_of(depth);
  auto const value_at = begin + (value.empty() ? label.size() : std::max(label.size(), label_width) + 1);
  auto const end = second_ == 0 ? screen_.width : second_ - 2;
  auto values = displayed_lines(value, room_at(value_at, end));
  if (values.empty()) values.emplace_back();
  auto const names =
      second_ == 0 ? std::vector<std::string>{} : words_in_lines(name, room_at(second_, screen_.width));
  for (std::size_t i = 0; i < std::max(values.size(), names.size()); ++i) {
    auto line = i == 0 && number != 0 ? fmt::format("{:>5} ", number) : std::string(number_width, ' ');
    line.append(begin - number_width, ' ');
    auto width = begin;
    if (i == 0) {
      line += painted(label, marked || value.empty() ? color::bold : std::string_view{});
      width += label.size();
    }
    if (i < values.size() && !values[i].empty()) {
      line.append(value_at - width, ' ');
      line += painted(values[i], marked ? color::bold : std::string_view{});
      width = value_at + display_width(values[i]);
    }
    if (i < names.size() && !names[i].empty()) {
      line.append(std::max<std::size_t>(second_, width + 1) - width, ' ');
      line += painted(names[i], color::dim);
    }
    while (line.ends_with(' ')) line.pop_back();
    page_ += line + "\n";
  }
  if (second_ == 0 && !name.empty()) note(depth + 1, name, color::dim);
}

void TwoColumns::note(std::size_t depth, std::string_view text, std::string_view color) {
  // Deep in a narrow window a text would be a word a line.
  lines(text, std::min(indent_of(depth), screen_.width / 3), color);
}

void TwoColumns::heading(std::string_view text, std::string_view color) { lines(text, 0, color); }

void TwoColumns::lines(std::string_view text, std::size_t indent, std::string_view color) {
  for (auto const& one : words_in_lines(text, screen_.width - indent))
    page_ += std::string(indent, ' ') + painted(one, color) + "\n";
}

}  // namespace scrub837
