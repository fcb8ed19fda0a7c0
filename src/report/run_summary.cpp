#include "src/report/run_summary.hpp"

#include <nlohmann/json.hpp>

#include "src/report/totals_json.hpp"
#include "src/text/utf8.hpp"

namespace scrub837 {

std::string to_json(RunSummary const& run) {
  nlohmann::ordered_json json;
  json["version"] = version();
  json["started"] = run.started;
  add_facts(json, run.facts);
  json["not_checked"] = not_checked(run.facts, run.claims_not_compared);
  json["status"] = name_of(run.status);
  add_totals(json, run.totals);
  json["by_payer"] = parties_json(run.by_payer, "payer", "payer_id");
  json["by_billing_provider"] = parties_json(run.by_billing_provider, "provider", "provider_npi");
  json["files"] = nlohmann::ordered_json::array();
  for (auto const& file : run.files) json["files"].push_back(escaped_utf8(file));
  json["bytes_in"] = run.bytes_in;
  json["outputs"] = outputs_json(run.outputs);
  json["seconds"] = run.seconds;
  return json.dump(2) + "\n";
}

void add_to(Totals& sum, Totals const& more) {
  auto const add = [](Tally& tally, Tally const& counted) {
    tally.claims += counted.claims;
    tally.cents += counted.cents;
  };
  add(sum.in, more.in);
  add(sum.clean_with_warnings, more.clean_with_warnings);
  for (std::size_t i = 0; i < sum.by_disposition.size(); ++i)
    add(sum.by_disposition[i], more.by_disposition[i]);
  sum.refused = sum.refused || more.refused;
  sum.withheld = sum.withheld || more.withheld;
  sum.lines += more.lines;
  sum.unlisted_lines += more.unlisted_lines;
  sum.fixes_above_claims += more.fixes_above_claims;
  sum.fixed_errors += more.fixed_errors;
  for (auto const& [rule, count] : more.by_rule) sum.by_rule[rule] += count;
  for (auto const& [rule, counts] : more.by_rule_and_severity) {
    auto& of_rule = sum.by_rule_and_severity[rule];
    for (std::size_t i = 0; i < counts.size(); ++i) of_rule[i] += counts[i];
  }
  for (std::size_t i = 0; i < sum.by_severity.size(); ++i) sum.by_severity[i] += more.by_severity[i];
}

}  // namespace scrub837
