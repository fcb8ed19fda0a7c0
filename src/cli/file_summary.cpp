#include "src/cli/file_summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "scrub837/claim/money.hpp"
#include "scrub837/rule.hpp"
#include "src/cli/standard_streams.hpp"
#include "src/cli/totals_table.hpp"
#include "src/report/text_report.hpp"
#include "src/text/utf8.hpp"
#include "src/workbook/workbook.hpp"

namespace scrub837::cli {
namespace {

struct Purpose {
  std::string_view ending, words;
};

constexpr std::string_view worklist_ending = ".worklist.csv";

constexpr std::array purposes{
    Purpose{".clean.837", "to send"},
    Purpose{".held.837", "for rerun; do not send it"},
    Purpose{".findings.jsonl", "findings, for programs"},
    Purpose{".findings.csv", "findings, for a spreadsheet"},
    Purpose{".claims.csv", "what became of each claim, and why"},
    Purpose{worklist_ending, "to fill in"},
    Purpose{workbook_suffix, "to fill in, as a workbook"},
    Purpose{".attachments.csv", "PWK segments that go out"},
};

std::string_view purpose_of(std::string_view name) {
  for (auto const& purpose : purposes) {
    if (name.ends_with(purpose.ending)) return purpose.words;
  }
  return {};
}

void print_outputs(InputFile const& file, Summary const& summary, std::string const& out) {
  say("  written to {}:\n", displayed((std::filesystem::path(out) / file.folder / "").string()));
  std::size_t width = 0;
  for (auto const& output : summary.outputs) width = std::max(width, display_width(output.name));
  auto const line = [&](std::string const& name, std::string_view words) {
    auto const padding = width - std::min(width, display_width(name));
    say("    {}{}  {}\n", displayed(name), std::string(padding, ' '), words);
  };
  for (auto const& output : summary.outputs) {
    bool const only_tells = output.name.ends_with(worklist_ending) && summary.rows_to_fill == 0;
    line(output.name, only_tells ? "what must be corrected; nothing to fill in" : purpose_of(output.name));
  }
  line(file.base + ".summary.json", "control totals");
}

// Nothing but a notice was found: it says why, and what to do.
void print_why_unreadable(Summary const& summary) {
  for (auto const& [id, times] : summary.outcome.totals.by_rule) {
    if (auto const* const notice = find_rule(id))
      say("{}", wrapped(fmt::format("{} {}", notice->doc.what, notice->doc.fix), screen_columns, "  "));
  }
}

}  // namespace

void print_file(InputFile const& file, Summary const& summary, std::string const& out) {
  auto const& outcome = summary.outcome;
  say("{}: {}\n", displayed(file.shown), name_of(outcome.status));
  if (outcome.status == Status::unreadable) print_why_unreadable(summary);
  say("{}{}", totals_table(outcome.totals, outcome.by_payer), rules_found(outcome.totals));
  print_outputs(file, summary, out);
}

void print_file_briefly(InputFile const& file, Summary const& summary) {
  auto const& totals = summary.outcome.totals;
  auto const& held = totals.of(Disposition::held);
  say("{}: {}: {} of {} {} held, {} of {}\n", displayed(file.shown), name_of(summary.outcome.status),
      held.claims, totals.in.claims, totals.in.claims == 1 ? "claim" : "claims", format_cents(held.cents),
      format_cents(totals.in.cents));
  if (summary.outcome.status == Status::unreadable) print_why_unreadable(summary);
}

}  // namespace scrub837::cli
