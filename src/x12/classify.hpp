#pragma once

#include <algorithm>
#include <bit>
#include <cstring>
#include <string_view>

#include "src/x12/kind_table.hpp"

namespace scrub837 {

/// Makes kind, qualifier and separators of a token from the segment's text.
void classify(std::string_view text, Delimiters delimiters, Segment& segment);

/// A qualifier as the grammar compares it: the code of a party (NM1) is known in lower case, and that and the
/// code of a level (HL) with a blank behind it, too.
constexpr Tag tag_of(Kind kind, Tag qualifier) {
  constexpr Tag small = 0x20202020U;  // with the bit above it: small letters
  if (kind != Kind::NM1 && kind != Kind::HL) return qualifier;
  if ((qualifier & 0xFFU) == ' ') qualifier >>= 8U;
  return kind == Kind::NM1 ? qualifier & ~(qualifier >> 1U & qualifier & small) : qualifier;
}

/// Bytes that classify_usual may read behind a segment.
inline constexpr std::size_t classify_slack = 16;

/// The same for the usual segment, without a loop: this runs for every segment of a file.
/// \param text less than 64 bytes; at least `classify_slack` more can be read behind it
/// \param separators where the text's element separators are, as in a token
/// \return false if this segment is not a usual one: its id is not known, or it is read by rules of its own
/// (ISA, IEA, BIN, BDS); then nothing is changed
[[gnu::always_inline]] inline bool classify_usual(std::string_view text, std::uint64_t separators,
                                                  Segment& segment) {
  constexpr std::size_t longest = 4;  // bytes that a tag holds
  // The first byte is the highest.
  auto const load = [](char const* bytes) {
    std::uint32_t value{};
    std::memcpy(&value, bytes, sizeof value);
    return std::endian::native == std::endian::little ? __builtin_bswap32(value) : value;
  };
  auto const end_mark = std::uint64_t{1} << text.size();
  auto rest = separators | end_mark;
  auto const id_length = static_cast<std::size_t>(std::countr_zero(rest));
  if (id_length - 2 > 1) return false;
  auto const id = load(text.data()) >> (longest - id_length) * 8;
  auto const& slot = usual_kind_table.slot_of(id);
  if (slot.id != id) return false;
  rest &= rest - 1;
  auto before = id_length;
  if (slot.kind == Kind::HL) {
    for (int skipped = 0; skipped < 2 && rest != 0; ++skipped) {
      before = static_cast<std::size_t>(std::countr_zero(rest));
      rest &= rest - 1;
    }
  }
  // Without an element there is nothing behind the end, or what is there is not looked at.
  auto const length = static_cast<std::size_t>(std::countr_zero(rest)) - before - 1;
  segment.kind = slot.kind;
  segment.separators = separators;
  segment.qualifier =
      tag_of(slot.kind, length - 1 < longest ? load(text.data() + before + 1) >> (longest - length) * 8 : 0);
  return true;
}

}  // namespace scrub837
