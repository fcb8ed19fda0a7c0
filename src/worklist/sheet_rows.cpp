#include "src/worklist/sheet_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "src/worklist/xml_elements.hpp"
#include "src/worklist/zip_parts.hpp"

namespace scrub837 {
namespace {

// Those of every spreadsheet.
constexpr std::size_t most_rows = 1'048'576, most_columns = 16'384;
constexpr std::size_t most_csv_bytes = ZipParts::most_bytes;
constexpr std::size_t longest_text = 32'767;

// 28 of AB12; 0 if there is no column. Other signs are none.
std::size_t column_of(std::string_view reference) {
  std::size_t column = 0;
  for (char const byte : reference) {
    if (byte < 'A' || byte > 'Z' || column > most_columns) break;
    column = column * 26 + static_cast<std::size_t>(byte - 'A') + 1;
  }
  return column;
}

class SheetRows {
 public:
  SheetRows(std::string_view xml, SheetValues const& values) : rows_(xml, "row"), values_(&values) {}

  std::string csv() {
    while (auto const row = rows_.next()) take(row);
    return std::move(csv_);
  }

 private:
  [[noreturn]] void refuse(std::string_view why) const {
    throw WorkbookError(fmt::format("row {}: {}", number_, why));
  }

  void take(pugi::xml_node row) {
    auto const given = number_in(attribute_named(row, "r"));
    auto const number = given == 0 ? number_ + 1 : given;
    if (number <= number_ || number > most_rows) refuse("the next row of the workbook has a wrong number");
    number_ = number;
    cells_.clear();
    for (auto const cell : row.children()) {
      if (local_name(cell) == "c") take_cell(cell);
    }
    while (!cells_.empty() && cells_.back().empty()) cells_.pop_back();
    if (cells_.empty()) return;
    width_ = width_ == 0 ? cells_.size() : width_;
    write();
  }

  void take_cell(pugi::xml_node cell) {
    auto const given = column_of(attribute_named(cell, "r"));
    auto const column = given == 0 ? cells_.size() + 1 : given;
    if (column <= cells_.size() || column > most_columns) refuse("a cell of the workbook has a wrong column");
    auto text = text_of(cell);
    if (text.empty()) return;
    cells_.resize(column);
    cells_.back() = std::move(text);
  }

  static std::size_t number_in(std::string_view text) {
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
  }

  std::string text_of(pugi::xml_node cell) const {
    auto const type = attribute_named(cell, "t");
    if (type == "inlineStr") return rich_text(child_named(cell, "is"));
    std::string_view const value = child_named(cell, "v").text().get();
    if (value.empty()) return {};
    if (type == "s") return shared_text(value);
    if (type == "str") return workbook_text(value);
    if (type == "b") return value == "1" || value == "true" ? "TRUE" : "FALSE";
    if (type == "d")
      return std::string(value.substr(0, value.ends_with("T00:00:00") ? value.find('T') : value.size()));
    if (type == "e") return std::string(value);
    auto const style = number_in(attribute_named(cell, "s"));
    auto const shape = style < values_->shapes.size() ? values_->shapes[style] : NumberShape{};
    return number_as_text(value, shape, values_->from_1904);
  }

  std::string const& shared_text(std::string_view value) const {
    auto index = values_->texts.size();
    std::from_chars(value.data(), value.data() + value.size(), index);
    if (index >= values_->texts.size()) refuse("a cell of the workbook has a text that is missing");
    return values_->texts[index];
  }

  // Empty cells at a row's end are in no workbook, but in a CSV file that has the same rows.
  void write() {
    for (; written_ + 1 < number_; ++written_) csv_.append("\r\n");
    ++written_;
    cells_.resize(std::max(cells_.size(), width_));
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (i > 0) csv_.push_back(',');
      add(cells_[i]);
    }
    csv_.append("\r\n");
    if (csv_.size() > most_csv_bytes) refuse("the workbook is too large; save the sheet as CSV");
  }

  void add(std::string_view text) {
    if (text.find_first_of("\",;\t\r\n") == std::string_view::npos) {
      csv_.append(text);
      return;
    }
    csv_.push_back('"');
    for (char const byte : text) csv_.append(byte == '"' ? 2 : 1, byte);
    csv_.push_back('"');
  }

  XmlElements rows_;
  SheetValues const* values_;
  std::string csv_;
  std::vector<std::string> cells_;
  std::size_t number_ = 0, written_ = 0, width_ = 0;
};

}  // namespace

std::string rich_text(pugi::xml_node node) {
  std::string text;
  for (auto const child : node.children()) {
    auto const name = local_name(child);
    auto const part = name == "r" ? child_named(child, "t") : name == "t" ? child : pugi::xml_node{};
    for (auto const piece : part.children()) text += piece.value();
  }
  return workbook_text(std::string_view(text).substr(0, std::min(text.size(), 4 * longest_text)));
}

std::string sheet_as_csv(std::string_view xml, SheetValues const& values) {
  return SheetRows(xml, values).csv();
}

}  // namespace scrub837
