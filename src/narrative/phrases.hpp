#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "src/narrative/vocabulary.hpp"

namespace scrub837 {

/// A word or number of a note as phrases see it.
struct NoteToken {
  KeyedWord word{{}};        ///< empty for a number
  WordSenses senses = 0;     ///< of vocabulary.txt, without those that a phrase took away
  std::uint32_t clause = 0;  ///< number of the part of the text, up to the next comma, that it is in
  bool number = false;
};

/// What a phrase says of the words it holds; phrases.txt and reasons.txt explain each.
enum class PhraseVerdict : std::uint8_t {
  none,
  ignore,
  aside,
  act,
  deed,
  turn,
  status,
  remark,
  absent,
  remote,
  home,
  doubt,
  reason,
  consent,
  wait,
  gone
};

/// A phrase found at a token.
struct PhraseMatch {
  PhraseVerdict verdict = PhraseVerdict::none;
  std::size_t length = 0;  ///< tokens, those skipped included
};

/// The phrases of phrases.txt.
class Phrases {
 public:
  /// \param file text of the form of phrases.txt, which must outlive this
  /// \throw std::logic_error for a line that cannot be read
  explicit Phrases(std::string_view file);

  /// The first phrase of the file that begins with the first of `tokens` and stays in its clause.
  /// \param at_start whether that token is the first of its clause
  [[nodiscard]] PhraseMatch match(std::span<NoteToken const> tokens, bool at_start) const;

  /// The ones that are built in.
  [[nodiscard]] static Phrases const& built_in();

 private:
  struct Step {
    std::vector<KeyedWord> words;
    std::vector<KeyedWord> stems;
    std::uint64_t bits = 0;     // of its words
    std::uint32_t letters = 0;  // a bit for each letter that a word or stem begins with
    WordSenses senses = 0;
    bool number = false;
    bool optional = false;
    bool gap = false;
    [[nodiscard]] bool takes(NoteToken const& token) const;
    // Nothing but one of its words will do.
    [[nodiscard]] bool wants_word() const {
      return !gap && !optional && !number && senses == 0 && stems.empty();
    }
  };
  struct Phrase {
    PhraseVerdict verdict = PhraseVerdict::none;
    bool at_start = false;                     ///< only where a clause begins
    std::uint64_t wanted = ~std::uint64_t{0};  ///< bits of words, one of which it can't do without
    std::vector<Step> steps;
  };
  // A phrase, and what rules it out without a look at its steps.
  struct Listed {
    std::uint64_t wanted;
    std::uint16_t number;
    bool at_start;
  };
  static bool read_step(std::string_view field, Step& step);
  static std::size_t length_of(std::span<Step const> steps, std::span<NoteToken const> tokens);
  void list(std::uint16_t number);

  std::vector<Phrase> phrases_;
  // Phrases, in the order of the file, by what their first token can be.
  std::unordered_map<std::uint64_t, std::vector<Listed>> by_word_;  // key of the first eight letters
  std::array<std::vector<Listed>, static_cast<std::size_t>(WordSense::count_)> by_sense_;
  std::vector<Listed> by_number_;
};

}  // namespace scrub837
