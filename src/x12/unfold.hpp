#pragma once

#include <span>
#include <string>
#include <string_view>

#include "scrub837/x12/delimiters.hpp"
#include "src/x12/block.hpp"

namespace scrub837 {

/// What line ends inside segments are, as the ISA shows: it is longer than the records that files are folded
/// into.
enum class LineEnds : std::uint8_t {
  records,  ///< of fixed length: they part nothing
  typed,    ///< somebody may have typed one into a narrative, where it parts words
};

/// A folded segment's text without its line ends. One that was typed into a narrative (SV101-7, NTE02) leaves
/// a blank, as its writer saw it.
/// \param ends_line a line end follows the segment's terminator
[[nodiscard]] std::string unfolded(std::string_view text, Delimiters const& delimiters, LineEnds ends,
                                   bool ends_line);

/// Gives each folded segment a clean copy behind the block's data.
void unfold(Block& block, std::span<Segment> segments, Delimiters const& delimiters, LineEnds ends);

}  // namespace scrub837
