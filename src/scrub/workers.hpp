#pragma once

#include <cstddef>
#include <functional>
#include <memory>

#include "src/io/work_queue.hpp"
#include "src/scrub/claim_scrubber.hpp"
#include "src/scrub/piece.hpp"

namespace scrub837 {

/// Pieces that are not in flight; their memory is used again.
class SparePieces;

/// Takes an input's pieces through all stages with several threads. Each worker takes its pieces through all
/// of them: what one processor has in its caches another would have to fetch, and where the two share no
/// cache that costs a fifth of the whole run. Reading and handling are done by one worker at a time, the
/// handling in the order of the input; a worker whose turn has not come reads and scrubs ahead.
class Workers {
 public:
  struct Stages {
    std::function<void(Piece&)> read;    ///< the next piece, with its claims marked
    std::function<bool(Piece&)> handle;  ///< false: something has to be read again first
    /// The piece is done; `give_back` is called when its bytes are no longer needed.
    std::function<void(Piece&, std::function<void()> give_back)> done;
  };
  /// \param queue work that was put off, which idle workers help with; may be null
  /// \param bytes of the input
  Workers(Stages stages, ClaimScrubber const& scrubber, WorkQueue* queue, std::uint64_t bytes);

  /// Reads up to the end. Where something has to be read again, `rewind` is called, and reading goes on from
  /// there.
  void run(std::function<void()> const& rewind);

 private:
  class Round;

  Stages stages_;
  ClaimScrubber const* scrubber_;
  WorkQueue* queue_;
  bool alone_;  ///< one thread does all: a small input is done before others have begun
};

}  // namespace scrub837
