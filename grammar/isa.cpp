#include "grammar/isa.hpp"

#include <algorithm>
#include <boost/spirit/home/x3.hpp>
#include <vector>

namespace scrub837::grammar {
namespace {

namespace x3 = boost::spirit::x3;

struct separator_tag;

// The element separator is whatever stands behind "ISA"; the context carries it through the rule.
struct separator_parser : x3::parser<separator_parser> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  template <typename Iterator, typename Context, typename RContext, typename Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& context, RContext&, Attribute&) const {
    if (first == last || *first != x3::get<separator_tag>(context)) return false;
    ++first;
    return true;
  }
};
constexpr separator_parser separator{};

// clang-format off
auto const isa_element  = x3::rule<struct isa_element_id, std::string>{"an ISA element"}
                        = *(x3::char_ - separator);
auto const isa_rule     = x3::rule<struct isa_id, std::vector<std::string>>{"ISA"}
                        = "ISA" >> *(x3::lit(' ') - separator) >> x3::repeat(15)[separator >> isa_element] >> separator;

// A set or group without its ISA: an id, known first elements, and the byte that ends the segment.
auto const word         = +(x3::alnum | x3::char_(' ') | x3::char_('.') | x3::char_('-'));
auto const bare_st      = x3::lit("ST") >> separator >> "837" >> separator >> word >> -(separator >> word);
auto const bare_gs      = x3::lit("GS") >> separator >> "HC" >> x3::repeat(6)[separator >> word] >> -(separator >> -word);
// clang-format on

bool is_alnum(char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

bool is_line_end(char byte) { return byte == '\r' || byte == '\n'; }

template <typename Rule, typename Attribute>
bool parse_with(Rule const& rule, char separator_byte, char const*& first, char const* last,
                Attribute& attribute) {
  return x3::parse(first, last, x3::with<separator_tag>(separator_byte)[rule], attribute);
}

std::string without_line_ends(std::string text) {
  std::erase_if(text, is_line_end);
  return text;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return text;
}

// Sixteen separators also stand in prose; what makes an ISA is that its fixed codes look like codes.
bool plausible(std::array<std::string, 17> const& isa) {
  auto const at_most = [&](std::size_t number, std::size_t width) {
    return trimmed(isa[number]).size() <= width;
  };
  auto const digits = [](std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  for (std::size_t number : {1U, 3U, 5U, 7U}) {
    if (!at_most(number, 2)) return false;
  }
  return at_most(2, 40) && at_most(4, 40) && at_most(6, 40) && at_most(8, 40) && at_most(9, 8) &&
         at_most(10, 8) && at_most(11, 1) && at_most(12, 5) && digits(trimmed(isa[12])) && at_most(13, 20) &&
         at_most(14, 2) && at_most(15, 2);
}

}  // namespace

HeaderMatch parse_isa(std::string_view bytes, bool at_end, InterchangeHeader& header) {
  constexpr std::string_view id = "ISA";
  auto const have = bytes.substr(0, std::min(bytes.size(), longest_isa));
  bool const complete = at_end || bytes.size() >= longest_isa;
  auto const wanting = complete ? HeaderMatch::no : HeaderMatch::needs_more;
  if (have.size() < 4) return id.starts_with(have.substr(0, 3)) ? wanting : HeaderMatch::no;
  if (!have.starts_with(id) || is_alnum(have[3]) || is_line_end(have[3])) return HeaderMatch::no;

  // The id itself may be padded ("ISA *00 *…"): then the separator is the first byte that is no blank.
  auto const at = std::min(have.find_first_not_of(' ', 3), have.size() - 1);
  char const element = is_alnum(have[at]) || is_line_end(have[at]) ? have[3] : have[at];

  std::vector<std::string> elements;
  char const* first = have.data();
  char const* const last = have.data() + have.size();
  if (!parse_with(isa_rule, element, first, last, elements)) return wanting;

  // ISA16 is one byte, and the terminator is the next one; a fold may stand before either.
  header = {};
  header.folded = std::any_of(have.data(), first, is_line_end);
  // A line end may itself be the component separator: it is a fold if two separators follow.
  auto const* const behind = std::find_if_not(first, last, is_line_end);
  if (behind != first && last - behind < 2 && !complete) return HeaderMatch::needs_more;
  auto const separates = [&](char byte) { return !is_alnum(byte) && !is_line_end(byte) && byte != element; };
  if (behind != first && last - behind >= 2 && separates(behind[0]) && separates(behind[1]))
    header.folded = true;
  if (header.folded) first = behind;
  if (first == last) return wanting;
  char const component = *first++;
  if (first == last && !complete) return HeaderMatch::needs_more;

  for (std::size_t i = 0; i < 15; ++i) header.elements[i + 1] = without_line_ends(std::move(elements[i]));
  header.elements[16] = std::string(1, component);
  if (!plausible(header.elements)) return HeaderMatch::no;

  header.terminated = first != last;
  char const terminator = header.terminated ? *first : '~';
  if (is_alnum(terminator) || terminator == element) return HeaderMatch::no;
  header.stop = static_cast<std::size_t>(first - have.data());
  auto const usable = [&](char byte) {
    return !is_alnum(byte) && byte != ' ' && byte != element && byte != terminator;
  };
  auto const repetition = header.elements[11].size() == 1 ? header.elements[11][0] : '\0';
  header.delimiters = {.element = element,
                       .component = usable(component) ? component : '\0',
                       .repetition = usable(repetition) && repetition != component ? repetition : '\0',
                       .terminator = terminator};
  return HeaderMatch::yes;
}

HeaderMatch parse_bare_start(std::string_view bytes, bool at_end, Delimiters& delimiters) {
  auto const have = bytes.substr(0, std::min<std::size_t>(bytes.size(), longest_isa));
  auto const wanting = at_end || have.size() == longest_isa ? HeaderMatch::no : HeaderMatch::needs_more;
  if (have.size() < 3) return wanting;
  if (is_alnum(have[2]) || is_line_end(have[2]) || have[2] == ' ') return HeaderMatch::no;
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
  delimiters = {.element = have[2], .component = ':', .repetition = '^', .terminator = *first};
  if (delimiters.element == ':' || delimiters.terminator == ':') delimiters.component = '\0';
  if (delimiters.element == '^' || delimiters.terminator == '^') delimiters.repetition = '\0';
  return delimiters.terminator == delimiters.element ? HeaderMatch::no : HeaderMatch::yes;
}

}  // namespace scrub837::grammar
