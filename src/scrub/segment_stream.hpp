#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "src/io/input.hpp"
#include "src/scrub/piece.hpp"

namespace scrub837 {

/// Where in an input the stream can begin again.
struct StreamPosition {
  std::uint64_t offset = 0;
  bool inside = false;  ///< an interchange is open, with these delimiters
  Delimiters delimiters;
  LineEnds line_ends = LineEnds::typed;
};

/// Reads an input in blocks and hands it out in pieces whose cut does not depend on the block size. Memory
/// is bounded by the block and the largest unit (a claim, a level).
class SegmentStream {
 public:
  /// A unit larger than this can't be read (a terminator was probably lost).
  static constexpr std::size_t largest_unit = std::size_t{64} << 20U;

  SegmentStream(Input& input, std::size_t block_size) : input_(&input), block_size_(block_size) {}

  /// Throws UnitTooLarge. \param piece is replaced; its memory is used again
  void next(Piece& piece);
  /// \param size what is read again at once; more may be
  void seek(StreamPosition const& position, std::size_t size);

  struct UnitTooLarge {
    std::uint64_t offset = 0;
  };

 private:
  void fill(Piece& piece);
  [[nodiscard]] std::string_view rest() const {
    return std::string_view(buffer_).substr(cursor_, size_ - cursor_);
  }
  void next_between(Piece& piece);
  void next_inside(Piece& piece);
  [[nodiscard]] static std::size_t before_levels(std::span<Segment const> segments, std::size_t count);
  bool begin_interchange(Piece& piece);
  void take(Piece& piece, Piece::What what, std::size_t size);

  Input* input_;
  std::size_t block_size_;
  std::size_t step_ = block_size_;    ///< bytes of the next read
  int even_steps_left_ = 0;           ///< steps of the same size that are still to come
  std::size_t window_ = block_size_;  ///< bytes that are looked at of the open interchange
  std::string buffer_;
  std::size_t size_ = 0;      ///< bytes of the buffer that were read
  std::size_t cursor_ = 0;    ///< first byte that was not handed out
  std::uint64_t origin_ = 0;  ///< where in the input the buffer begins
  bool at_end_ = false;
  bool inside_ = false;
  std::uint64_t bare_at_ = UINT64_MAX;  ///< where sets without an ISA began last
  int bare_tries_ = 0;
  std::uint64_t first_interchange_ = UINT64_MAX;  ///< where the first ISA that was read begins
  bool grew_ = false;                             ///< the last fill was not enough
  Delimiters delimiters_;
  LineEnds line_ends_ = LineEnds::typed;  ///< of the open interchange
};

}  // namespace scrub837
