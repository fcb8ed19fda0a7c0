#include "src/config/rule_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "scrub837/rule.hpp"
#include "scrub837/settings.hpp"
#include "src/config/config_node.hpp"
#include "src/config/near_name.hpp"

namespace scrub837 {
namespace {

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

bool names_rules(std::string_view word) {
  std::string const words[] = {std::string(word)};
  return Settings().ignore(words).empty();
}

std::string_view near_rule(std::string_view word) { return near_name(upper(word), ids()); }

std::string no_such_rules(std::string_view word) {
  auto known = ids();
  for (auto const id : ids()) known.push_back(id.substr(0, 3));
  known.emplace_back("ALL");
  return fmt::format("there is no rule or family {}; did you mean {}?", word, near_name(upper(word), known));
}

Rule const& rule_of_key(std::string const& path, toml::key const& key, std::string_view table) {
  auto const id = key.str();
  auto const* const rule = find_rule(id);
  if (rule != nullptr) return *rule;
  refuse(path, key.source(),
         names_rules(id) ? fmt::format("{} takes single rules, and {} names several; did you mean {}?", table,
                                       id, near_rule(id))
                         : fmt::format("there is no rule {}; did you mean {}?", id, near_rule(id)));
}

}  // namespace scrub837
