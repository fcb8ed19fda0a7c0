#include "grammar/specific_codes.hpp"

#include <boost/fusion/include/adapt_struct.hpp>
#include <boost/spirit/home/x3.hpp>

BOOST_FUSION_ADAPT_STRUCT(scrub837::grammar::CodePhrase, words, not_after, not_before)
BOOST_FUSION_ADAPT_STRUCT(scrub837::grammar::CodeWords, codes, from, to, flags, phrases)

namespace scrub837::grammar {
namespace {

namespace x3 = boost::spirit::x3;
using x3::lit;

// clang-format off

auto const digit = x3::char_('0', '9');
auto const token = x3::rule<struct token_tag, std::string>{} = x3::lexeme[+(x3::char_('A', 'Z') | digit)];
auto const date  = x3::rule<struct date_tag, std::string>{}
                 = x3::lexeme[x3::repeat(4)[digit] >> '-' >> x3::repeat(2)[digit] >> '-' >> x3::repeat(2)[digit]]
                 | lit('-') >> x3::attr(std::string());
auto const codes = x3::rule<struct codes_tag, std::vector<std::string>>{} = token % '/';
auto const flag  = x3::rule<struct flag_tag, std::string>{} = x3::lexeme[+x3::char_('a', 'z')];
auto const flags = x3::rule<struct flags_tag, std::vector<std::string>>{} = +flag;
auto const words = x3::rule<struct words_tag, std::vector<std::string>>{} = +token;
auto const other = x3::rule<struct other_tag, std::vector<std::string>>{} = -('[' >> +token >> ']');
auto const behind = x3::rule<struct behind_tag, std::vector<std::string>>{} = -('(' >> +token >> ')');
auto const phrase = x3::rule<struct phrase_tag, CodePhrase>{} = words >> other >> behind;
auto const phrases = x3::rule<struct phrases_tag, std::vector<CodePhrase>>{} = -(phrase % ',');
auto const entry = x3::rule<struct entry_tag, CodeWords>{} = codes >> date >> date >> flags >> phrases;

// clang-format on

}  // namespace

std::vector<CodeWords> parse_specific_codes(std::string_view text, std::size_t& bad_line) {
  std::vector<CodeWords> list;
  bad_line = 0;
  for (std::size_t number = 1; !text.empty(); ++number) {
    auto const end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line = line.substr(0, line.find('#'));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    CodeWords line_words;
    auto const* first = line.data();
    auto const* const last = first + line.size();
    if (!x3::phrase_parse(first, last, entry, x3::space, line_words) || first != last) {
      bad_line = number;
      return {};
    }
    list.push_back(std::move(line_words));
  }
  return list;
}

}  // namespace scrub837::grammar
