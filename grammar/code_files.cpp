#include "grammar/code_files.hpp"

#include <boost/fusion/include/adapt_struct.hpp>
#include <boost/fusion/include/std_pair.hpp>
#include <boost/spirit/home/x3.hpp>
#include <utility>

BOOST_FUSION_ADAPT_STRUCT(scrub837::grammar::OrderLine, code, billable)
BOOST_FUSION_ADAPT_STRUCT(scrub837::grammar::HcpcsRecord, code, type, added, last)

namespace scrub837::grammar {
namespace {

namespace x3 = boost::spirit::x3;
using x3::lit;

// clang-format off

auto const digit   = x3::char_('0', '9');
auto const capital = x3::char_('A', 'Z');
auto const blank   = lit(' ');

auto const icd_code   = x3::rule<struct icd_code_tag, std::string>{}
                      = x3::raw[capital >> digit >> x3::repeat(1, 5)[capital | digit]];
auto const billable   = lit('1') >> x3::attr(true) | lit('0') >> x3::attr(false);
auto const order_line = x3::rule<struct order_line_tag, OrderLine>{}
                      = x3::omit[x3::repeat(5)[digit]] >> blank >> icd_code >> x3::omit[+blank]
                      >> billable >> x3::omit[blank | x3::eoi];

template <unsigned digits>
auto const number = x3::uint_parser<unsigned, 10, digits, digits>{};
auto const eight_digits = x3::uint_parser<std::uint32_t, 10, 8, 8>{};

auto const hcpcs_code = x3::rule<struct hcpcs_code_tag, std::string>{}
                      = x3::raw[capital >> x3::repeat(4)[digit]]
                      | x3::omit[x3::repeat(3)[blank]] >> x3::raw[x3::repeat(2)[capital | digit]];
auto const day_or_blank = eight_digits | x3::omit[x3::repeat(8)[blank]] >> x3::attr(std::uint32_t{0});
// From byte 12 to 268 stand descriptions and prices, in any characters; 277 to 284 is when the last change began.
auto const hcpcs_record = x3::rule<struct hcpcs_record_tag, HcpcsRecord>{}
                        = hcpcs_code >> x3::omit[x3::repeat(5)[digit]] >> x3::char_("3478")
                        >> x3::omit[x3::repeat(257)[x3::char_]] >> day_or_blank >> x3::omit[x3::repeat(8)[x3::char_]]
                        >> day_or_blank;
// A record without dates may lack the blanks at its end.
auto const short_record = x3::rule<struct short_record_tag, HcpcsRecord>{}
                        = hcpcs_code >> x3::omit[x3::repeat(5)[digit]] >> x3::char_("3478")
                        >> x3::attr(std::uint32_t{0}) >> x3::attr(std::uint32_t{0});

auto const time_of_day = x3::omit[*blank >> -(digit >> *x3::char_)];
auto const year = number<4>;
auto const one_or_two = x3::uint_parser<unsigned, 10, 1, 2>{};

x3::symbols<unsigned> const months = [] {
  x3::symbols<unsigned> table;
  unsigned month = 0;
  for (auto const* const name : {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"})
    table.add(name, ++month);
  return table;
}();

// clang-format on

template <typename Parser, typename Value>
bool parsed(std::string_view text, Parser const& parser, Value& value) {
  auto const* first = text.data();
  return x3::parse(first, text.data() + text.size(), parser, value);
}

// The first place in `name` where `parser` fits, with no digit before or behind it.
template <typename Value, typename Parser>
std::optional<Value> find_in(std::string_view name, Parser const& parser) {
  auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (i > 0 && is_digit(name[i - 1]) && is_digit(name[i])) continue;
    Value value{};
    if (parsed(name.substr(i), parser >> !digit, value)) return value;
  }
  return std::nullopt;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (auto& byte : result) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  }
  return result;
}

}  // namespace

std::optional<OrderLine> parse_order_line(std::string_view line) {
  OrderLine result;
  if (!parsed(line, order_line, result)) return std::nullopt;
  return result;
}

std::optional<HcpcsRecord> parse_hcpcs_record(std::string_view line) {
  HcpcsRecord result;
  if (parsed(line, hcpcs_record, result)) return result;
  result = {};
  if (parsed(line, short_record, result)) return result;
  return std::nullopt;
}

std::uint32_t parse_day(std::string_view text) {
  auto const joined = [](unsigned y, unsigned m, unsigned d) -> std::uint32_t {
    constexpr unsigned first_year = 1900, last_year = 2999, months_of_year = 12, longest_month = 31;
    bool const right =
        y >= first_year && y <= last_year && m >= 1 && m <= months_of_year && d >= 1 && d <= longest_month;
    return right ? y * 10'000 + m * 100 + d : 0;
  };
  unsigned y = 0, m = 0, d = 0;
  auto const* first = text.data();
  auto const* const last = first + text.size();
  auto const set = [](unsigned& target) { return [&target](auto& context) { target = x3::_attr(context); }; };
  auto const plain = year[set(y)] >> number<2>[set(m)] >> number<2>[set(d)];
  auto const dashed = year[set(y)] >> '-' >> number<2>[set(m)] >> '-' >> number<2>[set(d)];
  auto const slashed = one_or_two[set(m)] >> '/' >> one_or_two[set(d)] >> '/' >> year[set(y)];
  auto const any =
      *blank >> (plain | dashed | slashed) >> (x3::eoi | blank >> time_of_day | lit('T') >> *x3::char_);
  return x3::parse(first, last, any) ? joined(y, m, d) : 0;
}

NamedEdition parse_edition(std::string_view name) {
  auto const text = lower(name);
  NamedEdition edition;
  if (auto const day = find_in<std::uint32_t>(text, &lit("20") >> eight_digits)) edition.day = *day;
  if (auto const found = find_in<unsigned>(text, &lit("20") >> number<4>)) edition.year = *found;
  for (std::size_t i = 0; i < text.size() && edition.month == 0; ++i) {
    // No letter stands before it: HCPC2026_JUL, icd10cm-order-april-2025.
    if (i > 0 && text[i - 1] >= 'a' && text[i - 1] <= 'z') continue;
    unsigned month = 0;
    if (parsed(std::string_view(text).substr(i), months, month)) edition.month = month;
  }
  using Version = std::pair<unsigned, unsigned>;
  auto const version = number<2> >> x3::omit[-x3::char_("._")] >> number<1>;
  if (auto const found = find_in<Version>(text, version)) {
    edition.version = found->first;
    edition.subversion = found->second;
  }
  return edition;
}

}  // namespace scrub837::grammar
