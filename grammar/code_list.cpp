#include "grammar/code_list.hpp"

#include <boost/spirit/home/x3.hpp>

namespace scrub837::grammar {
namespace {

namespace x3 = boost::spirit::x3;

// clang-format off

auto const in_word = x3::char_("0-9A-Za-z");
auto const end     = x3::char_('A', 'Z') | x3::char_('0', '9');
auto const code    = x3::rule<struct code, std::string>{"a procedure code"}
                   = x3::raw[end >> x3::repeat(3)[x3::char_('0', '9')] >> end] >> !in_word;
auto const word    = x3::omit[+in_word - code];
auto const between = x3::omit[x3::char_ - x3::eol - in_word - '#'];
auto const rest    = x3::omit[*(x3::char_ - x3::eol)];

// What is after the codes may name others: SEE 99499.
auto const line    = x3::rule<struct line, std::vector<std::string>>{"a line"}
                   = *(between | word) >> *(code >> *between) >> rest;

// clang-format on

}  // namespace

std::vector<std::string> parse_code_list(std::string_view text) {
  std::vector<std::string> codes;
  auto const* first = text.data();
  auto const* const last = first + text.size();
  while (first != last) {
    x3::parse(first, last, line, codes);
    x3::parse(first, last, x3::eol);
  }
  return codes;
}

}  // namespace scrub837::grammar
