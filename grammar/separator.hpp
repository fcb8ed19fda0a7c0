#pragma once

#include <boost/spirit/home/x3.hpp>

namespace scrub837::grammar {

struct separator_tag;

/// The element separator of what is parsed: the byte behind its first id, carried in the context.
struct separator_parser : boost::spirit::x3::parser<separator_parser> {
  using attribute_type = boost::spirit::x3::unused_type;
  static bool const has_attribute = false;

  template <typename Iterator, typename Context, typename RContext, typename Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& context, RContext&, Attribute&) const {
    if (first == last || *first != boost::spirit::x3::get<separator_tag>(context)) return false;
    ++first;
    return true;
  }
};
inline constexpr separator_parser separator{};

/// Parses with `byte` as the element separator. \param first moves behind what was taken
template <typename Rule, typename Attribute>
[[nodiscard]] bool parse_with(Rule const& rule, char byte, char const*& first, char const* last,
                              Attribute& attribute) {
  namespace x3 = boost::spirit::x3;
  return x3::parse(first, last, x3::with<separator_tag>(byte)[rule], attribute);
}

/// Letters and digits of ASCII: never delimiters.
[[nodiscard]] constexpr bool is_letter_or_digit(char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

}  // namespace scrub837::grammar
