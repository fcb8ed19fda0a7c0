#include "src/cli/sent_numbers.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "grammar/worklist_csv.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/file_system.hpp"
#include "src/io/write_whole.hpp"
#include "src/report/finding_formats.hpp"
#include "src/worklist/typed_text.hpp"

namespace scrub837::cli {
namespace {

namespace fs = std::filesystem;

std::set<fs::path> lists_in(std::vector<InputFile> const& inputs, fs::path const& out) {
  std::set<fs::path> folders;
  for (auto const& input : inputs) {
    folders.insert(fs::path(input.path).parent_path().lexically_normal());
    folders.insert((out / input.folder).lexically_normal());
  }
  std::set<fs::path> lists;
  for (auto const& folder : folders) {
    std::vector<FolderEntry> entries;
    auto const name = folder.empty() ? fs::path(".") : folder;
    // What cannot be listed says nothing of numbers.
    if (!file_system().list(name, entries)) continue;
    for (auto const& entry : entries) {
      if (entry.type == FolderEntry::Type::file && entry.name.ends_with(".attachments.csv") &&
          !entry.name.starts_with('.'))
        lists.insert(name / entry.name);
    }
  }
  return lists;
}

}  // namespace

void tell_sent_numbers(WorklistSupplies& supplies, std::vector<InputFile> const& inputs,
                       fs::path const& out) {
  auto const typed = supplies.numbers_typed();
  if (typed.empty()) return;
  auto const header = attachments_csv_header();
  std::vector<grammar::CsvRow> const columns = grammar::parse_csv(header, ',', 1);
  auto const column = [&](std::string_view name) {
    auto const& cells = columns.front().cells;
    return static_cast<std::size_t>(std::ranges::find(cells, name, &grammar::CsvCell::text) - cells.begin());
  };
  auto const number_column = column("control_number");
  auto const claim_column = column("claim");
  for (auto const& path : lists_in(inputs, out)) {
    std::string bytes;
    try {
      bytes = read_whole(path);
    } catch (EnvironmentError const&) {
      continue;
    }
    if (!bytes.starts_with(header)) continue;
    grammar::CsvReader reader(std::string_view(bytes).substr(header.size()), ',');
    grammar::CsvRow row;
    while (reader.next(row)) {
      if (row.cells.size() != columns.front().cells.size()) continue;
      auto const& number = row.cells[number_column].text;
      if (typed.contains(in_capitals(number)))
        supplies.note_sent_number(number, row.cells[claim_column].text);
    }
  }
}

}  // namespace scrub837::cli
