#include <fmt/format.h>

#include "scrub837/rule.hpp"
#include "src/claim/coordination.hpp"

namespace scrub837::bal002 {
namespace {

constexpr Doc doc{
    .what =
        "A prior payer's payment (2320 AMT*D) and adjustments (CAS in 2320 and in its 2430 loops) do not add "
        "up to the total charge (CLM02). If that payer adjudicated every line (2430), AMT*D must also equal "
        "the sum of its line payments (SVD02) less its adjustments in 2320.",
    .why =
        "The next payer pays from these amounts. Receivers add them up and reject a claim that is out of "
        "balance. The usual cause is an adjustment reported twice, for the claim and for the line.",
    .fix =
        "Compare the amounts with that payer's remittance advice (835). Report each adjustment once: in 2430 "
        "if the payer adjudicated by line, otherwise in 2320. Correct it in the billing system.",
    .bad =
        "SBR*S*18*******CI~CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~SBR*P*18*******CI~CAS*PR*2*25~"
        "AMT*D*80~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*DEMO0001~NM1*PR*2*FIRST PAYER*****PI*FIRST01~"
        "DTP*573*D8*20260920~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .good =
        "SBR*S*18*******CI~CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~SBR*P*18*******CI~CAS*PR*2*45~"
        "AMT*D*80~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*DEMO0001~NM1*PR*2*FIRST PAYER*****PI*FIRST01~"
        "DTP*573*D8*20260920~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .source = "005010X222A1, 2320 AMT and CAS, 2430 SVD and CAS; X12 RFI 1294, 2168; SNIP type 3",
};

std::string dollars(Money amount) { return fmt::format("${}", format_cents(to_cents(amount))); }

// What a payer decided line by line.
struct Decided {
  AmountSum paid, adjusted;  // SVD02, CAS
  AmountSum charged;         // SV102 of the lines that it decided
  bool negative = false;     // one of SVD02 is: BAL004
  bool every_line = false;
};

Decided decided_by(OtherPayer const& payer, Coordination const& coordination, ClaimView const& claim) {
  Decided result;
  std::size_t lines = 0;
  std::int32_t last = -1;
  for (auto const& decision : coordination.decisions()) {
    if (decision.payer != payer.id) continue;
    auto const paid = claim.segment(claim.loops()[decision.loop].first)[2];
    result.paid.add(paid);
    result.negative = result.negative || paid.starts_with('-');
    result.adjusted.add(adjustments_in(claim, decision.loop));
    if (decision.line == last) continue;
    ++lines;
    last = decision.line;
    if (last >= 0) result.charged.add(claim.line(static_cast<std::size_t>(last)).charge());
  }
  result.every_line = lines > 0 && lines == claim.line_count();
  return result;
}

// The sum of the lines; a charge that is absent is nothing, as in BAL001.
std::optional<Money> sum_of_charges(ClaimView const& claim) {
  AmountSum sum;
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const charge = claim.line(i).charge();
    if (!charge.empty()) sum.add(charge);
  }
  return sum.total();
}

// Whether what the lines lack is all that the claim lacks: BAL003 reports it at the line.
bool is_of_lines(Decided const& decided, Money lacking) {
  AmountSum explained;
  explained.add(decided.paid);
  explained.add(decided.adjusted);
  auto const charged = decided.charged.total();
  auto const sum = explained.total();
  return charged && sum && *charged - *sum == lacking;
}

void check_payer(OtherPayer const& payer, Coordination const& coordination, ClaimView const& claim,
                 Reporter& report) {
  auto const total = claim.total();
  auto const paid = parse_money(claim.segment(*payer.paid)[2]);
  auto const adjusted = adjustments_in(claim, payer.loop);
  auto const decided = decided_by(payer, coordination, claim);
  AmountSum sum;
  sum.add(paid);
  sum.add(adjusted);
  sum.add(decided.adjusted);
  auto const explained = sum.total();
  if (!total || !is_in_cents(*total) || !explained || *paid < 0 || decided.negative) return;
  Place const place{*payer.paid, 2, 0};
  if (*explained != *total) {
    // What the lines add up to is explained: the total is wrong, and BAL001 reports it.
    if (explained == sum_of_charges(claim) || is_of_lines(decided, *total - *explained)) return;
    report.add(place, -1,
               fmt::format("CLM02 is {}; this payer's payment (AMT*D) and adjustments (CAS) total {}.",
                           dollars(*total), dollars(*explained)));
    return;
  }
  auto const paid_for_lines = decided.paid.total();
  AmountSum whole;
  whole.add(paid);
  whole.add(adjusted);
  auto const claimed = whole.total();
  if (!decided.every_line || !paid_for_lines || !claimed || *claimed == *paid_for_lines) return;
  report.add(
      place, -1,
      fmt::format("This payer's payment (AMT*D) and its adjustments in 2320 total {}; its line payments "
                  "(SVD02) total {}.",
                  dollars(*claimed), dollars(*paid_for_lines)));
}

void check(ClaimView const& claim, Reporter& report) {
  auto const& coordination = coordination_of(claim);
  if (!coordination.complete()) return;
  coordination.for_each_prior(
      [&](OtherPayer const& payer) { check_payer(payer, coordination, claim, report); });
}

}  // namespace

extern constexpr Rule rule{
    .id = "BAL002",
    .name = "cob-claim",
    .severity = Severity::error,
    .snip = 3,
    .kind = ErrorKind::out_of_balance,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .of_segments = {Kind::SBR},
    .release = Release::needs_reason,
};

}  // namespace scrub837::bal002
