#include "scrub837/rule.hpp"

namespace scrub837::bal004 {
namespace {

constexpr Doc doc{
    .what =
        "An amount is negative: the total charge (CLM02), a line charge (SV102), the patient's payment "
        "(AMT*F5), or another payer's payment (AMT*D, SVD02). Adjustments (CAS) may be negative.",
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
    .source = "005010X222A1, 2300 CLM02 and AMT, 2320 AMT, 2400 SV102, 2430 SVD02",
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

void check(ClaimView const& claim, Reporter& report) {
  if (negative(claim.total_text())) report.add({0, 2, 0}, -1, "The total charge (CLM02) is below zero.");
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (negative(line.charge()))
      report.add({line.sv1_index(), 2, 0}, static_cast<std::int32_t>(i),
                 "The line charge (SV102) is below zero.");
  }
  if (!KindSet{Kind::AMT, Kind::SVD}.meets(claim.kinds())) return;
  check_loops(claim, LoopId::L2300, Kind::AMT, "F5",
              "The amount that the patient paid (AMT*F5) is below zero.", report);
  check_loops(claim, LoopId::L2320, Kind::AMT, "D", "The amount that this payer paid (AMT*D) is below zero.",
              report);
  check_loops(claim, LoopId::L2430, Kind::SVD, {},
              "The amount that this payer paid for the line (SVD02) is below zero.", report);
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
