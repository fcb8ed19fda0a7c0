#include "src/report/totals_json.hpp"

#include <nlohmann/json.hpp>
#include <string>
#include <type_traits>

#include "scrub837/claim/money.hpp"
#include "src/text/utf8.hpp"

namespace scrub837 {
namespace {

using Json = nlohmann::ordered_json;

// \param counted Totals or PartyTotals
template <typename Counted>
void add_claims_and_charges(Json& json, Counted const& counted) {
  constexpr std::array every{Disposition::clean, Disposition::fixed, Disposition::held,
                             Disposition::released};
  json["claims_in"] = counted.in.claims;
  json["claims_with_warnings"] = counted.clean_with_warnings.claims;
  for (auto const disposition : every)
    json["claims_" + std::string(name_of(disposition))] = counted.of(disposition).claims;
  if constexpr (std::is_same_v<Counted, Totals>) json["fixes_above_claims"] = counted.fixes_above_claims;
  json["charges_in"] = format_cents(counted.in.cents);
  for (auto const disposition : every)
    json["charges_" + std::string(name_of(disposition))] = format_cents(counted.of(disposition).cents);
}

}  // namespace

void add_totals(Json& json, Totals const& totals) {
  add_claims_and_charges(json, totals);
  json["lines"] = totals.lines;
  json["unlisted_lines"] = totals.unlisted_lines;
  json["findings_by_rule"] = Json::object();
  for (auto const& [rule, count] : totals.by_rule) json["findings_by_rule"][rule] = count;
  json["findings_by_severity"] = Json::object();
  for (auto const severity : {Severity::error, Severity::warning, Severity::info}) {
    json["findings_by_severity"][std::string(name_of(severity))] =
        totals.by_severity[static_cast<std::size_t>(severity)];
  }
}

void add_facts(Json& json, RunFacts const& facts) {
  json["options"] = Json::array();
  for (auto const& option : facts.options) json["options"].push_back(escaped_utf8(option));
  json["profiles"] = Json::array();
  for (auto const& file : facts.profiles)
    json["profiles"].push_back({{"file", escaped_utf8(file.path)}, {"sha256", file.sha256}});
  json["guides"] = Json::array();
  for (auto const& [name, file] : facts.guides) {
    json["guides"].push_back(
        {{"name", escaped_utf8(name)}, {"file", escaped_utf8(file.path)}, {"sha256", file.sha256}});
  }
  json["code_lists"] = Json::array();
  for (auto const& list : facts.code_lists)
    json["code_lists"].push_back({{"name", list.name}, {"date", list.date}});
}

Json parties_json(std::vector<PartyTotals> const& parties, char const* name_key, char const* id_key) {
  Json list = Json::array();
  for (auto const& party : parties) {
    Json entry;
    entry[name_key] = party.others ? "(all others)" : escaped_utf8(party.name);
    entry[id_key] = escaped_utf8(party.id);
    add_claims_and_charges(entry, party);
    list.push_back(std::move(entry));
  }
  return list;
}

std::vector<std::string> not_checked(RunFacts const& facts, std::uint64_t claims_not_compared) {
  auto list = facts.not_checked;
  if (claims_not_compared > 0)
    list.push_back(std::to_string(claims_not_compared) + " claims: repeats of earlier claims of the run");
  return list;
}

Json outputs_json(std::span<WrittenFile const> outputs) {
  Json list = Json::array();
  for (auto const& output : outputs)
    list.push_back({{"name", escaped_utf8(output.name)}, {"bytes", output.bytes}, {"sha256", output.sha256}});
  return list;
}

}  // namespace scrub837
