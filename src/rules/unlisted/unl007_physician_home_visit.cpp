#include <algorithm>
#include <array>

#include "scrub837/rule.hpp"

namespace scrub837::unl007 {
namespace {

constexpr Doc doc{
    .what =
        "99600 is rendered by a physician, nurse practitioner or physician assistant, according to the "
        "taxonomy code of the rendering provider (2420A, or else 2310B; if there is none, the billing "
        "provider).",
    .why =
        "99500 to 99602 are for other professionals. A home visit by a physician, nurse practitioner or "
        "physician assistant has its own codes (99341 to 99350), and the payer denies 99600.",
    .fix =
        "If such a person made the visit, bill the home or residence visit code. If not, correct the "
        "rendering provider or the taxonomy code.",
    .bad =
        "SV1*HC:99600:::::MEDICATION MANAGEMENT AFTER DISCHARGE 50 "
        "MIN*125*UN*1***1~NM1*82*1*DEMO*ANN****XX*1234567893~PRV*PE*PXC*207Q00000X~",
    .good =
        "SV1*HC:99600:::::MEDICATION MANAGEMENT AFTER DISCHARGE 50 "
        "MIN*125*UN*1***1~NM1*82*1*DEMO*ANN****XX*1234567893~PRV*PE*PXC*163WH0200X~",
    .source = "005010X222A1, 2310B and 2420A PRV03; NUCC taxonomy code set; AMA guideline on home visits",
};

// Physicians of all specialties, nurse practitioners, physician assistants, by the beginning of the code.
constexpr std::array<std::string_view, 7> taxonomies{"202", "204", "207", "208", "209", "363L", "363A"};

// The taxonomy code (PRV03) of a loop, and whether the loop is there at all.
struct Provider {
  bool named = false;
  std::string_view taxonomy;
  std::uint32_t segment = 0;
};

// \param loops some of the claim's
Provider provider_in(ClaimView const& claim, std::span<Loop const> loops, LoopId id) {
  auto const loop = std::ranges::find(loops, id, &Loop::id);
  if (loop == loops.end()) return {};
  Provider provider{true, {}, loop->first};
  for (auto const index : claim.direct(static_cast<std::size_t>(&*loop - claim.loops().data()), Kind::PRV)) {
    provider.taxonomy = claim.segment(index)[3];
    provider.segment = index;
  }
  return provider;
}

void check(UnlistedLine const& line, Reporter& report) {
  if (line.procedure() != "99600") return;
  auto const& claim = line.claim();
  auto provider = provider_in(claim, line.children(), LoopId::L2420A);
  if (!provider.named) {
    constexpr std::size_t few = 64;  // looking again is cheaper than keeping what was found
    auto const look = [&] { return provider_in(claim, claim.loops(), LoopId::L2310B); };
    provider = claim.loops().size() <= few ? look() : claim.once<Provider>(look);
  }
  bool const billing = !provider.named;
  auto const taxonomy = billing ? std::string_view(claim.inherited().billing_taxonomy) : provider.taxonomy;
  bool const meant = std::any_of(taxonomies.begin(), taxonomies.end(),
                                 [&](std::string_view prefix) { return taxonomy.starts_with(prefix); });
  if (!meant) return;
  report.add(billing ? Place{line.sv1_index(), 1, 2} : Place{provider.segment, 3, 0},
             static_cast<std::int32_t>(line.index()),
             billing ? "The billing provider is a physician, nurse practitioner or physician assistant, and "
                       "no other rendering provider is named."
                     : "The visit was rendered by a physician, nurse practitioner or physician assistant.");
}

}  // namespace

extern constexpr Rule rule{
    .id = "UNL007",
    .name = "physician-home-visit",
    .severity = Severity::warning,
    .snip = 6,
    .kind = ErrorKind::contradiction,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = UnlistedCheck{check},
};

}  // namespace scrub837::unl007
