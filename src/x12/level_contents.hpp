#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "src/x12/block.hpp"

namespace scrub837 {

/// Appends what a key of the worklist says of a segment above the claims, and a line end: its text, but for
/// SBR02 18, which is not in a file that is left with dependents' claims alone (SIT002).
void append_identity(std::string& out, std::string_view segment);

/// What is in the open levels, without their HL, whose numbers differ between an input and the files that
/// it is split into.
class LevelContents {
 public:
  /// A level begins.
  void open(int rank);
  /// A segment of the level that is open; without one it is passed over.
  void add(std::string_view segment);
  /// All segments of the level that was just opened.
  void add(Block const& block, std::span<Segment const> segments);
  void clear();
  /// The segments of the level of this rank, each with a line end behind it.
  [[nodiscard]] std::string_view level(int rank) const;
  /// Twelve hexadecimal digits of the SHA-256 of all levels.
  [[nodiscard]] std::string digest() const;

 private:
  // Few levels are asked for: as received they are copied at once, and become a text when they are.
  struct Received {
    std::string bytes;
    std::vector<Segment> segments;  ///< the first one is at the beginning of `bytes`
  };
  struct Level {
    mutable std::string text;
    mutable Received received;  ///< what is still to come behind `text`
    void settle() const;
    void clear();
  };
  std::array<Level, 4> levels_;
  int rank_ = -1;
  mutable std::string digest_;  ///< as long as nothing changes: many claims may be below
};

}  // namespace scrub837
