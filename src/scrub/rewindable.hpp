#pragma once

#include "scrub837/rule.hpp"

namespace scrub837 {

/// Something that changes as an input is read, and can be taken back to where the open interchange, group or
/// set began.
class Rewindable {
 public:
  Rewindable() = default;
  Rewindable(Rewindable const&) = delete;
  Rewindable& operator=(Rewindable const&) = delete;
  virtual ~Rewindable() = default;
  /// An envelope of this level begins here.
  virtual void save(EnvelopeLevel level) = 0;
  /// Takes all back that came since the open envelope of this level began.
  virtual void restore(EnvelopeLevel level) = 0;
};

}  // namespace scrub837
