#include "src/io/replacement.hpp"

#include <fmt/format.h>

#include <optional>

#include "src/io/file_operations.hpp"

namespace scrub837 {

Replacement::~Replacement() {
  if (!kept_) undo();
}

void Replacement::remove(std::filesystem::path const& name, std::filesystem::path const& aside) {
  FileStatus status{};
  if (!file_system().status_of_link(name, status)) {
    if (errno != ENOENT) throw system_error("cannot access " + name.string());
    return remove_file(aside);
  }
  if (S_ISDIR(status.st_mode)) {
    errno = EISDIR;
    throw system_error("cannot replace " + name.string());
  }
  rename_file(name, aside);
  steps_.push_back({name, aside});
}

void Replacement::place(std::filesystem::path const& from, std::filesystem::path const& name) {
  rename_file(from, name);
  steps_.push_back({name, {}});
}

void Replacement::discard_earlier() {
  std::optional<EnvironmentError> first;
  for (auto const& step : steps_) {
    try {
      if (!step.aside.empty()) remove_file(step.aside);
    } catch (EnvironmentError const& error) {
      if (!first) first = error;
    }
  }
  if (first) throw EnvironmentError(*first);
}

void Replacement::put_back(EnvironmentError const& reason) {
  auto const problem = undo();
  if (problem.empty()) throw EnvironmentError(reason);
  throw EnvironmentError(std::string(reason.what()) +
                         "; the earlier files could not be put back: " + problem);
}

// Backwards, so that what was taken away first comes back last. \return the first error
std::string Replacement::undo() {
  std::string problem;
  for (; !steps_.empty(); steps_.pop_back()) {
    auto const& step = steps_.back();
    try {
      if (step.aside.empty()) {
        remove_file(step.name);
      } else {
        rename_file(step.aside, step.name);
      }
    } catch (EnvironmentError const& error) {
      if (problem.empty()) problem = error.what();
    }
  }
  return problem;
}

std::filesystem::path aside_of(std::filesystem::path const& name) {
  return name.parent_path() / fmt::format(".{}.old", name.filename().string());
}

}  // namespace scrub837
