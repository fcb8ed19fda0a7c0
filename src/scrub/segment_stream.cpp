#include "src/scrub/segment_stream.hpp"

#include <algorithm>
#include <cstring>
#include <span>

#include "grammar/composite_separator.hpp"
#include "src/x12/gap.hpp"
#include "src/x12/indexer.hpp"

namespace scrub837 {
namespace {

// Gaps are handed out in pieces of one size, counted from their beginning.
constexpr std::size_t gap_piece = 1U << 16U;
// A unit of a set without levels and claims (a foreign one) may be cut anywhere beyond this.
constexpr std::size_t cut_anyway = 1U << 20U;
// Bytes that are read in one step after a seek: those that are read again, with a little of what follows, so
// that it shows where they end. After a few such steps each is twice as long as the one before.
constexpr std::size_t least_step = std::size_t{1} << 8U;
constexpr std::size_t least_step_to_isa = 2 * grammar::longest_isa;
constexpr std::size_t longest_first_step = std::size_t{1} << 16U;
constexpr std::size_t what_follows = 128;
constexpr int even_steps = 3;
// Bytes of an interchange that are looked at first, and how many times more if it is longer: of a buffer with
// a thousand short interchanges each looks at its own bytes alone.
constexpr std::size_t first_window = std::size_t{1} << 9U;
constexpr std::size_t window_factor = 8;
// Times that one place is read by the delimiters of what is in it.
constexpr int max_tries = 3;

}  // namespace

void SegmentStream::seek(StreamPosition const& position, std::size_t size) {
  size_ = cursor_ = 0;
  origin_ = position.offset;
  bare_at_ = UINT64_MAX;
  at_end_ = false;
  inside_ = position.inside;
  delimiters_ = position.delimiters;
  line_ends_ = position.line_ends;
  grew_ = false;
  // What is read again is short as a rule, and soon another stretch may be.
  step_ = std::min(block_size_, std::clamp(size + what_follows, inside_ ? least_step : least_step_to_isa,
                                           longest_first_step));
  even_steps_left_ = even_steps;
  window_ = first_window;
}

void SegmentStream::fill(Piece& piece) {
  auto const have = size_ - cursor_;
  if (have > largest_unit) throw UnitTooLarge{origin_ + cursor_};
  // What is left moves into the memory that the piece has: whoever reads it used that before. A buffer keeps
  // its size, so that nothing is cleared again.
  auto& own = piece.block.bytes;
  if (own.size() < have) own.resize(have);
  std::memcpy(own.data(), buffer_.data() + cursor_, have);
  std::swap(own, buffer_);
  origin_ += cursor_;
  cursor_ = 0;
  // A unit that didn't fit is read on in growing steps, so that it is not scanned over and over.
  auto const wanted = grew_ ? std::max(step_, have) : step_;
  grew_ = true;
  if (even_steps_left_ > 0) {
    --even_steps_left_;
  } else {
    step_ = std::min(block_size_, step_ * 2);
  }
  if (buffer_.size() < have + wanted) buffer_.resize(have + wanted);
  auto const count = input_->read_at(std::span(buffer_).subspan(have, wanted), origin_ + have);
  size_ = have + count;
  at_end_ = count < wanted;
}

// Hands out the next `size` bytes.
void SegmentStream::take(Piece& piece, Piece::What what, std::size_t size) {
  piece.what = what;
  piece.delimiters = delimiters_;
  piece.block.data_size = size;
  piece.block.origin = origin_ + cursor_;
  if (cursor_ == 0 && size > size_ / 2) {
    // The piece gets the buffer itself, and what is left goes into the one that the piece had.
    auto const left = size_ - size;
    if (piece.block.bytes.size() < left) piece.block.bytes.resize(left);
    std::memcpy(piece.block.bytes.data(), buffer_.data() + size, left);
    std::swap(piece.block.bytes, buffer_);
    origin_ += size;
    size_ = left;
  } else {
    piece.block.bytes.assign(rest().substr(0, size));
    cursor_ += size;
  }
  grew_ = false;
}

// \param piece with the header that was read. \return false if more bytes are needed
bool SegmentStream::begin_interchange(Piece& piece) {
  // The line ends behind the ISA belong to it; they may be in the next block.
  if (!at_end_ && rest().size() < grammar::longest_isa * 2) return false;
  auto const bytes = rest();
  auto stop = piece.header.stop;
  if (piece.header.terminated) {
    ++stop;
    while (stop < bytes.size() && is_line_end(bytes[stop])) ++stop;
  } else {
    stop = bytes.size();
  }
  auto const use = grammar::component_use(bytes.substr(stop), at_end_, piece.header.delimiters);
  if (use.needs_more) return false;
  piece.header.component_in_use = use.other;
  if (use.other) piece.header.delimiters.component = *use.other;
  delimiters_ = piece.header.delimiters;
  line_ends_ = piece.header.folded ? LineEnds::records : LineEnds::typed;
  inside_ = true;
  first_interchange_ = std::min(first_interchange_, origin_ + cursor_);
  window_ = first_window;
  piece.at_end = at_end_ && stop == bytes.size();
  take(piece, Piece::What::interchange, stop);
  return true;
}

void SegmentStream::next_between(Piece& piece) {
  for (;;) {
    // Behind an interchange, what looks like a set is no text.
    bool const behind = first_interchange_ < origin_ + cursor_;
    auto const gap = find_interchange(rest(), at_end_, behind ? &delimiters_ : nullptr);
    if (gap.end >= gap_piece || (gap.end > 0 && gap.next != Gap::Next::needs_more)) {
      auto const size = std::min(gap.end, gap_piece);
      return take(piece, Piece::What::gap, size);
    }
    if (gap.next == Gap::Next::interchange) {
      // It was found by the same grammar.
      static_cast<void>(grammar::parse_isa(rest(), at_end_, piece.header));
      if (begin_interchange(piece)) return;
      fill(piece);
      continue;
    }
    if (gap.next == Gap::Next::bare) {
      auto const use = grammar::component_use(rest(), at_end_, gap.delimiters);
      if (use.needs_more) {
        fill(piece);
        continue;
      }
      inside_ = true;
      bare_tries_ = bare_at_ == origin_ + cursor_ ? bare_tries_ + 1 : 1;
      bare_at_ = origin_ + cursor_;
      delimiters_ = gap.delimiters;
      line_ends_ = LineEnds::typed;
      if (use.other) delimiters_.component = *use.other;
      return take(piece, Piece::What::bare, 0);
    }
    if (gap.next == Gap::Next::end) return take(piece, Piece::What::end, 0);
    fill(piece);
  }
}

// What is below a level decides on it, so levels stay with the claim behind them: a cut behind one is moved
// before it. \return `count` as it is where levels alone would grow a piece without bound
std::size_t SegmentStream::before_levels(std::span<Segment const> segments, std::size_t count) {
  auto cut = count;
  for (auto at = count; at > 0;) {
    --at;
    while (at > 0 && !begins_unit(segments[at].kind)) --at;
    if (segments[at].kind != Kind::HL) return cut;
    cut = at;
  }
  if (cut > 0 || count == 0) return cut;
  bool const long_enough = segments.back().raw_begin - segments[0].raw_begin > cut_anyway;
  return long_enough ? count : 0;
}

void SegmentStream::next_inside(Piece& piece) {
  for (;;) {
    auto const shown = rest().substr(0, window_);
    bool const all = shown.size() == rest().size();
    auto const indexed = piece.indexer.index(shown, delimiters_, line_ends_, at_end_ && all, piece.tokens,
                                             input_->size() - origin_ - cursor_);
    if (indexed.stop == IndexStop::needs_more && !all) {
      window_ *= window_factor;
      continue;
    }
    auto const segments = piece.tokens.segments();
    auto count = segments.size();
    if (indexed.stop == IndexStop::needs_more && count > 0) {
      // The last unit may go on in the next block.
      --count;
      while (count > 0 && !begins_unit(segments[count].kind)) --count;
      count = before_levels(segments, count);
      if (count == 0 && segments[0].kind != Kind::HL && segments[0].kind != Kind::CLM &&
          segments.back().raw_begin - segments[0].raw_begin > cut_anyway) {
        count = segments.size() - 1;
      }
    }
    if (count > 0) {
      auto const size = count == segments.size() ? indexed.next : segments[count].raw_begin;
      if (indexed.stop == IndexStop::trailer && count == segments.size()) inside_ = false;
      piece.tokens.cut(count);
      take(piece, Piece::What::segments, size);
      if (piece.tokens.has_irregular_segments())
        unfold(piece.block, piece.tokens.segments(), delimiters_, line_ends_);
      return;
    }
    switch (indexed.stop) {
      case IndexStop::interchange: {
        // Blanks before the ISA, and claims without one, are between two interchanges.
        auto const match = grammar::parse_isa(rest(), at_end_, piece.header);
        if (match == grammar::HeaderMatch::no) {
          inside_ = false;
          if (origin_ + cursor_ != bare_at_ || bare_tries_ < max_tries) return next_between(piece);
          // Whatever delimiters are tried, a claim in it has others.
          auto const end = std::min(rest().find(delimiters_.terminator), rest().size() - 1) + 1;
          return take(piece, Piece::What::gap, std::min(end, gap_piece));
        }
        if (match == grammar::HeaderMatch::yes && begin_interchange(piece)) return;
        fill(piece);
        break;
      }
      case IndexStop::end:
        inside_ = false;
        return next_between(piece);
      default:
        fill(piece);
    }
  }
}

void SegmentStream::next(Piece& piece) {
  if (size_ == 0 && !at_end_) fill(piece);
  return inside_ ? next_inside(piece) : next_between(piece);
}

}  // namespace scrub837
