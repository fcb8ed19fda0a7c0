#include "grammar/guide_file.hpp"

#include <boost/fusion/include/adapt_struct.hpp>
#include <boost/spirit/home/x3.hpp>

// clang-format off
BOOST_FUSION_ADAPT_STRUCT(scrub837::grammar::guide_file::Heading, name, narrowed, title)
BOOST_FUSION_ADAPT_STRUCT(scrub837::grammar::guide_file::Codes, name, codes)
BOOST_FUSION_ADAPT_STRUCT(scrub837::grammar::guide_file::OutsideList, name, kind, file)
BOOST_FUSION_ADAPT_STRUCT(scrub837::grammar::guide_file::ElementNames, first, last, component)
BOOST_FUSION_ADAPT_STRUCT(scrub837::grammar::guide_file::ElementForm, names, type, min, max, decimals, repeats, format,
                          title)
BOOST_FUSION_ADAPT_STRUCT(scrub837::grammar::guide_file::SegmentForm, id, title, notes, elements)
BOOST_FUSION_ADAPT_STRUCT(scrub837::grammar::guide_file::Use, first, last, usage, codes, list)
BOOST_FUSION_ADAPT_STRUCT(scrub837::grammar::guide_file::ElementUse, use, components)
BOOST_FUSION_ADAPT_STRUCT(scrub837::grammar::guide_file::Content, name, elements)
BOOST_FUSION_ADAPT_STRUCT(scrub837::grammar::guide_file::Loop, name, parent, usage, repeat, position, title)
BOOST_FUSION_ADAPT_STRUCT(scrub837::grammar::guide_file::Qualifier, element, codes)
BOOST_FUSION_ADAPT_STRUCT(scrub837::grammar::guide_file::SegmentUse, loop, segment, qualifiers, usage, repeat,
                          position, content, title, narrowed)
// clang-format on

namespace scrub837::grammar {
namespace {

namespace x3 = boost::spirit::x3;
using namespace guide_file;

// clang-format off

// A statement is a line; it goes on in the lines below that are indented. `#` begins a comment.
auto const to_line_end = *(x3::char_ - x3::eol);
auto const comment     = '#' >> to_line_end;
auto const skipped     = x3::blank | comment | (x3::eol >> &(+x3::blank >> !(x3::eol | x3::eoi)));

// ---- words

template <typename Parser>
auto word(Parser const& parser) { return x3::lexeme[x3::raw[parser]]; }
template <typename Parser>
auto part(Parser const& parser) { return x3::raw[parser]; }
auto const nothing = x3::attr(Word{});

auto const letter   = x3::char_("A-Za-z0-9");
auto const name     = x3::rule<struct guide_name, Word>{"a name"}
                    = word(letter >> *(letter | x3::char_("-_.")));
auto const path     = x3::rule<struct guide_path, Word>{"the name of a file"}
                    = word(+(letter | x3::char_("-_./")));
auto const code     = x3::rule<struct guide_code, Word>{"a code"}
                    = word(+x3::char_("A-Z0-9_"));
auto const number   = x3::rule<struct guide_number, unsigned>{"a number"}
                    = x3::uint_;
auto const words    = x3::rule<struct guide_words, Word>{"a title"}
                    = part(+(x3::char_ - '"' - x3::eol));
auto const quote    = x3::rule<struct guide_quote>{"a closing quotation mark"}
                    = x3::lit('"');
auto const title    = x3::rule<struct guide_title, Word>{"a title in quotation marks"}
                    = x3::lexeme['"' > words > quote];
auto const usage    = x3::rule<struct guide_usage, Word>{"R, S or N"}
                    = word(x3::char_("RSN") >> !letter);
auto const repeat   = x3::rule<struct guide_repeat, Word>{"a number or *"}
                    = word((+x3::digit | '*') >> !letter);
auto const position = x3::rule<struct guide_position, unsigned>{"a position"}
                    = '@' > number;
auto const end      = x3::rule<struct guide_end>{"the end of the line"}
                    = x3::eol | x3::eoi;
template <typename Parser>
auto keyword(Parser const& text) { return x3::lexeme[x3::lit(text) >> !(letter | '-')]; }

// ---- headings and lists

auto const heading = x3::rule<struct guide_heading, Heading>{"heading"}
                   = keyword("guide") > name > ((keyword("narrows") > name) | nothing) > (title | nothing);
auto const some_codes = x3::rule<struct guide_some_codes, std::vector<Word>>{"a code"}
                      = +code;
auto const codes   = x3::rule<struct guide_codes, Codes>{"codes"}
                   = keyword("codes") > name > some_codes;
auto const kind    = x3::rule<struct guide_list_kind, Word>{"file, form or loaded"}
                   = word(x3::lit("file") | "form" | "loaded");
auto const list    = x3::rule<struct guide_list, OutsideList>{"list"}
                   = keyword("list") > name > kind > (path | nothing);

// ---- what segments are made of

auto const element_id = x3::rule<struct guide_element_id, Word>{"an element, as N403"}
                      = part(+x3::char_("A-Z0-9"));
auto const elements   = x3::rule<struct guide_element_names, ElementNames>{"an element, as N403"}
                      = x3::lexeme[element_id >> ((".." > element_id) | nothing) >> (('-' > number) | x3::attr(0U))];
auto const type       = x3::rule<struct guide_type, Word>{"AN, ID, N0, R, DT, TM or composite"}
                      = word((x3::lit("AN") | "ID" | "N0" | "R" | "DT" | "TM" | "composite") >> !letter);
auto const most       = x3::rule<struct guide_most, unsigned>{"the greatest length"}
                      = x3::lexeme['-' > number] | x3::attr(0U);
auto const decimals   = x3::rule<struct guide_decimals, Word>{"a digit"}
                      = part(x3::digit);
auto const written_as = x3::rule<struct guide_written_as, Word>{"an element, as DTP02"}
                      = word(+x3::char_("A-Z0-9"));
auto const form       = x3::rule<struct guide_form, ElementForm>{"an element with its type"}
                      = elements > type > (x3::uint_ | x3::attr(0U)) > most
                        > (x3::lexeme['.' > decimals] | nothing) > (x3::lexeme['x' > number] | x3::attr(0U))
                        > ((keyword("as") > written_as) | nothing) > (title | nothing);
auto const forms      = x3::rule<struct guide_forms, std::vector<ElementForm>>{"an element with its type"}
                      = +form;
auto const note       = x3::rule<struct guide_note, Word>{"a syntax note"}
                      = word(x3::char_("PRECL") >> +x3::digit);
auto const notes      = x3::rule<struct guide_notes, std::vector<Word>>{"a syntax note, as P0203"}
                      = +note;
auto const segment_id = x3::rule<struct guide_segment_id, Word>{"a segment"}
                      = word(+x3::char_("A-Z0-9"));
auto const segment    = x3::rule<struct guide_segment, SegmentForm>{"segment"}
                      = keyword("segment") > segment_id > (title | nothing)
                        > ((':' > notes) | x3::attr(std::vector<Word>{})) > forms;

// ---- how loops use them

auto const two_digits = x3::rule<struct guide_two_digits, Word>{"two digits"}
                      = part(x3::repeat(2)[x3::digit]);
auto const used       = x3::rule<struct guide_used, Word>{"R, S or N"}
                      = part(x3::char_("RSN")) >> !letter;
auto const inner_codes = x3::rule<struct guide_inner_codes, Word>{"codes, as EI/SY"}
                      = part(+x3::char_("A-Z0-9_/"));
auto const list_name  = x3::rule<struct guide_list_name, Word>{"the name of a list"}
                      = part(letter >> *(letter | x3::char_('-')));
auto const use        = x3::rule<struct guide_use, Use>{"an element and its usage, as 02S"}
                      = x3::lexeme[(two_digits >> ((".." > two_digits) | nothing)) > used
                                   > (('=' > inner_codes) | nothing) > ((':' > list_name) | nothing)];
auto const uses       = x3::rule<struct guide_uses, std::vector<Use>>{"a component and its usage, as 02S"}
                      = +use;
auto const closed     = x3::rule<struct guide_closed>{"a closing parenthesis"}
                      = x3::lit(')');
auto const components = x3::rule<struct guide_components, std::vector<Use>>{"components"}
                      = ('(' > uses > closed) | x3::attr(std::vector<Use>{});
auto const element    = x3::rule<struct guide_element, ElementUse>{"an element and its usage, as 02S"}
                      = use >> components;
auto const elements_used = x3::rule<struct guide_elements_used, std::vector<ElementUse>>{"an element and its usage, as 02S"}
                      = +element;
auto const content    = x3::rule<struct guide_content, Content>{"content"}
                      = keyword("content") > name > elements_used;

auto const loop       = x3::rule<struct guide_loop, Loop>{"loop"}
                      = keyword("loop") > name > ((keyword("in") > name) | nothing) > usage > repeat
                        > (position | x3::attr(0U)) > (title | nothing);

auto const qualifier  = x3::rule<struct guide_qualifier, Qualifier>{"a qualifier, as REF01=EI"}
                      = x3::lexeme[part(+x3::char_("A-Z0-9") >> -('-' >> +x3::digit)) >> '='
                                   >> part(+x3::char_("A-Z0-9_/"))];
auto const row        = x3::rule<struct guide_row, SegmentUse>{"a segment of a loop"}
                      = (name >> word(+x3::char_("A-Z0-9")))
                        > (qualifier % ';' | x3::attr(std::vector<Qualifier>{}))
                        > (usage | nothing) > (repeat | nothing) > (position | x3::attr(0U))
                        > (name | nothing) > (title | nothing)
                        > ((':' > elements_used) | x3::attr(std::vector<ElementUse>{}));

auto const statement  = x3::rule<struct guide_statement, Statement>{"a statement"}
                      = heading | codes | list | segment | content | loop | row;
auto const file       = x3::rule<struct guide_rule, File>{"guide"}
                      = *x3::eol >> *(!x3::eoi >> statement > end > *x3::eol);

// clang-format on

}  // namespace

std::optional<GuideFault> parse_guide(std::string_view text, File& statements) {
  auto const* first = text.data();
  auto const* const last = first + text.size();
  try {
    x3::phrase_parse(first, last, file, skipped, statements);
  } catch (x3::expectation_failure<char const*> const& failure) {
    return GuideFault{failure.where(), "expected " + failure.which()};
  }
  if (first != last) return GuideFault{first, "no statement begins here"};
  return std::nullopt;
}

}  // namespace scrub837::grammar
