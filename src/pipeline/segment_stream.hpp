#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "grammar/isa.hpp"
#include "src/io/input.hpp"
#include "src/x12/block.hpp"
#include "src/x12/indexer.hpp"

namespace scrub837 {

/// Where in an input the stream can begin again.
struct StreamPosition {
  std::uint64_t offset = 0;
  bool inside = false;  ///< an interchange is open, with these delimiters
  Delimiters delimiters;
};

/// A piece of the input, valid until the next one is asked for.
struct Piece {
  enum class What : std::uint8_t {
    gap,          ///< bytes outside of any interchange
    interchange,  ///< an ISA begins; its own bytes are `bytes`
    bare,         ///< segments begin without an ISA; the delimiters are guessed
    segments,     ///< whole units: cut before an envelope segment, HL or CLM
    end,
  };
  What what = What::end;
  std::uint64_t offset = 0;
  std::string_view bytes;  ///< gap and interchange: as received
  grammar::InterchangeHeader const* header = nullptr;
  std::span<Segment const> segments;  ///< tokens of block()
  bool at_end = false;                ///< interchange: the file ends with it
};

/// Reads an input in blocks and hands it out in pieces whose cut does not depend on the block size. Memory
/// is bounded by the block and the largest unit (a claim, a level).
class SegmentStream {
 public:
  /// A unit larger than this can't be read (a terminator was probably lost).
  static constexpr std::size_t largest_unit = std::size_t{64} << 20U;

  SegmentStream(Input& input, std::size_t block_size) : input_(&input), block_size_(block_size) {}

  /// Throws UnitTooLarge.
  Piece next();
  void seek(StreamPosition const& position);
  [[nodiscard]] Block const& block() const { return block_; }
  [[nodiscard]] Delimiters const& delimiters() const { return delimiters_; }

  struct UnitTooLarge {
    std::uint64_t offset = 0;
  };

 private:
  void fill();
  [[nodiscard]] std::uint64_t offset_of(std::size_t index) const { return block_.origin + index; }
  Piece next_between();
  Piece next_inside();
  Piece begin_interchange(std::size_t at);

  Input* input_;
  std::size_t block_size_;
  Block block_;
  std::size_t capacity_ = 0;  ///< of the block's bytes, without the copies behind
  std::size_t cursor_ = 0;    ///< first byte of the block that was not handed out
  bool at_end_ = false;
  bool inside_ = false;
  bool bare_follows_ = false;  ///< a set without ISA stands behind the gap that was just handed out
  bool grew_ = false;          ///< the last fill was not enough
  Delimiters delimiters_;
  grammar::InterchangeHeader header_;
  std::vector<Segment> segments_;
};

}  // namespace scrub837
