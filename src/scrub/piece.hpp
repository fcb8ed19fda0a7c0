#pragma once

#include <cstdint>
#include <string_view>

#include "grammar/isa.hpp"
#include "scrub837/claim/claim_view.hpp"
#include "src/scrub/claim_verdict.hpp"
#include "src/scrub/reused.hpp"
#include "src/x12/block.hpp"
#include "src/x12/indexer.hpp"
#include "src/x12/tokens.hpp"

namespace scrub837 {

/// A claim of a piece. It begins with a cache line, so that few are fetched.
struct alignas(64) PieceClaim {
  std::uint32_t first = 0, last = 0;  ///< its tokens
  std::uint32_t context = 0;          ///< index of what it inherits
  ClaimVerdict verdict;
};

/// A piece of the input, with bytes of its own.
struct Piece {
  enum class What : std::uint8_t {
    gap,          ///< bytes outside of any interchange
    interchange,  ///< an ISA begins; its own bytes are the block's
    bare,         ///< segments begin without an ISA; the delimiters are guessed
    segments,     ///< whole units: cut before an envelope segment, HL or CLM
    end,
  };
  What what = What::end;
  Block block;                        ///< its bytes as received
  Delimiters delimiters;              ///< of the open interchange
  grammar::InterchangeHeader header;  ///< interchange: its ISA
  Tokens tokens;                      ///< of the block
  Indexer indexer;                    ///< makes them, with memory of its own
  bool at_end = false;                ///< interchange: the file ends with it
  Reused<Inherited> contexts;         ///< what its claims inherit
  Reused<PieceClaim> claims;          ///< in order

  [[nodiscard]] std::uint64_t offset() const { return block.origin; }
  [[nodiscard]] std::string_view bytes() const& { return block.data(); }
  [[nodiscard]] std::span<Segment const> segments(PieceClaim const& claim) const {
    return tokens.segments().subspan(claim.first, claim.last - claim.first);
  }
};

}  // namespace scrub837
