#include "src/sandbox/sandbox.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "src/sandbox/restrict_calls.hpp"
#include "tests/io/temporary_folder.hpp"

namespace scrub837::test {
namespace {

// What a child process finds when it has entered the sandbox: 0, or the errno of what it tried.
constexpr int skipped = 250;  // the kernel does not enforce this
constexpr int died = 251;

enum class Needs : std::uint8_t { files, calls };

int in_sandbox(std::filesystem::path const& inside, Needs needs, std::function<int()> const& attempt) {
  auto const child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    std::vector<std::filesystem::path> const writable{inside, "/no-such-folder"};
    auto const entered = enter_sandbox(writable);
    if (!(needs == Needs::files ? entered.files : entered.calls)) ::_exit(skipped);
    ::_exit(attempt());
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : died;
}

bool is_tried(int result, char const* what) {
  if (result != skipped) return true;
  MESSAGE("not tried, this kernel does not enforce it: " << what);
  return false;
}

int error_of(long result) { return result < 0 ? errno : 0; }

int written(std::filesystem::path const& path) {
  auto const file = ::open(path.c_str(), O_WRONLY | O_CREAT, 0600);
  if (file < 0) return errno;
  return error_of(::write(file, "x", 1));
}

struct Folders {
  Folders() {
    std::filesystem::create_directory(inside);
    std::filesystem::create_directory(outside);
    write_file(outside / "old", "old");
  }
  TemporaryFolder top;
  std::filesystem::path inside = top / "inside", outside = top / "outside";
};

struct Attempt {
  char const* what;
  int expected;
  std::function<int()> run;
};

void try_each(Folders const& folders, Needs needs, std::vector<Attempt> const& attempts) {
  for (auto const& attempt : attempts) {
    CAPTURE(attempt.what);
    auto const result = in_sandbox(folders.inside, needs, attempt.run);
    if (is_tried(result, attempt.what)) CHECK(result == attempt.expected);
  }
}

}  // namespace

TEST_CASE("sandbox: files are read anywhere, and written only in the folders") {
  Folders const folders;
  auto const& inside = folders.inside;
  auto const& outside = folders.outside;
  write_file(inside / "first", "first");
  try_each(folders, Needs::files,
           {
               {"write a new file inside", 0, [&] { return written(inside / "new"); }},
               {"write a file in a new folder inside", 0,
                [&] {
                  auto const made = error_of(::mkdir((inside / "deep").c_str(), 0700));
                  return made != 0 ? made : written(inside / "deep" / "new");
                }},
               {"rename inside", 0,
                [&] { return error_of(::rename((inside / "first").c_str(), (inside / "second").c_str())); }},
               {"remove inside", 0, [&] { return error_of(::unlink((inside / "second").c_str())); }},
               {"a file without a name inside", 0,
                [&] {
                  auto const file = ::open(inside.c_str(), O_TMPFILE | O_RDWR, 0600);
                  return file < 0 ? errno : error_of(::write(file, "x", 1));
                }},
               {"read outside", 0, [&] { return error_of(::open((outside / "old").c_str(), O_RDONLY)); }},
               {"list outside", 0, [&] { return error_of(::open(outside.c_str(), O_RDONLY | O_DIRECTORY)); }},
               {"write a new file outside", EACCES, [&] { return written(outside / "new"); }},
               {"write an old file outside", EACCES, [&] { return written(outside / "old"); }},
               {"make a folder outside", EACCES,
                [&] { return error_of(::mkdir((outside / "deep").c_str(), 0700)); }},
               {"remove outside", EACCES, [&] { return error_of(::unlink((outside / "old").c_str())); }},
               {"rename out of the folder", EACCES,
                [&] {
                  auto const wrote = written(inside / "third");
                  if (wrote != 0) return wrote;
                  auto const error =
                      error_of(::rename((inside / "third").c_str(), (outside / "third").c_str()));
                  // Landlock of Linux 5.13 has its own word for it.
                  return error == EXDEV ? EACCES : error;
                }},
               {"a link inside to what is outside", EACCES,
                [&] { return error_of(::symlink(outside.c_str(), (inside / "link").c_str())); }},
               {"a second name inside for a file outside", EACCES,
                [&] {
                  auto const error = error_of(::link((outside / "old").c_str(), (inside / "name").c_str()));
                  return error == EXDEV || error == EPERM ? EACCES : error;
                }},
               {"write outside from a thread", EACCES,
                [&] {
                  int error = 0;
                  std::thread([&] { error = written(outside / "new"); }).join();
                  return error;
                }},
           });
  CHECK(std::filesystem::exists(inside / "new"));
  CHECK(std::filesystem::exists(inside / "deep" / "new"));
  CHECK_FALSE(std::filesystem::exists(outside / "new"));
  CHECK(read_file(outside / "old") == "old");
}

TEST_CASE("sandbox: no network, no other programs, nothing of the system") {
  Folders const folders;
  write_file(folders.inside / "script", "#!/bin/sh\n");
  auto const file = (folders.inside / "script").string();
  std::filesystem::permissions(file, std::filesystem::perms::owner_all);
  try_each(
      folders, Needs::calls,
      {
          {"an internet socket", EPERM, [] { return error_of(::socket(AF_INET, SOCK_STREAM, 0)); }},
          {"an internet socket of version 6", EPERM,
           [] { return error_of(::socket(AF_INET6, SOCK_DGRAM, 0)); }},
          {"a local socket", EPERM, [] { return error_of(::socket(AF_UNIX, SOCK_STREAM, 0)); }},
          {"a pair of sockets", EPERM,
           [] {
             int pair[2];
             return error_of(::socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
           }},
          {"a socket from a thread", EPERM,
           [] {
             int error = 0;
             std::thread([&] { error = error_of(::socket(AF_INET, SOCK_STREAM, 0)); }).join();
             return error;
           }},
          {"io_uring", EPERM, [] { return error_of(::syscall(SYS_io_uring_setup, 1, nullptr)); }},
          {"another program", EPERM,
           [] { return error_of(::execl("/bin/true", "true", static_cast<char*>(nullptr))); }},
          {"a program that it wrote", EPERM,
           [&] { return error_of(::execl(file.c_str(), "x", static_cast<char*>(nullptr))); }},
          {"a process", EPERM, [] { return error_of(::fork()); }},
          {"ptrace", EPERM, [] { return error_of(::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr)); }},
          {"mount", EPERM,
           [] { return error_of(::syscall(SYS_mount, "none", "/mnt", "tmpfs", 0, nullptr)); }},
          {"a namespace", EPERM, [] { return error_of(::syscall(SYS_unshare, 0x10000000)); }},
          {"a kernel module", EPERM, [] { return error_of(::syscall(SYS_init_module, nullptr, 0, "")); }},
          {"another user", EPERM, [] { return error_of(::setuid(0)); }},
          {"a mode by name", EPERM, [&] { return error_of(::chmod(file.c_str(), 0777)); }},
          {"typing into a terminal", EPERM, [] { return error_of(::ioctl(0, TIOCSTI, "x")); }},
          {"a mode of an open file", 0,
           [&] {
             auto const opened = ::open(file.c_str(), O_RDONLY);
             return opened < 0 ? errno : error_of(::fchmod(opened, 0600));
           }},
      });
}

TEST_CASE("sandbox: each call on the list has a number, so no name is misspelled") {
  for (auto const* const name : denied_calls()) {
    CAPTURE(name);
    CHECK(::seccomp_syscall_resolve_name(name) != __NR_SCMP_ERROR);
  }
}

}  // namespace scrub837::test
