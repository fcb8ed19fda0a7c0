#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "scrub837/claim/claim_view.hpp"
#include "scrub837/finding.hpp"

namespace scrub837 {

/// A document as a claim announces it: PWK01, PWK02, PWK06 (empty if it is only kept ready: AA).
struct Announcement {
  std::string_view type, transmission, number;
};

/// Whether an indicator waits for its control number, or has one although nothing is sent (AA).
[[nodiscard]] bool is_incomplete(SegmentView const& pwk);

/// Whether an indicator says the same as an announcement and lacks nothing. What the announcement leaves
/// empty fits, but for the number.
[[nodiscard]] bool says(SegmentView const& pwk, Announcement const& document);

/// Makes an incomplete indicator, segment `index` of the claim, say what is announced.
[[nodiscard]] std::vector<Edit> completing(SegmentView const& pwk, std::uint32_t index,
                                           Announcement const& document);

/// A new indicator in the guide's place. \param line index of the service line, or -1: loop 2300
[[nodiscard]] Edit announcing(ClaimView const& claim, std::int32_t line, Announcement const& document);

}  // namespace scrub837
