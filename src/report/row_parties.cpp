#include "src/report/row_parties.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "src/report/claim_parties.hpp"

namespace scrub837 {
namespace {

// The NM1 of the provider whose loop a segment is in.
std::optional<std::uint32_t> providers_loop_at(ClaimView const& claim, std::uint32_t segment) {
  constexpr auto providers =
      std::to_array<LoopId>({LoopId::L2310A, LoopId::L2310B, LoopId::L2310C, LoopId::L2310D, LoopId::L2420A,
                             LoopId::L2420B, LoopId::L2420C, LoopId::L2420D, LoopId::L2420E, LoopId::L2420F});
  for (auto const& loop : claim.loops()) {
    if (loop.first > segment) break;
    if (segment < loop.last && std::ranges::find(providers, loop.id) != providers.end()) return loop.first;
  }
  return std::nullopt;
}

}  // namespace

void describe_level(WorklistRow& row, LevelContents const& levels, Delimiters delimiters) {
  auto parties = parties_in(levels, delimiters);
  row.patient = std::move(parties.patient);
  row.birth_date = parties.birth_date;
  row.member_id = parties.member_id;
  // A claim says itself who pays it.
  if (row.payer.empty()) row.payer = std::move(parties.payer.name);
  if (row.payer_id.empty()) row.payer_id = parties.payer.id;
  row.provider = std::move(parties.billing_provider.name);
  row.provider_npi = parties.billing_provider.npi();
}

void describe_parties(WorklistRow& row, ClaimView const& claim, std::int32_t line,
                      LevelContents const& levels) {
  describe_level(row, levels, claim.delimiters());
  auto rendering = rendering_provider(claim, line);
  if (rendering.name.empty()) return;
  row.provider = std::move(rendering.name);
  row.provider_npi = rendering.npi();
}

void describe_provider_at(WorklistRow& row, ClaimView const& claim, std::uint32_t segment) {
  auto const provider = providers_loop_at(claim, segment);
  if (!provider) return;
  auto party = party_in(claim.segment(*provider));
  row.provider = std::move(party.name);
  row.provider_npi = party.npi();
}

}  // namespace scrub837
