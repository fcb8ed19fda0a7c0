#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "scrub837/rule.hpp"
#include "src/cli/command.hpp"
#include "src/config/rule_names.hpp"
#include "src/report/rules_markdown.hpp"

namespace scrub837::cli {
namespace {

// A rule that several words name is listed once, at the first of them.
void add_named(std::string const& word, std::vector<Rule const*>& rules) {
  auto const named = rules_named(word);
  if (named.empty()) throw UsageError{no_such_rules(word)};
  for (Rule const* const rule : named) {
    if (std::find(rules.begin(), rules.end(), rule) == rules.end()) rules.push_back(rule);
  }
}

int run_rules(std::span<std::string const> arguments) {
  std::string format = "table";
  std::vector<Rule const*> rules;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--format" && i + 1 < arguments.size()) {
      format = arguments[++i];
    } else if (arguments[i] == "--help") {
      fmt::print(
          "scrub837 rules [RULE...] [--format table|json|markdown]   the list of rules\n\n"
          "RULE is an id (NAR002), a name (narrative-missing) or a family (NAR).\n"
          "Without it, all rules are listed.\n\nExample:\n  scrub837 rules NAR\n");
      return everything_went_out;
    } else if (arguments[i].starts_with('-')) {
      throw UsageError{"rules accepts rule ids, names and families, and --format table, json or markdown"};
    } else {
      add_named(arguments[i], rules);
    }
  }
  if (rules.empty()) rules.assign(registry().begin(), registry().end());
  if (format == "json") {
    auto list = nlohmann::ordered_json::array();
    for (Rule const* const rule : rules) {
      list.push_back({{"id", rule->id},
                      {"name", rule->name},
                      {"severity", name_of(rule->severity)},
                      {"snip", rule->snip},
                      {"kind", name_of(rule->kind)},
                      {"fix", name_of(rule->fix)},
                      {"what", rule->doc.what},
                      {"why", rule->doc.why},
                      {"help", rule->doc.fix},
                      {"bad", rule->doc.bad},
                      {"good", rule->doc.good},
                      {"source", rule->doc.source},
                      {"profile", rule->doc.profile},
                      {"file", files_of(*rule).source},
                      {"test", files_of(*rule).test}});
    }
    fmt::print("{}\n", list.dump(2));
  } else if (format == "markdown") {
    if (rules.size() != registry().size()) throw UsageError{"--format markdown is for all rules"};
    fmt::print("{}", rules_markdown());
  } else if (format == "table") {
    fmt::print("{:<7} {:<31} {:<8} {:<7} {}\n", "id", "name", "severity", "fix", "SNIP");
    for (Rule const* const rule : rules) {
      fmt::print("{:<7} {:<31} {:<8} {:<7} {}\n", rule->id, rule->name, name_of(rule->severity),
                 rule->fix == Applicability::none ? "-" : name_of(rule->fix), rule->snip);
    }
  } else {
    throw UsageError{"--format must be table, json or markdown, not " + format};
  }
  return everything_went_out;
}

}  // namespace

constexpr Command rules{"rules", "the list of rules", run_rules};

}  // namespace scrub837::cli
