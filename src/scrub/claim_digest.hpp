#pragma once

#include <span>
#include <string>

#include "src/x12/block.hpp"
#include "src/x12/envelope_walker.hpp"

namespace scrub837 {

/// By what a rerun finds its claim: the SHA-256 of the claim from its CLM up to its last terminator, a point,
/// and the digest of the levels above. These bytes are the same in the input and in the held file, and two
/// patients with the same claim are told apart.
/// \param unit the claim's segments, at least one
[[nodiscard]] std::string claim_digest(Block const& block, std::span<Segment const> unit,
                                       LevelContents const& above);

}  // namespace scrub837
