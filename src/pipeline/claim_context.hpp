#pragma once

#include "src/pipeline/piece.hpp"

namespace scrub837 {

/// The code of a hierarchical level as its depth: 0 for HL03 20, 1 for 22, 2 for 23, 3 for any other.
[[nodiscard]] int rank_of(std::string_view code);

/// Follows the levels of the sets from piece to piece: tells claims what they inherit.
class ClaimContext {
 public:
  /// Finds the piece's claims and gives each its context. Pieces come in the order of the input.
  void mark(Piece& piece);
  /// The next piece begins before the first HL or claim of a set.
  void reset() { in_set_ = false; }

 private:
  void open_set();
  void take(Piece const& piece, Segment const& segment);

  Inherited current_;
  bool in_set_ = false;
  bool changed_ = true;  ///< since the last claim
  enum class Unit : std::uint8_t { other, billing_provider, subscriber, deeper_level, claim };
  Unit unit_ = Unit::other;
};

}  // namespace scrub837
