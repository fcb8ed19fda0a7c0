#include "grammar/letter_template.hpp"

#include <algorithm>
#include <boost/spirit/home/x3.hpp>
#include <utility>

namespace scrub837::grammar {
namespace {

namespace x3 = boost::spirit::x3;
using What = TemplatePart::What;

using Piece = std::pair<What, std::string>;

auto const keep = [](What what) {
  return [what](auto& context) {
    auto const found = x3::_attr(context);
    x3::_val(context) = Piece{what, std::string(found.begin(), found.end())};
  };
};

// clang-format off
auto const blank     = x3::omit[*x3::space];
auto const letter    = x3::char_('a', 'z') | x3::char_('A', 'Z') | x3::char_('0', '9') | x3::char_('_');
auto const name      = x3::raw[+letter];
auto const end       = blank >> "}}";

auto const begin_if  = "{{" >> blank >> "#if" >> x3::omit[+x3::space] >> name >> end;
auto const otherwise = x3::raw["{{" >> blank >> "else" >> end];
auto const end_if    = x3::raw["{{" >> blank >> "/if" >> end];
auto const value     = "{{" >> blank >> name >> end;
auto const malformed = x3::raw["{{"];
auto const text      = x3::raw[+(x3::char_ - "{{")];

auto const piece     = x3::rule<struct letter_piece, Piece>{"a piece"}
                     = begin_if[keep(What::begin_if)]
                     | otherwise[keep(What::otherwise)]
                     | end_if[keep(What::end_if)]
                     | value[keep(What::value)]
                     | malformed[keep(What::malformed)]
                     | text[keep(What::text)];
// clang-format on

}  // namespace

std::vector<TemplatePart> parse_letter_template(std::string_view text_of_it) {
  std::vector<TemplatePart> parts;
  auto const* first = text_of_it.data();
  auto const* const last = first + text_of_it.size();
  std::size_t line = 1;
  while (first != last) {
    auto const* const begin = first;
    Piece found;
    x3::parse(first, last, piece, found);
    parts.push_back({found.first, std::move(found.second), line});
    line += static_cast<std::size_t>(std::count(begin, first, '\n'));
  }
  return parts;
}

}  // namespace scrub837::grammar
