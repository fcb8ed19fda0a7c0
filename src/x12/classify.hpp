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

  /// \param text less than 64 bytes; at least `slack` more can be read behind it
  /// \param separators where the text's element separators stand, as in a token
  /// \return false if this segment is not a usual one; then nothing is changed
  bool operator()(std::string_view text, std::uint64_t separators, Segment& segment) const {
    constexpr auto beyond = std::uint64_t{1} << 63U;
    auto const id_length = static_cast<unsigned>(std::countr_zero(separators | beyond));
    if (id_length < 2 || id_length > 3) return false;
    auto const kind =
        kind_table.find(__builtin_bswap32(load<std::uint32_t>(text.data())) >> (4 - id_length) * 8);
    if ((unusual >> static_cast<unsigned>(kind) & 1U) != 0) return false;
    auto const end_mark = std::uint64_t{1} << text.size();
    auto rest = (separators & (separators - 1)) | end_mark;
    std::size_t position = id_length + 1;
    if (kind == Kind::HL) {
      for (int skipped = 0; skipped < 2; ++skipped) {
        if (rest == end_mark) return false;
        position = static_cast<std::size_t>(std::countr_zero(rest)) + 1;
        rest &= rest - 1;
      }
    }
    auto const end = static_cast<std::size_t>(std::countr_zero(rest));
    auto const bytes = load<std::uint64_t>(text.data() + position);
    auto length = std::min(end - position, first_component(bytes));
    if (length > longest_qualifier) length = 0;
    segment.kind = kind;
    segment.separators = separators;
    auto const first_four = std::uint64_t{__builtin_bswap32(static_cast<std::uint32_t>(bytes))};
    segment.qualifier = static_cast<Tag>(first_four >> (longest_qualifier - length) * 8);
    return true;
  }

  static constexpr std::size_t slack = 16;

 private:
  static constexpr std::uint64_t ones = 0x0101010101010101U;
  static constexpr std::size_t longest_qualifier = 4;  // bytes that a tag holds

  // What this leaves to others: ids that are not known, and segments that are read by their own rules.
  static constexpr std::uint64_t unusual = [] {
    std::uint64_t kinds = 0;
    for (auto const kind : {Kind::unknown, Kind::ISA, Kind::IEA, Kind::BIN}) {
      kinds |= std::uint64_t{1} << static_cast<unsigned>(kind);
    }
    return kinds;
  }();

  // The first byte is the lowest.
  template <typename Integer>
  [[nodiscard]] static Integer load(char const* bytes) {
    Integer value{};
    std::memcpy(&value, bytes, sizeof value);
    if constexpr (std::endian::native == std::endian::big) {
      value = sizeof value == 4 ? static_cast<Integer>(__builtin_bswap32(static_cast<std::uint32_t>(value)))
                                : static_cast<Integer>(__builtin_bswap64(value));
    }
    return value;
  }
  // Where among the first bytes the first component separator stands; beyond a qualifier if nowhere.
  [[nodiscard]] std::size_t first_component(std::uint64_t bytes) const {
    auto const zeros = bytes ^ components_;
    // The lowest high bit says which byte is the first that is zero; those above it may be wrong.
    auto const hits = (zeros - ones) & ~zeros & (ones << 7U);
    constexpr auto nowhere = std::uint64_t{0x80} << (longest_qualifier + 1) * 8;
    return static_cast<std::size_t>(std::countr_zero(hits | nowhere)) / 8;
  }

  std::uint64_t components_;
};

}  // namespace scrub837
