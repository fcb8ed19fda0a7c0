#pragma once

#include <span>

namespace scrub837 {

/// System calls that fail with EPERM in the sandbox, whatever their arguments.
[[nodiscard]] std::span<char const* const> denied_calls();

/// Refuses them, new processes and namespaces, and typing into a terminal (seccomp), for all threads.
/// \return whether the kernel does so
[[nodiscard]] bool restrict_calls();

}  // namespace scrub837
