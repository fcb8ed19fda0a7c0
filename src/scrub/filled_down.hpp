#pragma once

#include <cstdint>

#include "src/io/key_table.hpp"

namespace scrub837 {

/// Counts on how many claims of one patient a description is: a column of a worklist may have been filled
/// down. What is read again counts once.
class FilledDown {
 public:
  /// From so many claims on.
  static constexpr std::uint32_t many = 10;
  /// Texts that are remembered; later ones are not counted.
  static constexpr std::size_t max_texts = 4'000'000;

  /// Brings what is known of a key nearer, when it will be noted soon.
  void expect(std::uint64_t key) const { texts_.expect(key); }
  /// \param key of the text and the patient
  /// \param claim ordinal of the claim in the input, from 1
  /// \return whether this claim is the tenth with it, or a later one
  [[nodiscard]] bool note(std::uint64_t key, std::uint64_t claim) {
    auto* place = texts_.find(key);
    if (place == nullptr || !place->used()) {
      if (texts_.used() >= max_texts) return false;
      if (texts_.full()) {
        texts_.grow();
        place = nullptr;
      }
      place = &texts_.add({key}, place);
    }
    auto& text = *place;
    auto const ordinal = static_cast<std::uint32_t>(claim);
    if (text.count < many && ordinal > text.last) {
      text.last = ordinal;
      ++text.count;
    }
    return text.count == many && ordinal >= text.last;
  }

 private:
  struct Text {
    std::uint64_t key = 0;
    std::uint32_t count = 0;  ///< claims with it, up to `many`
    std::uint32_t last = 0;   ///< the last claim that was counted
    [[nodiscard]] bool used() const { return last != 0; }
  };
  KeyTable<Text> texts_;
};

}  // namespace scrub837
