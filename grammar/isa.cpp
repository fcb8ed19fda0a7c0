#include "grammar/isa.hpp"

#include <algorithm>
#include <boost/spirit/home/x3.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "grammar/bare_start.hpp"
#include "grammar/separator.hpp"

namespace scrub837::grammar {
namespace {

namespace x3 = boost::spirit::x3;

// clang-format off
auto const isa_id       = x3::no_case["ISA"] >> *(x3::lit(' ') - separator);

// What no ISA runs over: a segment of a group, of a claim or of what is above it.
auto const next_segment_id = x3::lit("GS") | "ST" | "BHT" | "HL" | "NM1" | "SBR" | "CLM" | "REF" | "HI" | "LX" | "SV1" | "DTP";
auto const other_segment = (x3::char_ - x3::alnum - separator - ' ') >> *x3::space >> next_segment_id >> separator;
auto const isa_element  = x3::rule<struct isa_element_id, std::string>{"an ISA element, before any other segment"}
                        = *(x3::char_ - separator - other_segment);
auto const isa_rule     = x3::rule<struct isa_id_, std::vector<std::string>>{"ISA by its sixteen separators"}
                        = isa_id >> x3::repeat(15)[separator >> isa_element] >> separator;

// What may be after an ISA, and what is before that: ISA16 and the terminator, with ISA15 where the
// separator between them is lost, and with blanks and line ends.
auto const next_segment = (x3::lit("GS") | "TA1" | "ST" | "IEA") >> separator;
auto const isa_end      = x3::rule<struct isa_end_id, std::string>{"the end of an ISA"}
                        = x3::repeat(0, 2)[x3::alnum] >> +(x3::char_ - x3::alnum - separator) >> &next_segment;

auto const isa_by_next  = x3::rule<struct isa_by_next_id, std::vector<std::string>>{"ISA by what follows it"}
                        = isa_id >> x3::repeat(10, 20)[separator >> !isa_end >> isa_element] >> separator;
// clang-format on

constexpr std::string_view id = "ISA";
constexpr std::string_view lower_id = "isa";
constexpr std::size_t least_size = 4;
constexpr std::size_t isa_element_count = 16;

bool is_line_end(char byte) { return byte == '\r' || byte == '\n'; }

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

// ISA16 and the terminator as found. `component` is NUL where ISA16 is missing.
struct End {
  char component = '\0';
  char terminator = '~';
};

void set_delimiters(InterchangeHeader& header, char element, End end) {
  auto const usable = [&](char byte) {
    return !is_letter_or_digit(byte) && byte != ' ' && byte != element && byte != end.terminator;
  };
  // Where an element is missing or surplus, ISA11 is the only one of a single sign.
  auto const is_sign = [](std::string const& text) {
    return text.size() == 1 && !is_letter_or_digit(text[0]);
  };
  auto const* const sign = header.count == 16
                               ? &header.elements[11]
                               : std::find_if(&header.elements[9], &header.elements[14], is_sign);
  auto const repetition = sign->size() == 1 ? (*sign)[0] : '\0';
  header.delimiters = {.element = element,
                       .component = usable(end.component) ? end.component : '\0',
                       .repetition = usable(repetition) && repetition != end.component ? repetition : '\0',
                       .terminator = end.terminator};
}

// All bytes that an ISA may take, and its element separator.
struct Source {
  std::string_view have;
  char element = '*';
};

// Whether `byte` ends the line that follows this one: then it is the terminator, not the line end. Another
// ISA ends with its ISA16, which says nothing of it.
bool ends_next_line(std::string_view rest, char byte) {
  rest.remove_prefix(std::min(rest.find_first_not_of("\r\n"), rest.size()));
  if (rest.starts_with(id) || rest.starts_with(lower_id)) return false;
  auto const end = rest.find_first_of("\r\n");
  return end != std::string_view::npos && end > 0 && rest[end - 1] == byte;
}

// Nearly every ISA is as wide as the guide has it, and needs no grammar: each element is where it has to.
// \return false if it is not, or if something in it asks for a closer look
bool read_by_width(Source const& source, InterchangeHeader& header) {
  constexpr std::array<std::size_t, 17> begins{0,  4,  7,  18, 21, 32,  35,  51, 54,
                                               70, 77, 82, 84, 90, 100, 102, 104};
  constexpr std::size_t stop = 105;
  if (source.have.size() <= stop || !source.have.starts_with("ISA")) return false;
  auto const text = source.have.substr(0, stop + 1);
  for (std::size_t number = 1; number < begins.size(); ++number) {
    if (text[begins[number] - 1] != source.element) return false;
  }
  char const terminator = text[stop];
  if (is_letter_or_digit(terminator) || is_line_end(terminator) || terminator == ' ') return false;
  std::size_t separators = 0;
  for (char const byte : text) {
    if (is_line_end(byte)) return false;
    separators += byte == source.element ? 1U : 0U;
  }
  if (separators != begins.size() - 1) return false;
  for (std::size_t number = 1; number < begins.size(); ++number) {
    auto const end = number + 1 < begins.size() ? begins[number + 1] - 1 : stop;
    header.elements[number].assign(text.substr(begins[number], end - begins[number]));
  }
  if (!plausible(header.elements)) return false;
  header.stop = stop;
  header.count = 16;
  header.folded = false;
  header.terminated = true;
  header.component_in_use.reset();
  header.regular = true;
  set_delimiters(header, source.element, {text[104], terminator});
  return true;
}

HeaderMatch parse_by_count(Source const& source, InterchangeHeader& header) {
  std::vector<std::string> elements;
  char const* first = source.have.data();
  char const* const last = first + source.have.size();
  if (!parse_with(isa_rule, source.element, first, last, elements)) return HeaderMatch::no;

  // ISA16 is one byte, and the terminator is the next one; a fold may be before either.
  header = {};
  header.folded = std::any_of(source.have.data(), first, is_line_end);
  // A line end may itself be the component separator: it is a fold if two separators follow.
  auto const* const behind = std::find_if_not(first, last, is_line_end);
  auto const separates = [&](char byte) {
    return !is_letter_or_digit(byte) && !is_line_end(byte) && byte != source.element;
  };
  if (behind != first && last - behind >= 2 && separates(behind[0]) && separates(behind[1]))
    header.folded = true;
  if (header.folded) first = behind;
  if (first == last) return HeaderMatch::no;
  char const component = *first++;
  // A blank is never the terminator: the byte behind it is.
  first = std::find_if_not(first, last, [](char byte) { return byte == ' '; });

  for (std::size_t i = 0; i < 15; ++i) header.elements[i + 1] = without_line_ends(std::move(elements[i]));
  header.elements[16] = std::string(1, component);
  if (!plausible(header.elements)) return HeaderMatch::no;
  header.terminated = first != last;
  char const terminator = header.terminated ? *first : '~';
  if (is_letter_or_digit(terminator) || terminator == source.element) return HeaderMatch::no;
  if (is_line_end(terminator) && ends_next_line({first, last}, component)) return HeaderMatch::no;
  bool const ends_before = std::any_of(header.elements.begin(), header.elements.begin() + 16,
                                       [&](auto const& text) { return text.find(terminator) != text.npos; });
  if (ends_before) return HeaderMatch::no;
  header.stop = static_cast<std::size_t>(first - source.have.data());
  set_delimiters(header, source.element, {component, terminator});
  return HeaderMatch::yes;
}

// `tail` is what isa_end took. \return its ISA15, if that is there, and what ends the ISA
std::pair<std::string, End> read_tail(std::string_view tail, std::size_t& terminator_at) {
  auto const letters =
      static_cast<std::size_t>(std::find_if_not(tail.begin(), tail.end(), is_letter_or_digit) - tail.begin());
  std::vector<std::size_t> marks;  // what may be ISA16 or the terminator
  for (auto i = letters; i < tail.size(); ++i) {
    if (tail[i] != ' ' && !is_line_end(tail[i])) marks.push_back(i);
  }
  auto const line_end = tail.find_first_of("\r\n", letters);
  if (marks.empty()) {
    terminator_at = std::min(line_end, tail.size() - 1);
    return {std::string(tail.substr(0, letters)), {'\0', tail[terminator_at]}};
  }
  // `:` alone before a line end is ISA16, and the line end the terminator.
  bool const line_end_ends = marks.size() == 1 && letters == 0 && line_end != std::string_view::npos &&
                             line_end > marks[0] && tail[marks[0]] != '~';
  if (marks.size() == 1 && !line_end_ends) {
    terminator_at = marks[0];
    return {std::string(tail.substr(0, letters)), {'\0', tail[terminator_at]}};
  }
  terminator_at = line_end_ends ? line_end : marks[1];
  return {std::string(tail.substr(0, letters)), {tail[marks[0]], tail[terminator_at]}};
}

HeaderMatch parse_by_next(Source const& source, InterchangeHeader& header) {
  std::vector<std::string> elements;
  char const* first = source.have.data();
  char const* const last = first + source.have.size();
  if (!parse_with(isa_by_next, source.element, first, last, elements)) return HeaderMatch::no;
  std::string tail;
  auto const* const tail_begin = first;
  if (!parse_with(isa_end, source.element, first, last, tail)) return HeaderMatch::no;

  std::size_t terminator_at = 0;
  auto [last_element, end] = read_tail(tail, terminator_at);
  if (end.terminator == ' ' || end.terminator == source.element) return HeaderMatch::no;
  bool const ends_before =
      std::any_of(elements.begin(), elements.end(), [&, terminator = end.terminator](auto const& text) {
        return !is_line_end(terminator) && text.find(terminator) != text.npos;
      });
  if (ends_before) return HeaderMatch::no;
  if (!last_element.empty()) elements.push_back(std::move(last_element));
  header = {};
  header.stop = static_cast<std::size_t>(tail_begin - source.have.data()) + terminator_at;
  header.folded = std::any_of(source.have.data(), source.have.data() + header.stop, is_line_end);
  // An element behind ISA16 is one too many, though nothing is in it.
  bool const surplus = end.component == '\0' && elements.size() >= isa_element_count;
  if (surplus && elements.size() == isa_element_count && elements.back().size() == 1) {
    end.component = elements.back()[0];
    elements.pop_back();
  }
  header.count = elements.size() + (end.component == '\0' ? 0 : 1) + (surplus ? 1 : 0);
  // Which one is missing or surplus can't be told; those at both ends are surely where they belong.
  constexpr std::size_t from_front = 8;
  constexpr std::size_t from_back = 7;
  for (std::size_t i = 0; i < std::min(from_front, elements.size()); ++i)
    header.elements[i + 1] = without_line_ends(elements[i]);
  for (std::size_t i = 0; i < std::min(from_back, elements.size()); ++i)
    header.elements[15 - i] = without_line_ends(elements[elements.size() - 1 - i]);
  if (end.component != '\0') header.elements[16] = std::string(1, end.component);
  set_delimiters(header, source.element, end);
  return HeaderMatch::yes;
}

}  // namespace

HeaderMatch parse_isa(std::string_view bytes, bool at_end, InterchangeHeader& header) {
  auto const have = bytes.substr(0, std::min(bytes.size(), longest_isa));
  bool const complete = at_end || bytes.size() >= longest_isa;
  auto const begins = [&](std::string_view name) { return name.starts_with(have.substr(0, name.size())); };
  auto const upper = begins(id);
  if (!upper && !begins(lower_id)) return HeaderMatch::no;
  if (have.size() < least_size) return complete ? HeaderMatch::no : HeaderMatch::needs_more;
  if (is_letter_or_digit(have[3]) || is_line_end(have[3])) return HeaderMatch::no;

  // The id itself may be padded ("ISA *00 *…"): then the separator is the first byte that is not a blank.
  auto const at = std::min(have.find_first_not_of(' ', 3), have.size() - 1);
  char const element = is_letter_or_digit(have[at]) || is_line_end(have[at]) ? have[3] : have[at];
  Source const source{have, element};
  if (read_by_width(source, header)) {
    header.lower_case = false;
    return HeaderMatch::yes;
  }
  // What another ISA is depends on all that may be in it, and on what follows.
  if (!complete) return HeaderMatch::needs_more;
  auto match = parse_by_count(source, header);
  if (match == HeaderMatch::no) match = parse_by_next(source, header);
  header.lower_case = !upper;
  // One of regular width is what it says; another that runs over a claim is none.
  constexpr std::size_t regular_stop = 105;
  if (match == HeaderMatch::yes && header.stop != regular_stop &&
      could_hold_claims(have.substr(0, header.stop)))
    return HeaderMatch::no;
  if (match != HeaderMatch::yes || upper) return match;
  // In lower case it may be a word: what follows has to be what follows an ISA.
  char const* first = have.data() + std::min(header.stop + 1, have.size());
  char const* const last = have.data() + have.size();
  x3::unused_type nothing;
  if (parse_with(*x3::space >> x3::no_case[next_segment], element, first, last, nothing))
    return HeaderMatch::yes;
  return HeaderMatch::no;
}

}  // namespace scrub837::grammar
