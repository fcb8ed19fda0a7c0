#include "src/x12/gap.hpp"

#include <algorithm>
#include <cctype>

#include "grammar/bare_start.hpp"
#include "grammar/isa.hpp"
#include "src/x12/classify.hpp"
#include "src/x12/indexer.hpp"

namespace scrub837 {
namespace {

using grammar::HeaderMatch;

bool is_word_byte(char byte) { return std::isalnum(static_cast<unsigned char>(byte)) != 0; }

// What begins at a place, if it is a segment of a set without an ISA.
struct Bare {
  HeaderMatch match = HeaderMatch::no;
  Delimiters delimiters;
};

// What begins here by its own delimiters, whatever came before it.
Bare bare_by_itself(std::string_view rest, bool at_end) {
  Bare bare;
  bare.match = grammar::parse_bare_start(rest, at_end, bare.delimiters);
  if (bare.match == HeaderMatch::no) bare.match = grammar::parse_bare_claim(rest, at_end, bare.delimiters);
  return bare;
}

// A segment that ends as those of the interchange before it do. If a claim with another terminator is in it,
// the delimiters are those of that claim.
Bare bare_behind(std::string_view rest, bool at_end, Delimiters const& behind) {
  auto const terminator = rest.find(behind.terminator);
  if (terminator == std::string_view::npos && !at_end) return {HeaderMatch::needs_more, {}};
  auto own = bare_by_itself(rest, at_end);
  if (own.match == HeaderMatch::needs_more) return own;
  if (own.match == HeaderMatch::yes) {
    bool const same =
        own.delimiters.element == behind.element && own.delimiters.terminator == behind.terminator;
    return same ? Bare{HeaderMatch::yes, behind} : own;
  }
  auto const segment = rest.substr(0, terminator);
  for (auto at = segment.find_first_of("GSC", 1); at < segment.size();
       at = segment.find_first_of("GSC", at + 1)) {
    if (is_word_byte(segment[at - 1])) continue;
    if (auto inside = bare_by_itself(segment.substr(at), true); inside.match == HeaderMatch::yes)
      return inside;
  }
  return {HeaderMatch::yes, behind};
}

// \param position behind anything but a letter or digit
Bare bare_at(std::string_view bytes, std::size_t position, bool at_end, Delimiters const* behind) {
  auto const rest = bytes.substr(position);
  constexpr std::size_t longest_id = 3;
  if (rest.size() <= longest_id && !at_end) return {HeaderMatch::needs_more, {}};
  if (behind != nullptr) {
    auto const length = std::min(rest.substr(0, longest_id + 1).find(behind->element), rest.size());
    auto const kind = kind_of(rest.substr(0, length));
    auto before = position;
    while (before > 0 && bytes[before - 1] == ' ') --before;
    // Levels and claims are found in the midst of text, too; of the others only what begins like a segment.
    bool const begins =
        before == 0 || is_line_end(bytes[before - 1]) || bytes[before - 1] == behind->terminator;
    bool const claims = kind == Kind::HL || kind == Kind::CLM;
    if (claims || (begins && in_guide(kind))) return bare_behind(rest, at_end, *behind);
    // A trailer may be that of an interchange before the last one.
    if (begins) {
      Bare trailer;
      trailer.match = grammar::parse_bare_trailer(rest, at_end, trailer.delimiters);
      if (trailer.match != HeaderMatch::no) return trailer;
    }
  }
  return bare_by_itself(rest, at_end);
}

}  // namespace

Gap find_interchange(std::string_view bytes, bool at_end, Delimiters const* behind) {
  constexpr std::string_view any_letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZi";
  constexpr std::string_view first_letters = "IiGSC";
  std::size_t position = 0;
  while (position < bytes.size()) {
    position =
        std::min(bytes.find_first_of(behind == nullptr ? first_letters : any_letter, position), bytes.size());
    if (position == bytes.size()) break;
    auto const id = bytes.substr(position, 3);
    if (id == std::string_view("ISA").substr(0, id.size()) ||
        id == std::string_view("isa").substr(0, id.size())) {
      grammar::InterchangeHeader header;
      auto const match = grammar::parse_isa(bytes.substr(position), at_end, header);
      if (match == HeaderMatch::yes) return {position, Gap::Next::interchange};
      if (match == HeaderMatch::needs_more) return {position, Gap::Next::needs_more};
    }
    if (position == 0 || !is_word_byte(bytes[position - 1])) {
      auto const bare = bare_at(bytes, position, at_end, behind);
      if (bare.match == HeaderMatch::yes) return {position, Gap::Next::bare, bare.delimiters};
      if (bare.match == HeaderMatch::needs_more) return {position, Gap::Next::needs_more};
    }
    ++position;
  }
  return {bytes.size(), at_end ? Gap::Next::end : Gap::Next::needs_more};
}

}  // namespace scrub837
