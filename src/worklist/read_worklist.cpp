#include "src/worklist/read_worklist.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "grammar/worklist_csv.hpp"
#include "src/report/csv.hpp"
#include "src/worklist/row_key.hpp"
#include "src/worklist/spreadsheet_text.hpp"
#include "src/worklist/typed_text.hpp"

namespace scrub837 {
namespace {

using grammar::CsvCell;
using grammar::CsvRow;

// Nothing that a letter or a claim takes is longer; what is was pasted into the wrong cell.
constexpr std::size_t longest_cell = 4000;

// ` Charge Reason ` is charge_reason.
std::string column_name(std::string_view text) {
  std::string name(trimmed_cell(text));
  for (auto& byte : name) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
    if (byte == ' ') byte = '_';
  }
  return name;
}

bool is_blank(CsvRow const& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](CsvCell const& cell) { return trimmed_cell(cell.text).empty(); });
}

// Excel's first line that tells the separator: sep=;
std::optional<char> told_separator(std::string_view& text) {
  auto line = text.substr(0, text.find_first_of("\r\n"));
  auto const whole = line.size();
  if (line.size() > 1 && line.front() == '"' && line.back() == '"') line = line.substr(1, line.size() - 2);
  if (line.size() != 5 || column_name(line.substr(0, 4)) != "sep=") return std::nullopt;
  text.remove_prefix(whole);
  return line[4];
}

// The separator with which the first line that isn't empty has most of our columns.
std::optional<char> find_separator(std::string_view text) {
  std::optional<char> best;
  std::size_t most = 0;
  while (text.starts_with('\r') || text.starts_with('\n')) text.remove_prefix(1);
  for (char const separator : {',', ';', '\t'}) {
    auto const rows = grammar::parse_csv(text, separator, 1);
    if (rows.empty()) continue;
    std::size_t count = 0;
    bool has_key = false;
    for (auto const& cell : rows[0].cells) {
      auto const name = column_name(cell.text);
      if (std::ranges::find(worklist_columns, name) != worklist_columns.end()) ++count;
      has_key = has_key || name == "key";
    }
    if (has_key && count > most) {
      most = count;
      best = separator;
    }
  }
  return best;
}

class Reader {
 public:
  WorklistFile read(std::string_view bytes) {
    auto const text = spreadsheet_text(bytes);
    std::string_view rest = text;
    auto const told = told_separator(rest);
    // A line of its own, though it is no row.
    std::size_t const lines_above = told ? 1 : 0;
    if (told) rest.remove_prefix(rest.starts_with("\r\n") ? 2 : rest.empty() ? 0 : 1);
    auto const separator = told ? told : find_separator(rest);
    if (!separator) {
      file_.problems.emplace_back(
          "no line of column names with a column called key at the beginning: this is not a worklist saved "
          "as "
          "CSV");
      return std::move(file_);
    }
    auto const rows = grammar::parse_csv(rest, *separator);
    bool header = false;
    for (auto const& row : rows) {
      if (is_blank(row)) continue;
      line_ = row.line + lines_above;
      if (header) {
        take_row(row);
        continue;
      }
      header = true;
      if (!take_header(row)) break;
    }
    return std::move(file_);
  }

 private:
  void problem(std::string_view words) { file_.problems.push_back(fmt::format("line {}: {}", line_, words)); }

  bool take_header(CsvRow const& row) {
    for (auto const& cell : row.cells) {
      auto name = column_name(cell.text);
      if (!name.empty() && std::find(columns_.begin(), columns_.end(), name) != columns_.end()) {
        problem(fmt::format("column {} has the name of an earlier one and is not read", columns_.size() + 1));
        name.clear();
      }
      columns_.push_back(std::move(name));
    }
    auto const key = std::find(columns_.begin(), columns_.end(), "key");
    if (key != columns_.end()) return true;
    problem("no column is called key");
    return false;
  }

  // A cell as the person sees it: the apostrophe that keeps a text from being a formula is no part of it.
  std::string plain(CsvCell const& cell, std::size_t column, bool& formula) {
    auto text = cell.text;
    if (std::erase(text, '\0') > 0)
      problem(fmt::format("column {} holds NUL bytes; they are left out", column + 1));
    if (cell.loose) problem(fmt::format("column {} goes on behind its closing quote", column + 1));
    auto const begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    auto const seen = std::string_view(text).substr(begin);
    if (seen.starts_with('\'') && begins_formula(seen.substr(1))) return text.substr(begin + 1);
    formula = begins_formula(trimmed_cell(text));
    return text;
  }

  void take_row(CsvRow const& row) {
    FilledRow filled;
    filled.number = line_;
    for (std::size_t i = 0; i < std::min(columns_.size(), row.cells.size()); ++i) {
      if (!columns_[i].empty()) take_cell(filled, row.cells[i], i);
    }
    check_width(filled, row);
    if (filled.key.empty()) return problem("the row has no key and is not read");
    check_line(filled);
    file_.rows.push_back(std::move(filled));
  }

  void take_cell(FilledRow& filled, CsvCell const& cell, std::size_t i) {
    bool formula = false;
    auto text = plain(cell, i, formula);
    auto const& name = columns_[i];
    if (name == "key") {
      filled.key = trimmed_cell(text);
      return;
    }
    auto const typed = typed_columns();
    auto const column = std::find_if(typed.begin(), typed.end(),
                                     [&](TypedColumn const& c) { return name_of(c.column) == name; });
    if (column == typed.end()) {
      filled.others[name] = std::move(text);
      return;
    }
    if (formula) {
      filled.formula = filled.formula || !column->letter_alone;
      return problem(fmt::format(
          "{} begins like a formula (= + - @) and is not used; begin it with a letter or a digit", name));
    }
    auto value = std::string(trimmed_cell(text));
    if (value.size() > longest_cell)
      problem(fmt::format("{} has {} characters; is it in the right cell?", name, value.size()));
    if (column->code) value = in_capitals(value);
    filled.*(column->cell) = std::move(value);
  }

  void check_width(FilledRow& filled, CsvRow const& row) {
    if (row.cells.size() > columns_.size()) {
      auto const extra = row.cells.begin() + static_cast<std::ptrdiff_t>(columns_.size());
      if (std::all_of(extra, row.cells.end(), [](CsvCell const& c) { return trimmed_cell(c.text).empty(); }))
        return;
      filled.uneven = true;
      problem("the row has more cells than the header");
    }
    // Excel leaves out empty cells at a row's end, so only the loss of a cell that we wrote is told.
    auto const typed = typed_columns();
    for (std::size_t i = row.cells.size(); i < columns_.size() && !filled.uneven; ++i) {
      filled.uneven = !columns_[i].empty() &&
                      std::none_of(typed.begin(), typed.end(),
                                   [&](TypedColumn const& c) { return name_of(c.column) == columns_[i]; });
      if (filled.uneven) problem("the row has fewer cells than the header");
    }
  }

  // Where the two differ, a column was sorted without the others.
  void check_line(FilledRow& filled) {
    auto const said = parse_row_key(filled.key);
    auto const column = filled.others.find("line_index");
    auto const shown = column == filled.others.end() ? std::string_view{} : trimmed_cell(column->second);
    auto const listed = whole_number(shown.empty() ? "0" : shown);
    filled.line_index = said ? said->line : listed.value_or(0);
    if (column == filled.others.end() || filled.uneven) return;
    if (!listed) return problem("line_index is not a whole number; the line is taken from the key");
    if (said && said->line != *listed) {
      problem("key and line_index name different lines; was a column sorted alone?");
    }
  }

  WorklistFile file_;
  std::vector<std::string> columns_;
  std::size_t line_ = 0;
};

}  // namespace

std::span<TypedColumn const, typed_column_count> typed_columns() {
  static constexpr std::array<TypedColumn, typed_column_count> columns = {{
      {Typed::narrative, &FilledRow::narrative},
      {Typed::comparable_code, &FilledRow::comparable_code, true},
      {Typed::charge_reason, &FilledRow::charge_reason, true},
      {Typed::visit_nature, &FilledRow::visit_nature, true},
      {Typed::intervention, &FilledRow::intervention, true},
      {Typed::patient_response, &FilledRow::patient_response, true},
      {Typed::attachment_type, &FilledRow::attachment_type, false, true},
      {Typed::attachment_transmission, &FilledRow::attachment_transmission, false, true},
      {Typed::attachment_control_number, &FilledRow::attachment_control_number},
      {Typed::document_name, &FilledRow::document_name, true},
      {Typed::release_reason, &FilledRow::release_reason},
  }};
  return columns;
}

bool typed_for_letter(FilledRow const& row) {
  auto const columns = typed_columns();
  return std::any_of(columns.begin(), columns.end(), [&](TypedColumn const& column) {
    return column.letter_alone && !(row.*column.cell).empty();
  });
}

WorklistFile read_worklist(std::string_view bytes) { return Reader{}.read(bytes); }

}  // namespace scrub837
