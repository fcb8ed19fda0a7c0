#pragma once

#include <filesystem>

#include "src/io/sink.hpp"

namespace scrub837 {

/// One file that a command writes under a name that it was given: for its owner alone (0600), whole under its
/// name or not at all. Until publish() its bytes are in a hidden file beside it.
class NamedOutput {
 public:
  explicit NamedOutput(std::filesystem::path path);
  /// Removes what is not published.
  ~NamedOutput();
  NamedOutput(NamedOutput const&) = delete;
  NamedOutput& operator=(NamedOutput const&) = delete;

  [[nodiscard]] Sink& sink() { return sink_; }
  /// Throws EnvironmentError; then there is no file, or the earlier one.
  void publish();

 private:
  std::filesystem::path path_, temporary_;
  Sink sink_;
  bool opened_ = false;
};

}  // namespace scrub837
