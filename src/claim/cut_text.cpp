#include "src/claim/cut_text.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <boost/container/small_vector.hpp>
#include <span>

#include "scrub837/claim/money.hpp"
#include "src/claim/narrative.hpp"
#include "src/text/ascii.hpp"

namespace scrub837 {
namespace {

constexpr std::size_t first_modifier = 3;
constexpr std::size_t last_modifier = 6;
constexpr std::size_t description_part = 7;
// A composite of more parts is not looked at further: no text of 80 characters has them.
constexpr std::size_t max_parts = 96;

bool is_token(char byte) { return is_letter(byte) || is_digit(byte); }

// A modifier has two letters or digits.
bool is_modifier(std::string_view part) { return part.size() == 2 && is_token(part[0]) && is_token(part[1]); }

// Text in the place of a modifier: more than two characters, a letter among them. TDX is a modifier that was
// mistyped.
bool is_text(std::string_view part) {
  auto const text = trimmed(part);
  if (text.size() == 3 && std::ranges::all_of(text, is_token)) return false;
  return text.size() > 2 && std::ranges::any_of(text, is_letter);
}

// 99213, 0512T, G0299.
bool is_code(std::string_view part) {
  auto const code = trimmed(part);
  if (code.size() != 5) return false;
  return (is_digit(code[0]) || (code[0] >= 'A' && code[0] <= 'Z')) &&
         std::all_of(code.begin() + 1, code.begin() + 4, is_digit) &&
         (is_digit(code[4]) || (code[4] >= 'A' && code[4] <= 'Z'));
}

using Parts = boost::container::small_vector<std::string_view, 12>;  // [1] is the first

Parts parts_of(std::string_view element, char separator) {
  Parts parts{std::string_view{}};
  while (parts.size() <= max_parts) {
    auto const end = std::min(element.find(separator), element.size());
    parts.push_back(element.substr(0, end));
    if (end == element.size()) break;
    element.remove_prefix(end + 1);
  }
  return parts;
}

// Parts of a text as one, with what parted them as it can be written.
std::string joined(std::span<std::string_view const> parts, Delimiters const& delimiters) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text.push_back(in_place_of_separator(delimiters));
    text.append(parts[i]);
  }
  for (char& byte : text) {
    if (delimiters.contains(byte)) byte = in_place_of_separator(delimiters);
  }
  return std::string(trimmed(text));
}

// TD^GT: modifiers that a repetition separator parts.
bool is_repeated_modifier(std::string_view part, char repetition) {
  if (repetition == '\0' || part.find(repetition) == std::string_view::npos) return false;
  auto const parts = parts_of(part, repetition);
  return std::all_of(parts.begin() + 1, parts.end(), [](std::string_view one) { return one.size() <= 2; });
}

// Where text begins among the modifiers; 0 if they are modifiers.
std::size_t first_text(Parts const& parts, char repetition) {
  for (std::size_t i = first_modifier; i <= last_modifier && i < parts.size(); ++i) {
    if (is_text(parts[i]) && !is_repeated_modifier(parts[i], repetition)) return i;
  }
  return 0;
}

std::string composite_with(Parts const& parts, std::size_t modifiers, std::string const& text,
                           char separator) {
  std::string result;
  for (std::size_t i = 1; i < description_part; ++i) {
    if (i <= modifiers && i < parts.size()) result.append(parts[i]);
    result.push_back(separator);
  }
  return result + text;
}

}  // namespace

bool may_be_cut(LineView const& line) {
  auto const& delimiters = line.claim().delimiters();
  auto const element = line.composite();
  constexpr std::size_t usual = 8;  // HC:99213
  if (element.size() <= usual || delimiters.component == '\0') return false;
  if (delimiters.repetition != '\0' && element.find(delimiters.repetition) != std::string_view::npos)
    return true;
  std::array<char, 3> const nothing{' ', delimiters.component, '\0'};
  constexpr std::size_t marked = 64;
  auto marks = line.component_marks();
  std::size_t begin = 0;
  for (std::size_t part = 1; begin <= element.size(); ++part) {
    auto const end =
        marks != 0 ? static_cast<std::size_t>(std::countr_zero(marks))
                   : std::min(element.find(delimiters.component, std::max(begin, marked)), element.size());
    marks &= marks - 1;
    if (part >= first_modifier && part <= last_modifier && end - begin > 2) return true;
    if (part > description_part)
      return element.find_first_not_of(nothing.data(), begin) != std::string_view::npos;
    begin = end + 1;
  }
  return false;
}

std::optional<CutDescription> find_cut_description(LineView const& line) {
  auto const& delimiters = line.claim().delimiters();
  if (delimiters.component == '\0') return std::nullopt;
  auto const element = line.sv1()[1];
  auto const parts = parts_of(element, delimiters.component);
  auto last = parts.size() - 1;
  while (last > 0 && trimmed(parts[last]).empty()) --last;
  auto const early = first_text(parts, delimiters.repetition);
  bool const beyond = last > description_part;
  bool const repeats =
      delimiters.repetition != '\0' && element.find(delimiters.repetition) != std::string_view::npos;
  if (early == 0 && !beyond && !repeats) return std::nullopt;

  CutDescription cut;
  auto const begin = early != 0 ? early : description_part;
  cut.component = static_cast<std::uint8_t>(early != 0 ? early
                                            : beyond   ? description_part + 1
                                                       : description_part);
  if (early == 0 && beyond && last == description_part + 1 && is_code(parts[last])) {
    cut.holds_code = true;
    return cut;
  }
  // A repetition separator among the modifiers cuts no text.
  if (early == 0 && !beyond) {
    if (last < description_part ||
        parts[description_part].find(delimiters.repetition) == std::string_view::npos) {
      cut.component = 0;
      return cut;
    }
  }
  auto first = begin;
  while (first < last && trimmed(parts[first]).empty()) ++first;
  auto const text = joined(std::span(parts).subspan(first, last - first + 1), delimiters);
  cut.composite = composite_with(parts, begin - 1, text, delimiters.component);
  // What is before the text must be modifiers, and none may be after it among its parts.
  bool plain = parts.size() <= max_parts;
  for (std::size_t i = first_modifier; i < begin && i < parts.size(); ++i)
    plain = plain && (parts[i].empty() || is_modifier(parts[i]));
  for (auto i = begin + 1; early != 0 && i <= std::min(last, last_modifier); ++i)
    plain = plain && !parts[i].empty() && !is_modifier(trimmed(parts[i]));
  plain = plain && (early == 0 || last <= last_modifier);
  cut.mendable = plain && !text.empty() && fits_narrative(text);
  return cut;
}

std::optional<CutService> find_cut_service(LineView const& line) {
  if (line.description().empty() || std::ranges::none_of(line.charge(), is_letter)) return std::nullopt;
  auto const sv1 = line.sv1();
  constexpr std::size_t charge = 2, unit = 3, units = 4;
  // As many elements are text as come before an amount, its unit and a number.
  constexpr std::size_t most = 6;
  auto const is_number = [](std::string_view value) { return parse_money(value).has_value(); };
  std::size_t texts = 1;
  while (texts <= most && (!is_number(sv1[charge + texts]) || !is_number(sv1[units + texts]) ||
                           (sv1[unit + texts] != "UN" && sv1[unit + texts] != "MJ")))
    ++texts;
  if (texts > most) return std::nullopt;
  Parts parts{line.description()};
  for (std::size_t i = 0; i < texts; ++i) parts.push_back(sv1[charge + i]);
  auto text = joined(parts, sv1.delimiters());
  bool const fits = fits_narrative(text);
  return CutService{.mendable = fits, .text = std::move(text), .texts = texts};
}

std::optional<CutNote> find_cut_note(SegmentView const& note) {
  auto const& delimiters = note.delimiters();
  auto const count = std::min(note.element_count(), max_parts);
  CutNote cut;
  for (std::size_t i = 3; i <= count && cut.element == 0; ++i) {
    if (!trimmed(note[i]).empty()) cut.element = static_cast<std::uint8_t>(i);
  }
  if (cut.element == 0 && delimiters.repetition != '\0' &&
      note[2].find(delimiters.repetition) != std::string_view::npos) {
    cut.element = 2;
  }
  if (cut.element == 0) return std::nullopt;
  auto const parts = parts_of(note.text(), delimiters.element);  // [1] is the id, [3] is NTE02
  auto last = parts.size() - 1;
  while (last > 3 && trimmed(parts[last]).empty()) --last;
  // A component separator parts nothing in NTE02 and stays.
  auto const text = joined(std::span(parts).subspan(3, last - 2), {.element = delimiters.element,
                                                                   .component = '\0',
                                                                   .repetition = delimiters.repetition,
                                                                   .terminator = delimiters.terminator});
  cut.mendable = parts.size() <= max_parts && !text.empty() && fits_narrative(text);
  cut.segment.append(parts[1]).push_back(delimiters.element);
  cut.segment.append(parts[2]).push_back(delimiters.element);
  cut.segment.append(text);
  return cut;
}

}  // namespace scrub837
