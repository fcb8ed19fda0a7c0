#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "scrub837/finding.hpp"

namespace scrub837 {

/// What the key of a claim's worklist row says.
struct RowKey {
  std::string_view digest;  ///< of the claim: see claim_digest()
  std::int64_t line = 0;    ///< service line from 1; 0: the claim as a whole. The claim may have fewer.
  Place value;              ///< the element that the row asks for; element 0: none
};

/// Reads C + digest + "-" + line, and for a row that asks for an element "-" and its place: the segment from
/// 1, element, component and repetition, with points between (CLM02 is 1.2). The digest may lack its second
/// part, of the levels above. \return nothing for any other text
[[nodiscard]] std::optional<RowKey> parse_row_key(std::string_view key);
/// The key that is read so.
[[nodiscard]] std::string row_key(RowKey const& key);

/// The key of the row about the same line as a whole; any other text as it is.
[[nodiscard]] std::string line_key(std::string_view key);

/// What the key of a row above the claims says.
struct KeyAbove {
  std::string_view level;  ///< the letter and digest, alike in all rows of the level
  Place value;             ///< as in RowKey; segments are counted without the HL
};
/// Reads L or X and a digest, and "-" and a place. \return nothing for any other text
[[nodiscard]] std::optional<KeyAbove> parse_key_above(std::string_view key);
[[nodiscard]] std::string key_above(KeyAbove const& key);

/// How many texts with the shape of a key's digest are in a text.
[[nodiscard]] std::size_t count_keys(std::string_view text);

/// Reads a whole number without a sign.
[[nodiscard]] std::optional<std::int64_t> whole_number(std::string_view text);

}  // namespace scrub837
