#include "src/x12/byte_marks.hpp"

#include <array>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace scrub837 {
namespace {

using Hits = ByteMarks::Word;

#ifdef __SSE2__

// Looks at 64 bytes.
class Looker {
 public:
  explicit Looker(Delimiters delimiters)
      : terminator_(_mm_set1_epi8(delimiters.terminator)), element_(_mm_set1_epi8(delimiters.element)) {}

  [[nodiscard]] Hits operator()(char const* bytes) const {
    Hits hits;
    for (std::size_t i = 0; i < 64; i += 16) {
      auto const some = _mm_loadu_si128(reinterpret_cast<__m128i const*>(bytes + i));
      auto const terminators = _mm_cmpeq_epi8(some, terminator_);
      auto const ends = _mm_or_si128(_mm_cmpeq_epi8(some, feed_), _mm_cmpeq_epi8(some, carriage_));
      hits.terminators |= bits(terminators) << i;
      hits.separators |= bits(_mm_cmpeq_epi8(some, element_)) << i;
      hits.line_ends |= bits(_mm_andnot_si128(terminators, ends)) << i;
    }
    return hits;
  }

 private:
  [[nodiscard]] static std::uint64_t bits(__m128i mask) {
    return static_cast<std::uint32_t>(_mm_movemask_epi8(mask));
  }
  __m128i terminator_, element_;
  __m128i feed_ = _mm_set1_epi8('\n'), carriage_ = _mm_set1_epi8('\r');
};

#else

class Looker {
 public:
  explicit Looker(Delimiters delimiters) : delimiters_(delimiters) {}

  [[nodiscard]] Hits operator()(char const* bytes) const {
    Hits hits;
    for (std::size_t i = 0; i < 64; ++i) {
      bool const ends = bytes[i] == delimiters_.terminator;
      hits.terminators |= std::uint64_t{ends} << i;
      hits.separators |= std::uint64_t{bytes[i] == delimiters_.element} << i;
      hits.line_ends |= std::uint64_t{!ends && (bytes[i] == '\n' || bytes[i] == '\r')} << i;
    }
    return hits;
  }

 private:
  Delimiters delimiters_;
};

#endif

}  // namespace

void ByteMarks::mark(std::string_view bytes, Delimiters delimiters) {
  size_ = bytes.size();
  auto const full = size_ / step;
  if (words_.size() < full + 2) words_.resize(full + 2);
  Looker const look(delimiters);
  for (std::size_t i = 0; i < full; ++i) words_[i] = look(bytes.data() + i * step);

  // What is left, with bytes behind it that are no marks.
  std::array<char, step> rest{};
  auto const left = size_ - full * step;
  if (left > 0) std::memcpy(rest.data(), bytes.data() + full * step, left);
  auto& last = words_[full];
  last = look(rest.data());
  last.terminators &= below(left);
  last.separators &= below(left);
  words_[full + 1] = {};
}

}  // namespace scrub837
