#pragma once

#include <cstdint>
#include <vector>

#include "scrub837/x12/segment.hpp"

namespace scrub837 {

/// Whether a segment begins a unit: what is judged and written as a whole.
[[nodiscard]] constexpr bool begins_unit(Kind kind) {
  constexpr auto bit = [](Kind one) { return std::uint64_t{1} << static_cast<unsigned>(one); };
  constexpr auto heads = bit(Kind::GS) | bit(Kind::ST) | bit(Kind::SE) | bit(Kind::GE) | bit(Kind::IEA) |
                         bit(Kind::TA1) | bit(Kind::HL) | bit(Kind::CLM);
  return (heads & bit(kind)) != 0;
}

/// The segments of a block, in order.
struct Tokens {
  std::vector<Segment> segments;
  std::vector<std::uint32_t> heads;  ///< indices of those that begin a unit
  bool blemished = false;            ///< one of them is folded, indented or unterminated

  void clear() {
    segments.clear();
    heads.clear();
    blemished = false;
  }
  /// Keeps the first `count`. A blemish of the others may stay noted.
  void cut(std::size_t count) {
    segments.resize(count);
    while (!heads.empty() && heads.back() >= count) heads.pop_back();
  }
};

}  // namespace scrub837
