#include <fmt/format.h>

#include "scrub837/rule.hpp"
#include "src/cli/command.hpp"
#include "src/config/rule_names.hpp"
#include "src/report/text_report.hpp"

namespace scrub837::cli {
namespace {

void print_example(std::string_view title, std::string_view segments) {
  if (segments.empty()) return;
  fmt::print("\n{}\n", title);
  while (!segments.empty()) {
    auto const end = std::min(segments.find('~'), segments.size() - 1);
    fmt::print("    {}\n", segments.substr(0, end + 1));
    segments.remove_prefix(end + 1);
  }
}

void print_rule(Rule const& rule) {
  constexpr std::size_t width = 80;
  fmt::print("{} {}   {}, {}, SNIP type {}, fix: {}\n\n", rule.id, rule.name, name_of(rule.severity),
             name_of(rule.kind), rule.snip, name_of(rule.fix));
  fmt::print("{}\n{}\n{}", wrapped(rule.doc.what, width, ""), wrapped(rule.doc.why, width, ""),
             wrapped(rule.doc.fix, width, ""));
  if (!rule.doc.profile.empty()) fmt::print("\nUnder a payer profile with:\n    {}\n", rule.doc.profile);
  print_example("Wrong:", rule.doc.bad);
  print_example("Right:", rule.doc.good);
  fmt::print("\nSource: {}\n", rule.doc.source);
}

int run_explain(std::span<std::string const> arguments) {
  if (!arguments.empty() && arguments[0] == "--help") {
    fmt::print(
        "scrub837 explain RULE   what a rule checks and why\n\n"
        "RULE is an id (NAR002), a name (narrative-missing) or a family (NAR).\n\n"
        "Example:\n  scrub837 explain NAR002\n");
    return everything_went_out;
  }
  if (arguments.size() != 1) throw UsageError{"explain needs one rule: an id, a name or a family"};
  auto const rules = rules_named(arguments[0]);
  if (rules.empty()) throw UsageError{no_such_rules(arguments[0])};
  for (Rule const* const rule : rules) {
    if (rule != rules.front()) fmt::print("\n\n");
    print_rule(*rule);
  }
  return everything_went_out;
}

}  // namespace

constexpr Command explain{"explain", "what a rule checks and why", run_explain};

}  // namespace scrub837::cli
