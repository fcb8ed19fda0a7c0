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

/// What stands where no interchange is open.
struct Gap {
  enum class Next : std::uint8_t { needs_more, interchange, bare, end };
  std::size_t end = 0;  ///< the gap's bytes end here; the next thing begins
  Next next = Next::needs_more;
  Delimiters delimiters = {};  ///< bare: those that its first segment shows
};

/// Searches the next ISA, or what could be an 837P set without an ISA that can be read (`bare`): a GS*HC, an
/// ST*837, a level or a claim. `behind` an interchange any segment of the guide with its delimiters is one,
/// too.
Gap find_interchange(std::string_view bytes, bool at_end, Delimiters const* behind = nullptr);

}  // namespace scrub837
