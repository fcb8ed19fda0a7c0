#include "grammar/bare_start.hpp"

#include <algorithm>
#include <boost/spirit/home/x3.hpp>

#include "grammar/separator.hpp"

namespace scrub837::grammar {
namespace {

namespace x3 = boost::spirit::x3;

// clang-format off

// An id, known first elements, and the byte that ends the segment.
auto const word         = +(x3::alnum | x3::char_(' ') | x3::char_('.') | x3::char_('-'));
auto const bare_st      = x3::lit("ST") >> separator >> "837" >> separator >> word >> -(separator >> word);
auto const bare_gs      = x3::lit("GS") >> separator >> "HC" >> x3::repeat(6)[separator >> word] >> -(separator >> -word);
auto const bare_trailer = (x3::lit("SE") | "GE" | "IEA") >> separator >> +x3::digit >> separator >> +x3::alnum;

// A claim ends where one of the segments begins that may follow it.
auto const follower     = ( x3::lit("DTP") | "PWK" | "CN1" | "AMT" | "REF" | "K3" | "NTE" | "CR1" | "CR2" | "CRC" | "HI"
                          | "HCP" | "NM1" | "SBR" | "LX" | "SV1" | "CLM" | "HL" | "SE" | "GE" | "IEA" | "ISA" ) >> separator;
auto const clm_end      = (x3::char_ - x3::alnum - separator) >> *x3::space >> follower;
auto const clm_element  = *(x3::char_ - separator - clm_end);
auto const bare_clm     = x3::lit("CLM") >> separator >> clm_element >> x3::repeat(3, 20)[separator >> clm_element];
// Of words and numbers between blanks, what goes on as a claim does: CLM02, and CLM05 with facility code B.
auto const blank_clm    = x3::lit(' ') >> +x3::graph >> ' ' >> +(x3::digit | '.') >> "   " >> x3::repeat(1, 2)[x3::alnum]
                        >> x3::punct >> 'B' >> x3::punct >> x3::alnum;
// clang-format on

// Delimiters by the separator and the byte that ends the segment; the others as nearly all files have them.
HeaderMatch guess(Delimiters& delimiters, char element, char terminator) {
  delimiters = {.element = element, .component = ':', .repetition = '^', .terminator = terminator};
  if (element == ':' || terminator == ':') delimiters.component = '\0';
  if (element == '^' || terminator == '^') delimiters.repetition = '\0';
  bool const sound = terminator != element && terminator != ' ' && !is_letter_or_digit(terminator);
  return sound ? HeaderMatch::yes : HeaderMatch::no;
}

}  // namespace

HeaderMatch parse_bare_start(std::string_view bytes, bool at_end, Delimiters& delimiters) {
  auto const have = bytes.substr(0, std::min<std::size_t>(bytes.size(), longest_isa));
  auto const wanting = at_end || have.size() == longest_isa ? HeaderMatch::no : HeaderMatch::needs_more;
  if (have.size() < 3) return wanting;
  if (is_letter_or_digit(have[2]) || have[2] == '\r' || have[2] == ' ') return HeaderMatch::no;
  bool const set = have.starts_with("ST");
  if (!set && !have.starts_with("GS")) return HeaderMatch::no;

  char const* first = have.data();
  char const* const last = have.data() + have.size();
  x3::unused_type nothing;
  if (!(set ? parse_with(bare_st, have[2], first, last, nothing)
            : parse_with(bare_gs, have[2], first, last, nothing))) {
    return wanting;
  }
  if (first == last) return wanting;
  return guess(delimiters, have[2], *first);
}

HeaderMatch parse_bare_trailer(std::string_view bytes, bool at_end, Delimiters& delimiters) {
  constexpr std::size_t longest = 40;
  auto const have = bytes.substr(0, std::min(bytes.size(), longest));
  auto const wanting = at_end || have.size() == longest ? HeaderMatch::no : HeaderMatch::needs_more;
  auto const id = have.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  if (id == std::string_view::npos) return have.size() < 4 ? wanting : HeaderMatch::no;
  char const element = have[id];
  if ((id != 2 && id != 3) || is_letter_or_digit(element) || element == ' ' || element == '\r')
    return HeaderMatch::no;
  char const* first = have.data();
  char const* const last = first + have.size();
  x3::unused_type nothing;
  if (!parse_with(bare_trailer, element, first, last, nothing) || first == last) return wanting;
  return guess(delimiters, element, *first);
}

HeaderMatch parse_bare_claim(std::string_view bytes, bool at_end, Delimiters& delimiters) {
  auto const have = bytes.substr(0, std::min<std::size_t>(bytes.size(), longest_isa));
  bool const complete = at_end || have.size() == longest_isa;
  auto const wanting = complete ? HeaderMatch::no : HeaderMatch::needs_more;
  constexpr std::string_view id = "CLM";
  if (!have.starts_with(id)) return HeaderMatch::no;
  if (have.size() <= id.size()) return wanting;
  char const element = have[id.size()];
  if (is_letter_or_digit(element) || element == '\r' || element == ' ') return HeaderMatch::no;

  // Where it ends shows only when all of it is there.
  if (!complete) return HeaderMatch::needs_more;

  char const* first = have.data();
  char const* const last = have.data() + have.size();
  x3::unused_type nothing;
  if (!parse_with(bare_clm, element, first, last, nothing)) return HeaderMatch::no;
  if (first != last) return guess(delimiters, element, *first);
  // Nothing follows that shows where it ends; the last sign may.
  auto const end = have.find_last_not_of(" \t\r\n");
  if (!is_letter_or_digit(have[end]) && have[end] != element) return guess(delimiters, element, have[end]);
  return guess(delimiters, element, element == '~' ? '\n' : '~');
}

bool could_hold_claims(std::string_view text) {
  constexpr std::string_view id = "CLM";
  for (auto at = text.find(id); at != text.npos; at = text.find(id, at + 1)) {
    auto const part_at = [&](std::size_t position) {
      return position < text.size() && is_letter_or_digit(text[position]);
    };
    auto const mark = at + id.size();
    if (mark < text.size() && text[mark] != ' ' && !part_at(mark) && part_at(mark + 1)) return true;
    if (x3::parse(text.begin() + static_cast<std::ptrdiff_t>(mark), text.end(), blank_clm)) return true;
  }
  return false;
}

}  // namespace scrub837::grammar
