#include <algorithm>
#include <array>

#include "src/claim/without_hyphens.hpp"
#include "src/rules/situational/run_parts.hpp"

namespace scrub837::sit023 {
namespace {

constexpr Doc doc{
    .what =
        "A provider has no NPI (NM109 with XX in NM108). Billing provider (2010AA): error, unless 2010BB has "
        "the payer's own provider number (REF*G2 or REF*LU), as for atypical providers, which have no NPI. "
        "Rendering provider (2310B, 2420A) without such a number: warning.",
    .why =
        "Payers identify health care providers by NPI. A claim without the billing provider's NPI is "
        "rejected; a line without the rendering provider's NPI is often denied.",
    .fix =
        "Type the NPI (ten digits) into the worklist; XX goes into NM108. Correct the provider's record "
        "in the billing system too. A provider that has no NPI needs the payer's provider number (REF*G2 "
        "or REF*LU) in 2010BB.",
    .bad = "NM1*85*2*DEMO HOME CARE~SV1*HC:99213*125*UN*1***1~",
    .good = "NM1*85*2*DEMO HOME CARE*****XX*1234567893~SV1*HC:99213*125*UN*1***1~",
    .source = "005010X222A1, NM108 and NM109 of 2010AA, 2310B and 2420A, REF of 2010BB; 45 CFR 162.406",
    .value = "Type the provider's NPI (ten digits; see npiregistry.cms.hhs.gov) in the column value.",
};

// No id, or the EIN or SSN that 4010 had there. Another qualifier is a code outside the list, and so is that
// of an EIN or SSN beside what has the form of an NPI.
bool lacks_npi(SegmentView name) {
  constexpr std::size_t npi_digits = 10;
  return name[9].empty() || ((name[8] == "24" || name[8] == "34") && !is_digits(name[9], npi_digits));
}

// The number that the payer gave to the billing provider: a REF of 2010BB that is none of the payer's own.
// One with a wrong qualifier may be it, and is a code outside the list.
bool is_payers_number(Segment const& segment) {
  constexpr std::array own{pack_tag("2U"), pack_tag("EI"), pack_tag("FY"), pack_tag("NF")};
  return segment.kind == Kind::REF && std::ranges::find(own, segment.qualifier) == own.end();
}

// Whether the payer (2010BB) of a subscriber level has it.
bool has_payers_number(std::span<Segment const> level) {
  auto const is_payer = [](Segment const& segment) {
    return segment.kind == Kind::NM1 && segment.qualifier == pack_tag("PR");
  };
  auto at = std::ranges::find_if(level, is_payer);
  if (at == level.end()) return false;
  for (++at; at != level.end() && at->kind != Kind::NM1; ++at) {
    if (is_payers_number(*at)) return true;
  }
  return false;
}

void check_billing_provider(SegmentRun const& run, Reporter& report) {
  auto const* const loop = run.find(LoopId::L2010AA);
  if (loop == nullptr || !lacks_npi(run.segment(loop->first))) return;
  // The first subscriber decides; where none is in sight, nothing is known.
  auto const& next = run.next_level;
  if (next.empty() || next.front().qualifier != pack_tag("22") || has_payers_number(next)) return;
  report.add(
      {loop->first, 9, 0}, -1,
      "The billing provider has no NPI (2010AA NM109), and the payer's provider number is not in 2010BB.");
  report.ask_for_value();
}

// A subscriber below a provider whom the payer of another one knows by a number of its own.
void check_subscriber(SegmentRun const& run, Reporter& report) {
  if (run.above == nullptr || !run.above->atypical_provider || has_payers_number(run.segments)) return;
  auto const* const payer = run.find(LoopId::L2010BB);
  if (payer == nullptr) return;
  report.add_missing({.loop = LoopId::L2010BB, .segment = Kind::REF}, payer->last - 1, -1,
                     "The billing provider has no NPI, and the payer's provider number (REF*G2 or REF*LU) is "
                     "not in 2010BB.");
  report.needs("Enter that number, or the provider's NPI, in the billing system, and send the claim again.");
}

void check(SegmentRun const& run, Reporter& report) {
  if (run.outermost() == LoopId::L2000A) check_billing_provider(run, report);
  if (run.outermost() == LoopId::L2000B) check_subscriber(run, report);
}

// The payer's or the state's own number of a provider that needs no NPI.
bool has_number_of_payer(ClaimView const& claim, Loop const& loop) {
  for (auto at = loop.first + 1; at < loop.last; ++at) {
    auto const& segment = claim.segments()[at];
    if (segment.kind == Kind::REF &&
        (segment.qualifier == pack_tag("G2") || segment.qualifier == pack_tag("LU")))
      return true;
  }
  return false;
}

void check_rendering(ClaimView const& claim, Reporter& report) {
  if (!claim.has(Kind::NM1)) return;
  for (auto const& loop : claim.loops()) {
    if (loop.id != LoopId::L2310B && loop.id != LoopId::L2420A) continue;
    if (!lacks_npi(claim.segment(loop.first)) || has_number_of_payer(claim, loop)) continue;
    report.add_as(report.severity_or(Severity::warning), {loop.first, 9, 0}, claim.line_of(loop.first),
                  "The rendering provider has no NPI (NM109).");
    report.ask_for_value();
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT023",
    .name = "npi-missing",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::situational_missing,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = SegmentRunCheck{check},
    .of_segments = {Kind::HL},
    .precedence = Precedence::situation,
    .in_claims = check_rendering,
    .in_claims_of = {Kind::NM1},
};

}  // namespace scrub837::sit023
