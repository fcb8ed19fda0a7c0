#pragma once

#include <toml++/toml.h>

#include <string>
#include <string_view>
#include <vector>

namespace scrub837 {

struct Rule;

/// The rules and notices that a word names in either case: an id, a name (`narrative-missing`), a family
/// (`NAR`), or ALL. Empty: none.
[[nodiscard]] std::vector<Rule const*> rules_named(std::string_view word);
/// The rule or notice that a word names: an id or a name. Null if it is neither, or a family, even one of a
/// single rule: it may grow.
[[nodiscard]] Rule const* single_rule(std::string_view word);
/// Says why `word` is no single rule, and what was probably meant. \param asked_by what needs one
[[nodiscard]] std::string no_single_rule(std::string_view word, std::string_view asked_by);
/// Says that `word` is no id, name or family, and what was probably meant.
[[nodiscard]] std::string no_such_rules(std::string_view word);

/// The rule that a key of a table names; a family is refused. Throws ConfigError. \param table what it stands
/// in
[[nodiscard]] Rule const& rule_of_key(std::string const& path, toml::key const& key, std::string_view table);

}  // namespace scrub837
