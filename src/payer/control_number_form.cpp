#include "scrub837/control_number_form.hpp"

#include <bitset>
#include <charconv>
#include <optional>
#include <stdexcept>

#include "src/text/ascii.hpp"

namespace scrub837 {
namespace {

// PWK06 takes 50 characters (005010X222A1, 2300 and 2400 PWK06).
constexpr std::size_t longest_number = 50;

bool is_a(char what, bool literal, char byte) {
  if (literal) return byte == what;
  return what == '9' ? is_digit(byte) : what == 'A' ? is_letter(byte) : is_digit(byte) || is_letter(byte);
}

std::uint8_t read_count(std::string_view text) {
  unsigned count = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc{} || end != text.data() + text.size() || count > longest_number)
    throw std::invalid_argument("{4} or {4,10} is expected, with numbers from 0 to 50");
  return static_cast<std::uint8_t>(count);
}

}  // namespace

ControlNumberForm::ControlNumberForm(std::string_view text) : text_(text) {
  std::size_t least = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\'') {
      auto const end = text.find('\'', at + 1);
      if (end == std::string_view::npos) throw std::invalid_argument("a ' is not closed");
      for (char const byte : text.substr(at + 1, end - at - 1)) parts_.push_back({byte, true, 1, 1});
      at = end + 1;
      continue;
    }
    if (text[at] == '{') {
      auto const end = text.find('}', at);
      if (end == std::string_view::npos) throw std::invalid_argument("a { is not closed");
      if (parts_.empty()) throw std::invalid_argument("there is nothing before { to repeat");
      auto const counts = text.substr(at + 1, end - at - 1);
      auto const comma = counts.find(',');
      auto& part = parts_.back();
      part.least = read_count(counts.substr(0, comma));
      part.most = comma == std::string_view::npos ? part.least : read_count(counts.substr(comma + 1));
      if (part.least > part.most) throw std::invalid_argument("the first number in {} is the larger one");
      at = end + 1;
      continue;
    }
    bool const any = text[at] == '9' || text[at] == 'A' || text[at] == 'X';
    parts_.push_back({text[at], !any, 1, 1});
    ++at;
  }
  if (parts_.empty()) throw std::invalid_argument("the pattern is empty");
  for (auto const& part : parts_) least += part.least;
  if (least > longest_number)
    throw std::invalid_argument("the pattern is longer than the 50 characters that PWK06 allows");
}

bool ControlNumberForm::fits(std::string_view number) const {
  if (number.size() > longest_number) return false;
  // Where in the number the parts so far can end.
  std::bitset<longest_number + 1> reached;
  reached.set(0);
  for (auto const& part : parts_) {
    std::bitset<longest_number + 1> next;
    for (std::size_t start = 0; start <= number.size(); ++start) {
      if (!reached[start]) continue;
      for (std::size_t count = 0; count <= part.most; ++count) {
        if (count > 0 &&
            (start + count > number.size() || !is_a(part.what, part.literal, number[start + count - 1])))
          break;
        if (count >= part.least) next.set(start + count);
      }
    }
    reached = next;
  }
  return reached[number.size()];
}

}  // namespace scrub837
