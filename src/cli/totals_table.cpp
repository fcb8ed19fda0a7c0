#include "src/cli/totals_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scrub837/claim/money.hpp"
#include "src/report/text_report.hpp"
#include "src/text/utf8.hpp"

namespace scrub837::cli {
namespace {

constexpr std::size_t max_payers = 10;

std::string payer_name(PartyTotals const& payer) {
  constexpr std::size_t room = 28;
  auto const& name = payer.name.empty() ? payer.id : payer.name;
  if (payer.others) return "(all others)";
  if (name.empty()) return "(no payer)";
  return displayed_columns(name, 0, room);
}

std::string payer_line(std::string const& name, PartyTotals const& payer) {
  auto const& held = payer.of(Disposition::held);
  auto const padding = std::string(28 - std::min<std::size_t>(28, display_width(name)), ' ');
  return fmt::format("  {}{} {:>8} {:>14} {:>8} {:>14}\n", name, padding, payer.in.claims,
                     format_cents(payer.in.cents), held.claims, format_cents(held.cents));
}

std::string payers_table(std::vector<PartyTotals> payers) {
  auto const held = [](PartyTotals const& payer) { return payer.of(Disposition::held).cents; };
  std::ranges::stable_sort(payers, [&](PartyTotals const& one, PartyTotals const& other) {
    return held(one) != held(other) ? held(one) > held(other) : one.in.cents > other.in.cents;
  });
  auto text = fmt::format("  {:<28} {:>8} {:>14} {:>8} {:>14}\n", "payer", "claims", "charges", "held",
                          "charges held");
  PartyTotals more;
  for (std::size_t i = 0; i < payers.size(); ++i) {
    if (i < max_payers || payers.size() == max_payers + 1) {
      text += payer_line(payer_name(payers[i]), payers[i]);
    } else {
      more.add(payers[i]);
    }
  }
  if (more.in.claims > 0) text += payer_line(fmt::format("{} more payers", payers.size() - max_payers), more);
  return text;
}

}  // namespace

std::string totals_table(Totals const& totals, std::vector<PartyTotals> const& by_payer) {
  using enum Disposition;
  if (totals.in.claims == 0) return {};
  auto const line = [](std::string_view name, Tally const& tally) {
    return fmt::format("  {:<15} {:>8} {:>16}\n", name, tally.claims, format_cents(tally.cents));
  };
  auto text = fmt::format("  {:<15} {:>8} {:>16}\n", "", "claims", "charges");
  text += line("in", totals.in);
  for (auto const disposition : {clean, fixed, held, released}) {
    if (disposition == released && totals.of(released).claims == 0) continue;
    text += line(name_of(disposition), totals.of(disposition));
    if (disposition == clean && totals.clean_with_warnings.claims > 0)
      text += line("  with warnings", totals.clean_with_warnings);
  }
  text += fmt::format("  {} service {}, {} of them unlisted\n", totals.lines,
                      totals.lines == 1 ? "line" : "lines", totals.unlisted_lines);
  if (auto const fixes = totals.fixes_above_claims; fixes > 0)
    text += fmt::format("  {} {} above the claims\n", fixes, fixes == 1 ? "fix" : "fixes");
  return text + payers_table(by_payer);
}

std::string rules_found(Totals const& totals) {
  std::string found;
  for (auto const& [rule, count] : totals.by_rule)
    found += fmt::format("{}{} x{}", found.empty() ? "found: " : ", ", rule, count);
  return found.empty() ? found : wrapped(found, screen_columns, "  ");
}

}  // namespace scrub837::cli
