#include "src/x12/isa_width.hpp"

namespace scrub837 {
namespace {

constexpr std::string_view digits = "0123456789";

// A date, time, version or control number.
bool is_numeric(std::size_t number) { return number == 9 || number == 10 || number == 12 || number == 13; }

// Spreadsheets take the zeros in front from qualifiers, too.
bool zero_padded(std::size_t number, std::string_view text) {
  bool const is_code = number == 1 || number == 3 || number == 5 || number == 7;
  return number == 12 || number == 13 ||
         ((is_code || is_numeric(number)) && !text.empty() &&
          text.find_first_not_of(digits) == std::string_view::npos);
}

// A date with its century, CCYYMMDD, keeps what ISA09 takes.
std::string_view without_century(std::size_t number, std::string_view text) {
  bool const dated = number == 9 && text.size() == 8 && text.starts_with("20");
  return dated ? text.substr(2) : text;
}

std::string_view without_padding(std::size_t number, std::string_view text) {
  bool const zeros = zero_padded(number, text);
  while (text.size() > isa_width[number] && zeros && text.front() == '0') text.remove_prefix(1);
  while (text.size() > isa_width[number] && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace

std::string fitted_isa_element(std::size_t number, std::string_view text) {
  auto const width = isa_width[number];
  std::string result(without_padding(number, without_century(number, text)).substr(0, width));
  if (result.size() < width) {
    auto const missing = width - result.size();
    if (zero_padded(number, text)) {
      result.insert(0, missing, '0');
    } else {
      result.append(missing, ' ');
    }
  }
  return result;
}

bool is_fitted_surely(std::span<std::string const> elements) {
  for (std::size_t number = 1; number <= 16; ++number) {
    auto const text = without_padding(number, elements[number]);
    if (text.size() > isa_width[number]) return false;
    bool const made_up = is_numeric(number) && text.size() < isa_width[number] &&
                         (text.empty() || text.find_first_not_of(digits) != std::string_view::npos);
    if (made_up) return false;
  }
  return true;
}

}  // namespace scrub837
