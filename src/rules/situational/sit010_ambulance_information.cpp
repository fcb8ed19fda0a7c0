#include <algorithm>

#include "scrub837/rule.hpp"
#include "src/claim/needed_segment.hpp"

namespace scrub837::sit010 {
namespace {

constexpr Doc doc{
    .what =
        "An ambulance service (A0425 to A0436) is billed without ambulance transport information (CR1). "
        "Warning: it is billed without the pick-up location (2310E, or 2420G of the line) or the drop-off "
        "location (2310F or 2420H).",
    .why =
        "CR1 has the reason for the transport and the miles. The guide requires it for every ambulance "
        "transport; without it the payer rejects the claim. Where the transport began decides what Medicare "
        "pays for it.",
    .fix =
        "Add CR1 to the claim (2300), or to each ambulance line (2400) if the transports differ, and both "
        "addresses to the claim, in the billing system.",
    .bad =
        "CLM*DEMO-1*400***41:B:1*Y*A*Y*Y~HI*ABK:Z9181~NM1*PW*2~N3*1 MAIN ST~N4*RICHMOND*VA*23219~NM1*45*2~"
        "N3*9 HILL ST~N4*RICHMOND*VA*23219~LX*1~SV1*HC:A0429:RH*400*UN*1***1~DTP*472*D8*20260914~",
    .good =
        "CLM*DEMO-1*400***41:B:1*Y*A*Y*Y~CR1****A*DH*12~CRC*07*Y*01~HI*ABK:Z9181~NM1*PW*2~N3*1 MAIN ST~"
        "N4*RICHMOND*VA*23219~NM1*45*2~N3*9 HILL ST~N4*RICHMOND*VA*23219~LX*1~"
        "SV1*HC:A0429:RH*400*UN*1***1~DTP*472*D8*20260914~",
    .source = "005010X222A1, 2300 and 2400 CR1, 2310E, 2310F, 2420G and 2420H NM1",
};

bool bills_ambulance(LineView const& line) {
  auto const code = line.procedure();
  return code.size() == 5 && code >= "A0425" && code <= "A0436";
}

// Whether neither the claim nor one of its lines has the location.
bool lacks_location(ClaimView const& claim, LoopId of_claim, LoopId of_line) {
  return std::ranges::none_of(claim.loops(),
                              [&](Loop const& loop) { return loop.id == of_claim || loop.id == of_line; });
}

bool bills_any_ambulance(ClaimView const& claim) {
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (line.has_service() && bills_ambulance(line)) return true;
  }
  return false;
}

// The last segment before the place of a loop of the claim.
std::uint32_t last_before(ClaimView const& claim, LoopId id) {
  for (auto const& loop : claim.loops()) {
    if (loop.id > id) return loop.first - 1;
  }
  return claim.loops()[0].last - 1;
}

// Once for both: a claim without the one mostly has none.
void check_locations(ClaimView const& claim, Reporter& report) {
  bool const pick_up = lacks_location(claim, LoopId::L2310E, LoopId::L2420G);
  bool const drop_off = lacks_location(claim, LoopId::L2310F, LoopId::L2420H);
  if (!pick_up && !drop_off) return;
  auto const id = pick_up ? LoopId::L2310E : LoopId::L2310F;
  report.add_missing_as(
      report.severity_or(Severity::warning), {.loop = id, .segment = Kind::NM1}, last_before(claim, id), -1,
      pick_up && drop_off
          ? "An ambulance service is billed without the pick-up and drop-off locations (2310E, 2310F)."
      : pick_up ? "An ambulance service is billed without the pick-up location (2310E)."
                : "An ambulance service is billed without the drop-off location (2310F).");
}

void check(ClaimView const& claim, Reporter& report) {
  if (!bills_any_ambulance(claim)) return;
  check_locations(claim, report);
  report_needed(claim, {Kind::CR1}, bills_ambulance,
                "An ambulance service is billed without ambulance transport information (CR1).", report);
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT010",
    .name = "ambulance-information",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::situational_missing,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .precedence = Precedence::situation,
};

}  // namespace scrub837::sit010
