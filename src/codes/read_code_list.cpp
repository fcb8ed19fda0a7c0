#include "src/codes/read_code_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "grammar/code_files.hpp"
#include "grammar/code_list.hpp"
#include "src/codes/code_table.hpp"
#include "src/codes/list_edition.hpp"

namespace scrub837 {
namespace {

// Calls `use(line)` for each line, without its line end, until it returns false.
template <typename Use>
void for_each_line(std::string_view text, Use use) {
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!use(line)) return;
  }
}

std::string_view first_line(std::string_view text) {
  std::string_view first;
  for_each_line(text, [&](std::string_view line) {
    first = line;
    return line.empty();
  });
  return first;
}

bool holds_word(std::string_view name, std::string_view word) {
  return std::search(name.begin(), name.end(), word.begin(), word.end(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b;
         }) != name.end();
}

std::optional<CodeList> read_order_file(std::string_view text) {
  if (!grammar::parse_order_line(first_line(text))) return std::nullopt;
  CodeList list;
  list.kind = CodeListKind::icd10cm;
  for_each_line(text, [&](std::string_view line) {
    if (auto const read = grammar::parse_order_line(line)) list.codes.add(read->code, {}, !read->billable);
    return true;
  });
  return list;
}

std::optional<CodeList> read_hcpcs_file(std::string_view text) {
  constexpr char procedure = '3';
  if (!grammar::parse_hcpcs_record(first_line(text))) return std::nullopt;
  CodeList list;
  list.kind = CodeListKind::hcpcs;
  for_each_line(text, [&](std::string_view line) {
    auto const record = grammar::parse_hcpcs_record(line);
    if (record && record->type == procedure) list.codes.add(record->code, {record->added, record->last});
    return true;
  });
  return list;
}

bool is_cpt(std::string_view code) {
  constexpr std::size_t length = 5;
  auto const digit = [](char c) { return c >= '0' && c <= '9'; };
  if (code.size() != length || !std::all_of(code.begin(), code.end() - 1, digit)) return false;
  return digit(code[4]) || (code[4] >= 'A' && code[4] <= 'Z');
}

// One code a line, and remarks: what a practice exports from its own system. A list of anything else is none.
std::optional<CodeList> read_plain_list(std::string_view text) {
  CodeList list;
  list.kind = CodeListKind::cpt;
  bool plain = true;
  for_each_line(text, [&](std::string_view line) {
    line = line.substr(0, line.find('#'));
    auto const first = line.find_first_not_of(" \t\"");
    if (first == std::string_view::npos) return true;
    line = line.substr(first, line.find_last_not_of(" \t\",") + 1 - first);
    plain = is_cpt(line);
    list.codes.add(line);
    return plain;
  });
  if (!plain) return std::nullopt;
  return list;
}

// The list of codes that are not otherwise classified, whatever stands beside them.
std::optional<CodeList> read_noc_list(std::string_view text, std::string_view name) {
  constexpr std::size_t top = 400;
  auto const title = text.substr(0, std::min(text.size(), top));
  if (!holds_word(name, "noc") && !holds_word(name, "unlisted") && !holds_word(title, "hcpcs") &&
      !holds_word(title, "noc code"))
    return std::nullopt;
  CodeList list;
  list.kind = CodeListKind::noc;
  for (auto const& code : grammar::parse_code_list(text)) list.codes.add(code);
  return list;
}

std::optional<CodeList> recognize(std::string_view text, std::string const& name) {
  // A list of unlisted codes may be nothing but CPT codes: its name says that it is not all of them.
  bool const is_noc = holds_word(name, "noc") || holds_word(name, "unlisted");
  if (auto list = read_order_file(text)) return list;
  if (auto list = read_hcpcs_file(text)) return list;
  if (!is_noc) {
    if (auto list = read_code_table(text)) return list;
    if (auto list = read_plain_list(text)) return list;
  }
  return read_noc_list(text, name);
}

}  // namespace

bool is_fixed_width(std::string_view text) {
  auto const first = first_line(text);
  return grammar::parse_order_line(first) || grammar::parse_hcpcs_record(first);
}

CodeList read_code_list(std::string_view text, std::string const& name, std::string const& path) {
  auto const& shown = path.empty() ? name : path;
  if (text.starts_with("PK\x03\x04"))
    throw CodeListError{shown + " is a workbook or a zip file; save it as CSV, or unpack it"};
  auto list = recognize(text, name);
  if (list) list->codes.finish();
  if (!list || list->codes.size() == 0)
    throw CodeListError{shown + " is not a code list that scrub837 knows; docs/code-lists.md lists them"};
  list->file = name;
  set_edition(*list, name);
  if (lacks_edition(*list)) {
    throw CodeListError{
        fmt::format("{} has {} codes, but its name does not say which edition it is; name it as it was "
                    "published, like {}",
                    shown, name_of(list->kind), usual_name(list->kind))};
  }
  return std::move(*list);
}

}  // namespace scrub837
