#include "src/pipeline/segment_stream.hpp"

#include <algorithm>
#include <cstring>

namespace scrub837 {
namespace {

// Gaps are handed out in pieces of one size, counted from their beginning.
constexpr std::size_t gap_piece = 1U << 16U;
// A unit of a set without levels and claims (a foreign one) may be cut anywhere beyond this.
constexpr std::size_t cut_anyway = 1U << 20U;

constexpr std::uint64_t bit(Kind kind) { return std::uint64_t{1} << static_cast<unsigned>(kind); }
constexpr std::uint64_t boundaries = bit(Kind::GS) | bit(Kind::ST) | bit(Kind::SE) | bit(Kind::GE) |
                                     bit(Kind::IEA) | bit(Kind::TA1) | bit(Kind::HL) | bit(Kind::CLM);
constexpr std::uint64_t unit_heads = bit(Kind::HL) | bit(Kind::CLM);

bool in(std::uint64_t set, Kind kind) { return (set & bit(kind)) != 0; }

}  // namespace

void SegmentStream::seek(StreamPosition const& position) {
  block_.data_size = 0;
  block_.origin = position.offset;
  cursor_ = 0;
  at_end_ = false;
  inside_ = position.inside;
  delimiters_ = position.delimiters;
  grew_ = false;
}

void SegmentStream::fill() {
  if (block_.data_size - cursor_ > largest_unit) throw UnitTooLarge{offset_of(cursor_)};
  // The tail moves to the front; the buffer keeps its size, so that nothing is cleared again.
  auto const have = block_.data_size - cursor_;
  std::memmove(block_.bytes.data(), block_.bytes.data() + cursor_, have);
  block_.origin += cursor_;
  cursor_ = 0;
  // A unit that didn't fit is read on in growing steps, so that it is not scanned over and over.
  auto const wanted = grew_ ? std::max(block_size_, have) : block_size_;
  grew_ = true;
  capacity_ = std::max(capacity_, have + wanted);
  block_.bytes.resize(capacity_);
  auto const count = input_->read_at(std::span(block_.bytes).subspan(have, wanted), block_.origin + have);
  block_.data_size = have + count;
  at_end_ = count < wanted;
}

Piece SegmentStream::begin_interchange(std::size_t at) {
  // It was found by the same grammar.
  static_cast<void>(grammar::parse_isa(block_.data().substr(at), at_end_, header_));
  auto stop = at + header_.stop;
  if (header_.terminated) {
    ++stop;
    while (stop < block_.data_size && is_line_end(block_.bytes[stop])) ++stop;
  } else {
    stop = block_.data_size;
  }
  delimiters_ = header_.delimiters;
  inside_ = true;
  cursor_ = stop;
  grew_ = false;
  Piece piece;
  piece.what = Piece::What::interchange;
  piece.offset = offset_of(at);
  piece.bytes = block_.data().substr(at, stop - at);
  piece.header = &header_;
  piece.at_end = at_end_ && stop == block_.data_size;
  return piece;
}

Piece SegmentStream::next_between() {
  for (;;) {
    bool const at_start = offset_of(cursor_) == 0 || bare_follows_;
    auto const gap = find_interchange(block_, cursor_, at_end_, at_start);
    auto const length = gap.end - cursor_;
    if (length >= gap_piece || (length > 0 && gap.next != Gap::Next::needs_more)) {
      auto const size = std::min(length, gap_piece);
      Piece piece;
      piece.what = Piece::What::gap;
      piece.offset = offset_of(cursor_);
      piece.bytes = block_.data().substr(cursor_, size);
      cursor_ += size;
      grew_ = false;
      bare_follows_ = gap.next == Gap::Next::bare && size == length;
      return piece;
    }
    if (gap.next == Gap::Next::interchange) {
      // The line ends behind the ISA belong to it; they may stand in the next block.
      auto const wanted = gap.end + grammar::longest_isa * 2;
      if (!at_end_ && wanted > block_.data_size) {
        fill();
        continue;
      }
      return begin_interchange(gap.end);
    }
    if (gap.next == Gap::Next::bare) {
      inside_ = true;
      bare_follows_ = false;
      static_cast<void>(grammar::parse_bare_start(block_.data().substr(cursor_), at_end_, delimiters_));
      Piece piece;
      piece.what = Piece::What::bare;
      piece.offset = offset_of(cursor_);
      return piece;
    }
    if (gap.next == Gap::Next::end) return {};
    fill();
  }
}

Piece SegmentStream::next_inside() {
  for (;;) {
    segments_.clear();
    block_.bytes.resize(capacity_);
    auto const indexed = index_segments(block_, cursor_, delimiters_, at_end_, segments_);
    auto count = segments_.size();
    if (indexed.stop == IndexStop::needs_more && count > 0) {
      // The last unit may go on in the next block.
      --count;
      while (count > 0 && !in(boundaries, segments_[count].kind)) --count;
      if (count == 0 && !in(unit_heads, segments_[0].kind) &&
          segments_.back().raw_begin - segments_[0].raw_begin > cut_anyway) {
        count = segments_.size() - 1;
      }
    }
    if (count > 0) {
      Piece piece;
      piece.what = Piece::What::segments;
      piece.offset = offset_of(segments_[0].raw_begin);
      piece.segments = std::span(segments_).first(count);
      cursor_ = count == segments_.size() ? indexed.next : segments_[count].raw_begin;
      if (indexed.stop == IndexStop::trailer && count == segments_.size()) inside_ = false;
      grew_ = false;
      return piece;
    }
    switch (indexed.stop) {
      case IndexStop::interchange: {
        // Blanks before the ISA stand between two interchanges.
        auto at = cursor_;
        while (block_.data().substr(at, 3) != "ISA") ++at;
        if (at > cursor_) {
          inside_ = false;
          return next_between();
        }
        auto const wanted = at + grammar::longest_isa * 2;
        if (at_end_ || wanted <= block_.data_size) return begin_interchange(at);
        fill();
        break;
      }
      case IndexStop::end:
        inside_ = false;
        return next_between();
      default:
        fill();
    }
  }
}

Piece SegmentStream::next() {
  if (block_.data_size == 0 && !at_end_) fill();
  return inside_ ? next_inside() : next_between();
}

}  // namespace scrub837
