#include "src/x12/isa_width.hpp"

namespace scrub837 {
namespace {

bool zero_padded(std::size_t number) { return number == 12 || number == 13; }

std::string_view without_padding(std::size_t number, std::string_view text) {
  while (text.size() > isa_width[number] && zero_padded(number) && text.front() == '0') text.remove_prefix(1);
  while (text.size() > isa_width[number] && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace

std::string fitted_isa_element(std::size_t number, std::string_view text) {
  auto const width = isa_width[number];
  std::string result(without_padding(number, text).substr(0, width));
  if (result.size() < width) {
    auto const missing = width - result.size();
    if (zero_padded(number)) {
      result.insert(0, missing, '0');
    } else {
      result.append(missing, ' ');
    }
  }
  return result;
}

bool loses_when_fitted(std::span<std::string const> elements) {
  for (std::size_t number = 1; number <= 16; ++number) {
    if (without_padding(number, elements[number]).size() > isa_width[number]) return true;
  }
  return false;
}

}  // namespace scrub837
