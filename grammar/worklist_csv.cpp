#include "grammar/worklist_csv.hpp"

#include <boost/fusion/include/adapt_struct.hpp>
#include <boost/spirit/home/x3.hpp>

namespace scrub837::grammar {
namespace {

/// A cell as it is: the part in quotes, quotes included, and what is outside of them.
struct RawCell {
  std::string quoted, bare;
};

}  // namespace
}  // namespace scrub837::grammar

BOOST_FUSION_ADAPT_STRUCT(scrub837::grammar::RawCell, quoted, bare)

namespace scrub837::grammar {
namespace {

namespace x3 = boost::spirit::x3;

auto row_of(char separator) {
  // clang-format off
  auto const quoted = '"' >> x3::repeat(std::size_t{0}, longest_quoted)[x3::lit("\"\"") | ~x3::char_('"')] >> '"';
  auto const bare   = *(x3::char_ - x3::char_(separator) - x3::eol);
  // raw[] hands its text over only when all of it fits, so a quote that is never closed leaves nothing behind.
  auto const cell   = x3::rule<struct csv_cell, RawCell>{"a cell"}
                    = x3::raw[quoted] >> x3::raw[bare]
                    | x3::attr(std::string()) >> x3::raw[bare];
  return x3::rule<struct csv_row, std::vector<RawCell>>{"a row"} = cell % x3::lit(separator);
  // clang-format on
}

std::string without_quotes(std::string_view quoted) {
  std::string text;
  if (quoted.size() < 2) return text;
  quoted = quoted.substr(1, quoted.size() - 2);
  text.reserve(quoted.size());
  for (std::size_t i = 0; i < quoted.size(); ++i) {
    text.push_back(quoted[i]);
    if (quoted[i] == '"') ++i;
  }
  return text;
}

std::size_t count_lines(std::string_view text) {
  std::size_t count = 0;
  auto const* first = text.data();
  auto const* const last = first + text.size();
  while (first != last) {
    if (x3::parse(first, last, x3::eol)) {
      ++count;
    } else {
      ++first;
    }
  }
  return count;
}

}  // namespace

namespace {

// Every text has a row at its beginning, if only an empty one. \return how long it is, line end included
std::size_t read_row(std::string_view text, char separator, CsvRow& row) {
  auto const* first = text.data();
  auto const* const last = first + text.size();
  std::vector<RawCell> raw;
  x3::parse(first, last, row_of(separator), raw);
  x3::parse(first, last, x3::eol);
  row.cells.clear();
  row.cells.reserve(raw.size());
  for (auto const& cell : raw) {
    row.cells.push_back({without_quotes(cell.quoted) + cell.bare, !cell.quoted.empty() && !cell.bare.empty(),
                         cell.quoted.empty() && cell.bare.starts_with('"')});
  }
  return static_cast<std::size_t>(first - text.data());
}

}  // namespace

bool CsvReader::next(CsvRow& row) {
  begin_ = at_;
  last_ = next_;
  if (at_ == text_.size()) return false;
  auto const size = read_row(text_.substr(at_), separator_, row);
  raw_ = text_.substr(begin_, size);
  row.number = last_.number;
  row.line = last_.line;
  at_ += size;
  next_ = {last_.number + 1, last_.line + count_lines(raw_)};
  return true;
}

void CsvReader::cut(std::size_t size, CsvRow& row) {
  raw_ = text_.substr(begin_, size);
  // Line ends at its end are its own; one inside, behind a quote that is not closed now, is a blank.
  std::string line(raw_);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.pop_back();
  for (auto& byte : line) {
    if (byte == '\n' || byte == '\r') byte = ' ';
  }
  read_row(line, separator_, row);
  row.number = last_.number;
  row.line = last_.line;
  at_ = begin_ + size;
  next_ = {last_.number + 1, last_.line + count_lines(raw_)};
}

std::vector<CsvRow> parse_csv(std::string_view text, char separator, std::size_t max_rows) {
  std::vector<CsvRow> rows;
  CsvReader reader(text, separator);
  CsvRow row;
  while (rows.size() < max_rows && reader.next(row)) rows.push_back(row);
  return rows;
}

}  // namespace scrub837::grammar
