#include <algorithm>

#include "scrub837/rule.hpp"
#include "src/claim/coordination.hpp"

namespace scrub837::sit019 {
namespace {

constexpr Doc doc{
    .what =
        "A prior payer's adjudication is incomplete or contradictory. Error: 2320 AMT*D reports its payment, "
        "but there is no remittance date (DTP*573) in 2330B or in its 2430 loops; or SVD01 is not the id "
        "(2330B NM109) of any other payer on the claim. Warning: adjustments (CAS) or line decisions (2430) "
        "of "
        "the payer are reported without its payment (AMT*D), which is 0 where it paid nothing; the date is "
        "in "
        "both places; an adjustment group (CAS01) is repeated in one loop; or an adjustment amount is zero.",
    .why =
        "The next payer needs the date of the prior payer's remittance and must know which payer adjudicated "
        "each line. Without them, the claim is rejected, or denied for missing primary payer information.",
    .fix =
        "Take the date, the payer id, and the adjustments from the remittance advice (835) and correct them "
        "in the billing system. Report the date in 2430 if the payer adjudicated by line, otherwise in "
        "2330B.",
    .bad =
        "SBR*S*18*******CI~CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~SBR*P*18*******CI~CAS*PR*2*45~"
        "AMT*D*80~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*DEMO0001~NM1*PR*2*FIRST PAYER*****PI*FIRST01~LX*1~"
        "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .good =
        "SBR*S*18*******CI~CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~SBR*P*18*******CI~CAS*PR*2*45~"
        "AMT*D*80~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*DEMO0001~NM1*PR*2*FIRST PAYER*****PI*FIRST01~"
        "DTP*573*D8*20260920~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .source =
        "005010X222A1, 2320 CAS and AMT, 2330B NM109 and DTP, 2430 SVD01, CAS and DTP; X12 RFI 251 (AMT*D)",
};

// The segment that the remittance date belongs behind in 2330B.
std::uint32_t last_before_date(ClaimView const& claim, std::size_t loop) {
  auto last = claim.loops()[loop].first;
  for (auto const index : claim.direct(loop)) {
    auto const kind = claim.segments()[index].kind;
    if (kind == Kind::N3 || kind == Kind::N4) last = index;
  }
  return last;
}

// The guide has five groups (CO, CR, OA, PI, PR); more are no groups.
constexpr std::size_t max_groups = 8;

void check_date(OtherPayer const& payer, Coordination const& coordination, ClaimView const& claim,
                Reporter& report) {
  bool by_line = false;
  bool dated = false;
  for (auto const& decision : coordination.decisions()) {
    if (decision.payer != payer.id) continue;
    by_line = true;
    dated = dated || decision.decided;
  }
  if (dated && payer.decided) {
    report.add_as(
        report.severity_or(Severity::warning), {*payer.decided, 0, 0}, -1,
        "The remittance date (DTP*573) of this payer is in 2330B and in 2430; one of them is enough.");
    report.of_kind(ErrorKind::contradiction);
  }
  // A 2430 must have the date: USE001 reports it where it is missing there.
  // Where a line names no known payer, it may have been this one.
  if (by_line || payer.decided || !coordination.complete()) return;
  report.add_missing(
      {.loop = LoopId::L2330B, .segment = Kind::DTP}, last_before_date(claim, payer.name_loop), -1,
      "This payer's payment is reported (2320 AMT*D), but there is no remittance date (DTP*573) "
      "in 2330B or in 2430.");
}

void check_adjustment(SegmentView cas, std::uint32_t index, std::int32_t line, Reporter& report) {
  for (auto amount = first_adjustment_amount; amount <= last_adjustment_amount; amount += adjustment_size) {
    if (parse_money(cas[amount]) != std::optional<Money>(0)) continue;
    report.add_as(report.severity_or(Severity::warning), {index, amount, 0}, line,
                  "An adjustment amount is zero; leave such an adjustment out.");
    report.of_kind(ErrorKind::invalid_value);
  }
}

void check_adjustments(ClaimView const& claim, std::size_t loop, std::int32_t line, Reporter& report) {
  boost::container::small_vector<std::string_view, 8> groups;
  for (auto const index : claim.direct(loop, Kind::CAS)) {
    auto const cas = claim.segment(index);
    auto const group = cas[1];
    if (!group.empty() && std::ranges::find(groups, group) != groups.end()) {
      report.add_as(report.severity_or(Severity::warning), {index, 1, 0}, line,
                    "This adjustment group (CAS01) is repeated in the loop; one CAS segment has room for six "
                    "adjustments of a group.");
      report.of_kind(ErrorKind::duplicate);
    } else if (groups.size() < max_groups) {
      groups.push_back(group);
    }
    check_adjustment(cas, index, line, report);
  }
}

// A payer that has decided the claim, by line or as a whole, says what it paid. AMT*A8 says that it was not
// billed. Another AMT, or a segment that is unknown, may be the payment: COD001 and ENV009 report those.
void check_payment(OtherPayer const& payer, Coordination const& coordination, ClaimView const& claim,
                   Reporter& report) {
  if (!payer.prior || payer.paid || payer.id.empty() || payer.shares_id) return;
  auto const first = claim.loops()[payer.loop].first;
  auto behind = first;
  for (auto at = first + 1; at < claim.loops()[payer.name_loop].first; ++at) {
    auto const& segment = claim.segments()[at];
    if (segment.kind == Kind::unknown || (segment.kind == Kind::AMT && segment.qualifier != pack_tag("EAF")))
      return;
    if (segment.kind == Kind::CAS) behind = at;
  }
  if (behind == first && std::ranges::count(coordination.decisions(), payer.id, &LineDecision::payer) == 0)
    return;
  report.add_missing_as(report.severity_or(Severity::warning), {.loop = LoopId::L2320, .segment = Kind::AMT},
                        behind, -1,
                        "This payer's adjustments (CAS) or line decisions (2430) are reported, but not its "
                        "payment (2320 AMT*D).");
}

void check_payer(OtherPayer const& payer, Coordination const& coordination, ClaimView const& claim,
                 Reporter& report) {
  check_date(payer, coordination, claim, report);
  check_adjustments(claim, payer.loop, -1, report);
  for (auto const& decision : coordination.decisions()) {
    if (decision.payer == payer.id) check_adjustments(claim, decision.loop, decision.line, report);
  }
}

void check(ClaimView const& claim, Reporter& report) {
  if (!claim.has(Kind::SBR) && !claim.has(Kind::SVD)) return;
  auto const& coordination = coordination_of(claim);
  coordination.for_each_prior(
      [&](OtherPayer const& payer) { check_payer(payer, coordination, claim, report); });
  if (coordination.complete()) {
    for (auto const& payer : coordination.payers()) check_payment(payer, coordination, claim, report);
    return;
  }
  for (auto const& decision : coordination.decisions()) {
    if (coordination.names_payer(decision)) continue;
    report.add({claim.loops()[decision.loop].first, 1, 0}, decision.line,
               "SVD01 is not the id (2330B NM109) of any other payer of this claim.");
    report.of_kind(ErrorKind::contradiction);
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT019",
    .name = "adjustment",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::situational_missing,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .of_segments = {Kind::SBR, Kind::SVD},
    .precedence = Precedence::situation,
};

}  // namespace scrub837::sit019
