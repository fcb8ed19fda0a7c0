#pragma once

#include "scrub837/report.hpp"

namespace scrub837 {

/// What is known of a claim when it is decided where it goes.
struct ClaimFacts {
  bool faulty = false;            ///< a finding stands that --hold holds for
  bool cut_off = false;           ///< the input ends inside it: nobody can complete it
  bool went_out = false;          ///< from this very input, in an earlier run
  bool blocked_above = false;     ///< an error above it holds what is below
  bool released_above = false;    ///< such an error was released by a person
  bool set_refused = false;       ///< its set, group or interchange goes out as received, as a whole
  bool refused_to_clean = false;  ///< that goes to the clean file (--hold never)
  bool hold_never = false;        ///< --hold never
  bool consented = false;         ///< a person's reason lets out all that stands in it
  bool changed = false;           ///< a fix, or the surface, makes other bytes of it
};

/// Where a claim goes (docs/contract.md): held if anything stands in it or above it, unless that is
/// released; else fixed or clean.
[[nodiscard]] Disposition decide(ClaimFacts const& facts);

}  // namespace scrub837
