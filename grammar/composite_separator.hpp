#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "scrub837/x12/delimiters.hpp"

namespace scrub837::grammar {

/// The bytes behind an ISA that are looked at for composites.
constexpr std::size_t composite_window = std::size_t{1} << 16U;

/// What the composites of an interchange show.
struct ComponentUse {
  /// The byte that separates all of them, if it is not the one that ISA16 names and may be a separator;
  /// nothing if one composite uses that of ISA16, or they differ, or there is none.
  std::optional<char> other;
  bool needs_more = false;  ///< more bytes are needed to tell
};

/// Looks at the composites of an 837P that every claim has: SV101 (`HC:99600`), CLM05 (`12:B:1`), HI01
/// (`ABK:Z9181`). \param bytes what follows an ISA; at most composite_window of them are read, up to the IEA
/// \param at_end no more bytes follow
/// \param delimiters as the ISA names them
[[nodiscard]] ComponentUse component_use(std::string_view bytes, bool at_end, Delimiters const& delimiters);

/// The byte that separates the first composite of such a segment; nothing if it is of another kind.
[[nodiscard]] std::optional<char> separator_of_composite(std::string_view segment, char element);

}  // namespace scrub837::grammar
