#include "src/config/rule_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "scrub837/rule.hpp"
#include "src/config/config_node.hpp"
#include "src/text/near_name.hpp"

namespace scrub837 {
namespace {

constexpr std::size_t family_letters = 3;  // NAR of NAR001

std::string upper(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return result;
}

std::vector<std::string_view> ids() {
  std::vector<std::string_view> result;
  for (auto const list : {registry(), notices()}) {
    for (Rule const* const rule : list) result.push_back(rule->id);
  }
  return result;
}

}  // namespace

std::vector<Rule const*> rules_named(std::string_view word) {
  auto const name = upper(word);
  std::vector<Rule const*> result;
  for (auto const list : {registry(), notices()}) {
    std::copy_if(list.begin(), list.end(), std::back_inserter(result), [&](Rule const* rule) {
      return name == "ALL" || name == rule->id || name == rule->id.substr(0, family_letters) ||
             name == upper(rule->name);
    });
  }
  return result;
}

Rule const* single_rule(std::string_view word) {
  auto const named = rules_named(word);
  return named.size() == 1 && word.size() != family_letters ? named.front() : nullptr;
}

std::string no_single_rule(std::string_view word, std::string_view asked_by) {
  if (rules_named(word).empty()) return no_such_rules(word);
  return fmt::format("{} needs a single rule, but {} is a family; did you mean {}?", asked_by, word,
                     near_name(upper(word), ids()));
}

std::string no_such_rules(std::string_view word) {
  if (upper(word).starts_with("SNIP"))
    return fmt::format(
        "there is no rule {}; SNIP types are snip1 to snip7, in [profile.severity] of a payer profile, or 1 "
        "to 7 "
        "in the option --snip",
        word);
  // What looks like a name is compared with names, which are longer than ids.
  std::vector<std::string_view> known;
  bool const is_name = word.find('-') != std::string_view::npos;
  for (auto const list : {registry(), notices()}) {
    for (Rule const* const rule : list) {
      if (is_name) {
        known.push_back(rule->name);
      } else {
        known.insert(known.end(), {rule->id, rule->id.substr(0, family_letters)});
      }
    }
  }
  if (!is_name) known.emplace_back("ALL");
  auto const nearest = is_name ? near_name(word, known) : near_name(upper(word), known);
  return fmt::format("there is no rule or family {}; did you mean {}?", word, nearest);
}

Rule const& rule_of_key(std::string const& path, toml::key const& key, std::string_view table) {
  if (auto const* const rule = single_rule(key.str())) return *rule;
  refuse(path, key.source(), no_single_rule(key.str(), table));
}

}  // namespace scrub837
