#pragma once

#include <cstdint>
#include <unordered_map>

namespace scrub837 {

/// Counts on how many claims of one patient a description is: a column of a worklist may have been filled
/// down. What is read again counts once.
class FilledDown {
 public:
  /// From so many claims on.
  static constexpr std::uint32_t many = 10;
  /// Texts that are remembered; later ones are not counted.
  static constexpr std::size_t max_texts = 4'000'000;

  /// \param key of the text and the patient
  /// \param claim ordinal of the claim in the input, from 1
  /// \return whether this claim is the tenth with it, or a later one
  [[nodiscard]] bool note(std::uint64_t key, std::uint64_t claim) {
    if (texts_.size() >= max_texts && !texts_.contains(key)) return false;
    auto& text = texts_[key];
    auto const ordinal = static_cast<std::uint32_t>(claim);
    if (text.tenth == 0 && ordinal > text.last) {
      text.last = ordinal;
      if (++text.count == many) text.tenth = ordinal;
    }
    return text.tenth != 0 && ordinal >= text.tenth;
  }

 private:
  struct Text {
    std::uint32_t count = 0;
    std::uint32_t last = 0;   ///< the last claim that was counted
    std::uint32_t tenth = 0;  ///< 0: there are fewer
  };
  std::unordered_map<std::uint64_t, Text> texts_;
};

}  // namespace scrub837
