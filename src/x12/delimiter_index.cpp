#include "src/x12/delimiter_index.hpp"

#include <array>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace scrub837 {
namespace {

// What is marked among 64 bytes.
struct Hits {
  DelimiterIndex::Word terminators = 0, separators = 0, line_ends = 0;
};

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

// Line ends anywhere but behind a terminator, looked for word by word.
class Strays {
 public:
  void note(Hits const& word) {
    auto const first = word.line_ends & (word.terminators << 1U | behind_terminator_);
    auto const second = word.line_ends & (first << 1U | behind_first_);
    behind_terminator_ = word.terminators >> 63U;
    behind_first_ = first >> 63U;
    found_ |= word.line_ends & ~(first | second);
  }
  [[nodiscard]] bool any() const { return found_ != 0; }

 private:
  std::uint64_t found_ = 0;
  std::uint64_t behind_terminator_ = 0, behind_first_ = 0;  // bit 0: the word before ended with one
};

}  // namespace

void DelimiterIndex::mark(std::string_view bytes, Delimiters delimiters) {
  size_ = bytes.size();
  auto const full = size_ / step;
  if (terminators_.size() < full + 2) {
    for (auto* const words : {&terminators_, &separators_, &line_ends_}) words->resize(full + 2);
  }
  Looker const look(delimiters);
  Strays strays;
  auto const put = [&](std::size_t word, Hits const& hits) {
    terminators_[word] = hits.terminators;
    separators_[word] = hits.separators;
    line_ends_[word] = hits.line_ends;
    strays.note(hits);
  };
  for (std::size_t i = 0; i < full; ++i) put(i, look(bytes.data() + i * step));

  // What is left, with bytes behind it that are not marks.
  std::array<char, step> rest{};
  auto const left = size_ - full * step;
  if (left > 0) std::memcpy(rest.data(), bytes.data() + full * step, left);
  auto last = look(rest.data());
  auto const inside = (Word{1} << left) - 1;
  last.terminators &= inside;
  last.separators &= inside;
  last.line_ends &= inside;
  put(full, last);
  put(full + 1, {});
  stray_line_ends_ = strays.any();
}

}  // namespace scrub837
