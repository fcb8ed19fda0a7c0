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
  /// \throw std::logic_error with the line's number if it cannot be read, if the word is listed twice, or if
  ///        its categories contradict each other
  explicit Vocabulary(std::string_view file);

  /// Of a word of upper-case letters, as it is spelled; empty if it is not listed.
  [[nodiscard]] WordMeaning meaning_of(KeyedWord const& word) const;

  /// How words with one of some categories of `cite` begin; an empty beginning if the entry is an ending.
  [[nodiscard]] std::vector<std::string_view> beginnings_with(grammar::Cite any_of) const;

  /// What read_note() makes of a word that says nothing to it: as one of several, or of those that are one
  /// slip of the keys away (is_slip) and begin with the same two letters. Remarks are recognized in shorter
  /// words than care is.
  [[nodiscard]] WordSenses senses_if_misspelled(std::string_view word) const;

  /// Other listed words of the same meaning and length.
  [[nodiscard]] std::vector<std::string_view> words_like(std::string_view word) const;

  /// The one that is built in.
  [[nodiscard]] static Vocabulary const& built_in();

 private:
  struct Entry {
    KeyedWord word{{}};
    std::size_t line = 0;
    bool stem = false;          // WORD*
    bool ending = false;        // *WORD
    std::uint32_t letters = 0;  // a bit for each that is in it
    WordSenses note = 0;        // note senses of its own line
    WordMeaning meaning;        // completed from shorter entries that match
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
