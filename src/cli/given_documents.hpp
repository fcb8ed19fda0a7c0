#pragma once

#include <filesystem>
#include <string>

#include "src/attachments/listed_documents.hpp"

namespace scrub837::cli {

constexpr char const* attachments_help = "list of documents (CSV or JSON lines); adds PWK";

/// The document list that --attachments names; an empty one if it is not given.
class GivenDocuments {
 public:
  /// Throws UsageError if it is no document list, EnvironmentError if it can't be read.
  explicit GivenDocuments(std::string path);

  [[nodiscard]] ListedDocuments& supplies() { return supplies_; }
  /// Writes what became of each document: `<list>.results.csv`. Throws EnvironmentError.
  void write_results(std::filesystem::path const& out) const;
  /// Prints a line for each document that no claim got, and their numbers.
  void print() const;

 private:
  [[nodiscard]] static DocumentList read(std::string const& path);
  std::string path_;
  DocumentList file_;
  ListedDocuments supplies_;
};

}  // namespace scrub837::cli
