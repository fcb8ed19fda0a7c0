#include "scrub837/summary.hpp"

#include <nlohmann/json.hpp>

#include "scrub837/claim/money.hpp"
#include "src/text/utf8.hpp"

namespace scrub837 {

std::string_view version() { return SCRUB837_VERSION; }

std::string_view name_of(Status status) {
  switch (status) {
    case Status::ok:
      return "ok";
    case Status::held:
      return "held";
    case Status::refused:
      return "refused";
    case Status::unreadable:
      return "unreadable";
  }
  return {};
}

std::string to_json(Summary const& summary) {
  using Json = nlohmann::ordered_json;
  auto const& totals = summary.outcome.totals;
  auto const& of = [&](Disposition d) -> Tally const& { return totals.of(d); };
  Json by_rule = Json::object();
  for (auto const& [rule, count] : totals.by_rule) by_rule[rule] = count;
  Json by_severity = Json::object();
  for (auto const severity : {Severity::error, Severity::warning, Severity::info}) {
    by_severity[std::string(name_of(severity))] = totals.by_severity[static_cast<std::size_t>(severity)];
  }
  Json outputs = Json::array();
  for (auto const& output : summary.outputs) {
    outputs.push_back(
        {{"name", escaped_utf8(output.name)}, {"bytes", output.bytes}, {"sha256", output.sha256}});
  }
  // What a clean claim may have all the same.
  Json not_checked = Json::array();
  if (auto const claims = summary.outcome.claims_not_compared; claims > 0)
    not_checked.push_back(std::to_string(claims) + " claims: repeats of earlier claims of the run");
  using enum Disposition;
  Json const json = {{"file", escaped_utf8(summary.file)},
                     {"sha256", summary.sha256},
                     {"version", version()},
                     {"status", name_of(summary.outcome.status)},
                     {"claims_in", totals.in.claims},
                     {"claims_clean", of(clean).claims},
                     {"claims_fixed", of(fixed).claims},
                     {"claims_held", of(held).claims},
                     {"claims_released", of(released).claims},
                     {"charges_in", format_cents(totals.in.cents)},
                     {"charges_clean", format_cents(of(clean).cents)},
                     {"charges_fixed", format_cents(of(fixed).cents)},
                     {"charges_held", format_cents(of(held).cents)},
                     {"charges_released", format_cents(of(released).cents)},
                     {"lines", totals.lines},
                     {"unlisted_lines", totals.unlisted_lines},
                     {"findings_by_rule", by_rule},
                     {"findings_by_severity", by_severity},
                     {"bytes_in", summary.bytes_in},
                     {"not_checked", not_checked},
                     {"outputs", outputs},
                     {"seconds", summary.seconds}};
  return json.dump(2) + "\n";
}

std::string file_in_summary(std::string_view json) {
  auto const parsed = nlohmann::json::parse(json, nullptr, false);
  if (!parsed.is_object() || !parsed.contains("file") || !parsed["file"].is_string()) return {};
  return parsed["file"].get<std::string>();
}

}  // namespace scrub837
