#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "src/io/file_descriptor.hpp"

namespace scrub837 {

class Replacement;

/// Publishes the outputs of one input together (docs/operations.md): hidden temporaries beside the final
/// names, 0600 and synced; then the old summary is moved aside, the others give way to the new ones, and the
/// new summary gets its name last. Killed at any moment, a summary names whole files only. An operation that
/// fails before the new summary has its name changes nothing: the earlier outputs are back.
class Publisher {
 public:
  /// Makes the folder if it is missing and takes the outputs' lock, so that two runs can't write the same
  /// outputs. Throws EnvironmentError. \param base outputs are named `base` + `.clean.837` and so on
  Publisher(std::filesystem::path folder, std::string base);
  ~Publisher();
  Publisher(Publisher const&) = delete;
  Publisher& operator=(Publisher const&) = delete;

  /// Opens the temporary of an output, empty.
  FileDescriptor open_temporary(std::string_view suffix);
  [[nodiscard]] std::string name_of(std::string_view suffix) const { return base_ + std::string(suffix); }
  [[nodiscard]] std::filesystem::path path_of(std::string_view suffix) const {
    return folder_ / name_of(suffix);
  }

  /// Outputs of the same input that an earlier run named otherwise: they go when the new ones come.
  void replaces(std::string base) { replaced_ = std::move(base); }

  /// Waits until the temporaries of outputs are on the disk: publish() need not wait for them any more.
  void sync(std::vector<std::string> const& written) const;

  /// Publishes. \param written suffixes of outputs whose temporaries are whole; \param absent suffixes of
  /// outputs that this run does not write; \param summary text of the summary
  /// \return what failed when all was published; empty if nothing did
  /// \throws EnvironmentError: nothing is published
  [[nodiscard]] std::string publish(std::vector<std::string> const& written,
                                    std::vector<std::string> const& absent, std::string_view summary);

  /// Nothing was published, and the temporaries stay as the proof of it.
  void leave_temporaries() { opened_.clear(); }

  static constexpr std::string_view summary_suffix = ".summary.json";

 private:
  [[nodiscard]] std::filesystem::path temporary_of(std::string_view suffix) const;
  [[nodiscard]] std::filesystem::path lock_path() const;
  void replace(Replacement& replacement, std::vector<std::string> const& written,
               std::vector<std::string> const& absent) const;
  void replace_other(Replacement& replacement, std::string_view suffix) const;
  [[nodiscard]] std::string clean_up(Replacement& replacement);

  std::filesystem::path folder_;
  std::string base_;
  std::string replaced_;
  FileDescriptor lock_;
  std::vector<std::string> opened_;  ///< temporaries that have no final name yet
};

/// Whether an output is written that has not got this name yet.
[[nodiscard]] bool has_temporary(std::filesystem::path const& output);
/// Whether another run is about to publish the outputs of this summary.json. Throws EnvironmentError.
[[nodiscard]] bool is_being_written(std::filesystem::path const& summary);

}  // namespace scrub837
