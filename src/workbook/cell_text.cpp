#include "src/workbook/cell_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "src/text/csv.hpp"
#include "src/text/eight_bytes.hpp"
#include "src/text/utf8.hpp"

namespace scrub837 {
namespace {

// As Excel counts, which has two for a character beyond U+FFFF.
constexpr std::size_t most_units = 32'767;

bool is_hex(char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'F') || (byte >= 'a' && byte <= 'f');
}

// A text that would be read as another character: _x0041_.
bool is_escape(std::string_view text) {
  constexpr std::size_t length = 7;
  return text.size() >= length && text[0] == '_' && text[1] == 'x' && text[length - 1] == '_' &&
         std::all_of(text.begin() + 2, text.begin() + length - 1, is_hex);
}

bool is_no_character(std::string_view one) { return one == "\xEF\xBF\xBE" || one == "\xEF\xBF\xBF"; }

// Nearly every text. This look may say no wrongly, and never yes.
bool is_plain_cell(std::string_view text) {
  return text.size() <= most_units && !any_eight(text, [](EightBytes bytes) {
           return bytes.unprintable() | bytes.hold('_') | bytes.hold('\\');
         });
}

}  // namespace

std::string cell_text(std::string_view text) {
  if (is_plain_cell(text)) return std::string(text);
  auto const valid = escaped_utf8(text);
  std::string cell;
  cell.reserve(valid.size());
  std::size_t units = 0;
  for (std::string_view rest = valid; !rest.empty();) {
    auto const one = rest.substr(0, utf8_length(rest));
    auto const byte = static_cast<unsigned char>(one[0]);
    std::string escaped;
    if ((byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7F)
      escaped = fmt::format("_x{:04X}_", byte);
    if (is_no_character(one)) escaped = one.back() == '\xBE' ? "_xFFFE_" : "_xFFFF_";
    if (is_escape(rest)) escaped = "_x005F_";
    auto const written = escaped.empty() ? one : std::string_view(escaped);
    units += escaped.empty() ? (one.size() == 4 ? 2 : 1) : escaped.size();
    if (units > most_units) break;
    cell.append(written);
    rest.remove_prefix(one.size());
  }
  return cell;
}

std::string_view without_apostrophe(std::string_view text) {
  if (text.starts_with('\'') && begins_formula(text.substr(1))) text.remove_prefix(1);
  return text;
}

}  // namespace scrub837
