#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "scrub837/x12/delimiters.hpp"

namespace scrub837 {

/// Number of a segment id. Those of the 837P (005010X222A1) come first; `unknown` is any other id.
/// `BIN` and `BDS` are known because their data may hold delimiters; `gap` stands for bytes between
/// interchanges.
enum class Kind : std::uint8_t {
  unknown,
  gap,
  ISA,
  GS,
  ST,
  SE,
  GE,
  IEA,
  TA1,
  BHT,
  HL,
  CLM,
  LX,
  SV1,
  NM1,
  N3,
  N4,
  PER,
  REF,
  PRV,
  CUR,
  SBR,
  PAT,
  DMG,
  DTP,
  PWK,
  CN1,
  AMT,
  K3,
  NTE,
  CR1,
  CR2,
  CR3,
  CRC,
  HI,
  HCP,
  CAS,
  OI,
  MOA,
  SV5,
  QTY,
  MEA,
  PS1,
  LIN,
  CTP,
  SVD,
  LQ,
  FRM,
  SV2,
  SV3,
  BIN,
  BDS,
  count_
};

/// A segment's first element (HL: HL03) of up to four characters, packed so that the grammar compares one
/// integer; 0 if it is longer.
using Tag = std::uint32_t;

constexpr Tag pack_tag(std::string_view text) {
  Tag tag = 0;
  for (std::size_t i = 0; i < text.size() && i < 4; ++i) tag = tag << 8 | static_cast<unsigned char>(text[i]);
  return text.size() > 4 ? 0 : tag;
}

/// The kind of a segment id as it is written in the file; ids are upper case in X12.
/// \return Kind::unknown for an id that scrub837 does not know
[[nodiscard]] Kind kind_of(std::string_view id);

/// The id of a kind, as the guide writes it.
[[nodiscard]] std::string_view name_of(Kind kind);

/// Whether the 837P guide has this segment in any loop (or its envelope).
[[nodiscard]] constexpr bool in_guide(Kind kind) {
  return kind != Kind::unknown && kind != Kind::SV2 && kind != Kind::SV3 && kind != Kind::BIN &&
         kind != Kind::BDS;
}

/// Some kinds of segments.
class KindSet {
 public:
  constexpr KindSet() = default;
  constexpr KindSet(std::initializer_list<Kind> kinds) {
    for (auto const kind : kinds) add(kind);
  }
  constexpr void add(Kind kind) { bits_ |= std::uint64_t{1} << static_cast<unsigned>(kind); }
  constexpr void add(KindSet other) { bits_ |= other.bits_; }
  [[nodiscard]] constexpr bool has(Kind kind) const {
    return (bits_ >> static_cast<unsigned>(kind) & 1U) != 0;
  }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  /// Whether one of the kinds is in both.
  [[nodiscard]] constexpr bool meets(KindSet other) const { return (bits_ & other.bits_) != 0; }

 private:
  std::uint64_t bits_ = 0;
};
static_assert(static_cast<unsigned>(Kind::count_) <= 64);

/// A segment token: where a segment is in its block, and the little that the grammar needs to know.
struct Segment {
  std::uint32_t raw_begin = 0;   ///< first byte, blanks before the id included
  std::uint32_t raw_end = 0;     ///< one past the terminator and the line ends after it
  std::uint32_t begin = 0;       ///< first byte of the id; of an unfolded copy if `folded`
  std::uint32_t end = 0;         ///< one past the last element
  std::uint64_t separators = 0;  ///< bit n: byte n of the text is an element separator; the first 64 bytes
  Tag qualifier = 0;
  Kind kind = Kind::unknown;
  bool folded = false;        ///< line ends are inside the segment; begin and end are of a clean copy
  bool indented = false;      ///< blanks, a mark or an empty segment are before the id
  bool unterminated = false;  ///< the file ends before the terminator
};
static_assert(sizeof(Segment) == 32, "one stands for every twenty bytes of a file");

/// Part `number` (from 0) of `text` split at `separator`; empty if there are fewer. Elements are short: a
/// plain loop beats a call to memchr.
[[nodiscard]] constexpr std::string_view nth_part(std::string_view text, char separator, std::size_t number) {
  char const* first = text.data();
  char const* const last = first + text.size();
  for (; number > 0; --number) {
    while (first != last && *first != separator) ++first;
    if (first == last) return {};
    ++first;
  }
  char const* end = first;
  while (end != last && *end != separator) ++end;
  return {first, static_cast<std::size_t>(end - first)};
}

/// Which of the first 64 bytes of `text` are `byte`: bit n for byte n. Eight are looked at in a step.
[[nodiscard]] inline std::uint64_t separator_bits(std::string_view text, char byte) {
  auto const size = std::min<std::size_t>(text.size(), 64);
  std::uint64_t marks = 0;
  if (std::endian::native != std::endian::little || size < 8) {
    for (std::size_t i = 0; i < size; ++i) marks |= std::uint64_t{text[i] == byte} << i;
    return marks;
  }
  constexpr std::uint64_t ones = 0x0101010101010101U;
  constexpr std::uint64_t low_bits = 0x7F * ones;
  auto const look = [&](std::size_t at) {
    std::uint64_t some = 0;
    std::memcpy(&some, text.data() + at, sizeof some);
    some ^= static_cast<unsigned char>(byte) * ones;
    auto const others = ((some & low_bits) + low_bits) | some;  // the high bit of each byte that is not 0
    constexpr std::uint64_t gather = 0x0102040810204080U;       // the eight bits side by side, at the top
    marks |= ((~others >> 7U & ones) * gather >> 56U) << at;
  };
  for (std::size_t at = 0; at + 8 < size; at += 8) look(at);
  look(size - 8);
  return marks;
}

/// A segment's text, split on demand. Borrowed: valid as long as the block that it points into.
class SegmentView {
 public:
  SegmentView() = default;
  SegmentView(std::string_view text, Delimiters delimiters) : text_(text), delimiters_(delimiters) {}
  /// \param separators where the text's element separators are, as in a token
  SegmentView(std::string_view text, Delimiters delimiters, std::uint64_t separators)
      : text_(text), separators_(separators), delimiters_(delimiters), marked_(true) {}

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] Delimiters const& delimiters() const { return delimiters_; }
  [[nodiscard]] std::string_view id() const { return (*this)[0]; }

  /// Element `number` as the guide counts (NTE02 is 2; 0 is the segment id). Empty if it is not there.
  [[nodiscard]] std::string_view operator[](std::size_t number) const {
    return marked_ ? marked_part(number) : nth_part(text_, delimiters_.element, number);
  }
  /// The first elements, [0] that behind the id, split in one pass; empty where there are fewer.
  /// \return whether there may be more of them
  bool first_elements(std::span<std::string_view> elements) const;
  /// Component `part` (from 1) of element `number`: SV101-7 is (1, 7). Empty if it is not there.
  [[nodiscard]] std::string_view component(std::size_t number, std::size_t part) const {
    auto const element = (*this)[number];
    if (delimiters_.component == '\0') return part == 1 ? element : std::string_view{};
    return nth_part(element, delimiters_.component, part - 1);
  }
  /// Where the element separators are: bit n for byte n, of the first 64 bytes.
  [[nodiscard]] std::uint64_t separators() const {
    return marked_ ? separators_ : separator_bits(text_, delimiters_.element);
  }
  /// How many elements are after the id, trailing empty ones included.
  [[nodiscard]] std::size_t element_count() const;

 private:
  [[nodiscard]] std::string_view marked_part(std::size_t number) const {
    auto marks = separators_;
    std::size_t first = 0;
    if (number > 0) {
      auto left = number - 1;
      for (; left > 0 && marks != 0; --left) marks &= marks - 1;
      if (marks == 0) {
        return text_.size() > marked_bytes
                   ? nth_part(text_.substr(marked_bytes), delimiters_.element, left + 1)
                   : std::string_view{};
      }
      first = static_cast<std::size_t>(std::countr_zero(marks)) + 1;
      marks &= marks - 1;
    }
    auto last = text_.size();
    if (marks != 0) {
      last = static_cast<std::size_t>(std::countr_zero(marks));
    } else if (last > marked_bytes) {
      last = std::min(text_.find(delimiters_.element, marked_bytes), last);
    }
    return {text_.data() + first, last - first};
  }

  static constexpr std::size_t marked_bytes = 64;
  std::string_view text_;
  std::uint64_t separators_ = 0;
  Delimiters delimiters_;
  bool marked_ = false;
};

/// `text` with its part `number` (from 0, split at `separator`) replaced; missing separators are added.
[[nodiscard]] std::string with_part(std::string_view text, char separator, std::size_t number,
                                    std::string_view value);

}  // namespace scrub837
