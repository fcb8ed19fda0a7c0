#pragma once

#include <filesystem>
#include <span>

namespace scrub837 {

/// What the kernel enforces from now on.
struct Sandboxed {
  bool files = false;  ///< nothing is written outside of the folders (Landlock)
  bool calls = false;  ///< no network, no other programs, nothing of the system's administration (seccomp)
};

/// From now on this process, and every thread that it starts, reads any file that it could read before, and
/// creates, writes, renames and removes files only below these folders. It opens no socket, starts no process
/// and changes nothing of the system. What is open already stays usable. There is no way back.
/// As much of it as the kernel can enforce: what it cannot is false in the result, and never an error.
/// Call it before threads are started. \param writable folders that exist; others are passed over
[[nodiscard]] Sandboxed enter_sandbox(std::span<std::filesystem::path const> writable);

}  // namespace scrub837
