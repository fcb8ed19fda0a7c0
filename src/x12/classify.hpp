#pragma once

#include <algorithm>
#include <bit>
#include <cstring>
#include <string_view>

#include "src/x12/kind_table.hpp"

namespace scrub837 {

/// Makes kind, qualifier and separators of a token from the segment's text.
void classify(std::string_view text, Delimiters delimiters, Segment& segment);

/// The same for the usual segment, without a loop: this runs for every segment of a file.
class Classifier {
 public:
  explicit Classifier(Delimiters delimiters)
      : components_(static_cast<unsigned char>(delimiters.component) * ones) {}

  /// \param readable how many bytes can be read where the text begins, those behind it included
  /// \param separators where the text's element separators stand, as in a token
  /// \return false if this segment is not a usual one; then nothing is changed
  bool operator()(std::string_view text, std::size_t readable, std::uint64_t separators,
                  Segment& segment) const {
    auto const id_length = static_cast<unsigned>(std::countr_zero(separators));
    if (id_length < 2 || id_length > 3 || readable < 4) return false;
    auto const kind = kind_table.find(load<std::uint32_t>(text.data()) >> (4 - id_length) * 8);
    auto rest = separators & (separators - 1);
    std::size_t position = id_length + 1;
    if (kind == Kind::HL) {
      for (int skipped = 0; skipped < 2; ++skipped) {
        if (rest == 0) return false;
        position = static_cast<std::size_t>(std::countr_zero(rest)) + 1;
        rest &= rest - 1;
      }
    }
    if (readable < position + 8) return false;
    auto const end = rest != 0 ? static_cast<std::size_t>(std::countr_zero(rest)) : text.size();
    auto const bytes = load<std::uint64_t>(text.data() + position);
    auto const length = std::min(end - position, first_component(bytes));
    segment.kind = kind;
    segment.separators = separators;
    segment.qualifier = length > 4 || length == 0 ? 0 : static_cast<Tag>(bytes >> (8 - length) * 8);
    return true;
  }

 private:
  static constexpr std::uint64_t ones = 0x0101010101010101U;

  // Bytes in the order of the text: the first is the highest.
  template <typename Integer>
  [[nodiscard]] static Integer load(char const* bytes) {
    Integer value{};
    std::memcpy(&value, bytes, sizeof value);
    if constexpr (std::endian::native == std::endian::little) {
      value = sizeof value == 4 ? static_cast<Integer>(__builtin_bswap32(static_cast<std::uint32_t>(value)))
                                : static_cast<Integer>(__builtin_bswap64(value));
    }
    return value;
  }
  // Where among eight bytes the first component separator stands; 8 if nowhere.
  [[nodiscard]] std::size_t first_component(std::uint64_t bytes) const {
    auto const zeros = bytes ^ components_;
    // Exact for every byte: a high bit of `hits` says that the byte is zero.
    constexpr auto low = 0x7F7F7F7F7F7F7F7FU;
    auto const hits = ~(((zeros & low) + low) | zeros | low);
    return static_cast<std::size_t>(std::countl_zero(hits)) / 8;
  }

  std::uint64_t components_;
};

}  // namespace scrub837
