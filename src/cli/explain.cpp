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

int run_explain(std::span<std::string const> arguments) {
  if (arguments.size() != 1 || arguments[0] == "--help") {
    if (!arguments.empty() && arguments[0] == "--help") {
      fmt::print(
          "scrub837 explain RULE   what a rule checks and why\n\nExample:\n  scrub837 explain NAR002\n");
      return everything_went_out;
    }
    throw UsageError{"explain needs one rule id"};
  }
  auto const* const rule = find_rule(arguments[0]);
  if (rule == nullptr) {
    throw UsageError{
        fmt::format("there is no rule {}; did you mean {}?", arguments[0], near_rule(arguments[0]))};
  }
  constexpr std::size_t width = 80;
  fmt::print("{} {}   {}, {}, SNIP type {}, fix: {}\n\n", rule->id, rule->name, name_of(rule->severity),
             name_of(rule->kind), rule->snip, name_of(rule->fix));
  fmt::print("{}\n{}\n{}", wrapped(rule->doc.what, width, ""), wrapped(rule->doc.why, width, ""),
             wrapped(rule->doc.fix, width, ""));
  if (!rule->doc.profile.empty()) fmt::print("\nUnder a payer profile with:\n    {}\n", rule->doc.profile);
  print_example("Wrong:", rule->doc.bad);
  print_example("Right:", rule->doc.good);
  fmt::print("\nSource: {}\n", rule->doc.source);
  return everything_went_out;
}

}  // namespace

constexpr Command explain{"explain", "what a rule checks and why", run_explain};

}  // namespace scrub837::cli
