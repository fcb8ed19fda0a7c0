#pragma once

#include <cerrno>

#include "src/io/system_calls.hpp"

namespace scrub837::test {

/// Lets a system call fail as long as it lives.
///     FailingCall const failing(&SystemCalls::fchmod, EPERM);
template <typename... Arguments>
class FailingCall {
 public:
  using Call = int (*)(Arguments...);
  FailingCall(Call SystemCalls::*call, int error) : call_(call), before_(system_calls.*call) {
    error_ = error;
    system_calls.*call_ = [](Arguments...) {
      errno = error_;
      return -1;
    };
  }
  ~FailingCall() { system_calls.*call_ = before_; }
  FailingCall(FailingCall const&) = delete;
  FailingCall& operator=(FailingCall const&) = delete;

 private:
  static inline int error_ = 0;
  Call SystemCalls::*call_;
  Call before_;
};

}  // namespace scrub837::test
