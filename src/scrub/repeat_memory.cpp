#include "src/scrub/repeat_memory.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "src/text/utf8.hpp"

namespace scrub837 {

void RepeatMemory::begin_input(std::string_view name, std::uint64_t number) {
  claims_before_ += last_claim_;
  last_claim_ = 0;
  inputs_.push_back({std::string(name), number, last_});
}

std::string RepeatMemory::where(std::string_view what, std::uint64_t ordinal) const {
  auto const behind =
      std::lower_bound(inputs_.begin(), inputs_.end(), ordinal,
                       [](InputStart const& input, std::uint64_t wanted) { return input.ordinal < wanted; });
  auto const& input = *std::prev(behind);
  return fmt::format("{} {} of {}", what, ordinal - input.ordinal,
                     behind == inputs_.end() ? "the file" : escaped_utf8(input.name));
}

bool RepeatMemory::affects(RepeatMemory const& other) const {
  auto const claims = claims_before_ + last_claim_;
  if (claims + other.last_claim_ > options_.claims) return true;
  bool found = other.seen_.any_of([&](std::uint64_t key, std::uint64_t) { return seen_.contains(key); });
  found = found || other.texts_.any_of([&](FilledDown::Text const& text) {
    auto const known = texts_.count_of(text.key);
    return known > 0 && known + text.count >= FilledDown::many;
  });
  return found;
}

void RepeatMemory::absorb(RepeatMemory const& other) {
  begin_input(other.inputs_.back().name, other.inputs_.back().number);
  reserve(other.seen_.size());
  auto const base = inputs_.back().ordinal;
  last_ = base + other.last_;
  last_claim_ = other.last_claim_;
  static_cast<void>(other.seen_.any_of([&](std::uint64_t key, std::uint64_t ordinal) {
    seen_.note(key, base + ordinal);
    return false;
  }));
  static_cast<void>(other.texts_.any_of([&](FilledDown::Text const& text) {
    texts_.add(text, base);
    return false;
  }));
}

}  // namespace scrub837
