#include "src/x12/indexer.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "grammar/bare_start.hpp"
#include "src/x12/classify.hpp"
#include "src/x12/unfold.hpp"

namespace scrub837 {
namespace {

// What is no longer than this hides no ISA of 106 bytes.
constexpr std::size_t ordinary_segment = 105;

// Bytes of the average segment, rather too few.
constexpr std::size_t usual_segment = 20;

// Data that a segment announces beyond this is a mistake in its length.
constexpr std::size_t largest_binary = std::size_t{1} << 40U;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Line ends and most of what else is padding.
[[nodiscard]] constexpr bool may_be_padding(char byte) { return static_cast<unsigned char>(byte) <= '\r'; }

struct Lead {
  std::size_t end = 0;
  bool marked = false;  // something other than line ends is there
};

// Blanks, marks and empty segments before a segment id.
Lead skip_lead(std::string_view bytes, std::size_t from, Delimiters delimiters) {
  Lead lead{from};
  while (lead.end < bytes.size()) {
    char const byte = bytes[lead.end];
    if (byte >= 'A' && byte <= 'Z') break;
    if (byte == delimiters.terminator || (is_padding(byte) && byte != delimiters.element)) {
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

// An ISA that is in the middle of a segment: the interchange before it lost its end, and the next one may
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

// Claims that end their segments otherwise, in the midst of a segment: it is itself the first of theirs, and
// the interchange before it lost its end. \return at `end` if there are none
Hidden find_hidden_claim(std::string_view bytes, std::size_t begin, std::size_t end, bool at_end,
                         Delimiters delimiters) {
  auto const searched = bytes.substr(0, end);
  for (auto at = searched.find("CLM", begin + 1); at < end; at = searched.find("CLM", at + 1)) {
    if (std::isalnum(static_cast<unsigned char>(bytes[at - 1])) != 0) continue;
    Delimiters own;
    auto const match = grammar::parse_bare_claim(bytes.substr(at), at_end, own);
    if (match == grammar::HeaderMatch::needs_more) return {begin, true};
    if (match == grammar::HeaderMatch::yes && own.element == delimiters.element &&
        own.terminator != delimiters.terminator)
      return {begin, false};
  }
  return {end, false};
}

// BIN and BDS say how long their data is, since it may hold the terminator (BIN01; BDS02).
// \return one past the data; 0 if it is neither of them, or its length cannot be read
std::size_t end_of_binary(std::string_view bytes, std::size_t begin, Delimiters delimiters) {
  auto const id = bytes.substr(begin, 4);
  bool const bin = id.starts_with("BIN");
  if ((!bin && !id.starts_with("BDS")) || id.size() < 4 || id[3] != delimiters.element) return 0;
  auto length_at = begin + 4;
  if (!bin) length_at = std::min(bytes.find(delimiters.element, length_at), bytes.size()) + 1;
  auto const data_at = std::min(bytes.find(delimiters.element, length_at), bytes.size()) + 1;
  std::size_t length = 0;
  auto const* last = bytes.data() + std::min(data_at - 1, bytes.size());
  auto const* first = bytes.data() + std::min(length_at, bytes.size());
  auto const [end, error] = std::from_chars(first, last, length);
  if (error != std::errc{} || end != last || first == last || length > largest_binary) return 0;
  return data_at + length;
}

}  // namespace

// One walk over the bytes of an interchange, segment by segment.
class Indexer::Walk {
 public:
  Walk(std::string_view bytes, Delimiters delimiters, LineEnds line_ends, bool at_end,
       DelimiterIndex const& marks, std::uint64_t readable)
      : bytes_(bytes),
        delimiters_(delimiters),
        line_ends_(line_ends),
        at_end_(at_end),
        marks_(&marks),
        readable_(at_end ? bytes.size() : readable) {}

  Indexed run(Tokens& tokens) {
    Indexed result;
    while (true) {
      result.next = take_usual(result.next, tokens);
      if (result.next == bytes_.size()) break;
      Segment segment;
      auto const step = take(result.next, segment);
      if (step == Step::interchange) result.stop = IndexStop::interchange;
      if (step != Step::segment) break;
      tokens.add(segment);
      result.next = segment.raw_end;
      if (segment.kind != Kind::IEA) continue;
      result.stop = IndexStop::trailer;
      break;
    }
    if (result.stop == IndexStop::needs_more && at_end_) result.stop = IndexStop::end;
    return result;
  }

 private:
  enum class Step : std::uint8_t { segment, interchange, needs_more };

  // Takes what nearly all segments are: a known id without anything before it, not long, no line end inside.
  // Everything that the loop needs lies at hand; it runs for every segment of a file.
  // \return where the first begins that is not, or not surely, a usual one
  std::size_t take_usual(std::size_t from, Tokens& tokens) const {
    auto const* const bytes = bytes_.data();
    auto const slack_from = bytes_.size() - std::min(bytes_.size(), slack);
    DelimiterIndex::Bits const separators = marks_->separators();
    DelimiterIndex::Bits const line_ends = marks_->line_ends();
    bool const look_for_line_ends = marks_->stray_line_ends();
    DelimiterIndex::Terminators terminators(*marks_, from);
    Tokens::Adder add(tokens);
    while (true) {
      auto const stop = terminators.next();
      auto const length = stop - from;
      if (length >= DelimiterIndex::sure_bits || stop >= slack_from) return from;
      auto const inside = (std::uint64_t{1} << length) - 1;
      if (look_for_line_ends && (line_ends.from(from) & inside) != 0) return from;
      auto next = stop + 1;
      if (may_be_padding(bytes[next])) {
        if (bytes[next] == '\r') ++next;
        if (bytes[next] == '\n') ++next;
        if (may_be_padding(bytes[next])) return from;
      }
      auto& segment = add.next();
      if (!classify_usual({bytes + from, length}, separators.from(from) & inside, segment)) return from;
      segment.raw_begin = segment.begin = static_cast<std::uint32_t>(from);
      segment.end = static_cast<std::uint32_t>(stop);
      segment.raw_end = static_cast<std::uint32_t>(next);
      segment.folded = segment.indented = segment.unterminated = false;
      add(segment.kind);
      from = next;
    }
  }

  // The segment that begins at `from`, with what is before its id.
  Step take(std::size_t from, Segment& segment) const {
    auto const size = bytes_.size();
    auto const lead = skip_lead(bytes_, from, delimiters_);
    if (lead.end == size) return Step::needs_more;
    auto const begin = lead.end;
    if (auto const id = bytes_.substr(begin, 3); id == "ISA" || id == "isa") {
      grammar::InterchangeHeader header;
      auto const match = grammar::parse_isa(bytes_.substr(begin), at_end_, header);
      if (match == grammar::HeaderMatch::needs_more) return Step::needs_more;
      if (match == grammar::HeaderMatch::yes) return Step::interchange;
    }

    auto stop = marks_->terminator(begin);
    // Its data is opaque, whatever it looks like, even if its length points into the midst of something.
    auto const announced = bytes_[begin] == 'B' ? end_of_binary(bytes_, begin, delimiters_) : 0;
    bool const binary = announced != 0 && announced <= readable_;
    if (binary && announced > size) return Step::needs_more;
    if (binary) stop = announced == size ? size : marks_->terminator(announced);
    bool folded = !binary && marks_->has_line_end(begin, stop);
    // Only a segment that is strange anyway is searched: a long one, one without end, one with line ends in
    // it.
    bool cut = false;
    bool const strange =
        stop - begin > ordinary_segment || (stop == size && at_end_) || (stop != size && folded);
    if (!binary && strange) {
      auto const hidden = find_hidden_isa(bytes_, begin, stop, at_end_);
      if (hidden.needs_more) return Step::needs_more;
      cut = hidden.at < stop;
      stop = hidden.at;
      auto const claim = find_hidden_claim(bytes_, begin, stop, at_end_, delimiters_);
      if (claim.needs_more) return Step::needs_more;
      if (claim.at < stop) return Step::interchange;
    }
    if (stop == size && !at_end_) return Step::needs_more;

    auto raw_end = stop;
    if (cut || stop == size) {
      segment.unterminated = true;
      while (stop > begin && is_padding(bytes_[stop - 1])) --stop;
      folded = !binary && marks_->has_line_end(begin, stop);
    } else {
      ++raw_end;
      while (raw_end < size && is_line_end(bytes_[raw_end])) ++raw_end;
      // A line end split over two blocks belongs to this segment still.
      if (raw_end == size && !at_end_) return Step::needs_more;
    }
    segment.raw_begin = static_cast<std::uint32_t>(from);
    segment.begin = static_cast<std::uint32_t>(begin);
    segment.end = static_cast<std::uint32_t>(stop);
    segment.raw_end = static_cast<std::uint32_t>(raw_end);
    segment.indented = lead.marked;
    segment.folded = folded;
    name(segment);
    return Step::segment;
  }

  // The id of a folded segment may itself be folded.
  void name(Segment& segment) const {
    auto const text = bytes_.substr(segment.begin, segment.end - segment.begin);
    if (!segment.folded) return classify(text, delimiters_, segment);
    bool const ends_line = is_line_end(bytes_[segment.raw_end - 1]);
    classify(unfolded(text, delimiters_, line_ends_, ends_line), delimiters_, segment);
  }

  static constexpr std::size_t slack = classify_slack + 4;  // that many bytes are after a usual segment

  std::string_view bytes_;
  Delimiters delimiters_;
  LineEnds line_ends_;
  bool at_end_;
  DelimiterIndex const* marks_;
  std::uint64_t readable_;
};

Indexed Indexer::index(std::string_view bytes, Delimiters delimiters, LineEnds line_ends, bool at_end,
                       Tokens& tokens, std::uint64_t readable) {
  tokens.clear();
  tokens.reserve(bytes.size() / usual_segment);
  marks_.mark(bytes, delimiters);
  return Walk(bytes, delimiters, line_ends, at_end, marks_, readable).run(tokens);
}

}  // namespace scrub837
