#include "src/x12/unfold.hpp"

#include <algorithm>
#include <iterator>

#include "src/x12/indexer.hpp"

namespace scrub837 {
namespace {

// Longer records than an ISA don't show in it. A line that is as long was folded, by whatever made it.
constexpr std::size_t isa_bytes = 106;

bool has_long_line(std::string_view text) {
  std::size_t length = 0;
  return std::any_of(text.begin(), text.end(), [&](char byte) {
    length = is_line_end(byte) ? 0 : length + 1;
    return length >= isa_bytes;
  });
}

// Whether what follows `before`, the beginning of a segment, is text of NTE02 or SV101-7.
bool inside_narrative(std::string_view before, Delimiters const& delimiters) {
  auto const elements = std::count(before.begin(), before.end(), delimiters.element);
  if (before.starts_with("NTE")) return elements == 2;
  if (!before.starts_with("SV1") || elements != 1 || delimiters.component == '\0') return false;
  return std::count(before.begin(), before.end(), delimiters.component) >= 6;
}

bool parts_words(std::string_view before, char next, Delimiters const& delimiters) {
  auto const in_word = [&](char byte) { return byte != ' ' && !delimiters.contains(byte); };
  return inside_narrative(before, delimiters) && in_word(before.back()) && in_word(next);
}

}  // namespace

std::string unfolded(std::string_view text, Delimiters const& delimiters, LineEnds ends, bool ends_line) {
  std::string clean;
  clean.reserve(text.size());
  if (ends == LineEnds::records || !ends_line || has_long_line(text)) {
    std::copy_if(text.begin(), text.end(), std::back_inserter(clean),
                 [](char byte) { return !is_line_end(byte); });
    return clean;
  }
  bool broken = false;
  for (char const byte : text) {
    if (is_line_end(byte)) {
      broken = true;
      continue;
    }
    if (broken && parts_words(clean, byte, delimiters)) clean.push_back(' ');
    broken = false;
    clean.push_back(byte);
  }
  return clean;
}

void unfold(Block& block, std::span<Segment> segments, Delimiters const& delimiters, LineEnds ends) {
  block.folds.clear();
  for (auto& segment : segments) {
    if (!segment.folded) continue;
    bool const ends_line = is_line_end(block.bytes[segment.raw_end - 1]);
    auto const clean = unfolded(block.text(segment), delimiters, ends, ends_line);
    block.folds.push_back({static_cast<std::uint32_t>(block.bytes.size()), {segment.begin, segment.end}});
    segment.begin = static_cast<std::uint32_t>(block.bytes.size());
    block.bytes.append(clean);
    segment.end = static_cast<std::uint32_t>(block.bytes.size());
  }
}

}  // namespace scrub837
