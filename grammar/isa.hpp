#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "scrub837/x12/delimiters.hpp"

namespace scrub837::grammar {

/// An ISA as it appears in the file: ISA01 to ISA16 with line ends taken out, and what follows from them.
struct InterchangeHeader {
  std::array<std::string, 17> elements;  ///< by number; [0] is unused
  Delimiters delimiters;
  std::size_t stop = 0;  ///< where the segment terminator is, counted from the `I`
  std::size_t count =
      16;               ///< elements that were received; if not 16, `elements` holds them as far as they fit
  bool folded = false;  ///< line ends are inside
  bool terminated = true;
  bool lower_case = false;  ///< its id is not written ISA
  bool regular = false;     ///< each element is where the guide has it, and nothing else is there
  /// The component separator that the interchange uses, if it is not ISA16 (see component_use).
  std::optional<char> component_in_use;
};

enum class HeaderMatch : std::uint8_t { no, yes, needs_more };

/// As many bytes as a readable ISA can take; a longer one is not an ISA.
constexpr std::size_t longest_isa = 512;

/// Reads an ISA that begins at the first byte of `bytes`, whatever its width (guide: 106 bytes) and case: by
/// its sixteen separators if its codes look like codes, else up to the GS, TA1, ST or IEA that follows it,
/// which tells where it ends even if an element is missing, surplus or of another length. \param at_end no
/// more bytes follow
[[nodiscard]] HeaderMatch parse_isa(std::string_view bytes, bool at_end, InterchangeHeader& header);

}  // namespace scrub837::grammar
