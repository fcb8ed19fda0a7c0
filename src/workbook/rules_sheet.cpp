#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <vector>

#include "scrub837/rule.hpp"
#include "src/letters/code_words.hpp"
#include "src/workbook/sheets.hpp"
#include "src/worklist/attachment_words.hpp"

namespace scrub837 {
namespace {

// The two lists stand right of the rules, with a column between.
constexpr std::size_t report_type_column = 7, transmission_column = 8;

struct RuleColumn {
  std::string_view name;
  double width;
};
constexpr std::array rule_sheet_columns{RuleColumn{"rule", 9},           RuleColumn{"name", 30},
                                        RuleColumn{"severity", 9},       RuleColumn{"findings", 9},
                                        RuleColumn{"what it finds", 60}, RuleColumn{"what to do", 70}};

std::string range_of(std::size_t column, std::size_t count) {
  auto const letter = static_cast<char>('A' + column);
  return fmt::format("=Rules!${0}$2:${0}${1}", letter, count + 1);
}

void write_rule(lxw_worksheet* sheet, std::size_t row, Rule const& rule, RunSummary const& run,
                CellFormats const& formats) {
  set_row_lines(sheet, row,
                std::max(lines_in(rule.doc.what, rule_sheet_columns[4].width),
                         lines_in(rule.doc.fix, rule_sheet_columns[5].width)));
  write_text(sheet, row, 0, rule.id, formats.text);
  write_text(sheet, row, 1, rule.name, formats.text);
  write_text(sheet, row, 2, name_of(rule.severity), formats.text);
  auto const found = run.totals.by_rule.find(rule.id);
  worksheet_write_number(sheet, static_cast<lxw_row_t>(row), 3,
                         found == run.totals.by_rule.end() ? 0 : static_cast<double>(found->second),
                         formats.count);
  write_text(sheet, row, 4, rule.doc.what, formats.wrapped);
  write_text(sheet, row, 5, rule.doc.fix, formats.wrapped);
}

void write_choice(lxw_worksheet* sheet, std::size_t row, std::size_t column, std::span<CodeWords const> codes,
                  lxw_format* format) {
  if (row <= codes.size()) write_text(sheet, row, column, as_picked(codes[row - 1]), format);
}

}  // namespace

void add_rules_sheet(WorkbookFile& file, lxw_worksheet* sheet, RunSummary const& run) {
  auto const& formats = file.formats();
  for (std::size_t i = 0; i < rule_sheet_columns.size(); ++i) {
    auto const at = static_cast<lxw_col_t>(i);
    worksheet_set_column(sheet, at, at, rule_sheet_columns[i].width, nullptr);
    write_text(sheet, 0, i, rule_sheet_columns[i].name, formats.header);
  }
  constexpr double list_width = 46;
  worksheet_set_column(sheet, report_type_column, transmission_column, list_width, nullptr);
  write_text(sheet, 0, report_type_column, "attachment_type", formats.header);
  write_text(sheet, 0, transmission_column, "attachment_transmission", formats.header);
  // Those of this run alone: `scrub837 explain` has the others.
  std::vector<Rule const*> rules;
  std::ranges::copy_if(registry(), std::back_inserter(rules),
                       [&](Rule const* rule) { return run.totals.by_rule.contains(rule->id); });
  auto const rows = std::max(rules.size(), document_types().size());
  for (std::size_t row = 1; row <= rows; ++row) {
    if (row <= rules.size()) write_rule(sheet, row, *rules[row - 1], run, formats);
    write_choice(sheet, row, report_type_column, document_types(), formats.text);
    write_choice(sheet, row, transmission_column, ways_to_send(), formats.text);
  }
  worksheet_freeze_panes(sheet, 1, 2);
  worksheet_print_area(sheet, 0, 0, static_cast<lxw_row_t>(rules.size()),
                       static_cast<lxw_col_t>(rule_sheet_columns.size() - 1));
  set_up_print(sheet, 1);
  worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(rules.size()),
                       static_cast<lxw_col_t>(rule_sheet_columns.size() - 1));
  // What is picked comes from here.
  worksheet_protect(sheet, nullptr, nullptr);
}

std::string range_of_report_types() { return range_of(report_type_column, document_types().size()); }

std::string range_of_transmissions() { return range_of(transmission_column, ways_to_send().size()); }

}  // namespace scrub837
