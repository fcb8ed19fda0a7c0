#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <set>
#include <sstream>

#include "scrub837/profile.hpp"
#include "scrub837/rule.hpp"
#include "src/config/config_node.hpp"
#include "src/config/near_name.hpp"
#include "src/config/rule_names.hpp"
#include "src/profile/demand_settings.hpp"

namespace scrub837 {
namespace {

constexpr std::array<std::string_view, 7> profile_keys{"name",  "inherits", "source", "match",
                                                       "codes", "severity", "off"};
constexpr std::array<std::string_view, 5> match_keys{"payer_ids", "name_pattern", "receivers", "claim_filing",
                                                     "any"};
constexpr std::size_t most_levels = 8;

struct Source {
  std::string path;
  toml::table table;
};

/// A profile as its file has it.
struct Raw {
  std::string const* path = nullptr;
  toml::table const* table = nullptr;
  std::string name;
  toml::node const* inherits = nullptr;
};

void check_keys(std::string const& path, toml::table const& table, std::span<std::string_view const> known,
                std::string_view what) {
  for (auto const& [key, node] : table) {
    if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
    refuse(path, key.source(),
           fmt::format("there is no {} {}; did you mean {}?", what, key.str(), near_name(key.str(), known)));
  }
}

std::string shown(toml::node const& node) {
  std::ostringstream text;
  node.visit([&](auto const& value) { text << value; });
  return text.str();
}

std::vector<std::string> texts(ConfigNode const& value, std::string_view what) {
  std::vector<std::string> result;
  for (auto const& node : value.list(what)) result.push_back(node.text(what));
  if (result.empty()) value.refuse("the list is empty, so no claim would fit");
  return result;
}

PayerMatch read_match(std::string const& path, toml::node const& node) {
  ConfigNode const value(path, node);
  auto const& table = value.table("what tells the payer: payer_ids, name_pattern, receivers, claim_filing");
  check_keys(path, table, match_keys, "key of match");
  if (table.empty()) value.refuse("match says nothing; any = true takes every payer");
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
    if (!ConfigNode(path, *any).flag()) refuse(path, any->source(), "any = true is all that it can say");
    if (table.size() > 1)
      refuse(path, any->source(), "any takes every payer, so nothing can stand beside it");
  }
  return match;
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
  check_keys(path, *raw.table, profile_keys, "setting");
  for (std::string_view const key : {"name", "source"}) {
    if (raw.table->get(key) == nullptr)
      refuse(path, raw.table->source(),
             key == "name" ? "the profile has no name"
                           : "the profile names no source: the public page that its demands are from");
  }
  raw.name = ConfigNode(path, *raw.table->get("name")).text("a name");
  raw.inherits = raw.table->get("inherits");
  return raw;
}

bool is_code(std::string_view text) {
  constexpr std::size_t longest = 8;
  return !text.empty() && text.size() <= longest && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  });
}

/// Makes a profile of its own file's words and those of its bases.
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
      note_codes(*one, names, profile);
    }
    for (auto const& name : names) {
      CodeDemands demands{name, {}, {}};
      for (auto const* const one : chain) read_section(*one, name, demands.own);
      for (auto const* const one : chain) read_section(*one, unlisted_family, demands.in_family);
      for (auto const* const one : chain) read_section(*one, name, demands.in_family);
      profile.codes.push_back(std::move(demands));
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
      if (chain.size() == most_levels)
        node.refuse(fmt::format("profiles inherit over at most {} levels", most_levels));
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

  // What stands above the claims is judged once for all payers of a file.
  static Rule const& payer_rule(Raw const& raw, toml::key const& key, std::string_view table) {
    auto const& rule = rule_of_key(*raw.path, key, table);
    bool const of_claim =
        std::holds_alternative<LineCheck>(rule.check) || std::holds_alternative<UnlistedCheck>(rule.check) ||
        std::holds_alternative<DemandCheck>(rule.check) || std::holds_alternative<ClaimCheck>(rule.check) ||
        std::holds_alternative<StretchCheck>(rule.check);
    if (!of_claim)
      refuse(*raw.path, key.source(),
             fmt::format("{} is judged for a whole file, not for a payer; set it with --config or --ignore",
                         rule.id));
    return rule;
  }

  static void read_severity(Raw const& raw, Profile& profile) {
    constexpr std::array<std::string_view, 3> words{"error", "warning", "info"};
    auto const* const table = section(raw, "severity", "rule ids: ATT001 = \"error\"");
    if (table == nullptr) return;
    for (auto const& [key, node] : *table) {
      auto const& rule = payer_rule(raw, key, "severity");
      auto const word = ConfigNode(*raw.path, node).word(words);
      profile.severities[&rule] = word == "error"     ? Severity::error
                                  : word == "warning" ? Severity::warning
                                                      : Severity::info;
      profile.off.erase(&rule);
      profile.said.erase(fmt::format("off.{}", rule.id));
      note(profile, raw, fmt::format("severity.{}", rule.id), node);
    }
  }

  static void read_off(Raw const& raw, Profile& profile) {
    auto const* const table = section(raw, "off", "rule ids and why: UNL008 = \"the payer takes it\"");
    if (table == nullptr) return;
    auto const* const severities = section(raw, "severity", "rule ids");
    for (auto const& [key, node] : *table) {
      auto const& rule = payer_rule(raw, key, "off");
      if (severities != nullptr && severities->contains(key.str()))
        refuse(*raw.path, key.source(), fmt::format("{} is switched off and given a severity", rule.id));
      profile.off[&rule] = ConfigNode(*raw.path, node).text("the reason, in words,");
      profile.severities.erase(&rule);
      profile.said.erase(fmt::format("severity.{}", rule.id));
      note(profile, raw, fmt::format("off.{}", rule.id), node);
    }
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
      auto const& demands = ConfigNode(*raw.path, node).table("what is asked of the code");
      check_keys(*raw.path, demands, known, "setting of a code");
      for (auto const& [name, value] : demands)
        note(profile, raw, fmt::format("codes.{}.{}", key.str(), name.str()), value);
    }
  }

  static void read_section(Raw const& raw, std::string_view name, Demands& demands) {
    auto const* const codes = raw.table->get("codes");
    if (codes == nullptr) return;
    auto const* const found = codes->as_table()->get(name);
    if (found == nullptr) return;
    for (auto const& setting : demand_settings()) {
      if (auto const* const node = found->as_table()->get(setting.key))
        setting.read(ConfigNode(*raw.path, *node), demands);
    }
  }

  std::vector<Raw> const& all_;
};

// What is done with a mistake: thrown, or noted to go on behind it.
using Mistake = std::function<void(ConfigError const&)>;

template <typename Work>
void or_note(Mistake const& mistake, Work work) {
  try {
    work();
  } catch (ConfigError const& error) {
    mistake(error);
  }
}

void read_source(Source const& source, std::vector<Raw>& raws, Mistake const& mistake) {
  constexpr std::array<std::string_view, 1> top{"profile"};
  or_note(mistake, [&] { check_keys(source.path, source.table, top, "table"); });
  auto const* const list = source.table.get("profile");
  if (list == nullptr) return mistake({source.path + ": there is no [[profile]] in it"});
  or_note(mistake, [&] {
    if (!list->is_array()) refuse(source.path, list->source(), "[[profile]] is expected, in double brackets");
    for (auto const& node : *list->as_array()) {
      or_note(mistake, [&] {
        auto raw = read_raw(source.path, node);
        auto const same =
            std::find_if(raws.begin(), raws.end(), [&](Raw const& other) { return other.name == raw.name; });
        if (same != raws.end())
          refuse(source.path, raw.table->get("name")->source(),
                 fmt::format("there is a profile {} already: {}:{}", raw.name, *same->path,
                             same->table->get("name")->source().begin.line));
        raws.push_back(std::move(raw));
      });
    }
  });
}

std::vector<Profile> resolve_all(std::vector<Source> const& sources, Mistake const& mistake) {
  std::vector<Raw> raws;
  for (auto const& source : sources) read_source(source, raws, mistake);
  Resolver const resolver(raws);
  std::vector<Profile> profiles;
  for (auto const& raw : raws) {
    or_note(mistake, [&] {
      profiles.push_back(resolver.resolve(raw));
      profiles.back().index = profiles.size() - 1;
    });
  }
  return profiles;
}

std::vector<Source> open_all(std::span<std::string const> paths, Mistake const& mistake) {
  std::vector<Source> sources;
  for (auto const& path : paths) {
    or_note(mistake, [&] {
      // A folder opens like an empty file.
      if (std::filesystem::is_directory(path)) throw ConfigError{path + " is a folder, not a profile file"};
      if (!std::filesystem::exists(path)) throw ConfigError{"there is no profile file " + path};
      try {
        sources.push_back({path, toml::parse_file(path)});
      } catch (toml::parse_error const& error) {
        refuse(path, error.source(), error.description());
      }
    });
  }
  return sources;
}

[[noreturn]] void rethrow(ConfigError const& error) { throw error; }

}  // namespace

std::shared_ptr<Profiles const> Profiles::read_files(std::span<std::string const> paths) {
  auto result = std::make_shared<Profiles>();
  result->profiles_ = resolve_all(open_all(paths, rethrow), rethrow);
  return result;
}

std::vector<std::string> Profiles::mistakes(std::span<std::string const> paths) {
  std::vector<std::string> result;
  // A base's mistake shows again in each profile that inherits from it.
  auto const note = [&](ConfigError const& error) {
    if (std::find(result.begin(), result.end(), error.message) == result.end())
      result.push_back(error.message);
  };
  static_cast<void>(resolve_all(open_all(paths, note), note));
  return result;
}

std::shared_ptr<Profiles const> Profiles::read_text(std::string_view text, std::string const& shown_as) {
  std::vector<Source> sources;
  try {
    sources.push_back({shown_as, toml::parse(text)});
  } catch (toml::parse_error const& error) {
    refuse(shown_as, error.source(), error.description());
  }
  auto result = std::make_shared<Profiles>();
  result->profiles_ = resolve_all(sources, rethrow);
  return result;
}

}  // namespace scrub837
