#pragma once

#include <array>
#include <span>
#include <string>

#include "src/x12/block.hpp"

namespace scrub837 {

/// What stands in the levels above a claim, without their HL, whose numbers differ between an input and the
/// files that it is split into.
class LevelContents {
 public:
  /// A level begins. \param rank 0: HL03 20, 1: 22, 2: 23, 3: any other
  void open(int rank);
  /// A segment of the level that is open; without one it is passed over.
  void add(std::string_view segment);
  void clear();
  /// Twelve hexadecimal digits of their SHA-256.
  [[nodiscard]] std::string digest() const;

 private:
  std::array<std::string, 4> levels_;
  int rank_ = -1;
  mutable std::string digest_;  ///< as long as nothing changes: many claims may stand below
};

/// By what a rerun finds its claim: the SHA-256 of the claim from its CLM up to its last terminator, a point,
/// and the digest of the levels above. These bytes are the same in the input and in the held file, and two
/// patients with the same claim are told apart.
/// \param unit the claim's segments, at least one
[[nodiscard]] std::string claim_digest(Block const& block, std::span<Segment const> unit,
                                       LevelContents const& above);

}  // namespace scrub837
