#include "src/cli/confine.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "src/cli/command.hpp"
#include "src/cli/log.hpp"
#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"
#include "src/sandbox/sandbox.hpp"

namespace scrub837::cli {
namespace {

namespace fs = std::filesystem;

// A sanitizer looks for leaks with what the sandbox denies.
#ifdef SCRUB837_SANITIZED
constexpr bool built_for_it = false;
#else
constexpr bool built_for_it = true;
#endif

bool& is_let() {
  static bool let = false;
  return let;
}

// A folder stood in for one that is not there yet.
bool& is_wide() {
  static bool wide = false;
  return wide;
}

// The folder, or the nearest one above it that is there.
fs::path nearest(fs::path folder) {
  while (!exists(look_at(folder)) && folder.has_relative_path()) {
    is_wide() = true;
    folder = folder.has_parent_path() ? folder.parent_path() : ".";
  }
  return folder;
}

void enter(std::vector<fs::path> writable) {
  writable.emplace_back(temporary_folder());
  auto const done = enter_sandbox(writable);
  if (!done.files) spdlog::info("sandbox: this kernel cannot restrict where files are written (Landlock)");
  if (!done.calls) spdlog::info("sandbox: this kernel cannot restrict system calls (seccomp)");
}

std::vector<fs::path> with_ledger(CommonOptions const& common, std::vector<fs::path> writable) {
  if (common.ledger.empty()) return writable;
  writable.push_back(folder_of_output(common.ledger));
  // SQLite's temporaries, unless TMPDIR names a folder.
  writable.emplace_back("/var/tmp");
  return writable;
}

}  // namespace

void let_commands_enter_sandbox() { is_let() = built_for_it; }

fs::path folder_of_output(fs::path const& file) {
  if (file.empty()) return {};
  return file.has_parent_path() ? file.parent_path() : ".";
}

void confine(std::vector<fs::path> writable) {
  if (!is_let()) return;
  std::erase(writable, fs::path{});
  std::ranges::transform(writable, writable.begin(), nearest);
  enter(std::move(writable));
}

void confine_quietly() {
  set_up_log({});
  confine();
}

void confine(CommonOptions const& common, std::vector<fs::path> writable) {
  confine(with_ledger(common, std::move(writable)));
}

void confine_further(CommonOptions const& common, std::vector<fs::path> writable) {
  if (!is_let() || !is_wide()) return;
  std::erase(writable, fs::path{});
  try {
    for (auto const& folder : writable) make_folders(folder);
  } catch (EnvironmentError const&) {
    return;  // where something is written there it is reported
  }
  enter(with_ledger(common, std::move(writable)));
}

}  // namespace scrub837::cli
