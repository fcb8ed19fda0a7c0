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
  constexpr std::size_t numbers = 33;
  auto const room = std::max<std::size_t>(screen.width, numbers + 20) - numbers;
  bool const with_rules = by == GroupBy::payer || by == GroupBy::provider || by == GroupBy::claim;
  auto table = fmt::format("{:>8} {:>7} {:>14}  {}\n", "findings", "claims", "charges", heading_of(by));
  for (auto const& row : groups.rows(screen)) {
    auto name = row.name;
    if (with_rules) name += ": " + joined_rules(row);
    // A long one goes on below itself, on the screen as in what a job mails.
    auto shown = wrapped(name, room, {});
    shown.pop_back();
    for (auto at = shown.find('\n'); at != std::string::npos; at = shown.find('\n', at + 1))
      shown.insert(at + 1, numbers, ' ');
    table +=
        fmt::format("{:>8} {:>7} {:>14}  {}\n", row.findings, row.claims, format_cents(row.cents),
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

std::string groups_jsonl(FindingGroups const& groups, Screen const& screen) {
  std::string lines;
  for (auto const& row : groups.rows(screen)) {
    JsonLine json;
    json.text("group", row.name)
        .text("severity", name_of(row.severity))
        .number("findings", row.findings)
        .number("claims", row.claims)
        .text("charges", format_cents(row.cents))
        .text("rules", joined_rules(row));
    lines += json.end();
  }
  return lines;
}

std::string groups_csv(FindingGroups const& groups, Screen const& screen) {
  CsvLine header;
  for (auto const* const name : {"group", "severity", "findings", "claims", "charges", "rules"})
    header.add(name);
  auto lines = std::move(header).finish();
  for (auto const& row : groups.rows(screen)) {
    CsvLine line;
    line.add(row.name)
        .add(name_of(row.severity))
        .add(std::to_string(row.findings))
        .add(std::to_string(row.claims))
        .add(format_cents(row.cents))
        .add(joined_rules(row));
    lines += std::move(line).finish();
  }
  return lines;
}

}  // namespace scrub837
