#pragma once

#include <cstdint>

#include "scrub837/rule.hpp"

namespace scrub837 {

/// Numbers the runs of loops of one id that are next to each other and begin with segments of one kind: where
/// one of them is misplaced for a reason, the others are for the same.
class StrayRuns {
 public:
  /// \return the number of the run that this one is in. Loops come in order
  std::uint64_t of(SegmentRun const& stretch, Loop const& loop) {
    auto const& head = stretch.segments[loop.first];
    if (loop.id != id_ || loop.first != end_ || head.kind != kind_ || head.qualifier != qualifier_) ++run_;
    id_ = loop.id;
    end_ = loop.last;
    kind_ = head.kind;
    qualifier_ = head.qualifier;
    return run_;
  }

 private:
  LoopId id_{};
  std::uint32_t end_ = 0;
  Kind kind_ = Kind::unknown;
  Tag qualifier_ = 0;
  std::uint64_t run_ = 0;
};

}  // namespace scrub837
