#pragma once

#include <algorithm>
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

  struct Text {
    std::uint64_t key = 0;
    std::uint32_t count = 0;  ///< claims with it, up to `many`
    std::uint32_t last = 0;   ///< the last claim that was counted
    [[nodiscard]] bool used() const { return last != 0; }
  };

  /// Brings what is known of a key nearer, when it will be noted soon.
  void expect(std::uint64_t key) const { texts_.expect(key); }
  /// \param key of the text and the patient
  /// \param claim ordinal of the claim, from 1; greater than those of earlier claims
  /// \return whether this claim is the tenth with it, or a later one
  [[nodiscard]] bool note(std::uint64_t key, std::uint64_t claim) {
    auto* const text = entry_of(key);
    if (text == nullptr) return false;
    auto const ordinal = static_cast<std::uint32_t>(claim);
    if (text->count < many && ordinal > text->last) {
      text->last = ordinal;
      ++text->count;
    }
    return text->count == many && ordinal >= text->last;
  }
  /// On how many claims the text of a key is, as far as it is counted.
  [[nodiscard]] std::uint32_t count_of(std::uint64_t key) const {
    auto const* const text = texts_.find(key);
    return text == nullptr ? 0 : text->count;
  }
  /// Whether one of the texts is meant.
  template <typename Meant>
  [[nodiscard]] bool any_of(Meant meant) const {
    return std::any_of(texts_.entries().begin(), texts_.entries().end(),
                       [&](Text const& text) { return text.used() && meant(text); });
  }
  /// Adds what was counted elsewhere. \param base what is to be added to the ordinals of those claims
  void add(Text const& counted, std::uint64_t base) {
    auto* const text = entry_of(counted.key);
    if (text == nullptr) return;
    text->count = std::min(many, text->count + counted.count);
    text->last = static_cast<std::uint32_t>(base + counted.last);
  }

 private:
  // The entry of a key, a new one with no claim if there is none; null if there is no room for more.
  [[nodiscard]] Text* entry_of(std::uint64_t key) {
    auto* place = texts_.find(key);
    if (place != nullptr && place->used()) return place;
    if (texts_.used() >= max_texts) return nullptr;
    if (texts_.full()) {
      texts_.grow();
      place = nullptr;
    }
    return &texts_.add({key}, place);
  }

  KeyTable<Text> texts_;
};

}  // namespace scrub837
