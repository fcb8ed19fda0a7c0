#include "src/x12/indexer.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace scrub837 {
namespace {

// What is no longer than this hides no ISA of 106 bytes.
constexpr std::size_t ordinary_segment = 105;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::size_t find_byte(std::string_view bytes, char byte, std::size_t from) {
  if (from >= bytes.size()) return bytes.size();
  auto const* hit = static_cast<char const*>(std::memchr(bytes.data() + from, byte, bytes.size() - from));
  return hit == nullptr ? bytes.size() : static_cast<std::size_t>(hit - bytes.data());
}

// The next line end of either kind, found once and not again for each segment before it.
class LineEnds {
 public:
  LineEnds(std::string_view bytes, char terminator) : bytes_(bytes), terminator_(terminator) {}

  bool within(std::size_t begin, std::size_t end) {
    return reaches('\n', feed_, begin, end) || reaches('\r', carriage_, begin, end);
  }

 private:
  bool reaches(char byte, std::size_t& next, std::size_t begin, std::size_t end) const {
    if (byte == terminator_) return false;
    if (next < begin || next == npos) next = find_byte(bytes_, byte, begin);
    return next < end;
  }
  static constexpr auto npos = std::string_view::npos;
  std::string_view bytes_;
  char terminator_;
  std::size_t feed_ = npos;
  std::size_t carriage_ = npos;
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
  for (auto at = bytes.find("ISA", begin); at < end; at = bytes.find("ISA", at + 1)) {
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
  auto const data_at = find_byte(bytes, delimiters.element, length_at) + 1;
  std::size_t length = 0;
  auto const* last = bytes.data() + std::min(data_at - 1, bytes.size());
  auto const* first = bytes.data() + std::min(length_at, bytes.size());
  auto const [end, error] = std::from_chars(first, last, length);
  if (error != std::errc{} || end != last || first == last) return 0;
  return data_at + length;
}

void unfold(Block& block, Segment& segment, std::string& clean) {
  clean.clear();
  for (auto i = segment.begin; i < segment.stop; ++i) {
    if (!is_line_end(block.bytes[i])) clean.push_back(block.bytes[i]);
  }
  segment.begin = static_cast<std::uint32_t>(block.bytes.size());
  block.bytes.append(clean);
  segment.end = static_cast<std::uint32_t>(block.bytes.size());
  segment.folded = true;
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

Indexed index_segments(Block& block, std::size_t from, Delimiters delimiters, bool at_end,
                       std::vector<Segment>& segments) {
  auto const size = block.data_size;
  LineEnds line_ends(block.data(), delimiters.terminator);
  std::vector<std::size_t> folded;
  Indexed result{from};

  while (result.next < size) {
    auto const bytes = block.data();
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

    auto stop = find_byte(bytes, delimiters.terminator, lead.end);
    bool binary = false;
    if (bytes[lead.end] == 'B' && bytes.substr(lead.end, 3) == "BIN") {
      auto const announced = end_of_binary(bytes, lead.end, delimiters);
      if (announced > size && !at_end && announced - lead.end < 64U << 20U) break;
      if (announced > stop && announced < size && bytes[announced] == delimiters.terminator) {
        stop = announced;
        binary = true;
      }
    }
    // Only a segment that is strange anyway is searched: a long one, one without end, one with line ends in
    // it.
    bool cut = false;
    bool const strange = stop == size
                             ? at_end || stop - lead.end > ordinary_segment
                             : stop - lead.end > ordinary_segment || line_ends.within(lead.end, stop);
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
    } else {
      ++raw_end;
      while (raw_end < size && is_line_end(bytes[raw_end])) ++raw_end;
      // A line end split over two blocks belongs to this segment still.
      if (raw_end == size && !at_end) break;
    }
    segment.stop = segment.end = static_cast<std::uint32_t>(stop);
    segment.raw_end = static_cast<std::uint32_t>(raw_end);
    if (line_ends.within(segment.begin, segment.end)) {
      folded.push_back(segments.size());
    } else {
      classify(block.text(segment), delimiters, segment);
    }
    segments.push_back(segment);
    result.next = raw_end;
    if (!folded.empty() && folded.back() + 1 == segments.size()) {
      // The id of a folded segment may itself be folded; look at it before going on.
      auto& token = segments.back();
      std::string clean;
      for (auto i = token.begin; i < token.end; ++i) {
        if (!is_line_end(bytes[i])) clean.push_back(bytes[i]);
      }
      classify(clean, delimiters, token);
    }
    if (segments.back().kind == Kind::IEA) {
      result.stop = IndexStop::trailer;
      break;
    }
  }

  // Copies are made last: they move the block's bytes.
  std::string clean;
  for (auto const index : folded) unfold(block, segments[index], clean);
  if (result.stop == IndexStop::needs_more && at_end) result.stop = IndexStop::end;
  return result;
}

Gap find_interchange(Block const& block, std::size_t from, bool at_end, bool at_start) {
  auto const bytes = block.data();
  if (at_start) {
    auto start = from;
    while (start < bytes.size() && (is_padding(bytes[start]) || bytes.substr(start, 3) == byte_order_mark)) {
      start += is_padding(bytes[start]) ? 1 : 3;
    }
    Delimiters delimiters;
    auto const match = grammar::parse_bare_start(bytes.substr(start), at_end, delimiters);
    if (match == grammar::HeaderMatch::yes) return {start, Gap::Next::bare};
    if (match == grammar::HeaderMatch::needs_more && bytes.size() - from < 4096) {
      return {from, Gap::Next::needs_more};
    }
  }
  auto position = from;
  while (position < bytes.size()) {
    position = find_byte(bytes, 'I', position);
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
