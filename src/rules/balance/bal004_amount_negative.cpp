#include <algorithm>
#include <array>

#include "scrub837/rule.hpp"

namespace scrub837::bal004 {
namespace {

constexpr Doc doc{
    .what =
        "An amount is negative: the total charge (CLM02), a line charge (SV102), the patient's payment "
        "(AMT*F5), or another payer's payment (AMT*D, SVD02). Warning: another amount of a "
        "line (tax, postage, PS102, SV504, SV505) or a quantity (CTP04, QTY02, SVD05, SV503, CR102, CR106) "
        "is. "
        "Adjustments (CAS) may be negative.",
    .why =
        "Receivers reject negative charges and payments. To take back a charge, send a replacement or a void "
        "of the claim (CLM05-3 is 7 or 8) with positive amounts.",
    .fix = "Correct the amount in the billing system.",
    .bad =
        "CLM*DEMO-1*-125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*-125*UN*1***1~"
        "DTP*472*D8*20260914~",
    .good =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~"
        "DTP*472*D8*20260914~",
    .source =
        "005010X222A1, 2300 CLM02 and AMT, 2320 AMT, 2400 SV102, 2430 SVD02; CR1, 2400 AMT, PS1, QTY and "
        "SV5, 2410 CTP04, 2430 SVD05",
};

bool negative(std::string_view text) { return text.starts_with('-') && parse_money(text).value_or(0) < 0; }

// The amounts that are AMT*`qualifier` or SVD, in the loops of an id.
void check_loops(ClaimView const& claim, LoopId id, Kind kind, std::string_view qualifier,
                 std::string_view message, Reporter& report) {
  for (std::size_t loop = 0; loop < claim.loops().size(); ++loop) {
    if (claim.loops()[loop].id != id) continue;
    for (auto const index : claim.direct(loop, kind)) {
      auto const segment = claim.segment(index);
      if ((qualifier.empty() || segment[1] == qualifier) && negative(segment[2]))
        report.add({index, 2, 0}, claim.line_of(index), std::string(message));
    }
  }
}

// What can't be less than nothing either, though the guide doesn't say what a receiver does with it.
struct Counted {
  Kind kind;
  std::uint8_t element;
};
constexpr std::array counted{
    Counted{Kind::AMT, 2}, Counted{Kind::CTP, 4}, Counted{Kind::QTY, 2}, Counted{Kind::SVD, 5},
    Counted{Kind::SV5, 3}, Counted{Kind::SV5, 4}, Counted{Kind::SV5, 5}, Counted{Kind::PS1, 2},
    Counted{Kind::CR1, 2}, Counted{Kind::CR1, 6},
};

constexpr KindSet kinds_counted = [] {
  KindSet kinds;
  for (auto const& one : counted) kinds.add(one.kind);
  return kinds;
}();

void check_counted(ClaimView const& claim, Reporter& report) {
  for (std::uint32_t i = 0; i < claim.segments().size(); ++i) {
    auto const& segment = claim.segments()[i];
    if (segment.kind == Kind::AMT && segment.qualifier != pack_tag("T") &&
        segment.qualifier != pack_tag("F4"))
      continue;
    for (auto const& one : counted) {
      if (segment.kind == one.kind && negative(claim.segment(i)[one.element]))
        report.add_as(report.severity_or(Severity::warning), {i, one.element, 0}, claim.line_of(i),
                      "This amount or quantity is below zero.");
    }
  }
}

void check(ClaimView const& claim, Reporter& report) {
  if (negative(claim.total_text())) report.add({0, 2, 0}, -1, "The total charge (CLM02) is below zero.");
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (negative(line.charge()))
      report.add({line.sv1_index(), 2, 0}, static_cast<std::int32_t>(i),
                 "The line charge (SV102) is below zero.");
  }
  if (!kinds_counted.meets(claim.kinds())) return;
  check_loops(claim, LoopId::L2300, Kind::AMT, "F5",
              "The amount that the patient paid (AMT*F5) is below zero.", report);
  check_loops(claim, LoopId::L2320, Kind::AMT, "D", "The amount that this payer paid (AMT*D) is below zero.",
              report);
  check_loops(claim, LoopId::L2430, Kind::SVD, {},
              "The amount that this payer paid for the line (SVD02) is below zero.", report);
  check_counted(claim, report);
}

}  // namespace

extern constexpr Rule rule{
    .id = "BAL004",
    .name = "amount-negative",
    .severity = Severity::error,
    .snip = 3,
    .kind = ErrorKind::invalid_value,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .release = Release::needs_reason,
};

}  // namespace scrub837::bal004
