#include "src/claim/line_note.hpp"

#include "src/claim/guide_order.hpp"
#include "src/claim/narrative.hpp"

namespace scrub837 {
namespace {

std::string note(Delimiters const& delimiters, std::string_view text) {
  auto const separator = std::string(1, delimiters.element);
  return "NTE" + separator + "ADD" + separator + std::string(text);
}

// Where the guide has the note: behind the segments that precede it, an NTE*ADD before an NTE*TPO.
std::uint32_t anchor(ClaimView const& claim, Loop const& loop) {
  auto const behind = first_behind(claim, loop, Kind::NTE);
  auto const index = static_cast<std::size_t>(&loop - claim.loops().data());
  auto last = loop.first;
  for (auto const segment : claim.direct(index)) {
    if (segment >= behind || claim.segments()[segment].kind == Kind::NTE) break;
    last = segment;
  }
  return last;
}

}  // namespace

LineNotes line_notes(LineView const& line) {
  LineNotes notes;
  for (auto const index : line.direct(Kind::NTE)) {
    auto const segment = line.claim().segment(index);
    if (segment[1] == "TPO") continue;
    if (segment[1] == "ADD" && trimmed(segment[2]).empty()) {
      notes.blank = index;
    } else {
      notes.filled = true;
    }
  }
  return notes;
}

Edit note_edit(LineView const& line, LineNotes const& notes, std::string_view text) {
  if (notes.blank) return {Edit::What::set, {*notes.blank, 2, 0}, std::string(text)};
  return {Edit::What::insert_after,
          {anchor(line.claim(), line.loop()), 0, 0},
          note(line.claim().delimiters(), text)};
}

Edit claim_note_edit(ClaimView const& claim, std::string_view text) {
  return {Edit::What::insert_after, {anchor(claim, claim.loops()[0]), 0, 0}, note(claim.delimiters(), text)};
}

}  // namespace scrub837
