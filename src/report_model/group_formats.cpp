#include <fmt/format.h>

#include <algorithm>

#include "scrub837/claim/money.hpp"
#include "src/report/colors.hpp"
#include "src/report/json_line.hpp"
#include "src/report_model/finding_groups.hpp"
#include "src/text/csv.hpp"
#include "src/text/utf8.hpp"

namespace scrub837 {
namespace {

std::string joined_rules(FindingGroup const& group) {
  std::string text;
  for (auto const& rule : group.rules) text.append(text.empty() ? "" : " ").append(rule);
  return text;
}

std::string_view heading_of(GroupBy by) {
  switch (by) {
    case GroupBy::cause:
      return "what is wrong";
    case GroupBy::rule:
      return "rule";
    case GroupBy::payer:
      return "payer";
    case GroupBy::provider:
      return "billing provider";
    case GroupBy::claim:
      break;
  }
  return "claim";
}

}  // namespace

std::string groups_table(FindingGroups const& groups, GroupBy by, Screen const& screen) {
  if (groups.findings() == 0) return "No findings.\n";
  constexpr std::size_t smallest_room = 20;
  constexpr std::size_t width_with_held = 54 + smallest_room;
  // All claims of a cause are held.
  bool const with_held = by != GroupBy::cause && screen.width >= width_with_held;
  auto const held_cells = [&](auto const& claims, auto const& charges) {
    return with_held ? fmt::format(" {:>6} {:>13}", claims, charges) : std::string{};
  };
  auto const heading = fmt::format("{:>8} {:>7} {:>14}{}  ", "findings", "claims", "charges",
                                   held_cells("held", "charges held"));
  auto const numbers = heading.size();
  auto const room = std::max<std::size_t>(screen.width, numbers + smallest_room) - numbers;
  bool const with_rules = by == GroupBy::payer || by == GroupBy::provider || by == GroupBy::claim;
  auto table = fmt::format("{}{}\n", heading, heading_of(by));
  for (auto const& row : groups.rows(by, screen)) {
    auto name = row.name;
    if (with_rules) name += ": " + joined_rules(row);
    // A long one goes on below itself, on the screen as in what a job mails.
    auto shown = wrapped(name, room, {});
    shown.pop_back();
    for (auto at = shown.find('\n'); at != std::string::npos; at = shown.find('\n', at + 1))
      shown.insert(at + 1, numbers, ' ');
    table +=
        fmt::format("{:>8} {:>7} {:>14}{}  {}\n", row.findings, row.claims, format_cents(row.cents),
                    held_cells(row.held.claims, format_cents(row.held.cents)),
                    screen.color ? fmt::format("\x1b[{}m{}\x1b[0m", color::of(row.severity), shown) : shown);
  }
  return table + "\n" +
         painted_dim(
             wrapped(fmt::format("{} findings. --group none lists them one by one; --group rule, payer, "
                                 "provider or claim puts them together otherwise.",
                                 groups.findings()),
                     screen.width, {}),
             screen);
}

std::string groups_jsonl(FindingGroups const& groups, GroupBy by, Screen const& screen) {
  std::string lines;
  for (auto const& row : groups.rows(by, screen)) {
    JsonLine json;
    json.text("group", row.name)
        .text("severity", name_of(row.severity))
        .number("findings", row.findings)
        .number("claims", row.claims)
        .text("charges", format_cents(row.cents))
        .text("rules", joined_rules(row))
        .number("claims_held", row.held.claims)
        .text("charges_held", format_cents(row.held.cents));
    lines += json.end();
  }
  return lines;
}

std::string groups_csv(FindingGroups const& groups, GroupBy by, Screen const& screen) {
  CsvLine header;
  for (auto const* const name :
       {"group", "severity", "findings", "claims", "charges", "rules", "claims_held", "charges_held"})
    header.add(name);
  auto lines = std::move(header).finish();
  for (auto const& row : groups.rows(by, screen)) {
    CsvLine line;
    line.add(row.name)
        .add(name_of(row.severity))
        .add(std::to_string(row.findings))
        .add(std::to_string(row.claims))
        .add(format_cents(row.cents))
        .add(joined_rules(row))
        .add(std::to_string(row.held.claims))
        .add(format_cents(row.held.cents));
    lines += std::move(line).finish();
  }
  return lines;
}

}  // namespace scrub837
