#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace scrub837::grammar {

/// Tells of most words that they are in no list, by their first two letters and their length: cheaper than
/// looking for them.
class WordFilter {
 public:
  void add(std::string_view word) {
    if (auto* const lengths = of(*this, word)) *lengths |= bit(word);
  }
  /// Whether the word may have been added. \param word upper-case
  [[nodiscard]] bool may_hold(std::string_view word) const {
    auto const* const lengths = of(*this, word);
    return lengths == nullptr || (*lengths & bit(word)) != 0;
  }

 private:
  static constexpr std::size_t letters = 26;

  // Null for a word that doesn't begin with two letters of ASCII.
  template <typename Self>
  static auto of(Self& self, std::string_view word) -> decltype(self.lengths_.data()) {
    if (word.size() < 2) return nullptr;
    auto const first = static_cast<std::size_t>(static_cast<unsigned char>(word[0])) - 'A';
    auto const second = static_cast<std::size_t>(static_cast<unsigned char>(word[1])) - 'A';
    return first < letters && second < letters ? &self.lengths_[first * letters + second] : nullptr;
  }
  static std::uint32_t bit(std::string_view word) {
    return std::uint32_t{1} << std::min<std::size_t>(word.size(), 31);
  }

  std::array<std::uint32_t, letters * letters> lengths_{};
};

}  // namespace scrub837::grammar
