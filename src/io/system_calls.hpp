#pragma once

#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>

namespace scrub837 {

/// System calls by which outputs are made and published, so that a test can let one of them fail.
struct SystemCalls {
  int (*fchmod)(int, mode_t) = ::fchmod;
  int (*ftruncate)(int, off_t) = ::ftruncate;
  int (*flock)(int, int) = ::flock;
  int (*fsync)(int) = ::fsync;
  int (*rename)(char const*, char const*) = ::rename;
};

/// What the program uses. Only tests change it, while no other thread is at work.
inline SystemCalls system_calls;

}  // namespace scrub837
