#include <algorithm>
#include <array>
#include <string_view>

#include "scrub837/rule.hpp"
#include "src/claim/narrative.hpp"
#include "src/claim/needed_segment.hpp"
#include "src/claim/without_hyphens.hpp"
#include "src/text/ascii.hpp"

namespace scrub837::sit013 {
namespace {

constexpr Doc doc{
    .what =
        "A laboratory test (80000 to 89999, but for those that need no certificate) is billed without the "
        "CLIA number of the laboratory (REF*X4), or a test with modifier 90 without that of the outside "
        "laboratory (REF*F4); or such a number is no CLIA number: two digits, the letter D, seven digits.",
    .why =
        "Medicare and most other payers pay for a test only if the laboratory that did it has a CLIA "
        "certificate for it, and deny the line without the number (277CA A6:544).",
    .fix =
        "Add REF*X4 to the claim, or to the line if the lines were tested in different laboratories. For "
        "modifier 90 add REF*F4 to the line.",
    .bad = "CLM*DEMO-1*30***11:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:80053*30*UN*1***1~DTP*472*D8*20260914~",
    .good =
        "CLM*DEMO-1*30***11:B:1*Y*A*Y*Y~REF*X4*36D0123456~HI*ABK:Z9181~LX*1~SV1*HC:80053*30*UN*1***1~"
        "DTP*472*D8*20260914~",
    .source = "005010X222A1, 2300 and 2400 REF*X4, 2400 REF*F4",
};

bool is_outside_test(LineView const& line) {
  // The code's own separator alone: there is no modifier.
  auto const separators = line.component_marks();
  if ((separators & (separators - 1)) == 0 || line.procedure().empty()) return false;
  for (std::size_t part = 3; part <= 6; ++part) {
    if (line.procedure_part(part) == "90") return true;
  }
  return false;
}

// Tests and consultations that need no certificate, sorted: CMS, codes that are excluded from CLIA edits.
constexpr auto excluded = std::to_array<std::string_view>(
    {"80503", "80504", "80505", "80506", "81050", "82075", "83013", "83014", "83987", "86077", "86078",
     "86079", "86485", "86486", "86490", "86510", "86580", "88720", "88738", "88740", "88741", "89220"});

// The number of the laboratory that bills is not asked of a test that another one did.
bool is_own_test(LineView const& line) {
  constexpr std::size_t length = 5;
  auto const code = line.procedure();
  return code.size() == length && code[0] == '8' && std::ranges::all_of(code, is_digit) &&
         !std::ranges::binary_search(excluded, code) && !is_outside_test(line);
}

// 36D0123456.
bool is_clia_number(std::string_view number) {
  constexpr std::size_t letter = 2;
  constexpr std::size_t length = 10;
  return number.size() == length && number[letter] == 'D' && is_digits(number.substr(0, letter), letter) &&
         is_digits(number.substr(letter + 1), length - letter - 1);
}

void check_numbers(ClaimView const& claim, Reporter& report) {
  if (!claim.has(Kind::REF)) return;
  for (std::uint32_t i = 0; i < claim.segments().size(); ++i) {
    auto const& segment = claim.segments()[i];
    bool const clia = segment.qualifier == pack_tag("X4") || segment.qualifier == pack_tag("F4");
    if (!clia || segment.kind != Kind::REF) continue;
    auto const number = trimmed(claim.segment(i)[2]);
    auto const loop = claim.loop_of(i);
    if (number.empty() || is_clia_number(number) || (loop != LoopId::L2300 && loop != LoopId::L2400))
      continue;
    report.add({i, 2, 0}, claim.line_of(i),
               "This is no CLIA number: it has two digits, the letter D, and seven digits.");
    report.of_kind(ErrorKind::invalid_value);
    report.needs("Correct the CLIA number in the billing system; it is on the laboratory's certificate.");
  }
}

void check(ClaimView const& claim, Reporter& report) {
  check_numbers(claim, report);
  report_needed(claim, {Kind::REF, pack_tag("X4")}, is_own_test,
                "A laboratory test is billed without a CLIA number (REF*X4).", report);
  constexpr NeededSegment outside{Kind::REF, pack_tag("F4")};
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (!line.has_service() || !is_outside_test(line) || has_segment(line, outside)) continue;
    report_missing_in(claim, static_cast<std::int32_t>(i), outside,
                      "Modifier 90 is on the line, but the CLIA number of the outside laboratory (REF*F4) is "
                      "missing.",
                      report.severity(), report);
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT013",
    .name = "clia-number",
    .severity = Severity::warning,
    .snip = 4,
    .kind = ErrorKind::situational_missing,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .precedence = Precedence::situation,
};

}  // namespace scrub837::sit013
