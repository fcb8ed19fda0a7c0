#include "src/sandbox/restrict_calls.hpp"

#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

// A list of what is denied, not of what is allowed: which calls the C library, oneTBB and SQLite make changes
// with their versions and with the kernel, and a run that an update of theirs ends at night would be worse
// than a new call that nobody has listed. What can reach outside of the process is here; files are
// Landlock's.

namespace scrub837 {
namespace {

constexpr auto denied = std::to_array<char const*>({
    // Network, and sockets of any other kind.
    "socket",
    "socketpair",
    "connect",
    "bind",
    "listen",
    "accept",
    "accept4",
    "sendto",
    "sendmsg",
    "sendmmsg",
    "recvfrom",
    "recvmsg",
    "recvmmsg",
    // These do the same by other ways, past any filter.
    "io_uring_setup",
    "io_uring_enter",
    "io_uring_register",
    // Other programs and processes.
    "execve",
    "execveat",
    "fork",
    "vfork",
    "ptrace",
    "process_vm_readv",
    "process_vm_writev",
    "pidfd_getfd",
    "kcmp",
    "process_madvise",
    // Queues and memory that other processes share by name.
    "shmget",
    "shmat",
    "msgget",
    "msgsnd",
    "semget",
    "mq_open",
    // The kernel and its administration.
    "init_module",
    "finit_module",
    "delete_module",
    "kexec_load",
    "kexec_file_load",
    "reboot",
    "bpf",
    "perf_event_open",
    "userfaultfd",
    "add_key",
    "request_key",
    "keyctl",
    "acct",
    "quotactl",
    "quotactl_fd",
    "swapon",
    "swapoff",
    "syslog",
    "iopl",
    "ioperm",
    "modify_ldt",
    "personality",
    "sethostname",
    "setdomainname",
    "vhangup",
    "settimeofday",
    "clock_settime",
    "clock_adjtime",
    "adjtimex",
    "lookup_dcookie",
    // Mounts, namespaces, and files past their names.
    "mount",
    "umount2",
    "pivot_root",
    "chroot",
    "move_mount",
    "open_tree",
    "fsopen",
    "fsconfig",
    "fsmount",
    "fspick",
    "mount_setattr",
    "setns",
    "unshare",
    "open_by_handle_at",
    "name_to_handle_at",
    "fanotify_init",
    // Other users.
    "setuid",
    "setgid",
    "setreuid",
    "setregid",
    "setresuid",
    "setresgid",
    "setgroups",
    "setfsuid",
    "setfsgid",
    "capset",
    // What Landlock does not restrict; files that are open are made private by fchmod.
    "chmod",
    "fchmodat",
    "chown",
    "lchown",
    "fchownat",
    "setxattr",
    "lsetxattr",
    "removexattr",
    "lremovexattr",
    "mknod",
    "mknodat",
    "truncate",
});

struct Release {
  void operator()(void* filter) const { seccomp_release(filter); }
};

bool deny(scmp_filter_ctx filter, char const* name) {
  auto const number = seccomp_syscall_resolve_name(name);
  // A call that this machine does not have can't be made.
  return number == __NR_SCMP_ERROR || seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), number, 0) == 0;
}

// A thread shares everything with its process; anything else that clone() makes does not.
bool deny_new_processes(scmp_filter_ctx filter) {
  scmp_arg_cmp const no_thread{0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0};
  // The arguments of clone3() are in memory, where no filter sees them. The C library then uses clone().
  return seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1, no_thread) == 0 &&
         seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0;
}

// The next command of whoever is at the terminal.
bool deny_typing(scmp_filter_ctx filter) {
  constexpr scmp_datum_t low_half = 0xffffffff;  // the kernel looks at no more of it
  scmp_arg_cmp const type{1, SCMP_CMP_MASKED_EQ, low_half, TIOCSTI};
  scmp_arg_cmp const paste{1, SCMP_CMP_MASKED_EQ, low_half, TIOCLINUX};
  return seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(ioctl), 1, type) == 0 &&
         seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(ioctl), 1, paste) == 0;
}

}  // namespace

std::span<char const* const> denied_calls() { return denied; }

bool restrict_calls() {
  std::unique_ptr<void, Release> const owned(seccomp_init(SCMP_ACT_ALLOW));
  auto* const filter = owned.get();
  if (filter == nullptr) return false;
  // Calls in the manner of another kind of processor pass by the numbers above.
  static_cast<void>(seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_ERRNO(EPERM)));
  static_cast<void>(seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1));
  static_cast<void>(seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2));
  return std::ranges::all_of(denied, [&](auto const* name) { return deny(filter, name); }) &&
         deny_new_processes(filter) && deny_typing(filter) && seccomp_load(filter) == 0;
}

}  // namespace scrub837
