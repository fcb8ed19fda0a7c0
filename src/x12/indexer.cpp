#include "src/x12/indexer.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string>

#include "src/x12/byte_finder.hpp"

namespace scrub837 {
namespace {

// What is no longer than this hides no ISA of 106 bytes.
constexpr std::size_t ordinary_segment = 105;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Line ends of either kind that are not the terminator.
class LineEnds {
 public:
  LineEnds(std::string_view bytes, char terminator)
      : feeds_(bytes, '\n'), carriages_(bytes, '\r'), terminator_(terminator) {}

  /// `begin` never goes back.
  bool within(std::size_t begin, std::size_t end) {
    return (terminator_ != '\n' && feeds_.next(begin) < end) ||
           (terminator_ != '\r' && carriages_.next(begin) < end);
  }

 private:
  ByteFinder feeds_, carriages_;
  char terminator_;
};

struct Lead {
  std::size_t end = 0;
  bool marked = false;  // something other than line ends stands there
};

// Blanks, marks and empty segments before a segment id.
Lead skip_lead(std::string_view bytes, std::size_t from, Delimiters delimiters) {
  Lead lead{from};
  while (lead.end < bytes.size()) {
    char const byte = bytes[lead.end];
    if (byte >= 'A' && byte <= 'Z') break;
    if (byte == delimiters.terminator) {
      lead.marked = lead.marked || !is_line_end(byte);
      ++lead.end;
    } else if (is_padding(byte) && byte != delimiters.element) {
      lead.marked = lead.marked || !is_line_end(byte);
      ++lead.end;
    } else if (byte == byte_order_mark[0] && bytes.substr(lead.end, 3) == byte_order_mark) {
      lead.marked = true;
      lead.end += 3;
    } else {
      break;
    }
  }
  return lead;
}

// An ISA that stands in the middle of a segment: the interchange before it lost its end, and the next one may
// have delimiters of its own. It counts at the beginning of a line, or anywhere if it is 106 bytes wide.
struct Hidden {
  std::size_t at = 0;  ///< where the ISA begins; the segment's end if there is none
  bool needs_more = false;
};

Hidden find_hidden_isa(std::string_view bytes, std::size_t begin, std::size_t end, bool at_end) {
  constexpr std::size_t right_stop = 105;
  auto const searched = bytes.substr(0, std::min(end + 2, bytes.size()));
  for (auto at = searched.find("ISA", begin); at < end; at = searched.find("ISA", at + 1)) {
    grammar::InterchangeHeader header;
    auto const match = grammar::parse_isa(bytes.substr(at), at_end, header);
    auto before = at;
    while (before > begin && (bytes[before - 1] == ' ' || bytes[before - 1] == '\t')) --before;
    bool const begins_line = before > begin && is_line_end(bytes[before - 1]);
    if (match == grammar::HeaderMatch::needs_more) return {at, true};
    if (match == grammar::HeaderMatch::yes && (begins_line || header.stop == right_stop)) return {at, false};
  }
  return {end, false};
}

// A BIN says its own length, since its data may hold the terminator (005010X210 BIN01).
std::size_t end_of_binary(std::string_view bytes, std::size_t begin, Delimiters delimiters) {
  auto const length_at = begin + 4;
  auto const data_at = std::min(bytes.find(delimiters.element, length_at), bytes.size()) + 1;
  std::size_t length = 0;
  auto const* last = bytes.data() + std::min(data_at - 1, bytes.size());
  auto const* first = bytes.data() + std::min(length_at, bytes.size());
  auto const [end, error] = std::from_chars(first, last, length);
  if (error != std::errc{} || end != last || first == last) return 0;
  return data_at + length;
}

std::string without_line_ends(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  std::copy_if(text.begin(), text.end(), std::back_inserter(clean),
               [](char byte) { return !is_line_end(byte); });
  return clean;
}

}  // namespace

void classify(std::string_view text, Delimiters delimiters, Segment& segment) {
  std::size_t id_end = 0;
  segment.kind = kind_at(text, delimiters.element, id_end);
  auto position = id_end + 1;
  if (segment.kind == Kind::HL) {
    for (int separators = 2; separators > 0 && position < text.size(); ++position) {
      if (text[position] == delimiters.element) --separators;
    }
  }
  Tag tag = 0;
  int length = 0;
  for (; position < text.size() && text[position] != delimiters.element &&
         text[position] != delimiters.component;
       ++position) {
    if (++length > 4) break;
    tag = tag << 8U | static_cast<unsigned char>(text[position]);
  }
  segment.qualifier = length > 4 ? 0 : tag;
}

Indexed index_segments(std::string_view bytes, Delimiters delimiters, bool at_end,
                       std::vector<Segment>& segments) {
  auto const size = bytes.size();
  ByteFinder terminators(bytes, delimiters.terminator);
  LineEnds line_ends(bytes, delimiters.terminator);
  Indexed result;

  while (result.next < size) {
    auto const lead = skip_lead(bytes, result.next, delimiters);
    if (lead.end == size) break;

    if (bytes[lead.end] == 'I' && bytes.substr(lead.end, 3) == "ISA") {
      grammar::InterchangeHeader header;
      auto const match = grammar::parse_isa(bytes.substr(lead.end), at_end, header);
      if (match == grammar::HeaderMatch::needs_more) break;
      if (match == grammar::HeaderMatch::yes) {
        result.stop = IndexStop::interchange;
        break;
      }
    }

    auto stop = terminators.next(lead.end);
    bool binary = false;
    if (bytes[lead.end] == 'B' && bytes.substr(lead.end, 3) == "BIN") {
      auto const announced = end_of_binary(bytes, lead.end, delimiters);
      if (announced > size && !at_end && announced - lead.end < 64U << 20U) break;
      if (announced > stop && announced < size && bytes[announced] == delimiters.terminator) {
        stop = announced;
        binary = true;
      }
    }
    bool folded = line_ends.within(lead.end, stop);
    // Only a segment that is strange anyway is searched: a long one, one without end, one with line ends in
    // it.
    bool cut = false;
    bool const strange =
        stop - lead.end > ordinary_segment || (stop == size && at_end) || (stop != size && folded);
    if (!binary && strange) {
      auto const hidden = find_hidden_isa(bytes, lead.end, stop, at_end);
      if (hidden.needs_more) break;
      cut = hidden.at < stop;
      stop = hidden.at;
    }
    if (stop == size && !at_end) break;

    Segment segment;
    segment.raw_begin = static_cast<std::uint32_t>(result.next);
    segment.start = segment.begin = static_cast<std::uint32_t>(lead.end);
    segment.indented = lead.marked;
    auto raw_end = stop;
    if (cut || stop == size) {
      segment.unterminated = true;
      while (stop > lead.end && is_padding(bytes[stop - 1])) --stop;
      folded = line_ends.within(lead.end, stop);
    } else {
      ++raw_end;
      while (raw_end < size && is_line_end(bytes[raw_end])) ++raw_end;
      // A line end split over two blocks belongs to this segment still.
      if (raw_end == size && !at_end) break;
    }
    segment.stop = segment.end = static_cast<std::uint32_t>(stop);
    segment.raw_end = static_cast<std::uint32_t>(raw_end);
    segment.folded = folded;
    auto const text = bytes.substr(segment.begin, segment.end - segment.begin);
    // The id of a folded segment may itself be folded.
    if (folded) {
      classify(without_line_ends(text), delimiters, segment);
    } else {
      classify(text, delimiters, segment);
    }
    segments.push_back(segment);
    result.next = raw_end;
    if (segment.kind == Kind::IEA) {
      result.stop = IndexStop::trailer;
      break;
    }
  }

  if (result.stop == IndexStop::needs_more && at_end) result.stop = IndexStop::end;
  return result;
}

void unfold(Block& block, std::span<Segment> segments) {
  for (auto& segment : segments) {
    if (!segment.folded) continue;
    auto const clean = without_line_ends(block.text(segment));
    segment.begin = static_cast<std::uint32_t>(block.bytes.size());
    block.bytes.append(clean);
    segment.end = static_cast<std::uint32_t>(block.bytes.size());
  }
}

Gap find_interchange(std::string_view bytes, bool at_end, bool at_start) {
  if (at_start) {
    std::size_t start = 0;
    while (start < bytes.size() && (is_padding(bytes[start]) || bytes.substr(start, 3) == byte_order_mark)) {
      start += is_padding(bytes[start]) ? 1 : 3;
    }
    Delimiters delimiters;
    auto const match = grammar::parse_bare_start(bytes.substr(start), at_end, delimiters);
    if (match == grammar::HeaderMatch::yes) return {start, Gap::Next::bare};
    if (match == grammar::HeaderMatch::needs_more && bytes.size() < 4096) return {0, Gap::Next::needs_more};
  }
  std::size_t position = 0;
  while (position < bytes.size()) {
    position = std::min(bytes.find('I', position), bytes.size());
    if (position == bytes.size()) break;
    grammar::InterchangeHeader header;
    auto const match = grammar::parse_isa(bytes.substr(position), at_end, header);
    if (match == grammar::HeaderMatch::yes) return {position, Gap::Next::interchange};
    if (match == grammar::HeaderMatch::needs_more) return {position, Gap::Next::needs_more};
    ++position;
  }
  return {bytes.size(), at_end ? Gap::Next::end : Gap::Next::needs_more};
}

}  // namespace scrub837
