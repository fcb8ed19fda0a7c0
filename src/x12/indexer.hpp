#pragma once

#include <cstddef>
#include <string_view>

#include "grammar/isa.hpp"
#include "src/x12/block.hpp"
#include "src/x12/delimiter_index.hpp"
#include "src/x12/tokens.hpp"
#include "src/x12/unfold.hpp"

namespace scrub837 {

/// Whether a byte is padding between segments: a blank, a line end, a NUL, an end-of-file mark.
[[nodiscard]] constexpr bool is_padding(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r') || byte == '\0' || byte == '\x1a';
}
[[nodiscard]] constexpr bool is_line_end(char byte) { return byte == '\r' || byte == '\n'; }

/// Why the indexer stopped.
enum class IndexStop : std::uint8_t {
  needs_more,   ///< the next segment is not wholly in the block
  interchange,  ///< another ISA begins where it stopped
  trailer,      ///< an IEA was taken; what follows is between interchanges
  end,          ///< the input is at its end
};

/// The input's length is not known.
inline constexpr std::uint64_t any_length = ~std::uint64_t{0};

struct Indexed {
  std::size_t next = 0;  ///< first byte that was not taken
  IndexStop stop = IndexStop::needs_more;
};

/// Finds the segments of an open interchange. It can be used again and again; its memory stays.
class Indexer {
 public:
  /// \param bytes begins with a segment or with blanks before it
  /// \param at_end no bytes follow
  /// \param tokens is replaced: a token for each segment, with offsets into `bytes`. Those that are `folded`
  /// still point at the folded bytes (see unfold).
  /// \param readable bytes of the input from the first of `bytes` to its end: binary data that announces more
  /// is read like any segment
  Indexed index(std::string_view bytes, Delimiters delimiters, LineEnds line_ends, bool at_end,
                Tokens& tokens, std::uint64_t readable = any_length);

 private:
  class Walk;
  DelimiterIndex marks_;
};

}  // namespace scrub837
