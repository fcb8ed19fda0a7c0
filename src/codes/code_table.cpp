#include "src/codes/code_table.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "grammar/code_files.hpp"
#include "grammar/worklist_csv.hpp"

namespace scrub837 {
namespace {

using grammar::CsvRow;

// Column names in capitals; empty: the list has no such column.
struct Table {
  CodeListKind kind;
  std::string_view code;
  std::string_view beside;  ///< a column that no other table has
  std::string_view from, to;
};

constexpr std::array tables{
    Table{CodeListKind::hcpcs, "HCPC", "RECID", "ADD DT", "TERM DT"},
    Table{CodeListKind::taxonomy, "CODE", "CLASSIFICATION", "EFFECTIVE DATE", "DEACTIVATION DATE"},
    Table{CodeListKind::deactivated_npi, "NPI", "NPPES DEACTIVATION DATE", "NPPES DEACTIVATION DATE", ""},
    Table{CodeListKind::place_of_service, "PLACE OF SERVICE CODE", "PLACE OF SERVICE NAME", "", ""},
    Table{CodeListKind::place_of_service, "PLACE OF SERVICE CODE(S)", "PLACE OF SERVICE NAME", "", ""},
    Table{CodeListKind::cpt, "CODE", "FROM", "FROM", "TO"},
    Table{CodeListKind::cpt, "CODE", "TO", "", "TO"},
    Table{CodeListKind::cpt, "CODE", "", "", ""},
};

// A column's name in capitals, without blanks around it; _ is a blank.
std::string column_name(std::string_view text) {
  std::string name;
  for (char byte : text) {
    if (byte == '_' || byte == '\n' || byte == '\r') byte = ' ';
    if (byte == ' ' && (name.empty() || name.back() == ' ')) continue;
    if (byte >= 'a' && byte <= 'z') byte = static_cast<char>(byte - 'a' + 'A');
    name.push_back(byte);
  }
  while (!name.empty() && name.back() == ' ') name.pop_back();
  return name;
}

constexpr std::size_t no_column = static_cast<std::size_t>(-1);

std::size_t column_of(std::vector<std::string> const& header, std::string_view name) {
  if (name.empty()) return no_column;
  auto const found = std::find(header.begin(), header.end(), name);
  return found == header.end() ? no_column : static_cast<std::size_t>(found - header.begin());
}

// The table that a row is the header of. A list of codes alone has no column but its dates.
Table const* table_of(std::vector<std::string> const& header) {
  for (auto const& table : tables) {
    if (column_of(header, table.code) == no_column) continue;
    if (table.beside.empty() ? header.size() == 1 : column_of(header, table.beside) != no_column)
      return &table;
  }
  return nullptr;
}

std::string_view cell(CsvRow const& row, std::size_t column) {
  if (column >= row.cells.size()) return {};
  std::string_view text = row.cells[column].text;
  while (!text.empty() && (text.front() == ' ' || text.front() == '\'')) text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// A code as the table has it; a spreadsheet takes the zero from 01.
std::string code_in(Table const& table, std::string_view text) {
  std::string code;
  if (table.kind == CodeListKind::place_of_service && text.size() == 1) code.push_back('0');
  code.append(text);
  return code;
}

// Whether a row is of a code that the list is asked for: of the HCPCS file, no modifier and no further line.
bool is_code(Table const& table, std::string_view record, std::string_view code) {
  constexpr std::size_t short_code = 2, hcpcs_code = 5, npi = 10;
  switch (table.kind) {
    case CodeListKind::hcpcs:
      return code.size() == hcpcs_code && (record.empty() || record == "3");
    case CodeListKind::place_of_service:
      return code.size() == short_code;
    case CodeListKind::deactivated_npi:
      return code.size() == npi;
    default:
      return !code.empty();
  }
}

CodeList read_rows(grammar::CsvReader& reader, Table const& table, std::vector<std::string> const& header) {
  auto const code_column = column_of(header, table.code);
  auto const record_column = table.kind == CodeListKind::hcpcs ? column_of(header, table.beside) : no_column;
  auto const from_column = column_of(header, table.from);
  auto const to_column = column_of(header, table.to);
  CodeList list;
  list.kind = table.kind;
  CsvRow row;
  while (reader.next(row)) {
    auto const code = code_in(table, cell(row, code_column));
    if (!is_code(table, cell(row, record_column), code)) continue;
    list.codes.add(code,
                   {grammar::parse_day(cell(row, from_column)), grammar::parse_day(cell(row, to_column))});
  }
  list.codes.finish();
  return list;
}

std::optional<CodeList> read_separated(std::string_view text, char separator) {
  // NPPES writes a title above the columns, CMS sometimes several lines of notice.
  constexpr int max_titles = 15;
  grammar::CsvReader reader(text, separator);
  CsvRow row;
  for (int i = 0; i <= max_titles && reader.next(row); ++i) {
    std::vector<std::string> header;
    for (auto const& one : row.cells) header.push_back(column_name(one.text));
    if (auto const* const table = table_of(header)) {
      auto list = read_rows(reader, *table, header);
      if (list.codes.size() > 0) return list;
      return std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<CodeList> read_code_table(std::string_view text) {
  for (char const separator : {',', ';', '\t'}) {
    if (auto list = read_separated(text, separator)) return list;
  }
  return std::nullopt;
}

}  // namespace scrub837
