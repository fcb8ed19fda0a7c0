#pragma once

#include <cstddef>
#include <vector>

#include "grammar/isa.hpp"
#include "src/x12/block.hpp"

namespace scrub837 {

/// Whether a byte is padding between segments: a blank, a line end, a NUL, an end-of-file mark.
[[nodiscard]] constexpr bool is_padding(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r') || byte == '\0' || byte == '\x1a';
}
[[nodiscard]] constexpr bool is_line_end(char byte) { return byte == '\r' || byte == '\n'; }

/// Why the indexer stopped.
enum class IndexStop : std::uint8_t {
  needs_more,   ///< the next segment is not wholly in the block
  interchange,  ///< another ISA begins where it stopped
  trailer,      ///< an IEA was taken; what follows stands between interchanges
  end,          ///< the input is at its end
};

struct Indexed {
  std::size_t next = 0;  ///< first byte that was not taken
  IndexStop stop = IndexStop::needs_more;
};

/// Finds the segments of an open interchange and appends a token for each.
/// \param from first byte, at the beginning of a segment or of blanks before it
/// \param at_end no bytes follow the block's
Indexed index_segments(Block& block, std::size_t from, Delimiters delimiters, bool at_end,
                       std::vector<Segment>& segments);

/// What stands where no interchange is open.
struct Gap {
  enum class Next : std::uint8_t { needs_more, interchange, bare, end };
  std::size_t end = 0;  ///< the gap's bytes end here; the next thing begins
  Next next = Next::needs_more;
};

/// Searches the next ISA from `from` on. A set or group without ISA (`bare`) is only looked for
/// `at_start`: at the beginning of the input.
Gap find_interchange(Block const& block, std::size_t from, bool at_end, bool at_start);

/// Makes the kind and qualifier of a token whose begin and end are set.
void classify(std::string_view text, Delimiters delimiters, Segment& segment);

}  // namespace scrub837
