#include "src/report/statistics_formats.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "scrub837/rule.hpp"
#include "src/report/json_line.hpp"
#include "src/text/csv.hpp"

namespace scrub837 {
namespace {

constexpr std::string_view row_format = "{:<6} {:<34} {:<8} {:>9} {:>9} {:>9}\n";
constexpr std::size_t name_width = 34;

std::vector<RuleCount> by_frequency(RuleCounts const& counts) {
  std::vector<RuleCount> rows;
  for (auto const& [id, count] : counts) rows.push_back(count);
  // The map is sorted by id, and a stable sort keeps that where counts are equal.
  std::stable_sort(rows.begin(), rows.end(),
                   [](RuleCount const& a, RuleCount const& b) { return a.findings > b.findings; });
  return rows;
}

// Rounded down: 100.0 means every one.
std::string percent(std::uint64_t part, std::uint64_t whole) {
  auto const tenths = whole == 0 ? 0 : part * 1000 / whole;
  return fmt::format("{}.{}%", tenths / 10, tenths % 10);
}

}  // namespace

std::string statistics_table(RuleCounts const& counts) {
  if (counts.empty()) return "No findings.\n";
  auto table = fmt::format(row_format, "rule", "name", "severity", "findings", "fixable", "claims");
  std::uint64_t findings = 0;
  std::uint64_t fixable = 0;
  for (auto const& row : by_frequency(counts)) {
    table += fmt::format(row_format, row.rule->id, row.rule->name.substr(0, name_width),
                         name_of(row.severity), row.findings, row.fixable, row.claims);
    findings += row.findings;
    fixable += row.fixable;
  }
  return table + fmt::format("total: {} {}, of which scrub would fix {} ({})\n", findings,
                             findings == 1 ? "finding" : "findings", fixable, percent(fixable, findings));
}

std::string statistics_jsonl(RuleCounts const& counts) {
  std::string lines;
  for (auto const& row : by_frequency(counts)) {
    JsonLine json;
    json.text("rule", row.rule->id)
        .text("name", row.rule->name)
        .text("severity", name_of(row.severity))
        .number("findings", row.findings)
        .number("fixable", row.fixable)
        .number("claims", row.claims);
    lines += json.end();
  }
  return lines;
}

std::string statistics_csv(RuleCounts const& counts) {
  CsvLine header;
  for (auto const* const name : {"rule", "name", "severity", "findings", "fixable", "claims"})
    header.add(name);
  auto lines = std::move(header).finish();
  for (auto const& row : by_frequency(counts)) {
    CsvLine line;
    line.add(row.rule->id)
        .add(row.rule->name)
        .add(name_of(row.severity))
        .add(std::to_string(row.findings))
        .add(std::to_string(row.fixable))
        .add(std::to_string(row.claims));
    lines += std::move(line).finish();
  }
  return lines;
}

}  // namespace scrub837
