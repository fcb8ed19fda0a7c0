#include "src/payer/raw_profile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "src/config/config_node.hpp"
#include "src/text/near_name.hpp"

namespace scrub837 {
namespace {

constexpr std::array<std::string_view, 8> profile_keys{"name",  "inherits", "source", "match",
                                                       "codes", "severity", "off",    "filing_days"};
constexpr std::array<std::string_view, 5> match_keys{"payer_ids", "name_pattern", "receivers", "claim_filing",
                                                     "any"};

std::vector<std::string> texts(ConfigNode const& value, std::string_view what) {
  std::vector<std::string> result;
  for (auto const& node : value.list(what)) result.push_back(node.text(what));
  if (result.empty()) value.refuse("the list is empty, so it would match no claim");
  return result;
}

PayerMatch read_match(std::string const& path, toml::node const& node) {
  ConfigNode const value(path, node);
  auto const& table = value.table("keys: payer_ids, name_pattern, receivers, claim_filing");
  check_keys(path, table, match_keys, "in match");
  if (table.empty()) value.refuse("match is empty; to match every payer, write any = true");
  PayerMatch match;
  auto const list = [&](std::string_view key, std::string_view what) -> std::vector<std::string> {
    auto const* const found = table.get(key);
    return found == nullptr ? std::vector<std::string>{} : texts(ConfigNode(path, *found), what);
  };
  match.payer_ids = list("payer_ids", "payer ids (2010BB NM109)");
  match.receivers = list("receivers", "receivers (GS03 or ISA08)");
  match.claim_filing = list("claim_filing", "claim filing indicators (SBR09)");
  if (auto const* const pattern = table.get("name_pattern"))
    match.name_pattern = ConfigNode(path, *pattern).text("a pattern of the payer's name");
  if (auto const* const any = table.get("any")) {
    if (!ConfigNode(path, *any).flag()) refuse(path, any->source(), "write any = true, or leave any out");
    if (table.size() > 1)
      refuse(path, any->source(), "any matches every payer, so no other key can be used with it");
  }
  return match;
}

}  // namespace

void check_keys(std::string const& path, toml::table const& table, std::span<std::string_view const> known,
                std::string_view where) {
  for (auto const& [key, node] : table) {
    if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
    refuse(path, key.source(),
           fmt::format("unknown key {} {}; did you mean {}?", key.str(), where, near_name(key.str(), known)));
  }
}

std::vector<PayerMatch> read_matches(Raw const& raw) {
  auto const* const node = raw.table->get("match");
  if (node == nullptr) return {};
  if (!node->is_array()) return {read_match(*raw.path, *node)};
  std::vector<PayerMatch> result;
  for (auto const& way : *node->as_array()) result.push_back(read_match(*raw.path, way));
  return result;
}

Raw read_raw(std::string const& path, toml::node const& node) {
  Raw raw{&path, &ConfigNode(path, node).table("a profile's settings"), {}, nullptr};
  check_keys(path, *raw.table, profile_keys, "in a profile");
  for (std::string_view const key : {"name", "source"}) {
    if (raw.table->get(key) == nullptr)
      refuse(path, raw.table->source(),
             key == "name" ? "the profile has no name"
                           : "the profile has no source: the public page that its requirements come from");
  }
  raw.name = ConfigNode(path, *raw.table->get("name")).text("a name");
  raw.inherits = raw.table->get("inherits");
  return raw;
}

}  // namespace scrub837
