#include "src/report/claims_csv.hpp"

#include <array>

#include "src/claim/service_line.hpp"
#include "src/report/claim_parties.hpp"
#include "src/text/shown_value.hpp"

namespace scrub837 {
namespace {

constexpr std::array<std::string_view, 12> claims_columns = {
    "claim",  "claim_index", "patient",     "payer",    "provider", "date_from",
    "charge", "lines",       "disposition", "held_for", "warnings", "file"};

}  // namespace

std::string ClaimsCsv::claims_csv_header() {
  CsvLine header;
  for (auto const column : claims_columns) header.add(column);
  return std::move(header).finish();
}

void ClaimsCsv::claim(ClaimUnit const& unit, ClaimVerdict const& verdict) {
  warnings_.clear();
  add_rules(warnings_, verdict.left(),
            [](Finding const& finding) { return finding.severity == Severity::warning; });
  if (!all_ && warnings_.empty() && verdict.disposition == Disposition::clean) return;
  held_for_.clear();
  if (verdict.disposition == Disposition::held) reasons_.assign(held_for_, unit, verdict);
  auto const parties = parties_in(unit.above(), unit.delimiters());
  auto const& claim = unit.view();
  line_.clear();
  line_.add(shown_value(claim.clm()[1]))
      .add_number(unit.where().claim)
      .add(parties.patient)
      .add(shown_value(unit.inherited().payer_name))
      .add(parties.billing_provider.name)
      .add(shown_value(first_service_date(claim)))
      .add(shown_value(claim.total_text()))
      .add_number(verdict.services)
      .add(name_of(verdict.disposition))
      .add(held_for_)
      .add(warnings_)
      .add(file_);
  line(line_.end());
}

}  // namespace scrub837
