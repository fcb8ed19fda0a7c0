#include "src/workbook/workbook.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "grammar/worklist_csv.hpp"
#include "src/report/finding_formats.hpp"
#include "src/text/csv.hpp"
#include "src/workbook/cell_text.hpp"
#include "src/worklist/attachment_words.hpp"
#include "src/worklist/read_worklist.hpp"
#include "src/worklist/workbook_csv.hpp"
#include "src/worklist/zip_parts.hpp"
#include "tests/io/temporary_folder.hpp"

namespace scrub837::test::workbook_test {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(std::string_view csv) {
  Rows rows;
  for (auto const& row : grammar::parse_csv(csv, ',')) {
    if (row.cells.size() < 2) continue;
    auto& cells = rows.emplace_back();
    for (auto const& cell : row.cells) cells.emplace_back(without_apostrophe(cell.text));
  }
  return rows;
}

/// A row of worklist.csv with `text` in some columns.
std::string row_with(std::string_view text, std::string_view key) {
  CsvLine line;
  for (auto const column : worklist_columns) {
    if (column == "patient" || column == "claim" || column == "needed" || column == "narrative") {
      line.add(text);
    } else if (column == "charge") {
      line.add("1450.5");
    } else if (column == "date_to") {
      line.add("20260914");
    } else if (column == "line_index") {
      line.add("1");
    } else if (column == "key") {
      line.add(key);
    } else {
      line.add("");
    }
  }
  return std::string(line.end());
}

std::string workbook_with(std::vector<std::string> const& rows) {
  TemporaryFolder folder;
  WorkbookBuilder builder(folder.path());
  builder.worklist().append(worklist_csv_header());
  for (auto const& row : rows) builder.worklist().append(row);
  builder.findings().append(findings_csv_header());
  RunSummary run;
  run.totals.by_rule["NAR001"] = 3;
  run.by_payer.push_back({.name = "=1+1 PLAN\xFF", .id = "<b>"});
  return builder.finish(run);
}

std::string part_of(std::string const& workbook, std::string const& name) {
  return ZipParts(workbook).read(name);
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

// Without the two columns that are computed.
Rows read_back(std::string const& workbook) {
  auto rows = rows_of(workbook_as_csv(workbook));
  for (auto const* const name : {"days_since_service", "narrative_characters"}) {
    auto const at = std::find(rows[0].begin(), rows[0].end(), name) - rows[0].begin();
    for (auto& row : rows) row.erase(row.begin() + at);
  }
  return rows;
}

TEST_CASE("workbook: what is written is read back as the rows of worklist.csv, whatever texts there are") {
  std::vector<std::string> const texts{"SMITH, ANN",
                                       "=HYPERLINK(\"http://x\",\"y\")",
                                       "+1",
                                       "-WOUND",
                                       "@SUM(A1)",
                                       "'TIS",
                                       "<script>alert('x')</script> & \"quoted\"",
                                       "javascript:alert(1)",
                                       "http://example.com",
                                       "\xE2\x80\xAEwritten backwards",
                                       "two\nlines",
                                       "a\rb\x01\x1B\x7F",
                                       "_x0041_ is no A",
                                       "\xEF\xBF\xBF\xF0\x9F\x98\x80",
                                       "007",
                                       "1E5",
                                       " blanks ",
                                       "#N/A",
                                       "TRUE"};
  std::string csv = worklist_csv_header();
  std::vector<std::string> rows;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    rows.push_back(row_with(texts[i], "C" + std::to_string(i)));
    csv += rows.back();
  }
  auto const workbook = workbook_with(rows);
  CHECK(read_back(workbook) == rows_of(csv));
  auto const sheet = part_of(workbook, "xl/worksheets/sheet1.xml");
  // The formulas are ours: two a row.
  CHECK(count_of(sheet, "<f>") == 2 * texts.size());
  CHECK(count_of(sheet, "<script") == 0);
  CHECK(count_of(sheet, "<hyperlink") == 0);
}

TEST_CASE("workbook: the same bytes for the same contents") {
  auto const row = row_with("SMITH", "C1");
  CHECK(workbook_with({row}) == workbook_with({row}));
}

TEST_CASE("workbook: what is read is locked, what is typed is open, with lists to pick from and a length") {
  auto const workbook = workbook_with({row_with("SMITH", "C1"), row_with("JONES", "C2")});
  auto const sheet = part_of(workbook, "xl/worksheets/sheet1.xml");
  CHECK(count_of(sheet, "<sheetProtection sheet=\"1\"") == 1);
  CHECK(count_of(sheet, "password") == 0);
  CHECK(count_of(part_of(workbook, "xl/styles.xml"), "<protection locked=\"0\"/>") == 1);
  CHECK(sheet.find("<pane xSplit=\"3\" ySplit=\"1\"") != std::string::npos);
  CHECK(sheet.find("<dataValidation type=\"textLength\" operator=\"lessThanOrEqual\"") != std::string::npos);
  CHECK(sheet.find("sqref=\"AA2:AA3\"") != std::string::npos);
  CHECK(sheet.find("<formula1>Rules!$H$2:$H$") != std::string::npos);
  CHECK(sheet.find("<formula1>Rules!$I$2:$I$7</formula1>") != std::string::npos);
  CHECK(count_of(sheet, "<cfRule type=\"expression\"") == 3);
  // Of a number of dollars nobody has to make one.
  CHECK(count_of(sheet, "<v>1450.5</v>") == 2);
}

TEST_CASE("workbook: what can be picked is read as its code") {
  auto const rules = part_of(workbook_with({}), "xl/worksheets/sheet4.xml");
  for (auto const& code : document_types()) {
    CAPTURE(code.code);
    CHECK(report_type_of(as_picked(code)) == code.code);
    if (code.words.find('\'') == std::string_view::npos)
      CHECK(rules.find(as_picked(code)) != std::string::npos);
  }
  for (auto const& code : ways_to_send()) CHECK(transmission_of(as_picked(code)) == code.code);
  CHECK(report_type_of("NN - asked Jane") == "NN - asked Jane");
}

TEST_CASE("workbook: a reader finds nothing wrong with the columns that are computed") {
  auto const key = "C" + std::string(64, 'a') + "-1";
  auto const file = read_worklist(workbook_with({row_with("WOUND CARE", key)}));
  CHECK(file.problems.empty());
  REQUIRE(file.rows.size() == 1);
  CHECK(file.rows[0].number == 2);
  CHECK(file.rows[0].narrative == "WOUND CARE");
  CHECK(file.rows[0].others["charge"] == "1450.5");
}

// What a table hands on: cells with "|" between, rows with a line end.
struct Taken {
  explicit Taken(std::size_t limit) : table(limit, [this](grammar::CsvRow const& row) { add(row); }) {}
  void add(grammar::CsvRow const& row) {
    for (auto const& cell : row.cells) rows += cell.text + "|";
    rows += "\n";
  }
  std::string rows;
  TableRows table;
};

TEST_CASE("workbook: rows come in pieces that end anywhere") {
  std::string const csv = "a,b\r\n\"one\r\ntwo \"\"so\"\"\",1\r\n5,6\r\n7,8";
  for (std::size_t size = 1; size <= csv.size(); ++size) {
    CAPTURE(size);
    Taken taken(1000);
    for (std::size_t at = 0; at < csv.size(); at += size)
      taken.table.append(std::string_view(csv).substr(at, size));
    CHECK(taken.rows == "a|b|\none\r\ntwo \"so\"|1|\n5|6|\n");
    taken.table.end();
    CHECK(taken.rows == "a|b|\none\r\ntwo \"so\"|1|\n5|6|\n7|8|\n");
    CHECK_FALSE(taken.table.cut());
  }
}

TEST_CASE("workbook: rows beyond its limit are left out whole, and it says so") {
  Taken taken(40);
  taken.table.append("a,b\r\n\"one\r\ntwo\",1\r\n\"three\r\n");
  taken.table.append("four and more\",2\r\n5,6\r\n");
  CHECK(taken.table.cut());
  taken.table.append("7,8\r\n");
  taken.table.end();
  CHECK(taken.rows == "a|b|\none\r\ntwo|1|\n");
  TemporaryFolder folder;
  WorkbookBuilder builder(folder.path(), {.worklist = 2000});
  builder.worklist().append(worklist_csv_header());
  for (int i = 0; i < 40; ++i) builder.worklist().append(row_with("SMITH", "C1"));
  builder.findings().append(findings_csv_header());
  auto const summary = part_of(builder.finish({}), "xl/worksheets/sheet2.xml");
  CHECK(summary.find("The sheet Worklist has the first") != std::string::npos);
}

TEST_CASE("workbook: files of several inputs are joined under one header") {
  Taken taken(1000);
  for (std::string const row : {"1,2\r\n", "3,4\r\n"}) {
    taken.table.begin_file(5);
    taken.table.append("a,");
    taken.table.append("b\r\n" + row);
  }
  CHECK(taken.rows == "a|b|\n1|2|\n3|4|\n");
}

TEST_CASE("workbook: a text that is too long for a cell is cut between characters") {
  std::string text(32'766, 'A');
  CHECK(cell_text(text + "\xC3\xA9X") == text + "\xC3\xA9");
  CHECK(cell_text(text + "\xF0\x9F\x98\x80") == text);
}

}  // namespace
}  // namespace scrub837::test::workbook_test
