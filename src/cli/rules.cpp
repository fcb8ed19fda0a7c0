#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "scrub837/rule.hpp"
#include "src/cli/command.hpp"
#include "src/report/rules_markdown.hpp"

namespace scrub837::cli {
namespace {

int run_rules(std::span<std::string const> arguments) {
  std::string format = "table";
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--format" && i + 1 < arguments.size()) {
      format = arguments[++i];
    } else if (arguments[i] == "--help") {
      fmt::print(
          "scrub837 rules [--format table|json|markdown]   the list of rules\n\nExample:\n  scrub837 "
          "rules\n");
      return everything_went_out;
    } else {
      throw UsageError{"rules accepts only --format table, json or markdown"};
    }
  }
  if (format == "json") {
    auto list = nlohmann::ordered_json::array();
    for (Rule const* const rule : registry()) {
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
    fmt::print("{}", rules_markdown());
  } else if (format == "table") {
    fmt::print("{:<7} {:<31} {:<8} {:<7} {}\n", "id", "name", "severity", "fix", "SNIP");
    for (Rule const* const rule : registry()) {
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
