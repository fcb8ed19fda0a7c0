#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "grammar/isa.hpp"
#include "scrub837/claim/claim_view.hpp"
#include "scrub837/finding.hpp"
#include "src/x12/block.hpp"
#include "src/x12/indexer.hpp"
#include "src/x12/tokens.hpp"

namespace scrub837 {

/// An attachment indicator, and its control number as ATT006 compares it.
struct IndicatorKey {
  std::uint64_t key = 0;  ///< 0: it has none
  Mark mark;
};

/// A description of an unlisted line, as NAR012 compares it with those of the patient's other claims.
struct TextKey {
  std::uint64_t key = 0;
  Place place;
  std::int32_t line = -1;
};

/// A claim of a piece and what is found in it as it was received.
struct JudgedClaim {
  std::uint32_t first = 0, last = 0;  ///< its tokens
  std::uint32_t context = 0;          ///< index of what it inherits
  Findings findings;                  ///< without those that compare it with other claims
  std::int64_t cents = 0;             ///< CLM02
  std::uint64_t services = 0, unlisted = 0;
  std::uint64_t id_key = 0;  ///< of CLM01; 0: it has none
  std::vector<IndicatorKey> indicators;
  std::vector<TextKey> texts;

  void reset() {
    findings.clear();
    indicators.clear();
    texts.clear();
    id_key = 0;
  }
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
  std::vector<Inherited> contexts;    ///< what its claims inherit
  std::vector<JudgedClaim> claims;    ///< in order

  [[nodiscard]] std::uint64_t offset() const { return block.origin; }
  [[nodiscard]] std::string_view bytes() const& { return block.data(); }
  [[nodiscard]] std::span<Segment const> segments(JudgedClaim const& claim) const {
    return tokens.segments().subspan(claim.first, claim.last - claim.first);
  }
};

}  // namespace scrub837
