#include "src/worklist/worklist_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "scrub837/report.hpp"
#include "src/scrub/row_key.hpp"
#include "src/text/near_name.hpp"
#include "src/worklist/spreadsheet_text.hpp"
#include "src/worklist/typed_text.hpp"
#include "src/worklist/workbook_csv.hpp"
#include "src/worklist/zip_parts.hpp"

namespace scrub837 {
namespace {

using grammar::CsvCell;
using grammar::CsvReader;
using grammar::CsvRow;

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

// A column that is typed into may have lost its name, or got another: it stands where that one belongs.
void find_renamed(WorklistHeader& header, std::size_t number, std::vector<std::string>& problems) {
  auto const is_ours = [](std::string_view name) {
    return std::ranges::find(worklist_columns, name) != worklist_columns.end();
  };
  auto const is_at = [&](std::size_t at, std::string_view name) {
    return at < header.columns.size() && header.columns[at] == name;
  };
  for (std::size_t i = first_typed_column; i < first_typed_column + typed_column_count; ++i) {
    auto const name = worklist_columns[i];
    if (std::ranges::find(header.columns, name) != header.columns.end()) continue;
    for (std::size_t at = 0; at < header.columns.size(); ++at) {
      bool const between =
          at > 0 && is_at(at - 1, worklist_columns[i - 1]) && is_at(at + 1, worklist_columns[i + 1]);
      if (!between || is_ours(header.columns[at]) || header.misnamed[at]) continue;
      problems.push_back(
          header.columns[at].empty()
              ? fmt::format("row {}: column {} has no name; it stands where {} belongs", number, at + 1, name)
              : fmt::format("row {}: column {} has the unknown name {} and is ignored; did you "
                            "mean {}?",
                            number, at + 1, header.columns[at], name));
      header.misnamed[at] = true;
    }
  }
}

}  // namespace

bool is_key(std::string_view text) {
  return parse_row_key(trimmed_cell(text)).has_value() || parse_key_above(trimmed_cell(text)).has_value();
}

WorklistLines::WorklistLines(std::string bytes) {
  bool const workbook = is_workbook(bytes);
  try {
    text_ = spreadsheet_text(workbook ? workbook_as_csv(bytes) : std::move(bytes));
  } catch (WorkbookError const& error) {
    problems_.emplace_back(error.what());
    return;
  }
  std::string_view rest = text_;
  auto const told = told_separator(rest);
  // A line of its own, though spreadsheets don't show it.
  if (told) {
    ++first_.line;
    rest.remove_prefix(rest.starts_with("\r\n") ? 2 : rest.empty() ? 0 : 1);
  }
  auto const separator = told ? told : find_separator(rest);
  if (!separator) {
    problems_.emplace_back(
        workbook ? "there is no header row with a column named key: this workbook's sheet is not a worklist"
                 : "there is no header row with a column named key: this is not a worklist saved as CSV");
    return;
  }
  separator_ = *separator;
  CsvReader reader(rest, separator_, first_);
  CsvRow row;
  while (reader.next(row)) {
    if (is_blank(row)) continue;
    header_ = read_header(row, problems_);
    if (!header_) return;
    auto const read = static_cast<std::size_t>(reader.raw().data() - rest.data()) + reader.raw().size();
    rows_ = rest.substr(read);
    first_ = reader.position();
    return;
  }
}

WorklistLines::Header WorklistLines::read_header(CsvRow const& row, std::vector<std::string>& problems) {
  auto header = std::make_shared<WorklistHeader>();
  auto& [columns, misnamed, cells, key_column] = *header;
  cells = row.cells;
  for (auto const& cell : row.cells) {
    auto name = column_name(cell.text);
    if (!name.empty() && std::find(columns.begin(), columns.end(), name) != columns.end()) {
      problems.push_back(
          fmt::format("row {}: column {} has the same name as an earlier column and is ignored", row.number,
                      columns.size() + 1));
      misnamed.push_back(true);
      columns.emplace_back();
      continue;
    }
    auto const meant =
        std::ranges::find_if(worklist_columns, [&](auto column) { return is_misspelled(name, column); });
    bool const is_column = std::ranges::find(worklist_columns, name) != worklist_columns.end();
    if (!is_column && meant != worklist_columns.end()) {
      problems.push_back(
          fmt::format("row {}: column {} has the unknown name {} and is ignored; did you mean {}?",
                      row.number, columns.size() + 1, name, *meant));
    }
    misnamed.push_back(!is_column && meant != worklist_columns.end());
    columns.push_back(std::move(name));
  }
  find_renamed(*header, row.number, problems);
  auto const key = std::find(columns.begin(), columns.end(), "key");
  if (key == columns.end()) {
    problems.push_back(fmt::format("row {}: there is no column named key", row.number));
    return nullptr;
  }
  key_column = static_cast<std::size_t>(key - columns.begin());
  return header;
}

// Two worklists that were put together have a header in their midst.
bool WorklistLines::is_header(CsvRow const& row) {
  auto const names = [&](std::string_view name) {
    return std::ranges::any_of(row.cells,
                               [&](CsvCell const& cell) { return column_name(cell.text) == name; });
  };
  return names("key") && (names("claim") || names("narrative") || row.cells.size() < 3);
}

// A row that stands for itself: our key in its place, and once.
bool WorklistLines::is_whole_row(std::string_view line, std::size_t key_column) const {
  CsvReader reader(line, separator_);
  CsvRow row;
  return reader.next(row) && row.cells.size() > key_column && is_key(row.cells[key_column].text) &&
         count_keys(reader.raw()) == 1;
}

// A quote that is not closed in its row goes on to the next one: several keys are in what looks like one
// row. Those that are whole from their line on are read by themselves.
void WorklistLines::uncover(CsvReader& reader, WorklistLine& line) const {
  auto const raw = reader.raw();
  if (raw.find_first_of("\r\n") + 2 >= raw.size() || count_keys(raw) < 2) return;
  std::size_t number = line.row.line;
  std::vector<std::pair<std::size_t, std::size_t>> begins;  // of its lines with a key: offset, line number
  for (std::size_t at = 0; at < raw.size();) {
    auto const end = std::min(raw.find_first_of("\r\n", at), raw.size());
    if (at > 0 && count_keys(raw.substr(at, end - at)) > 0) begins.emplace_back(at, number);
    at = raw.substr(end).starts_with("\r\n") ? end + 2 : end + 1;
    ++number;
  }
  for (auto const& [at, line_number] : begins) {
    if (!is_whole_row(raw.substr(at), line.header->key_column)) {
      line.lost.push_back(line_number);
      continue;
    }
    for (auto const& [other, other_number] : begins) {
      if (other >= at) line.hidden.push_back(other_number);
    }
    return reader.cut(at, line.row);
  }
}

void WorklistLines::for_each(std::function<void(WorklistLine const&)> const& take,
                             std::vector<std::string>& problems) const {
  CsvReader reader(rows_, separator_, first_);
  WorklistLine line;
  line.header = header_;
  while (reader.next(line.row)) {
    line.hidden.clear();
    line.lost.clear();
    if (is_blank(line.row)) continue;
    if (is_header(line.row)) {
      if (!std::ranges::equal(line.row.cells, line.header->cells, {}, &CsvCell::text, &CsvCell::text))
        if (auto next = read_header(line.row, problems)) line.header = std::move(next);
      continue;
    }
    uncover(reader, line);
    line.cut = !reader.raw().ends_with('\n') && !reader.raw().ends_with('\r') &&
               line.row.cells.size() < line.header->columns.size();
    take(line);
  }
}

}  // namespace scrub837
