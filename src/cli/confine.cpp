#include "src/cli/confine.hpp"

#include <spdlog/spdlog.h>

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

// What can't be made is reported where something is written there.
void make_if_missing(fs::path const& folder) {
  try {
    make_folders(folder);
  } catch (EnvironmentError const&) {
  }
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
  for (auto const& folder : writable) make_if_missing(folder);
  writable.emplace_back(temporary_folder());
  auto const done = enter_sandbox(writable);
  if (!done.files) spdlog::info("sandbox: this kernel cannot restrict where files are written (Landlock)");
  if (!done.calls) spdlog::info("sandbox: this kernel cannot restrict system calls (seccomp)");
}

void confine_quietly() {
  set_up_log({});
  confine();
}

void confine(CommonOptions const& common, std::vector<fs::path> writable) {
  if (!common.ledger.empty()) {
    writable.push_back(folder_of_output(common.ledger));
    // SQLite's temporaries, unless TMPDIR names a folder.
    writable.emplace_back("/var/tmp");
  }
  confine(std::move(writable));
}

}  // namespace scrub837::cli
