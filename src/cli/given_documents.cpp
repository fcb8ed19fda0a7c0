#include "src/cli/given_documents.hpp"

#include <fmt/format.h>

#include <array>

#include "src/cli/command.hpp"
#include "src/cli/standard_streams.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/write_whole.hpp"
#include "src/text/csv.hpp"
#include "src/text/utf8.hpp"

namespace scrub837::cli {

namespace fs = std::filesystem;

GivenDocuments::GivenDocuments(std::string path)
    : path_(std::move(path)), file_(read(path_)), supplies_(file_) {}

DocumentList GivenDocuments::read(std::string const& path) {
  if (path.empty()) return {};
  auto const status = look_at(path);
  if (!fs::exists(status)) throw UsageError{"there is no document list " + path};
  if (fs::is_directory(status)) throw UsageError{path + " is a folder, not a document list"};
  auto file = read_document_list(read_whole(path));
  if (!file.problem.empty()) throw UsageError{path + " is not a document list: " + file.problem};
  return file;
}

void GivenDocuments::write_results(fs::path const& out) const {
  if (path_.empty()) return;
  auto text = std::move(CsvLine()
                            .add("row")
                            .add("claim")
                            .add("line")
                            .add("control_number")
                            .add("document_name")
                            .add("result")
                            .add("words"))
                  .finish();
  for (std::size_t i = 0; i < file_.documents.size(); ++i) {
    auto const& document = file_.documents[i];
    auto const& result = supplies_.results()[i];
    text += std::move(CsvLine()
                          .add(std::to_string(document.number))
                          .add(document.claim)
                          .add(document.line)
                          .add(document.control_number)
                          .add(document.document_name)
                          .add(name_of(result.state))
                          .add(result.words))
                .finish();
  }
  write_whole(out / (fs::path(path_).stem().string() + ".results.csv"), text);
}

void GivenDocuments::print() const {
  if (path_.empty()) return;
  // A list of another day names nobody: the screen need not say so a thousand times.
  constexpr std::size_t max_reported = 100;
  std::size_t told = 0;
  std::array<std::size_t, 4> counts{};
  for (auto const& result : supplies_.results()) {
    ++counts[static_cast<std::size_t>(result.state)];
    if (result.state == DocumentResult::State::applied) continue;
    if (++told > max_reported) continue;
    say("attachment row {}: {}: {}\n", result.number, name_of(result.state), displayed(result.words));
  }
  if (told > max_reported) say("attachment rows: {} more are in the results file\n", told - max_reported);
  say("attachments: {} applied, {} waiting for held claims, {} refused, {} not found\n", counts[3], counts[2],
      counts[1], counts[0]);
}

}  // namespace scrub837::cli
