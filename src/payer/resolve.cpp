#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <sstream>

#include "scrub837/rule.hpp"
#include "src/config/config_node.hpp"
#include "src/config/rule_names.hpp"
#include "src/payer/raw_profile.hpp"
#include "src/payer/requirement_settings.hpp"
#include "src/text/near_name.hpp"

namespace scrub837 {
namespace {

constexpr std::size_t max_levels = 8;

std::string shown(toml::node const& node) {
  std::ostringstream text;
  node.visit([&](auto const& value) { text << value; });
  return text.str();
}

bool is_code(std::string_view text) {
  constexpr std::size_t longest = 8;
  return !text.empty() && text.size() <= longest && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  });
}

class Resolver {
 public:
  explicit Resolver(std::vector<Raw> const& all) : all_(all) {}

  Profile resolve(Raw const& raw) const {
    Profile profile;
    profile.name = raw.name;
    profile.source = ConfigNode(*raw.path, *raw.table->get("source")).text("a public page");
    profile.matches = read_matches(raw);
    auto const chain = chain_of(raw);
    std::set<std::string> names;
    for (auto const* const one : chain) {
      read_severity(*one, profile);
      read_off(*one, profile);
      read_filing_days(*one, profile);
      note_codes(*one, names, profile);
    }
    for (auto const& name : names) {
      CodeDemands requirements{name, {}, {}};
      for (auto const* const one : chain) read_section(*one, name, requirements.own);
      for (auto const* const one : chain) read_section(*one, unlisted_family, requirements.in_family);
      for (auto const* const one : chain) read_section(*one, name, requirements.in_family);
      profile.codes.push_back(std::move(requirements));
    }
    return profile;
  }

 private:
  // From the outermost base to the profile itself.
  [[nodiscard]] std::vector<Raw const*> chain_of(Raw const& raw) const {
    std::vector<Raw const*> chain{&raw};
    while (chain.back()->inherits != nullptr) {
      auto const& last = *chain.back();
      ConfigNode const node(*last.path, *last.inherits);
      auto const base = node.text("the name of a profile");
      auto const found =
          std::find_if(all_.begin(), all_.end(), [&](Raw const& other) { return other.name == base; });
      if (found == all_.end()) {
        std::vector<std::string_view> known;
        for (auto const& other : all_) known.push_back(other.name);
        node.refuse(fmt::format("there is no profile {}; did you mean {}?", base, near_name(base, known)));
      }
      if (std::find(chain.begin(), chain.end(), &*found) != chain.end())
        node.refuse(fmt::format("{} inherits from itself", base));
      if (chain.size() == max_levels)
        node.refuse(fmt::format("profiles can inherit through at most {} levels", max_levels));
      chain.push_back(&*found);
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
  }

  static toml::table const* section(Raw const& raw, std::string_view key, std::string_view what) {
    auto const* const node = raw.table->get(key);
    return node == nullptr ? nullptr : &ConfigNode(*raw.path, *node).table(what);
  }

  static void note(Profile& profile, Raw const& raw, std::string const& key, toml::node const& node) {
    profile.said[key] = {shown(node), raw.name, *raw.path, node.source().begin.line};
  }

  static bool is_of_claim(Rule const& rule) {
    return std::holds_alternative<LineCheck>(rule.check) ||
           std::holds_alternative<UnlistedCheck>(rule.check) ||
           std::holds_alternative<RequirementCheck>(rule.check) ||
           std::holds_alternative<ClaimCheck>(rule.check) ||
           std::holds_alternative<SegmentRunCheck>(rule.check) ||
           std::holds_alternative<GuideCheck>(rule.check);
  }

  // The envelope is judged once for all payers of a file.
  static Rule const& payer_rule(Raw const& raw, toml::key const& key, std::string_view table) {
    auto const& rule = rule_of_key(*raw.path, key, table);
    if (!is_of_claim(rule))
      refuse(*raw.path, key.source(),
             fmt::format("{} applies to a whole file, not to a payer; set it with --config or --ignore",
                         rule.id));
    return rule;
  }

  // snip4: all rules of SNIP type 4.
  static std::optional<unsigned> snip_type(std::string_view key) {
    constexpr std::string_view word = "snip";
    if (key.size() != word.size() + 1 || !key.starts_with(word) || key.back() < '1' || key.back() > '7')
      return std::nullopt;
    return static_cast<unsigned>(key.back() - '0');
  }

  // What only advises stays as it is.
  static void read_snip_policy(Raw const& raw, unsigned type, toml::key const& key, toml::node const& node,
                               Profile& profile) {
    constexpr std::array<std::string_view, 3> words{"error", "warning", "off"};
    auto const word = ConfigNode(*raw.path, node).word(words);
    for (Rule const* const rule : registry()) {
      if (rule->snip != type || !is_of_claim(*rule)) continue;
      if (word == "off") {
        profile.off[rule] = fmt::format("SNIP type {} is off", type);
        profile.severities.erase(rule);
      } else if (rule->severity != Severity::info) {
        profile.severities[rule] = word == "error" ? Severity::error : Severity::warning;
        profile.off.erase(rule);
      }
    }
    note(profile, raw, fmt::format("severity.{}", key.str()), node);
  }

  static void read_severity(Raw const& raw, Profile& profile) {
    constexpr std::array<std::string_view, 4> words{"error", "warning", "info", "off"};
    auto const* const table = section(raw, "severity", "rule ids: ATT001 = \"error\"");
    if (table == nullptr) return;
    for (auto const& [key, node] : *table) {
      if (auto const type = snip_type(key.str())) read_snip_policy(raw, *type, key, node, profile);
    }
    for (auto const& [key, node] : *table) {
      if (snip_type(key.str())) continue;
      auto const& rule = payer_rule(raw, key, "severity");
      auto const word = ConfigNode(*raw.path, node).word(words);
      if (auto const severity = severity_named(word)) {
        profile.severities[&rule] = *severity;
        profile.off.erase(&rule);
      } else {
        profile.off[&rule] = "its severity is off";
        profile.severities.erase(&rule);
      }
      profile.said.erase(fmt::format("off.{}", rule.id));
      note(profile, raw, fmt::format("severity.{}", rule.id), node);
    }
  }

  static void read_off(Raw const& raw, Profile& profile) {
    auto const* const table = section(raw, "off", "rule ids and reasons: UNL008 = \"the payer accepts it\"");
    if (table == nullptr) return;
    auto const* const severities = section(raw, "severity", "rule ids");
    for (auto const& [key, node] : *table) {
      auto const& rule = payer_rule(raw, key, "off");
      if (severities != nullptr && severities->contains(key.str()))
        refuse(*raw.path, key.source(), fmt::format("{} is turned off and also has a severity", rule.id));
      profile.off[&rule] = ConfigNode(*raw.path, node).text("the reason, in words,");
      profile.severities.erase(&rule);
      profile.said.erase(fmt::format("severity.{}", rule.id));
      note(profile, raw, fmt::format("off.{}", rule.id), node);
    }
  }

  static void read_filing_days(Raw const& raw, Profile& profile) {
    constexpr std::int64_t most = 3650;
    auto const* const node = raw.table->get("filing_days");
    if (node == nullptr) return;
    profile.filing_days = ConfigNode(*raw.path, *node).number(1, most);
    note(profile, raw, "filing_days", *node);
  }

  static void note_codes(Raw const& raw, std::set<std::string>& names, Profile& profile) {
    auto const* const table = section(raw, "codes", "sections by procedure code or \"unlisted\"");
    if (table == nullptr) return;
    std::vector<std::string_view> known;
    for (auto const& setting : demand_settings()) known.push_back(setting.key);
    for (auto const& [key, node] : *table) {
      if (key.str() != unlisted_family && !is_code(key.str()))
        refuse(*raw.path, key.source(),
               fmt::format("a procedure code (capital letters and digits) or {} is expected, not {}",
                           unlisted_family, key.str()));
      names.emplace(key.str());
      auto const& requirements = ConfigNode(*raw.path, node).table("requirements for the code");
      check_keys(*raw.path, requirements, known, "for a code");
      for (auto const& [name, value] : requirements)
        note(profile, raw, fmt::format("codes.{}.{}", key.str(), name.str()), value);
    }
  }

  static void read_section(Raw const& raw, std::string_view name, PayerRequirements& requirements) {
    auto const* const codes = raw.table->get("codes");
    if (codes == nullptr) return;
    auto const* const found = codes->as_table()->get(name);
    if (found == nullptr) return;
    for (auto const& setting : demand_settings()) {
      if (auto const* const node = found->as_table()->get(setting.key))
        setting.read(ConfigNode(*raw.path, *node), requirements);
    }
  }

  std::vector<Raw> const& all_;
};

}  // namespace

Profile resolve(Raw const& raw, std::vector<Raw> const& all) { return Resolver(all).resolve(raw); }

}  // namespace scrub837
