#include "scrub837/summary.hpp"

#include <nlohmann/json.hpp>

#include "src/report/totals_json.hpp"
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
  nlohmann::ordered_json json;
  json["file"] = escaped_utf8(summary.file);
  json["sha256"] = summary.sha256;
  json["version"] = version();
  json["started"] = summary.started;
  add_facts(json, summary.facts);
  json["not_checked"] = not_checked(summary.facts, summary.outcome.claims_not_compared);
  json["status"] = name_of(summary.outcome.status);
  add_totals(json, summary.outcome.totals);
  json["bytes_in"] = summary.bytes_in;
  json["outputs"] = outputs_json(summary.outputs);
  json["seconds"] = summary.seconds;
  return json.dump(2) + "\n";
}

std::string file_in_summary(std::string_view json) {
  auto const parsed = nlohmann::json::parse(json, nullptr, false);
  if (!parsed.is_object() || !parsed.contains("file") || !parsed["file"].is_string()) return {};
  return parsed["file"].get<std::string>();
}

NamedFiles files_in_summary(std::string_view json) {
  NamedFiles named;
  auto const parsed = nlohmann::json::parse(json, nullptr, false);
  if (!parsed.is_object() || !parsed.contains("outputs") || !parsed["outputs"].is_array()) return named;
  named.sha256 = parsed.value("sha256", "");
  for (auto const& output : parsed["outputs"])
    named.outputs.push_back(output.value("sha256", "") + " " + output.value("name", ""));
  return named;
}

}  // namespace scrub837
