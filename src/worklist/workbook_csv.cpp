#include "src/worklist/workbook_csv.hpp"

#include <charconv>
#include <functional>
#include <map>
#include <pugixml.hpp>
#include <utility>
#include <vector>

#include "src/worklist/sheet_rows.hpp"
#include "src/worklist/spreadsheet_text.hpp"
#include "src/worklist/workbook_values.hpp"
#include "src/worklist/xml_elements.hpp"
#include "src/worklist/zip_parts.hpp"

namespace scrub837 {
namespace {

constexpr std::string_view zip_mark("PK\x03\x04", 4);
constexpr std::string_view compound_file_mark("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  for (auto& byte : small) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  }
  return small;
}

// A part that another one names: `worksheets/sheet1.xml` or `/xl/worksheets/sheet1.xml`.
std::string part_named(std::string_view target, std::string_view from) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  auto const slash = from.rfind('/');
  std::string folder(slash == std::string_view::npos ? std::string_view{} : from.substr(0, slash + 1));
  while (target.starts_with("../") || target.starts_with("./")) {
    if (target.starts_with("../") && !folder.empty())
      folder.resize(folder.size() > 1 ? folder.rfind('/', folder.size() - 2) + 1 : 0);
    target.remove_prefix(target.find('/') + 1);
  }
  return folder + std::string(target);
}

class WorkbookReader {
 public:
  explicit WorkbookReader(std::string_view bytes) : parts_(bytes) {
    auto const found = related({}, "officeDocument", {});
    workbook_ = found.empty() ? "xl/workbook.xml" : found;
  }

  std::string csv() {
    auto const sheet = find_sheet();
    auto const xml = part(sheet);
    if (xml.empty()) throw WorkbookError("the workbook has no sheet; save the worklist again");
    read_styles();
    read_texts();
    return sheet_as_csv(xml, values_);
  }

 private:
  // Other encodings are told by their byte-order mark.
  std::string part(std::string const& name) { return spreadsheet_text(parts_.read(name)); }

  // What `from` is related to: by the kind of the relation, and by its id unless that is empty.
  std::string related(std::string_view from, std::string_view kind, std::string_view id) {
    auto const slash = from.rfind('/');
    auto const name = slash == std::string_view::npos ? from : from.substr(slash + 1);
    auto const folder = from.substr(0, from.size() - name.size());
    auto const xml = part(std::string(folder).append("_rels/").append(name).append(".rels"));
    XmlElements relations(xml, "Relationship");
    while (auto const relation = relations.next()) {
      auto const type = attribute_named(relation, "Type");
      if (type.substr(type.rfind('/') + 1) != kind) continue;
      if (!id.empty() && attribute_named(relation, "Id") != id) continue;
      return part_named(attribute_named(relation, "Target"), from);
    }
    return {};
  }

  std::string find_sheet() {
    auto const xml = part(workbook_);
    if (xml.empty()) throw WorkbookError("this is not a workbook (.xlsx); save the worklist again");
    XmlElements properties(xml, "workbookPr");
    auto const dates = attribute_named(properties.next(), "date1904");
    values_.from_1904 = dates == "1" || dates == "true";
    std::string first;
    XmlElements sheets(xml, "sheet");
    while (auto const sheet = sheets.next()) {
      bool const ours = in_small_letters(attribute_named(sheet, "name")) == "worklist";
      if (!ours && !first.empty()) continue;
      // A sheet of another type, such as a chart, is related otherwise.
      auto found = related(workbook_, "worksheet", attribute_named(sheet, "id"));
      if (ours && !found.empty()) return found;
      first = std::move(found);
    }
    return first;
  }

  void read_styles() {
    auto const xml = part(related(workbook_, "styles", {}));
    std::map<std::string, NumberShape, std::less<>> formats;
    XmlElements own(xml, "numFmts");
    for (auto const format : own.next().children()) {
      formats.emplace(attribute_named(format, "numFmtId"), shape_of(attribute_named(format, "formatCode")));
    }
    XmlElements cells(xml, "cellXfs");
    for (auto const style : cells.next().children()) {
      auto const id = attribute_named(style, "numFmtId");
      std::uint32_t number = 0;
      std::from_chars(id.data(), id.data() + id.size(), number);
      auto const own_format = formats.find(id);
      values_.shapes.push_back(own_format == formats.end() ? shape_of(number) : own_format->second);
    }
  }

  void read_texts() {
    auto const name = related(workbook_, "sharedStrings", {});
    if (name.empty()) return;
    auto const xml = part(name);
    XmlElements texts(xml, "si");
    while (auto const text = texts.next()) values_.texts.push_back(rich_text(text));
  }

  ZipParts parts_;
  std::string workbook_;
  SheetValues values_;
};

}  // namespace

bool is_workbook(std::string_view bytes) {
  return bytes.starts_with(zip_mark) || bytes.starts_with(compound_file_mark);
}

std::string workbook_as_csv(std::string_view bytes) {
  if (bytes.starts_with(compound_file_mark))
    throw WorkbookError(
        "the workbook has a password or the old format (.xls); save it as .xlsx without a password, or as "
        "CSV");
  return WorkbookReader(bytes).csv();
}

}  // namespace scrub837
