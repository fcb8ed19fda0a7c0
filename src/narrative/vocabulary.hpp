#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "src/narrative/word_key.hpp"
#include "src/narrative/word_meaning.hpp"

namespace scrub837 {

/// The words of vocabulary.txt.
class Vocabulary {
 public:
  /// \param file text of the form of vocabulary.txt, which must outlive this
  /// \throw std::logic_error, with the number of the line, for one that cannot be read, a word that stands
  ///        twice, and one with categories that contradict each other
  explicit Vocabulary(std::string_view file);

  /// Of a word of upper-case letters, as it is spelled; nothing if it stands nowhere.
  [[nodiscard]] WordMeaning meaning_of(KeyedWord const& word) const;

  /// Words and beginnings that share something with `wanted`.
  [[nodiscard]] std::vector<std::string_view> words_with(WordMeaning const& wanted) const;

  /// What read_note() makes of a word that says nothing to it: as one of several, or of those that are one
  /// slip of the keys away (is_slip) and begin with the same two letters. Remarks are recognized in shorter
  /// words than care is.
  [[nodiscard]] WordSenses senses_if_misspelled(std::string_view word) const;

  /// The one that is built in.
  [[nodiscard]] static Vocabulary const& built_in();

 private:
  struct Entry {
    KeyedWord word{{}};
    std::size_t line = 0;
    bool stem = false;          // WORD*
    bool ending = false;        // *WORD
    std::uint32_t letters = 0;  // a bit for each that is in it
    WordSenses note = 0;        // note senses that stand in its own line
    WordMeaning meaning;        // with those of shorter entries, of what its line says nothing about
  };
  static constexpr std::uint16_t free_slot = 0xFFFF;
  struct Slot {
    std::uint64_t key = 0;
    std::uint16_t entry = free_slot;
  };
  void read_line(std::string_view line, std::size_t number);
  void sort();
  void inherit();
  void add_endings(WordMeaning& meaning, std::string_view word) const;
  [[nodiscard]] std::size_t slot_of(KeyedWord const& word) const;

  static constexpr std::size_t pairs = std::size_t{26} * 26;
  // Entries by their first two letters: whole words in their order, then stems, the longest first.
  std::vector<Entry> entries_;
  std::array<std::uint16_t, pairs + 1> first_{};
  std::array<std::uint16_t, pairs> first_stem_{};
  std::array<std::vector<Entry>, 26> endings_;  // by their last letter, the longest first
  std::vector<Slot> slots_;                     // whole words by a hash; some are free
};

}  // namespace scrub837
