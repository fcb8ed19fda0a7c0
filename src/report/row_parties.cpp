#include "src/report/row_parties.hpp"

#include <utility>

#include "src/report/claim_parties.hpp"

namespace scrub837 {

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

}  // namespace scrub837
