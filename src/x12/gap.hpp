#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "src/x12/block.hpp"

namespace scrub837 {

/// What stands where no interchange is open.
struct Gap {
  enum class Next : std::uint8_t { needs_more, interchange, bare, end };
  std::size_t end = 0;  ///< the gap's bytes end here; the next thing begins
  Next next = Next::needs_more;
  Delimiters delimiters = {};  ///< bare: those that its first segment shows
};

/// Searches the next ISA, or what could be an 837P set without an ISA that can be read (`bare`): a GS*HC, an
/// ST*837, a level or a claim. `behind` an interchange any segment of the guide with its delimiters is one,
/// too.
Gap find_interchange(std::string_view bytes, bool at_end, Delimiters const* behind = nullptr);

}  // namespace scrub837
