#include <fmt/format.h>

#include "scrub837/rule.hpp"
#include "src/claim/coordination.hpp"

namespace scrub837::bal003 {
namespace {

constexpr Doc doc{
    .what =
        "A prior payer adjudicated a line (2430), but its payment (SVD02) and adjustments (CAS) do not add "
        "up to the line charge (SV102). If the payer unbundled the line, all of its 2430 loops for the line "
        "are added together.",
    .why =
        "The next payer pays from these amounts. Receivers add them up for each line and reject a claim that "
        "is out of balance.",
    .fix =
        "Compare the line with that payer's remittance advice (835) and correct SVD02 or the adjustments in "
        "the billing system.",
    .bad =
        "SBR*S*18*******CI~CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~SBR*P*18*******CI~AMT*D*80~"
        "OI***Y***Y~NM1*IL*1*DOE*JANE****MI*DEMO0001~NM1*PR*2*FIRST PAYER*****PI*FIRST01~LX*1~"
        "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~SVD*FIRST01*85*HC:99213**1~CAS*PR*2*45~"
        "DTP*573*D8*20260920~",
    .good =
        "SBR*S*18*******CI~CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~SBR*P*18*******CI~AMT*D*80~"
        "OI***Y***Y~NM1*IL*1*DOE*JANE****MI*DEMO0001~NM1*PR*2*FIRST PAYER*****PI*FIRST01~LX*1~"
        "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~SVD*FIRST01*80*HC:99213**1~CAS*PR*2*45~"
        "DTP*573*D8*20260920~",
    .source = "005010X222A1, 2430 SVD and CAS, 2400 SV102; X12 RFI 1294; SNIP type 3",
};

// What one payer decided about one line.
struct Decided {
  std::int32_t line = -1;
  std::uint32_t first = 0;  // its first SVD
  AmountSum sum;
  bool negative = false;  // a payment is: BAL004
};

void close_line(Decided const& decided, ClaimView const& claim, Reporter& report) {
  if (decided.line < 0) return;
  auto const charge = claim.line(static_cast<std::size_t>(decided.line)).amount();
  auto const sum = decided.sum.total();
  if (!charge || !is_in_cents(*charge) || *charge < 0 || !sum || decided.negative || *charge == *sum) return;
  report.add(
      {decided.first, 2, 0}, decided.line,
      fmt::format("SV102 is ${}; this payer's payment (SVD02) and adjustments (CAS) for the line total ${}.",
                  format_cents(to_cents(*charge)), format_cents(to_cents(*sum))));
}

void check_payer(OtherPayer const& payer, Coordination const& coordination, ClaimView const& claim,
                 Reporter& report) {
  Decided open;
  for (auto const& decision : coordination.decisions()) {
    if (decision.payer != payer.id) continue;
    auto const svd = claim.loops()[decision.loop].first;
    if (decision.line != open.line) {
      close_line(open, claim, report);
      open = {.line = decision.line, .first = svd, .sum = {}, .negative = false};
    }
    auto const paid = claim.segment(svd)[2];
    open.sum.add(paid);
    open.negative = open.negative || paid.starts_with('-');
    open.sum.add(adjustments_in(claim, decision.loop));
  }
  close_line(open, claim, report);
}

void check(ClaimView const& claim, Reporter& report) {
  auto const& coordination = coordination_of(claim);
  if (!coordination.complete()) return;
  coordination.for_each_prior(
      [&](OtherPayer const& payer) { check_payer(payer, coordination, claim, report); });
}

}  // namespace

extern constexpr Rule rule{
    .id = "BAL003",
    .name = "cob-line",
    .severity = Severity::error,
    .snip = 3,
    .kind = ErrorKind::out_of_balance,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .of_segments = {Kind::SVD},
    .release = Release::needs_reason,
};

}  // namespace scrub837::bal003
