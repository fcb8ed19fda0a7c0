#include "src/cli/file_summary.hpp"

#include <fmt/format.h>

#include "scrub837/claim/money.hpp"
#include "scrub837/rule.hpp"
#include "src/cli/standard_streams.hpp"

namespace scrub837::cli {

void print_file(InputFile const& file, Summary const& summary, std::string const& out) {
  using enum Disposition;
  auto const& totals = summary.outcome.totals;
  say("{}: {}\n", file.shown, name_of(summary.outcome.status));
  if (summary.outcome.status == Status::unreadable) {
    // Nothing but a notice was found: it says why, and what to do.
    for (auto const& [id, times] : totals.by_rule) {
      if (auto const* const notice = find_rule(id)) say("  {} {}\n", notice->doc.what, notice->doc.fix);
    }
  }
  if (totals.in.claims > 0) {
    say("  {:<9} {:>8} {:>16}\n", "", "claims", "charges");
    auto const line = [](std::string_view name, Tally const& tally) {
      say("  {:<9} {:>8} {:>16}\n", name, tally.claims, format_cents(tally.cents));
    };
    line("in", totals.in);
    for (auto const disposition : {clean, fixed, held, released}) {
      if (totals.of(disposition).claims > 0) line(name_of(disposition), totals.of(disposition));
    }
    say("  {} service {}, {} of them unlisted\n", totals.lines, totals.lines == 1 ? "line" : "lines",
        totals.unlisted_lines);
  }
  if (!totals.by_rule.empty()) {
    std::string found;
    for (auto const& [rule, count] : totals.by_rule)
      found += fmt::format("{}{} x{}", found.empty() ? "" : "  ", rule, count);
    say("  found: {}\n", found);
  }
  for (auto const& output : summary.outputs) {
    if (output.bytes > 0 && !output.name.ends_with(".findings.csv"))
      say("  {}/{}\n", out, (file.folder / output.name).string());
  }
}

}  // namespace scrub837::cli
