#include "grammar/composite_separator.hpp"

#include <algorithm>
#include <boost/spirit/home/x3.hpp>

#include "grammar/separator.hpp"

namespace scrub837::grammar {
namespace {

namespace x3 = boost::spirit::x3;

// clang-format off
auto const mark     = x3::char_ - x3::alnum - separator - ' ' - x3::eol;
auto const element_ = x3::omit[*(x3::char_ - separator)];
auto const sv101    = x3::omit["SV1" >> separator >> x3::no_case[x3::lit("HC") | "ER" | "IV" | "WK"]] >> mark
                    >> x3::omit[x3::alnum];
auto const hi01     = x3::omit["HI" >> separator >> x3::no_case[x3::lit("ABK") | "BK" | "ABJ" | "APR" | "BP"]] >> mark
                    >> x3::omit[x3::alnum];
auto const clm05    = x3::omit["CLM" >> x3::repeat(4)[separator >> element_] >> separator >> x3::repeat(1, 2)[x3::digit]]
                    >> mark >> x3::omit[x3::no_case['B']];
auto const composite = x3::rule<struct composite_id, char>{"a composite"} = sv101 | hi01 | clm05;
// clang-format on

}  // namespace

std::optional<char> separator_of_composite(std::string_view segment, char element) {
  char const* first = segment.data();
  char found = '\0';
  if (!parse_with(composite, element, first, first + segment.size(), found)) return std::nullopt;
  return found;
}

ComponentUse component_use(std::string_view bytes, bool at_end, Delimiters const& delimiters) {
  auto rest = bytes.substr(0, std::min(bytes.size(), composite_window));
  bool const whole = at_end && rest.size() == bytes.size();
  std::optional<char> other;
  // Claims of other transactions have CLM05 and HI, too.
  bool professional = false;
  auto const result = [&] { return professional ? other : std::nullopt; };
  while (!rest.empty()) {
    auto const stop = rest.find(delimiters.terminator);
    if (stop == std::string_view::npos && !whole) break;
    auto segment = rest.substr(0, stop);
    rest.remove_prefix(std::min(segment.size() + 1, rest.size()));
    segment.remove_prefix(std::min(segment.find_first_not_of(" \t\r\n"), segment.size()));
    if (segment.starts_with("IEA") || segment.starts_with("ISA")) return {result()};
    auto const found = separator_of_composite(segment, delimiters.element);
    if (!found) continue;
    bool const usable =
        *found != delimiters.component && *found != delimiters.repetition && (!other || *other == *found);
    if (!usable) return {};
    other = found;
    professional = professional || segment.starts_with("SV1");
  }
  return {result(), !at_end && bytes.size() < composite_window};
}

}  // namespace scrub837::grammar
