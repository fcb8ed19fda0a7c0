#pragma once

#include <span>
#include <string>

#include "src/x12/block.hpp"

namespace scrub837 {

/// SHA-256 of a claim from its CLM up to its last terminator: these bytes are the same in the input and in
/// the held file, so a rerun finds its claim by them.
/// \param unit the claim's segments, at least one
[[nodiscard]] std::string claim_digest(Block const& block, std::span<Segment const> unit);

}  // namespace scrub837
