#include "src/claim/typographic.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "src/text/ascii.hpp"
#include "src/text/eight_bytes.hpp"

namespace scrub837 {
namespace {

struct AsciiEquivalent {
  std::string_view bytes;
  std::string_view plain;
  /// Half of it would say something else: where a byte of it is a delimiter, the character stays.
  bool whole = false;
};

constexpr bool whole = true;

// UTF-8 of what word processors put in place of plain characters.
constexpr std::array utf8_twins = {
    // quotation marks, primes
    AsciiEquivalent{"\xE2\x80\x98", "'"},
    AsciiEquivalent{"\xE2\x80\x99", "'"},
    AsciiEquivalent{"\xE2\x80\x9A", ","},
    AsciiEquivalent{"\xE2\x80\x9B", "'"},
    AsciiEquivalent{"\xE2\x80\x9C", "\""},
    AsciiEquivalent{"\xE2\x80\x9D", "\""},
    AsciiEquivalent{"\xE2\x80\x9E", "\""},
    AsciiEquivalent{"\xE2\x80\x9F", "\""},
    AsciiEquivalent{"\xC2\xAB", "\""},
    AsciiEquivalent{"\xC2\xBB", "\""},
    AsciiEquivalent{"\xE2\x80\xB9", "'"},
    AsciiEquivalent{"\xE2\x80\xBA", "'"},
    AsciiEquivalent{"\xC2\xB4", "'"},
    AsciiEquivalent{"\xE2\x80\xB2", "'"},
    AsciiEquivalent{"\xE2\x80\xB3", "\""},
    // dashes, bullets, ellipsis
    AsciiEquivalent{"\xE2\x80\x90", "-"},
    AsciiEquivalent{"\xE2\x80\x91", "-"},
    AsciiEquivalent{"\xE2\x80\x92", "-"},
    AsciiEquivalent{"\xE2\x80\x93", "-"},
    AsciiEquivalent{"\xE2\x80\x94", "-"},
    AsciiEquivalent{"\xE2\x80\x95", "-"},
    AsciiEquivalent{"\xE2\x88\x92", "-"},
    AsciiEquivalent{"\xE2\x80\xA2", "-"},
    AsciiEquivalent{"\xC2\xB7", "-"},
    AsciiEquivalent{"\xE2\x96\xAA", "-"},
    AsciiEquivalent{"\xE2\x97\x8F", "-"},
    AsciiEquivalent{"\xE2\x80\xA6", "..."},
    // blanks: next line, no-break, U+2000 to U+200A, line and paragraph ends, ideographic
    AsciiEquivalent{"\xC2\x85", " "},
    AsciiEquivalent{"\xC2\xA0", " "},
    AsciiEquivalent{"\xE2\x80\x80", " "},
    AsciiEquivalent{"\xE2\x80\x81", " "},
    AsciiEquivalent{"\xE2\x80\x82", " "},
    AsciiEquivalent{"\xE2\x80\x83", " "},
    AsciiEquivalent{"\xE2\x80\x84", " "},
    AsciiEquivalent{"\xE2\x80\x85", " "},
    AsciiEquivalent{"\xE2\x80\x86", " "},
    AsciiEquivalent{"\xE2\x80\x87", " "},
    AsciiEquivalent{"\xE2\x80\x88", " "},
    AsciiEquivalent{"\xE2\x80\x89", " "},
    AsciiEquivalent{"\xE2\x80\x8A", " "},
    AsciiEquivalent{"\xE2\x80\xA8", " "},
    AsciiEquivalent{"\xE2\x80\xA9", " "},
    AsciiEquivalent{"\xE2\x80\xAF", " "},
    AsciiEquivalent{"\xE2\x81\x9F", " "},
    AsciiEquivalent{"\xE3\x80\x80", " "},
    // nothing that can be seen: soft hyphen, zero width, joiners, marks of direction, byte-order mark
    AsciiEquivalent{"\xC2\xAD", ""},
    AsciiEquivalent{"\xE2\x80\x8B", ""},
    AsciiEquivalent{"\xE2\x80\x8C", ""},
    AsciiEquivalent{"\xE2\x80\x8D", ""},
    AsciiEquivalent{"\xE2\x80\x8E", ""},
    AsciiEquivalent{"\xE2\x80\x8F", ""},
    AsciiEquivalent{"\xE2\x81\xA0", ""},
    AsciiEquivalent{"\xEF\xBB\xBF", ""},
    // fractions
    AsciiEquivalent{"\xC2\xBC", "1/4", whole},
    AsciiEquivalent{"\xC2\xBD", "1/2", whole},
    AsciiEquivalent{"\xC2\xBE", "3/4", whole},
    AsciiEquivalent{"\xE2\x85\x93", "1/3", whole},
    AsciiEquivalent{"\xE2\x85\x94", "2/3", whole},
    AsciiEquivalent{"\xE2\x85\x9B", "1/8", whole},
    AsciiEquivalent{"\xE2\x85\x9C", "3/8", whole},
    AsciiEquivalent{"\xE2\x85\x9D", "5/8", whole},
    AsciiEquivalent{"\xE2\x85\x9E", "7/8", whole},
    AsciiEquivalent{"\xE2\x81\x84", "/", whole},
    // signs
    AsciiEquivalent{"\xC3\x97", "X"},
    AsciiEquivalent{"\xC2\xB1", "+/-", whole},
    AsciiEquivalent{"\xE2\x89\xA4", "<=", whole},
    AsciiEquivalent{"\xE2\x89\xA5", ">=", whole},
    AsciiEquivalent{"\xE2\x86\x92", "->"},
    AsciiEquivalent{"\xE2\x86\x90", "<-"},
    AsciiEquivalent{"\xE2\x84\xA2", "(TM)"},
    AsciiEquivalent{"\xC2\xAE", "(R)"},
    AsciiEquivalent{"\xC2\xA9", "(C)"},
    // ligatures
    AsciiEquivalent{"\xEF\xAC\x80", "ff"},
    AsciiEquivalent{"\xEF\xAC\x81", "fi"},
    AsciiEquivalent{"\xEF\xAC\x82", "fl"},
    AsciiEquivalent{"\xEF\xAC\x83", "ffi"},
    AsciiEquivalent{"\xEF\xAC\x84", "ffl"},
};

// The same in Windows-1252, for bytes that are not UTF-8.
constexpr std::array cp1252_twins = {
    AsciiEquivalent{"\x82", ","},          AsciiEquivalent{"\x84", "\""},
    AsciiEquivalent{"\x8B", "'"},          AsciiEquivalent{"\x91", "'"},
    AsciiEquivalent{"\x92", "'"},          AsciiEquivalent{"\x93", "\""},
    AsciiEquivalent{"\x94", "\""},         AsciiEquivalent{"\x9B", "'"},
    AsciiEquivalent{"\xAB", "\""},         AsciiEquivalent{"\xB4", "'"},
    AsciiEquivalent{"\xBB", "\""},         AsciiEquivalent{"\x85", "..."},
    AsciiEquivalent{"\x95", "-"},          AsciiEquivalent{"\x96", "-"},
    AsciiEquivalent{"\x97", "-"},          AsciiEquivalent{"\xB7", "-"},
    AsciiEquivalent{"\xA0", " "},          AsciiEquivalent{"\xAD", ""},
    AsciiEquivalent{"\xBC", "1/4", whole}, AsciiEquivalent{"\xBD", "1/2", whole},
    AsciiEquivalent{"\xBE", "3/4", whole}, AsciiEquivalent{"\xD7", "X"},
    AsciiEquivalent{"\xB1", "+/-", whole}, AsciiEquivalent{"\x99", "(TM)"},
    AsciiEquivalent{"\xAE", "(R)"},        AsciiEquivalent{"\xA9", "(C)"},
};

AsciiEquivalent const* twin_of(std::string_view character) {
  std::span<AsciiEquivalent const> const twins = character.size() == 1
                                                     ? std::span<AsciiEquivalent const>(cp1252_twins)
                                                     : std::span<AsciiEquivalent const>(utf8_twins);
  auto const found = std::find_if(twins.begin(), twins.end(),
                                  [&](AsciiEquivalent const& twin) { return twin.bytes == character; });
  return found == twins.end() ? nullptr : &*found;
}

bool is_foreign(char byte) { return (static_cast<unsigned char>(byte) & 0x80U) != 0; }

/// Collects plain text, in which blanks neither begin the text nor are next to each other.
class PlainWriter {
 public:
  PlainWriter(std::size_t size, Delimiters const& delimiters) : delimiters_(delimiters) {
    text_.reserve(size);
  }

  void blank() {
    if (!text_.empty() && text_.back() != ' ') text_.push_back(' ');
    after_fraction_ = false;
  }
  void character(std::string_view bytes) {
    if (bytes == " ") return blank();
    // 2 and a half is 2 1/2, neither 21/2 nor 1/22.
    if (after_fraction_ && is_digit(bytes[0])) blank();
    // Stray bytes that something unseen parted don't become a character.
    if (after_nothing_ && bytes.size() == 1 && is_foreign(bytes[0]) && !text_.empty() &&
        is_foreign(text_.back()))
      blank();
    after_nothing_ = false;
    text_.append(bytes);
    after_fraction_ = false;
  }
  void twin(AsciiEquivalent const& twin) {
    if (twin.plain.empty()) {
      after_nothing_ = true;
      return;
    }
    if (twin.whole && std::any_of(twin.plain.begin(), twin.plain.end(),
                                  [&](char byte) { return delimiters_.contains(byte); })) {
      return character(twin.bytes);
    }
    bool const fraction = is_digit(twin.plain.back());
    if (fraction && !text_.empty() && is_digit(text_.back())) blank();
    for (std::size_t i = 0; i < twin.plain.size(); ++i) {
      delimiters_.contains(twin.plain[i]) ? blank() : character(twin.plain.substr(i, 1));
    }
    after_fraction_ = fraction;
  }
  [[nodiscard]] std::string take() {
    if (!text_.empty() && text_.back() == ' ') text_.pop_back();
    return std::move(text_);
  }

 private:
  std::string text_;
  Delimiters const& delimiters_;
  bool after_fraction_ = false;
  bool after_nothing_ = false;
};

}  // namespace

std::size_t character_length(std::string_view text) {
  auto const lead = static_cast<unsigned char>(text[0]);
  std::size_t const length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
  if (length > text.size()) return 1;
  for (std::size_t i = 1; i < length; ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) return 1;
  }
  return length;
}

bool may_be_untidy(std::string_view text) {
  if (text.empty()) return false;
  return text.front() == ' ' || text.back() == ' ' ||
         any_eight(text, [](EightBytes some) { return some.unprintable() | some.two_blanks(); });
}

namespace {

// Code point of a character of UTF-8; a byte that is none as itself.
std::uint32_t code_point(std::string_view character) {
  auto const byte = [&](std::size_t at) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(character[at]));
  };
  if (character.size() == 1) return byte(0);
  std::uint32_t value = byte(0) & (0x7FU >> character.size());
  for (std::size_t i = 1; i < character.size(); ++i) value = value << 6U | (byte(i) & 0x3FU);
  return value;
}

// What Windows-1252 has in the place of the control characters 80 to 9F.
constexpr std::array<std::uint32_t, 27> windows_signs = {
    0x20AC, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030,
    0x0160, 0x2039, 0x0152, 0x017D, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x017E, 0x0178};

// Whether a character is what a continuation byte of UTF-8 turns into.
bool was_continuation(std::uint32_t character) {
  return (character >= 0x80 && character <= 0xBF) ||
         std::find(windows_signs.begin(), windows_signs.end(), character) != windows_signs.end();
}

// The plain letters of U+00C0 to U+017F, two for a ligature; a blank: none.
std::string_view plain_letters(std::uint32_t character) {
  constexpr std::string_view latin_1 =
      "A A A A A A AEC E E E E I I I I D N O O O O O   O U U U U Y THssa a a a a a aec e e e e i i i i d n o "
      "o o o o   o u "
      "u u u y thy ";
  constexpr std::string_view extended =
      "A a A a A a C c C c C c C c D d D d E e E e E e E e E e G g G g G g G g H h H h I i I i I i I i I i "
      "IJijJ j K k k L "
      "l L l L l L l L l N n N n N n n N n O o O o O o OEoeR r R r R r S s S s S s S s T t T t T t U u U u U "
      "u U u U u U "
      "u W w Y y Y Z z Z z Z z s ";
  static_assert(latin_1.size() == 2UL * 64 && extended.size() == 2UL * 128);
  auto const pick = [](std::string_view table, std::size_t at) {
    auto const two = table.substr(2 * at, 2);
    return two[1] == ' ' ? two.substr(0, two[0] == ' ' ? 0 : 1) : two;
  };
  if (character >= 0xC0 && character <= 0xFF) return pick(latin_1, character - 0xC0);
  if (character >= 0x100 && character <= 0x17F) return pick(extended, character - 0x100);
  return {};
}

}  // namespace

bool is_garbled(std::string_view text) {
  std::uint32_t before = 0;
  while (!text.empty()) {
    auto const character = text.substr(0, character_length(text));
    text.remove_prefix(character.size());
    auto const value = character.size() > 1 ? code_point(character) : 0;
    if (value == 0xFFFD) return true;
    // U+00C2 to U+00F4 are what the first bytes of UTF-8 turn into.
    bool const was_lead = before == 0xC2 || before == 0xC3 || before == 0xC5 || before == 0xE2 ||
                          before == 0xEF || before == 0xF0;
    if (was_lead && was_continuation(value)) return true;
    before = value;
  }
  return false;
}

std::string without_accents(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  while (!text.empty()) {
    auto const character = text.substr(0, character_length(text));
    text.remove_prefix(character.size());
    auto const letters = is_foreign(character[0]) ? plain_letters(code_point(character)) : std::string_view{};
    plain.append(letters.empty() ? character : letters);
  }
  return plain;
}

std::string tidied(std::string_view text, Delimiters const& delimiters) {
  PlainWriter plain(text.size(), delimiters);
  while (!text.empty()) {
    auto const character = text.substr(0, character_length(text));
    text.remove_prefix(character.size());
    auto const byte = static_cast<unsigned char>(character[0]);
    if (byte < 0x20 || byte == 0x7F) {
      plain.blank();
    } else if (auto const* const twin = byte < 0x80 ? nullptr : twin_of(character)) {
      plain.twin(*twin);
    } else {
      plain.character(character);
    }
  }
  return plain.take();
}

}  // namespace scrub837
