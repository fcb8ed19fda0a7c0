#include "scrub837/settings.hpp"

#include <algorithm>
#include <iterator>

#include "scrub837/code_lists.hpp"
#include "scrub837/profile.hpp"
#include "scrub837/rule.hpp"
#include "src/config/checked_lists.hpp"
#include "src/config/rule_names.hpp"

namespace scrub837 {

Settings::Settings() : code_lists(built_in_code_lists()) {}

RunFacts Settings::facts(ClaimsSeen const& seen) const {
  RunFacts facts;
  facts.options = options;
  if (profiles) facts.profiles.assign(profiles->files().begin(), profiles->files().end());
  facts.guides = guides;
  facts.code_lists = checked_lists(*this);
  facts.not_checked = not_checked_of(*this, seen);
  return facts;
}

std::string Settings::select(std::span<std::string const> words) {
  std::unordered_set<Rule const*> kept;
  for (auto const& word : words) {
    auto const rules = rules_named(word);
    if (rules.empty()) return word;
    kept.insert(rules.begin(), rules.end());
  }
  for (Rule const* const rule : registry()) {
    if (!kept.contains(rule)) disabled_.insert(rule);
  }
  return {};
}

std::string Settings::ignore(std::span<std::string const> words) {
  for (auto const& word : words) {
    auto const rules = rules_named(word);
    if (rules.empty()) return word;
    disabled_.insert(rules.begin(), rules.end());
  }
  return {};
}

void Settings::enforce(Rule const& rule) {
  disabled_.erase(&rule);
  severities_.erase(&rule);
}

void Settings::keep_snip_types(std::span<unsigned const> types) {
  for (Rule const* const rule : registry()) {
    if (std::find(types.begin(), types.end(), rule->snip) == types.end()) disabled_.insert(rule);
  }
}

bool Settings::set_severity(std::string_view id, Severity severity) {
  auto const* rule = find_rule(id);
  if (rule == nullptr) return false;
  set_severity(*rule, severity);
  return true;
}

void Settings::set_severity(Rule const& rule, Severity severity) { severities_[&rule] = severity; }

Severity Settings::severity(Rule const& rule) const {
  auto const found = severities_.find(&rule);
  return found == severities_.end() ? rule.severity : found->second;
}

std::vector<Rule const*> Settings::active() const {
  std::vector<Rule const*> result;
  std::copy_if(registry().begin(), registry().end(), std::back_inserter(result),
               [&](Rule const* rule) { return enabled(*rule); });
  result.insert(result.end(), own_.begin(), own_.end());
  return result;
}

}  // namespace scrub837
