#include <fmt/format.h>

#include "scrub837/rule.hpp"
#include "src/cli/command.hpp"
#include "src/config/rule_names.hpp"
#include "src/report/shown_example.hpp"
#include "src/report/text_report.hpp"

namespace scrub837::cli {
namespace {

void print_lines(std::string_view title, std::string_view lines, std::string_view indent) {
  fmt::print("\n{}\n", title);
  while (!lines.empty()) {
    auto const end = lines.find('\n');
    fmt::print("{}{}\n", indent, lines.substr(0, end));
    lines.remove_prefix(end + 1);
  }
}

void print_example(Doc const& doc) {
  if (doc.bad.empty()) return;
  auto const shown = shown_example(doc.bad, doc.good);
  auto const* const indent = shown.marked ? "  " : "    ";
  print_lines("Wrong:", shown.wrong, indent);
  print_lines(shown.marked ? "Right (> marks what is different):" : "Right:", shown.right, indent);
}

void print_rule(Rule const& rule) {
  constexpr std::size_t width = 80;
  fmt::print("{} {}   {}, {}, SNIP type {}, fix: {}\n\n", rule.id, rule.name, name_of(rule.severity),
             name_of(rule.kind), rule.snip, name_of(rule.fix));
  fmt::print("{}\n{}\n{}", wrapped(rule.doc.what, width, ""), wrapped(rule.doc.why, width, ""),
             wrapped(rule.doc.fix, width, ""));
  for (auto const typed : {rule.doc.ask, rule.doc.value}) {
    if (!typed.empty()) fmt::print("\n{}", wrapped(fmt::format("In the worklist: {}", typed), width, ""));
  }
  if (!rule.doc.profile.empty()) fmt::print("\nUnder a payer profile with:\n    {}\n", rule.doc.profile);
  print_example(rule.doc);
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
