#pragma once

#include <span>
#include <string>

#include "src/fix/working_claim.hpp"
#include "src/write/split_writer.hpp"
#include "src/x12/block.hpp"

namespace scrub837 {

/// Which faults of the surface are mended on the way out.
struct LexicalRepairs {
  bool strip = false;      ///< blanks, marks and empty segments before ids (ENV012)
  bool unfold = false;     ///< line ends inside segments (ENV013)
  bool terminate = false;  ///< a last segment without terminator (ENV007)
};

/// Whether mending would change the segment's bytes.
[[nodiscard]] bool changes(LexicalRepairs surface, Segment const& segment);

/// Appends a segment's bytes, mended.
void append_mended(std::string& out, Block const& block, Segment const& segment, Delimiters delimiters,
                   LexicalRepairs surface);

/// The parts of a segment as it goes out: what is before, the segment, and terminator with line ends.
struct SegmentParts {
  std::string lead, text, tail;
};
[[nodiscard]] SegmentParts parts_of(Block const& block, Segment const& segment, Delimiters delimiters,
                                    LexicalRepairs surface);

/// The bytes of an edited claim: segments that no edit touched as they came, the others with the line ends
/// they had.
[[nodiscard]] std::string bytes_of(WorkingClaim const& claim, Block const& block,
                                   std::span<Segment const> received, Delimiters delimiters,
                                   LexicalRepairs surface);

}  // namespace scrub837
