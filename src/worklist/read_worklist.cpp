#include "src/worklist/read_worklist.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "src/scrub/row_key.hpp"
#include "src/text/csv.hpp"
#include "src/worklist/attachment_words.hpp"
#include "src/worklist/plain_letters.hpp"
#include "src/worklist/typed_text.hpp"
#include "src/worklist/worklist_lines.hpp"

namespace scrub837 {
namespace {

using grammar::CsvCell;

// Nothing that a letter or a claim takes is longer; what is was pasted into the wrong cell.
constexpr std::size_t longest_cell = 4000;

// Columns of ours that only the person reads, and that nothing is compared with; they may be as long as they
// are.
constexpr auto read_by_person = std::to_array<std::string_view>(
    {"needed", "provider", "file", "segment", "last_result", "interchange", "group"});

class Reader {
 public:
  explicit Reader(std::string bytes) : lines_(std::move(bytes)) {}

  WorklistFile read() {
    file_.problems = lines_.problems();
    lines_.for_each(
        [this](WorklistLine const& line) {
          if (line.header != header_) take_header(line.header);
          take_row(line);
        },
        file_.problems);
    return std::move(file_);
  }

 private:
  void take_header(std::shared_ptr<WorklistHeader const> header) {
    header_ = std::move(header);
    auto const typed = typed_columns();
    typed_.clear();
    for (auto const& name : header_->columns) {
      auto const column = std::find_if(typed.begin(), typed.end(),
                                       [&](TypedColumn const& c) { return name_of(c.column) == name; });
      typed_.push_back(column == typed.end() ? nullptr : &*column);
    }
  }

  void problem(std::string_view words) {
    file_.problems.push_back(fmt::format("row {}: {}", number_, words));
  }

  // A cell as the person sees it: the apostrophe that keeps a text from being a formula or a number is no
  // part of it. In a column that nobody types into, one is only before what would be a formula.
  std::string plain(CsvCell const& cell, std::size_t column) {
    auto text = cell.text;
    if (std::erase(text, '\0') > 0)
      problem(fmt::format("column {} has NUL bytes; they are ignored", column + 1));
    if (cell.text_after_quote)
      problem(fmt::format("column {} has text after its closing quotation mark", column + 1));
    auto const begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    auto const seen = std::string_view(text).substr(begin);
    bool const typed = typed_[column] != nullptr;
    if (seen.starts_with('\'') && (typed || begins_formula(seen.substr(1)))) return text.substr(begin + 1);
    return text;
  }

  void take_row(WorklistLine const& line) {
    auto const& row = line.row;
    number_ = row.number;
    FilledRow filled;
    filled.number = number_;
    filled.lists_claim =
        std::find(header_->columns.begin(), header_->columns.end(), "claim") != header_->columns.end();
    for (std::size_t i = 0; i < std::min(header_->columns.size(), row.cells.size()); ++i) {
      if (!header_->columns[i].empty()) take_cell(filled, row.cells[i], i);
    }
    check_width(filled, row);
    tell_unread(filled, line);
    tell_hidden(filled, line);
    if (filled.key.empty()) {
      problem("the row has no key and is skipped");
      bool const shifted =
          std::ranges::any_of(row.cells, [](CsvCell const& cell) { return is_key(cell.text); });
      if (!shifted && !anything_typed(filled)) return;
      filled.refused = shifted ? "The key is in another column; was a cell of this row deleted or inserted?"
                               : "The row has no key, so it cannot be matched to a claim.";
      filled.unread_text = filled.unread_text || shifted;
    }
    check_line(filled);
    file_.rows.push_back(std::move(filled));
  }

  void take_cell(FilledRow& filled, CsvCell const& cell, std::size_t i) {
    auto const& name = header_->columns[i];
    auto const* const column = typed_[i];
    auto text = plain(cell, i);
    if (name == "key") {
      filled.key = trimmed_cell(text);
    } else if (column == nullptr) {
      auto const unused = std::find(read_by_person.begin(), read_by_person.end(), name);
      if (unused == read_by_person.end()) filled.others.set(name, std::move(text));
    } else {
      take_typed(filled, *column, in_one_line(text, column->column));
      if (cell.text_after_quote && column->use == TypedColumn::Use::answer) {
        filled.refused = fmt::format("{} has an unmatched quotation mark; type it without one.", name);
      }
    }
  }

  void take_typed(FilledRow& filled, TypedColumn const& column, std::string value) {
    auto const name = name_of(column.column);
    if (runs_as_formula(value)) {
      filled.formulas.set(static_cast<std::size_t>(column.column));
      filled.formula = filled.formula || column.use == TypedColumn::Use::answer;
      problem(fmt::format(
          "{} begins like a formula (= + - @) and is not used; start it with a letter or a digit", name));
    }
    if (value.size() > longest_cell)
      problem(fmt::format("{} has {} characters. Is it in the right cell?", name, value.size()));
    if (column.column == Typed::attachment_control_number) value = plain_letters(value);
    if (column.column == Typed::attachment_type) value = report_type_of(value);
    if (column.column == Typed::attachment_transmission) value = transmission_of(value);
    filled.*(column.cell) = std::move(value);
  }

  void check_width(FilledRow& filled, grammar::CsvRow const& row) {
    if (row.cells.size() > header_->columns.size()) {
      auto const extra = row.cells.begin() + static_cast<std::ptrdiff_t>(header_->columns.size());
      if (std::all_of(extra, row.cells.end(), [](CsvCell const& c) { return trimmed_cell(c.text).empty(); }))
        return;
      filled.wrong_cell_count = true;
      problem("the row has more cells than the header");
    }
    // Excel leaves out empty cells at a row's end, so only the loss of a cell that we wrote is told.
    for (std::size_t i = row.cells.size(); i < header_->columns.size() && !filled.wrong_cell_count; ++i) {
      filled.wrong_cell_count = !header_->columns[i].empty() && typed_[i] == nullptr;
      if (filled.wrong_cell_count) problem("the row has fewer cells than the header");
    }
  }

  // What makes a text stand in a column that it was not typed into, or in none.
  void tell_unread(FilledRow& filled, WorklistLine const& line) {
    auto const refuse_row = [&](std::string_view why) {
      filled.refused = why;
      filled.unread_text = true;
      problem(why);
    };
    auto const& cells = line.row.cells;
    if (line.cut) return refuse_row("The file ends in the middle of this row; it may have been cut off.");
    if (std::ranges::any_of(cells, &CsvCell::open_quote))
      return refuse_row("A quotation mark in this row is not closed; type the text without quotation marks.");
    for (std::size_t i = 0; i < std::min(cells.size(), header_->columns.size()); ++i) {
      if (header_->misnamed[i] && !trimmed_cell(cells[i].text).empty())
        return refuse_row("There is text in a column whose name is repeated or unknown; correct the header.");
    }
    if (filled.wrong_cell_count && !anything_typed(filled) && !parse_row_key(filled.key) &&
        !parse_key_above(filled.key))
      refuse_row("The row does not have the header's columns or separator, so it cannot be read.");
  }

  void tell_hidden(FilledRow& filled, WorklistLine const& line) {
    auto const& hidden = line.hidden;
    auto const& lost = line.lost;
    if (hidden.empty() && lost.empty()) return;
    auto words = std::string("A quotation mark that is not closed");
    if (!hidden.empty()) {
      words += fmt::format(" hid the rows on lines {}, which were read separately", fmt::join(hidden, ", "));
    }
    if (!lost.empty()) {
      words += fmt::format("{} hid the rows on lines {}, which cannot be read", hidden.empty() ? "" : " and",
                           fmt::join(lost, ", "));
    }
    problem(words);
    filled.refused = words + "; type the text without quotation marks.";
  }

  // Where the two differ, a column was sorted without the others.
  void check_line(FilledRow& filled) {
    auto const said = parse_row_key(filled.key);
    bool const listed_here =
        std::find(header_->columns.begin(), header_->columns.end(), "line_index") != header_->columns.end();
    auto const shown = trimmed_cell(filled.others["line_index"]);
    auto const listed = whole_number(shown.empty() ? "0" : shown);
    filled.line_index = said ? said->line : listed.value_or(0);
    if (!listed_here || filled.wrong_cell_count || filled.key.empty()) return;
    if (!listed) return problem("line_index is not a whole number; the line number in the key is used");
    if (said && said->line != *listed) {
      problem("key and line_index are for different lines; was one column sorted without the others?");
      if (filled.refused.empty()) {
        filled.refused =
            "key and line_index are for different lines; was one column sorted without the others?";
      }
    }
  }

  WorklistLines lines_;
  std::shared_ptr<WorklistHeader const> header_;  ///< of the row
  std::vector<TypedColumn const*> typed_;         ///< by column; null: it is none of these
  WorklistFile file_;
  std::size_t number_ = 0;  ///< of the row
};

}  // namespace

WorklistFile read_worklist(std::string bytes) { return Reader(std::move(bytes)).read(); }

std::string rows_kept(std::string bytes, std::span<std::size_t const> numbers) {
  WorklistLines const lines(std::move(bytes));
  std::string kept;
  CsvLine line;
  auto const add = [&](std::vector<CsvCell> const& cells) {
    line.clear();
    for (auto const& cell : cells) {
      // The apostrophe that we wrote before a formula is written anew.
      bool const written =
          cell.text.starts_with('\'') && begins_formula(std::string_view(cell.text).substr(1));
      line.add(std::string_view(cell.text).substr(written ? 1 : 0));
    }
    kept.append(line.end());
  };
  // Rows stand below the header that is above them.
  std::shared_ptr<WorklistHeader const> header;
  std::vector<std::string> problems;
  lines.for_each(
      [&](WorklistLine const& row) {
        if (!std::binary_search(numbers.begin(), numbers.end(), row.row.number)) return;
        if (row.header != header) add(row.header->cells);
        header = row.header;
        add(row.row.cells);
      },
      problems);
  return kept;
}

}  // namespace scrub837
