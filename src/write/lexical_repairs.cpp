#include "src/write/lexical_repairs.hpp"

#include <algorithm>
#include <iterator>

#include "src/x12/indexer.hpp"

namespace scrub837 {

bool changes(LexicalRepairs surface, Segment const& segment) {
  return (surface.strip && segment.indented) || (surface.unfold && segment.folded) ||
         (surface.terminate && segment.unterminated);
}

SegmentParts parts_of(Block const& block, Segment const& segment, Delimiters delimiters,
                      LexicalRepairs surface) {
  auto const bytes = std::string_view(block.bytes);
  auto const content = block.content(segment);
  SegmentParts parts;
  if (!(surface.strip && segment.indented)) {
    parts.lead = bytes.substr(segment.raw_begin, content.begin - segment.raw_begin);
  }
  parts.text = surface.unfold || !segment.folded ? block.text(segment)
                                                 : bytes.substr(content.begin, content.end - content.begin);
  auto const behind = bytes.substr(content.end, segment.raw_end - content.end);
  bool const added = surface.terminate && segment.unterminated;
  if (added) parts.tail.push_back(delimiters.terminator);
  // Blanks behind an added terminator would be before the id of the next segment.
  std::copy_if(behind.begin(), behind.end(), std::back_inserter(parts.tail),
               [&](char byte) { return !added || !surface.strip || is_line_end(byte); });
  return parts;
}

void append_mended(std::string& out, Block const& block, Segment const& segment, Delimiters delimiters,
                   LexicalRepairs surface) {
  if (!changes(surface, segment)) {
    out.append(block.raw(segment));
    return;
  }
  auto const parts = parts_of(block, segment, delimiters, surface);
  out.append(parts.lead).append(parts.text).append(parts.tail);
}

std::string bytes_of(WorkingClaim const& claim, Block const& block, std::span<Segment const> received,
                     Delimiters delimiters, LexicalRepairs surface) {
  std::string out;
  out.reserve(std::size_t{2} * (received.back().raw_end - received.front().raw_begin));
  for (auto const& line : claim.lines()) {
    auto const& origin = received[line.origin];
    // The end of a cut file stays as open as it was, whichever segment now is there.
    bool const open_end = origin.unterminated && !surface.terminate;
    bool const is_last = &line == &claim.lines().back();
    if (!line.inserted && line.text == block.text(origin)) {
      append_mended(out, block, origin, delimiters, surface);
    } else {
      auto const parts = parts_of(block, origin, delimiters, surface);
      if (!line.inserted) out.append(parts.lead);
      out.append(line.text).append(parts.tail);
    }
    if (open_end && !is_last) out.push_back(delimiters.terminator);
  }
  return out;
}

}  // namespace scrub837
