#include "scrub837/rule.hpp"
#include "src/claim/coordination.hpp"

namespace scrub837::sit007 {
namespace {

constexpr Doc doc{
    .what =
        "The payer sequence (SBR01 of 2000B and of each 2320) is wrong. Error: two payers have the same "
        "code, such as S twice (U, unknown, is allowed twice). Warning: no payer is primary (P), except in "
        "subrogation claims (BHT06 31); or two payers are Medicare Part B (SBR09 MB).",
    .why =
        "Payers adjudicate in this order. A claim with two secondary payers, or without a primary one, is "
        "rejected or denied for coordination of benefits.",
    .fix =
        "Correct the order of the patient's insurances in the billing system. The payer that receives this "
        "claim is in 2000B, each other payer in its own 2320 loop, each with its own SBR01.",
    .bad =
        "SBR*P*18*******CI~CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~SBR*P*18*******CI~OI***Y***Y~"
        "NM1*IL*1*DOE*JANE****MI*DEMO0001~NM1*PR*2*OTHER PAYER*****PI*OTHER01~LX*1~"
        "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .good =
        "SBR*P*18*******CI~CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~SBR*S*18*******CI~OI***Y***Y~"
        "NM1*IL*1*DOE*JANE****MI*DEMO0001~NM1*PR*2*OTHER PAYER*****PI*OTHER01~LX*1~"
        "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .source = "005010X222A1, 2000B and 2320 SBR01, SBR09",
};

// Another code is outside of the list, and could have been any of them.
bool is_order(std::string_view order) {
  constexpr std::string_view orders = "PSTABCDEFGHU";
  return order.size() == 1 && orders.find(order[0]) != std::string_view::npos;
}

// The places that are taken, a bit for each letter. U takes none.
class Places {
 public:
  /// \return whether it was free
  bool take(std::string_view order) {
    if (order.size() != 1 || order[0] < 'A' || order[0] > 'Z' || order == "U") return true;
    auto const bit = 1U << static_cast<unsigned>(order[0] - 'A');
    bool const free = (taken_ & bit) == 0;
    taken_ |= bit;
    return free;
  }

 private:
  std::uint32_t taken_ = 0;
};

void report_without_primary(ClaimView const& claim, std::uint32_t first_other, Reporter& report) {
  constexpr auto* message = "No payer of this claim is primary (SBR01 P).";
  auto const severity = report.severity_or(Severity::warning);
  if (first_other != 0) return report.add_as(severity, {first_other, 1, 0}, -1, message);
  // The loop of the primary payer is missing: it belongs before the lines.
  auto const lines = claim.line_count() == 0 ? claim.segments().size() : claim.line(0).loop().first;
  report.add_missing_as(severity, {.loop = LoopId::L2320, .segment = Kind::SBR},
                        static_cast<std::uint32_t>(lines) - 1, -1, message);
}

void check(ClaimView const& claim, Reporter& report) {
  auto const& above = claim.inherited();
  if (above.payer_order == "P" && !claim.has(Kind::SBR)) return;
  Places places;
  places.take(above.payer_order);
  bool primary = above.payer_order == "P";
  bool complete = above.has_subscriber && is_order(above.payer_order);
  bool part_b = above.claim_filing == "MB";
  bool repeated = false;
  std::uint32_t first_other = 0;
  for (auto const& loop : claim.loops()) {
    if (loop.id != LoopId::L2320) continue;
    auto const sbr = claim.segment(loop.first);
    if (first_other == 0) first_other = loop.first;
    primary = primary || sbr[1] == "P";
    complete = complete && is_order(sbr[1]);
    if (!places.take(sbr[1])) {
      repeated = true;
      report.add({loop.first, 1, 0}, -1,
                 "Two payers on this claim have the same payer responsibility code (SBR01).");
    }
    if (part_b && sbr[9] == "MB") {
      report.add_as(report.severity_or(Severity::warning), {loop.first, 9, 0}, -1,
                    "Two payers of this claim are Medicare Part B (SBR09 MB).");
    }
    part_b = part_b || sbr[9] == "MB";
  }
  // Of two that are alike, one should be it.
  if (!primary && !repeated && complete && above.transaction_type != "31" && !coordination_of(claim).torn())
    report_without_primary(claim, first_other, report);
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT007",
    .name = "payer-order",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::contradiction,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .precedence = Precedence::situation,
};

}  // namespace scrub837::sit007
