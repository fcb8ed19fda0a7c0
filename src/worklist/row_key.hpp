#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace scrub837 {

/// What the key of a claim's worklist row says.
struct RowKey {
  std::string_view digest;  ///< of the claim: see claim_digest()
  std::int64_t line = 0;    ///< service line from 1; 0: the claim as a whole
};

/// Reads C + digest + "-" + line; the digest may lack its second part, of the levels above. \return nothing
/// for any other text
[[nodiscard]] std::optional<RowKey> parse_row_key(std::string_view key);

/// Reads a whole number without a sign.
[[nodiscard]] std::optional<std::int64_t> whole_number(std::string_view text);

}  // namespace scrub837
