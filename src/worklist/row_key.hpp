#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace scrub837 {

/// What the key of a claim's worklist row says.
struct RowKey {
  std::string_view digest;  ///< of the claim: see claim_digest()
  std::int64_t line = 0;    ///< service line from 1; 0: the claim as a whole. The claim may have fewer.
};

/// Reads C + digest + "-" + line; the digest may lack its second part, of the levels above. \return nothing
/// for any other text
[[nodiscard]] std::optional<RowKey> parse_row_key(std::string_view key);

/// Whether a key is that of a row above the claims: L or X and a digest.
[[nodiscard]] bool is_key_above(std::string_view key);

/// How many texts with the shape of a key's digest are in a text.
[[nodiscard]] std::size_t count_keys(std::string_view text);

/// Reads a whole number without a sign.
[[nodiscard]] std::optional<std::int64_t> whole_number(std::string_view text);

}  // namespace scrub837
