#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "src/narrative/word_key.hpp"

namespace scrub837 {

/// What a word of a note says; vocabulary.txt explains each.
enum class WordSense : std::uint8_t {
  act,
  work,
  did,
  teach,
  object,
  service,
  family,
  person,
  doctor,
  visit,
  claim,
  auth,
  money,
  license,
  verify,
  again,
  office,
  phone,
  call,
  remote,
  absent,
  away,
  status,
  trait,
  plan,
  errand,
  agent,
  unlisted,
  qualifier,
  generic,
  category,
  pointer,
  paper,
  glue,
  negation,
  plain,
  unknown,
  count_
};

/// Senses of one word, a bit for each.
using WordSenses = std::uint64_t;

template <typename... Sense>
[[nodiscard]] constexpr WordSenses senses(Sense... sense) {
  return ((WordSenses{1} << static_cast<unsigned>(sense)) | ... | WordSenses{0});
}

/// What makes a text a remark, whatever else it says.
constexpr auto remark_senses =
    senses(WordSense::claim, WordSense::auth, WordSense::money, WordSense::license, WordSense::verify,
           WordSense::again, WordSense::office, WordSense::phone);

/// The sense of a name in the data files; count_ if there is none.
[[nodiscard]] WordSense sense_of(std::string_view name);

/// The words of vocabulary.txt.
class Vocabulary {
 public:
  /// \param file text of the form of vocabulary.txt, which must outlive this
  /// \throw std::logic_error for a line that cannot be read, or a word that stands twice
  explicit Vocabulary(std::string_view file);

  /// Of a word of upper-case letters, as it is spelled; 0 if it stands nowhere.
  [[nodiscard]] WordSenses senses_of(KeyedWord const& word) const;

  /// Of a word that senses_of() doesn't know: as one of several, or of those that are one slip of the keys
  /// away (is_slip) and begin with the same two letters. Remarks are recognized in shorter words than care
  /// is.
  [[nodiscard]] WordSenses senses_if_misspelled(std::string_view word) const;

  /// The one that is built in.
  [[nodiscard]] static Vocabulary const& built_in();

 private:
  struct Entry {
    KeyedWord word{{}};
    bool stem = false;          // WORD*
    bool ending = false;        // *WORD
    std::uint32_t letters = 0;  // a bit for each that is in it
    WordSenses senses = 0;
  };
  bool read_word(std::string_view field, Entry& entry);

  static constexpr std::size_t pairs = std::size_t{26} * 26;
  // Entries by their first two letters: whole words in their order, then stems, the longest first.
  std::vector<Entry> entries_;
  std::array<std::uint16_t, pairs + 1> first_{};
  std::array<std::uint16_t, pairs> first_stem_{};
  std::array<std::vector<Entry>, 26> endings_;  // by their last letter, the longest first
};

}  // namespace scrub837
