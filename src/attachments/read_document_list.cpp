#include "src/attachments/read_document_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "grammar/worklist_csv.hpp"
#include "src/text/csv.hpp"
#include "src/worklist/spreadsheet_text.hpp"
#include "src/worklist/typed_text.hpp"

namespace scrub837 {
namespace {

using Json = nlohmann::json;

struct Field {
  std::string_view shown;
  std::string_view name, other_name;  // without anything but letters and digits
  std::string ListedDocument::*value;
};

constexpr std::array fields{
    Field{"claim", "claim", "claimnumber", &ListedDocument::claim},
    Field{"line", "line", "linenumber", &ListedDocument::line},
    Field{"type", "type", "attachmenttype", &ListedDocument::type},
    Field{"transmission", "transmission", "attachmenttransmission", &ListedDocument::transmission},
    Field{"control_number", "controlnumber", "attachmentcontrolnumber", &ListedDocument::control_number},
    Field{"document_name", "documentname", "document", &ListedDocument::document_name},
    Field{"sha256", "sha256", "documentsha256", &ListedDocument::sha256},
};

// `Control Number`, `control_number` and `controlNumber` are one name.
Field const* field_of(std::string_view name) {
  std::string letters;
  for (char const byte : name) {
    if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) letters.push_back(byte);
    if (byte >= 'A' && byte <= 'Z') letters.push_back(static_cast<char>(byte - 'A' + 'a'));
  }
  auto const* const found = std::find_if(fields.begin(), fields.end(), [&](Field const& field) {
    return field.name == letters || field.other_name == letters;
  });
  return found == fields.end() ? nullptr : found;
}

void refuse(ListedDocument& document, std::string why) {
  if (document.refused.empty()) document.refused = std::move(why);
}

void take(ListedDocument& document, Field const& field, std::string_view text) {
  auto value = trimmed_cell(text);
  // What a spreadsheet is told to take for a text.
  if (value.starts_with('\'') && !begins_formula(value)) value = trimmed_cell(value.substr(1));
  if (begins_formula(value)) refuse(document, fmt::format("{} begins like a formula.", field.shown));
  (document.*field.value) = value;
}

void check(ListedDocument& document) {
  for (auto* const code : {&document.type, &document.transmission}) *code = in_capitals(*code);
  if (document.claim.empty()) refuse(document, "The claim number is missing.");
  auto& digest = document.sha256;
  for (char& byte : digest) {
    if (byte >= 'A' && byte <= 'F') byte = static_cast<char>(byte - 'A' + 'a');
  }
  bool const whole = digest.size() == 64 && digest.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (digest.empty() || whole) return;
  digest.clear();
  document.remark = "its SHA-256 is not 64 hexadecimal digits and is ignored";
}

// ---- one JSON object a line --------------------------------------------------------------------

std::optional<std::string> as_text(Json const& value) {
  if (value.is_null()) return std::string{};
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_integer()) return value.dump();
  return std::nullopt;
}

ListedDocument from_json(std::string_view text) {
  ListedDocument document;
  auto const object = Json::parse(text, nullptr, false);
  if (!object.is_object()) {
    refuse(document, "The line is not a JSON object.");
    return document;
  }
  for (auto const& [name, value] : object.items()) {
    auto const* const field = field_of(name);
    if (field == nullptr) continue;
    if (auto const words = as_text(value)) {
      take(document, *field, *words);
    } else {
      refuse(document, fmt::format("{} must be text or a whole number.", field->shown));
    }
  }
  check(document);
  return document;
}

DocumentList read_json_lines(std::string_view text) {
  DocumentList file;
  std::size_t number = 0;
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size());
    auto const line = trimmed_cell(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (line.empty()) continue;
    file.documents.push_back(from_json(line));
    file.documents.back().number = number;
  }
  return file;
}

// ---- CSV -----------------------------------------------------------------------------------------

std::vector<Field const*> columns_of(grammar::CsvRow const& header) {
  std::vector<Field const*> columns;
  for (auto const& cell : header.cells) {
    auto const* const field = field_of(cell.text);
    bool const again = field != nullptr && std::find(columns.begin(), columns.end(), field) != columns.end();
    columns.push_back(again ? nullptr : field);
  }
  return columns;
}

std::size_t known(std::vector<Field const*> const& columns) {
  return columns.size() - static_cast<std::size_t>(
                              std::count(columns.begin(), columns.end(), static_cast<Field const*>(nullptr)));
}

// The separator with which the header has most of our columns.
char separator_of(std::string_view text) {
  char best = ',';
  std::size_t most = 0;
  for (char const separator : {',', ';', '\t', '|'}) {
    auto const rows = grammar::parse_csv(text, separator, 1);
    auto const count = rows.empty() ? 0 : known(columns_of(rows[0]));
    if (count > most) {
      most = count;
      best = separator;
    }
  }
  return best;
}

DocumentList read_csv(std::string_view text) {
  DocumentList file;
  auto const rows = grammar::parse_csv(text, separator_of(text));
  if (rows.empty()) return file;
  auto const columns = columns_of(rows[0]);
  auto const has = [&](std::string ListedDocument::*value) {
    return std::any_of(columns.begin(), columns.end(),
                       [&](Field const* field) { return field != nullptr && field->value == value; });
  };
  if (!has(&ListedDocument::claim) || !has(&ListedDocument::type)) {
    file.problem =
        "it does not begin with column names (claim, line, type, transmission, control_number, "
        "document_name, sha256) or a JSON object";
    return file;
  }
  for (std::size_t i = 1; i < rows.size(); ++i) {
    auto const& cells = rows[i].cells;
    if (std::all_of(cells.begin(), cells.end(),
                    [](auto const& cell) { return trimmed_cell(cell.text).empty(); }))
      continue;
    auto& document = file.documents.emplace_back();
    document.number = rows[i].line;
    for (std::size_t c = 0; c < std::min(columns.size(), cells.size()); ++c) {
      if (columns[c] != nullptr) take(document, *columns[c], cells[c].text);
    }
    bool const extra = cells.size() > columns.size() &&
                       std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(columns.size()), cells.end(),
                                   [](auto const& cell) { return !trimmed_cell(cell.text).empty(); });
    if (extra) refuse(document, "The row has more cells than the header.");
    check(document);
  }
  return file;
}

}  // namespace

DocumentList read_document_list(std::string_view bytes) {
  auto const text = spreadsheet_text(std::string(bytes));
  std::string_view rest = text;
  rest.remove_prefix(std::min(rest.find_first_not_of("\r\n"), rest.size()));
  if (trimmed_cell(rest).empty()) return {};
  // Line numbers count from the file's first line.
  return trimmed_cell(rest).front() == '{' ? read_json_lines(text) : read_csv(rest);
}

}  // namespace scrub837
