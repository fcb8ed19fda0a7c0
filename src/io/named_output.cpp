#include "src/io/named_output.hpp"

#include <fmt/format.h>

#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"

namespace scrub837 {

NamedOutput::NamedOutput(std::filesystem::path path)
    : path_(std::move(path)),
      temporary_(path_.parent_path() / fmt::format(".{}.tmp", path_.filename().string())),
      sink_(
          [this] {
            auto file = open_file(temporary_, OpenMode::create_empty);
            opened_ = true;
            make_private(file, temporary_);
            return file;
          },
          nullptr, path_.string()) {}

NamedOutput::~NamedOutput() {
  if (!opened_) return;
  try {
    remove_file(temporary_);
  } catch (EnvironmentError const&) {
    // What went wrong before is being told.
  }
}

void NamedOutput::publish() {
  sync_file(sink_.flush(), temporary_);
  rename_file(temporary_, path_);
  opened_ = false;
  sync_folder(path_.has_parent_path() ? path_.parent_path() : ".");
}

}  // namespace scrub837
