#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "scrub837/x12/delimiters.hpp"

namespace scrub837::grammar {

/// An ISA as it stands in the file: ISA01 to ISA16 with line ends taken out, and what follows from them.
struct InterchangeHeader {
  std::array<std::string, 17> elements;  ///< by number; [0] is unused
  Delimiters delimiters;
  std::size_t stop = 0;  ///< where the segment terminator stands, counted from the `I`
  bool folded = false;   ///< line ends stand inside
  bool terminated = true;
};

enum class HeaderMatch : std::uint8_t { no, yes, needs_more };

/// As many bytes as a readable ISA can take; a longer one is no ISA.
constexpr std::size_t longest_isa = 512;

/// Reads an ISA that begins at the first byte of `bytes`, by its sixteen separators, whatever its width
/// (guide: 106 bytes). \param at_end no more bytes follow
[[nodiscard]] HeaderMatch parse_isa(std::string_view bytes, bool at_end, InterchangeHeader& header);

/// Reads the beginning of a transaction set or functional group that stands in a file without its ISA
/// (`ST*837*…` or `GS*HC*…`), and guesses the delimiters from it.
[[nodiscard]] HeaderMatch parse_bare_start(std::string_view bytes, bool at_end, Delimiters& delimiters);

}  // namespace scrub837::grammar
