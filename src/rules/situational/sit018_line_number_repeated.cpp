#include <algorithm>
#include <boost/container/small_vector.hpp>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "scrub837/rule.hpp"
#include "src/text/ascii.hpp"

namespace scrub837::sit018 {
namespace {

constexpr Doc doc{
    .what =
        "Two lines of a claim have the same line item control number (REF*6R) or the same line number "
        "(LX01), or LX01 does not number the lines 1, 2, 3.",
    .why =
        "Payers report each line under these numbers. If two lines share one, the payment on the remittance "
        "advice cannot be posted to the right line.",
    .fix = "Give each line its own REF*6R, and number the lines with LX01 from 1 on, in the billing system.",
    .bad =
        "LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~REF*6R*A1~LX*2~SV1*HC:97110*40*UN*1***1~"
        "DTP*472*D8*20260914~REF*6R*A1~",
    .good =
        "LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~REF*6R*A1~LX*2~SV1*HC:97110*40*UN*1***1~"
        "DTP*472*D8*20260914~REF*6R*A2~",
    .source = "005010X222A1, 2400 LX01 and REF*6R",
};

// LX01; nothing if the line has none that can be read, or one that is too long (LEN002).
std::optional<std::uint32_t> number_of(ClaimView const& claim, LineView const& line) {
  if (claim.segments()[line.loop().first].kind != Kind::LX) return std::nullopt;
  // LX*1 to LX*9, nearly always.
  constexpr std::size_t digit_at = 3;
  auto const first = line.first();
  if (first.text().size() == digit_at + 1 && is_digit(first.text()[digit_at]))
    return static_cast<std::uint32_t>(first.text()[digit_at] - '0');
  auto const text = first[1];
  constexpr std::size_t longest = 6;
  if (text.size() > longest) return std::nullopt;
  std::uint32_t number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// The first line whose number is wrong: those behind it often follow from it.
void check_numbers(ClaimView const& claim, Reporter& report) {
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    auto const number = number_of(claim, line);
    if (!number) return;
    if (*number == i + 1) continue;
    bool const repeated = *number >= 1 && *number <= i;
    report.add({line.loop().first, 1, 0}, static_cast<std::int32_t>(i),
               repeated ? "LX01 repeats the number of an earlier line."
                        : "LX01 of this line is not " + std::to_string(i + 1) +
                              "; lines are numbered from 1 without gaps.");
    if (!repeated) report.of_kind(ErrorKind::invalid_value);
    return;
  }
}

struct ControlNumber {
  std::string_view text;
  std::uint32_t segment = 0;
};
constexpr std::size_t usual = 16;
using ControlNumbers = boost::container::small_vector<ControlNumber, usual>;

// Until `use` returns true.
template <typename Use>
bool any_control_number(ClaimView const& claim, Use use) {
  constexpr auto line_item = pack_tag("6R");
  auto const segments = claim.segments();
  for (std::uint32_t i = 0; i < segments.size(); ++i) {
    if (segments[i].qualifier != line_item || segments[i].kind != Kind::REF) continue;
    if (auto const text = claim.segment(i)[2]; !text.empty() && use(ControlNumber{text, i})) return true;
  }
  return false;
}

ControlNumbers control_numbers(ClaimView const& claim) {
  ControlNumbers numbers;
  any_control_number(claim, [&](ControlNumber const& number) {
    numbers.push_back(number);
    return false;
  });
  return numbers;
}

// Usually they count upward.
bool all_ascend(ClaimView const& claim) {
  std::string_view last;
  return !any_control_number(claim, [&](ControlNumber const& number) {
    bool const falls = number.text <= last;
    last = number.text;
    return falls;
  });
}

void check_control_numbers(ClaimView const& claim, Reporter& report) {
  if (all_ascend(claim)) return;
  auto numbers = control_numbers(claim);
  std::ranges::sort(numbers, {},
                    [](ControlNumber const& number) { return std::pair(number.text, number.segment); });
  boost::container::small_vector<std::uint32_t, usual> repeated;
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    // Two on one line are an error of their own.
    if (numbers[i].text == numbers[i - 1].text &&
        claim.line_of(numbers[i].segment) != claim.line_of(numbers[i - 1].segment))
      repeated.push_back(numbers[i].segment);
  }
  std::ranges::sort(repeated);
  for (auto const segment : repeated) {
    report.add({segment, 2, 0}, claim.line_of(segment),
               "The line item control number (REF*6R) is the same as that of an earlier line.");
  }
}

void check(ClaimView const& claim, Reporter& report) {
  check_numbers(claim, report);
  if (claim.line_count() > 1 && claim.has(Kind::REF)) check_control_numbers(claim, report);
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT018",
    .name = "line-number-repeated",
    .severity = Severity::warning,
    .snip = 4,
    .kind = ErrorKind::duplicate,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .precedence = Precedence::situation,
};

}  // namespace scrub837::sit018
