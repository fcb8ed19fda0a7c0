#include <algorithm>
#include <optional>
#include <span>

#include "scrub837/rule.hpp"
#include "src/claim/needed_segment.hpp"

namespace scrub837::sit016 {
namespace {

constexpr Doc doc{
    .what =
        "A referral number (REF*9F) without a referring provider (NM1*DN or NM1*P3), a referring or ordering "
        "provider (DN, P3, DK) without an NPI, or two referring providers of one kind: the second, who "
        "referred the patient first, is P3.",
    .why =
        "The payer looks for the referral under the provider who made it, and denies services that need an "
        "order or a referral if the NPI is missing.",
    .fix = "Add the referring provider (2310A, or 2420F for one line) and the NPI (NM108 XX, NM109).",
    .bad =
        "CLM*DEMO-1*125***11:B:1*Y*A*Y*Y~HI*ABK:Z9181~NM1*DN*1*ROE*ANN~LX*1~SV1*HC:99213*125*UN*1***1~"
        "DTP*472*D8*20260914~",
    .good =
        "CLM*DEMO-1*125***11:B:1*Y*A*Y*Y~HI*ABK:Z9181~NM1*DN*1*ROE*ANN****XX*1234567893~LX*1~"
        "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .source = "005010X222A1, 2300 and 2400 REF*9F, 2310A, 2420E and 2420F",
};

constexpr Tag referral_number = pack_tag("9F");

bool any_is(std::span<Loop const> loops, LoopId id) {
  return std::ranges::find(loops, id, &Loop::id) != loops.end();
}

// Whether a referral of the claim (-1) or of a line has a provider. That of the claim is for all lines; a
// referral of the claim can be from providers of its lines.
bool has_referring_provider(ClaimView const& claim, std::int32_t line) {
  auto const loops = line < 0 ? claim.loops() : claim.line(static_cast<std::size_t>(line)).children();
  return any_is(loops, LoopId::L2420F);
}

// The first referral number of 2300 or 2400 without a provider.
std::optional<std::uint32_t> lone_referral(ClaimView const& claim) {
  if (!claim.has(Kind::REF)) return std::nullopt;
  auto const segments = claim.segments();
  std::optional<std::int32_t> last;  // a line may have thousands
  for (std::uint32_t i = 0; i < segments.size(); ++i) {
    if (segments[i].qualifier != referral_number || segments[i].kind != Kind::REF) continue;
    auto const loop = claim.loop_of(i);
    auto const line = claim.line_of(i);
    if ((loop != LoopId::L2300 && loop != LoopId::L2400) || last == line) continue;
    if (!last && any_is(claim.loops(), LoopId::L2310A)) return std::nullopt;
    if (!has_referring_provider(claim, line)) return i;
    last = line;
  }
  return std::nullopt;
}

// Where 2310A or, of a line, 2420F would begin: behind the last segment before its place.
std::uint32_t behind(ClaimView const& claim, std::int32_t line) {
  auto const loops = claim.loops();
  auto const id = line < 0 ? LoopId::L2310A : LoopId::L2420F;
  auto const& parent = line < 0 ? loops[0] : claim.line(static_cast<std::size_t>(line)).loop();
  // Ids are in the order of the guide.
  auto const first = std::ranges::find_if(loops, [&](Loop const& loop) {
    return loop.first > parent.first && loop.first < parent.last && loop.id > id;
  });
  return (first == loops.end() ? parent.last : first->first) - 1;
}

void check_providers(ClaimView const& claim, Reporter& report) {
  for (auto const& loop : claim.loops()) {
    if (loop.id != LoopId::L2310A && loop.id != LoopId::L2420E && loop.id != LoopId::L2420F) continue;
    auto const name = claim.segment(loop.first);
    // One of the two alone is an error of its own.
    if (!name[8].empty() || !name[9].empty()) continue;
    report.add({loop.first, 9, 0}, claim.line_of(loop.first),
               loop.id == LoopId::L2420E ? "The ordering provider has no NPI (NM109)."
                                         : "The referring provider has no NPI (NM109).");
  }
}

// Two providers, both DN or both P3. More than two are USE005's.
void check_roles(ClaimView const& claim, LoopId id, std::span<Loop const> loops, Reporter& report) {
  auto const is_one = [&](Loop const& loop) { return loop.id == id; };
  if (std::ranges::count_if(loops, is_one) != 2) return;
  auto const first = std::ranges::find_if(loops, is_one);
  auto const second = std::find_if(first + 1, loops.end(), is_one);
  if (claim.segments()[first->first].qualifier != claim.segments()[second->first].qualifier) return;
  report.add({second->first, 1, 0}, claim.line_of(second->first),
             "Both referring providers have the same code in NM101. The one who referred the patient to this "
             "provider is DN, the one before is P3.");
  report.of_kind(ErrorKind::duplicate);
  report.needs("Correct NM101 of one of the two, or leave one out, in the billing system.");
}

void check(ClaimView const& claim, Reporter& report) {
  if (claim.has(Kind::NM1)) {
    check_providers(claim, report);
    check_roles(claim, LoopId::L2310A, claim.loops(), report);
    bool const of_lines = any_is(claim.loops(), LoopId::L2420F);
    for (std::size_t i = 0; of_lines && i < claim.line_count(); ++i)
      check_roles(claim, LoopId::L2420F, claim.line(i).children(), report);
  }
  auto const number = lone_referral(claim);
  if (!number) return;
  auto const line = claim.line_of(*number);
  report.add_missing({.loop = line < 0 ? LoopId::L2310A : LoopId::L2420F, .segment = Kind::NM1},
                     behind(claim, line), line,
                     "There is a referral number (REF*9F), but no referring provider (NM1*DN or NM1*P3).");
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT016",
    .name = "referral-without-provider",
    .severity = Severity::warning,
    .snip = 4,
    .kind = ErrorKind::situational_missing,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .precedence = Precedence::situation,
};

}  // namespace scrub837::sit016
