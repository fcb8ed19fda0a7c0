#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "scrub837/rule.hpp"
#include "src/workbook/sheets.hpp"

namespace scrub837 {
namespace {

// As many as a chart can show; the CSV files and run.summary.json have all.
constexpr std::size_t most_in_chart = 15;

/// Rows from the top down: an earlier one can't be written any more.
class SummarySheet {
 public:
  SummarySheet(WorkbookFile& file, lxw_worksheet* sheet)
      : file_(&file), formats_(&file.formats()), sheet_(sheet) {
    constexpr double words = 48, numbers = 15;
    worksheet_set_column(sheet_, 0, 0, words, nullptr);
    worksheet_set_column(sheet_, 1, 4, numbers, nullptr);
    worksheet_set_landscape(sheet_);
    worksheet_fit_to_pages(sheet_, 1, 0);
  }

  void write(RunSummary const& run, SheetSize worklist, SheetSize findings) {
    write_text(sheet_, row_++, 0, "Summary", formats_->title);
    limits(worklist, findings);
    ++row_;
    outcome(run.totals);
    payers(run.by_payer);
    rules(run.totals);
    notes("Not checked", run.facts.not_checked);
    std::vector<std::string> lists;
    for (auto const& list : run.facts.code_lists) lists.push_back(list.name + " " + list.date);
    notes("Code lists", lists);
  }

 private:
  void text(std::size_t column, std::string_view words, lxw_format* format) {
    write_text(sheet_, row_, column, words, format);
  }
  void number(lxw_col_t column, double value, lxw_format* format) {
    worksheet_write_number(sheet_, row_, column, value, format);
  }
  void count(lxw_col_t column, std::uint64_t value) {
    number(column, static_cast<double>(value), formats_->count);
  }
  void money(lxw_col_t column, std::int64_t cents) {
    constexpr double dollar = 100;
    number(column, static_cast<double>(cents) / dollar, formats_->money);
  }
  void header(std::initializer_list<std::string_view> words) {
    std::size_t column = 0;
    for (auto const word : words) text(column++, word, formats_->header);
    ++row_;
  }

  void limits(SheetSize worklist, SheetSize findings) {
    auto const say = [&](SheetSize size, std::string_view name, std::string_view all) {
      if (!size.cut) return;
      text(0, fmt::format("The sheet {} has the first {} rows; {} has all of them.", name, size.rows, all),
           formats_->too_long);
      ++row_;
    };
    say(worklist, "Worklist", "worklist.csv");
    say(findings, "Findings", "findings.csv");
  }

  void outcome(Totals const& totals) {
    header({"outcome", "claims", "dollars"});
    using enum Disposition;
    for (auto const disposition : {clean, fixed, held, released}) {
      tally(name_of(disposition), totals.of(disposition));
      if (disposition == clean) tally("clean, with warnings", totals.clean_with_warnings);
    }
    tally("all", totals.in);
    ++row_;
  }
  void tally(std::string_view name, Tally const& tally) {
    text(0, name, formats_->text);
    count(1, tally.claims);
    money(2, tally.cents);
    ++row_;
  }

  void payers(std::vector<PartyTotals> parties) {
    std::ranges::stable_sort(parties, [](PartyTotals const& one, PartyTotals const& other) {
      return one.of(Disposition::held).cents > other.of(Disposition::held).cents;
    });
    header({"payer", "claims", "claims held", "dollars", "dollars held"});
    auto const first = row_;
    for (auto const& party : parties) {
      if (row_ - first == most_in_chart) break;
      auto const& held = party.of(Disposition::held);
      text(0, party.others ? "other payers" : party.name + (party.id.empty() ? "" : " (" + party.id + ")"),
           formats_->text);
      count(1, party.in.claims);
      count(2, held.claims);
      money(3, party.in.cents);
      money(4, held.cents);
      ++row_;
    }
    constexpr lxw_col_t dollars_held = 4;
    chart("Dollars held by payer", first, dollars_held, "$#,##0");
    ++row_;
  }

  void rules(Totals const& totals) {
    std::vector<std::pair<std::uint64_t, std::string_view>> found;
    for (auto const& [rule, times] : totals.by_rule) found.emplace_back(times, rule);
    std::ranges::stable_sort(found,
                             [](auto const& one, auto const& other) { return one.first > other.first; });
    header({"rule", "findings"});
    auto const first = row_;
    for (auto const& [times, rule] : found) {
      if (row_ - first == most_in_chart) break;
      auto const* const known = find_rule(rule);
      text(0, known == nullptr ? std::string(rule) : fmt::format("{} {}", rule, known->name), formats_->text);
      count(1, times);
      ++row_;
    }
    chart("Findings by rule", first, 1, "#,##0");
    ++row_;
  }

  void notes(std::string_view title, std::vector<std::string> const& lines) {
    if (lines.empty()) return;
    header({title});
    for (auto const& line : lines) {
      text(0, line, formats_->wrapped);
      ++row_;
    }
    ++row_;
  }

  // Of the rows since `first`, right of the tables.
  void chart(char const* title, lxw_row_t first, lxw_col_t column, char const* number_format) {
    if (row_ == first) return;
    auto* const chart = file_->add_chart(LXW_CHART_BAR);
    auto* const series = chart_add_series(chart, nullptr, nullptr);
    chart_series_set_categories(series, "Summary", first, 0, row_ - 1, 0);
    chart_series_set_values(series, "Summary", first, column, row_ - 1, column);
    chart_title_set_name(chart, title);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    chart_axis_set_reverse(chart->y_axis);
    // A number at each bar says more than an axis does; bars begin at 0.
    chart_axis_set_min(chart->x_axis, 0);
    chart_axis_off(chart->x_axis);
    chart_axis_major_gridlines_set_visible(chart->x_axis, LXW_FALSE);
    chart_series_set_labels(series);
    chart_series_set_labels_num_format(series, number_format);
    constexpr std::uint16_t gap_in_percent = 40;
    chart_set_series_gap(chart, gap_in_percent);
    lxw_chart_fill fill{.color = 0x2F6DB5, .none = LXW_FALSE, .transparency = 0};
    chart_series_set_fill(series, &fill);
    constexpr lxw_col_t beside = 6;
    constexpr lxw_row_t rows_a_chart = 17;
    lxw_chart_options wide{};
    wide.x_scale = 1.4;
    // Each bar has its name.
    constexpr lxw_row_t bars_at_usual_height = 8;
    wide.y_scale = row_ - first > bars_at_usual_height ? 1.6 : 1;
    worksheet_insert_chart_opt(sheet_, 1 + rows_a_chart * charts_++, beside, chart, &wide);
  }

  WorkbookFile* file_;
  CellFormats const* formats_;
  lxw_worksheet* sheet_;
  lxw_row_t row_ = 0, charts_ = 0;
};

}  // namespace

void add_summary_sheet(WorkbookFile& file, lxw_worksheet* sheet, RunSummary const& run, SheetSize worklist,
                       SheetSize findings) {
  SummarySheet(file, sheet).write(run, worklist, findings);
}

}  // namespace scrub837
