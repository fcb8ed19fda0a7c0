#include "src/sandbox/restrict_files.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>

#include "src/io/file_descriptor.hpp"

namespace scrub837 {
namespace {

// Debian 12's headers know Landlock of Linux 5.19; these came with 6.2 and 6.10.
constexpr std::uint64_t access_truncate = 1ULL << 14;
constexpr std::uint64_t access_ioctl_device = 1ULL << 15;

// All that changes a folder or file, and running one. Reading is not among them: it stays free.
constexpr std::uint64_t changes = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
                                  LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
                                  LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
                                  LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
                                  LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;
// What a run needs in its folders. No links, pipes or devices.
constexpr std::uint64_t needed = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
                                 LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_DIR |
                                 LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REFER | access_truncate;

// The C library has no functions for these calls. \return 0: there is no Landlock, or it is switched off
int landlock_version() {
  return std::max(0, static_cast<int>(::syscall(SYS_landlock_create_ruleset, nullptr, 0,
                                                LANDLOCK_CREATE_RULESET_VERSION)));
}

// What this version can restrict. Without REFER (before Linux 5.19) a file never moves to another folder.
std::uint64_t restricted_in(int version) {
  auto all = changes | LANDLOCK_ACCESS_FS_EXECUTE;
  if (version >= 2) all |= LANDLOCK_ACCESS_FS_REFER;
  if (version >= 3) all |= access_truncate;
  if (version >= 5) all |= access_ioctl_device;
  return all;
}

bool allow_below(FileDescriptor const& rules, std::filesystem::path const& folder, std::uint64_t access) {
  FileDescriptor const opened(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!opened) return true;  // where nothing is, nothing can be written
  landlock_path_beneath_attr rule{};
  rule.allowed_access = access;
  rule.parent_fd = opened.get();
  return ::syscall(SYS_landlock_add_rule, rules.get(), LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
}

}  // namespace

bool restrict_files(std::span<std::filesystem::path const> writable) {
  auto const version = landlock_version();
  if (version == 0) return false;
  landlock_ruleset_attr attributes{};
  attributes.handled_access_fs = restricted_in(version);
  FileDescriptor const rules(static_cast<int>(
      ::syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes.handled_access_fs, 0)));
  if (!rules) return false;
  auto const access = needed & attributes.handled_access_fs;
  auto const allowed =
      std::ranges::all_of(writable, [&](auto const& folder) { return allow_below(rules, folder, access); });
  return allowed && ::syscall(SYS_landlock_restrict_self, rules.get(), 0) == 0;
}

}  // namespace scrub837
