#pragma once

#include <filesystem>
#include <string>

#include "src/manifest/manifest_supplies.hpp"

namespace scrub837::cli {

constexpr char const* attachments_help =
    "documents that a document system lists (CSV or JSON lines): their claims get indicators";

/// The manifest that --attachments names; an empty one if it is not given.
class AttachmentList {
 public:
  /// Throws UsageError if it is no manifest, EnvironmentError if it can't be read.
  explicit AttachmentList(std::string path);

  [[nodiscard]] ManifestSupplies& supplies() { return supplies_; }
  /// Writes what became of each document: `<manifest>.results.csv`. Throws EnvironmentError.
  void write_results(std::filesystem::path const& out) const;
  /// Prints a line for each document that no claim got, and their numbers.
  void print() const;

 private:
  [[nodiscard]] static ManifestFile read(std::string const& path);
  std::string path_;
  ManifestFile file_;
  ManifestSupplies supplies_;
};

}  // namespace scrub837::cli
