#include "src/narrative/vocabulary.hpp"

#include <algorithm>
#include <bit>
#include <iterator>
#include <stdexcept>
#include <string>

#include "src/narrative/categories.hpp"
#include "src/narrative/data_lines.hpp"
#include "src/narrative/embedded.hpp"
#include "src/narrative/slip.hpp"

namespace scrub837 {
namespace {

// An ending matches words that are longer by two letters, but no short words: KING and ISIS are names.
constexpr std::size_t letters_before_ending = 2;
constexpr std::size_t shortest_with_ending = 6;

constexpr bool is_capital(char byte) { return byte >= 'A' && byte <= 'Z'; }

// A bit for each letter in it.
std::uint32_t letters_in(std::string_view word) {
  std::uint32_t letters = 0;
  for (char const byte : word) letters |= is_capital(byte) ? 1U << static_cast<unsigned>(byte - 'A') : 0U;
  return letters;
}

// Words of one letter come first among those of their letter, as if they went on with an A.
std::size_t pair_of(std::string_view word) {
  auto const first = static_cast<std::size_t>(word[0] - 'A');
  return first * 26 + (word.size() < 2 ? 0U : static_cast<std::size_t>(word[1] - 'A'));
}

[[noreturn]] void refuse(std::size_t line, std::string const& why) {
  throw std::logic_error("vocabulary.txt, line " + std::to_string(line) + ": " + why);
}

// Completes an entry from a shorter one that matches the word. The senses for read_note(), `cite` and noise
// are each taken as a whole, and only if the entry has none; other senses add up.
void take_missing(WordMeaning& meaning, WordMeaning const& shorter) {
  bool const has_note = (meaning.senses & note_senses) != 0;
  meaning.senses |= has_note ? shorter.senses & ~note_senses : shorter.senses;
  if (meaning.cite == grammar::Cite::none) meaning.cite = shorter.cite;
  if (meaning.noise == WordNoise::none) meaning.noise = shorter.noise;
}

}  // namespace

// WORD, BEGINNING* or *ENDING, and its categories.
void Vocabulary::read_line(std::string_view line, std::size_t number) {
  Entry entry;
  entry.line = number;
  bool first = true;
  for_each_field(line, [&](std::string_view field) {
    if (!first) {
      auto const named = category_named(field);
      if (named == WordMeaning{}) refuse(number, "unknown category " + std::string(field));
      if (!add_category(entry.meaning, named)) {
        refuse(number,
               std::string(field) + " contradicts another category of " + std::string(entry.word.text));
      }
      return;
    }
    first = false;
    entry.stem = field.ends_with('*');
    if (entry.stem) field.remove_suffix(1);
    entry.ending = field.starts_with('*');
    if (entry.ending) field.remove_prefix(1);
    entry.word = KeyedWord(field);
    bool const partial = entry.stem || entry.ending;
    if (field.size() < (partial ? 2U : 1U) || (entry.stem && entry.ending) ||
        !std::all_of(field.begin(), field.end(), is_capital)) {
      refuse(number, "not a word, WORD* or *WORD");
    }
  });
  if (entry.meaning == WordMeaning{}) refuse(number, "the word has no category");
  entry.letters = letters_in(entry.word.text);
  entry.note = entry.meaning.senses & note_senses;
  auto& endings = endings_[static_cast<std::size_t>(entry.word.text.back() - 'A')];
  (entry.ending ? endings : entries_).push_back(entry);
}

void Vocabulary::sort() {
  auto const refuse_twice = [](std::vector<Entry> const& entries) {
    auto const twice = std::adjacent_find(entries.begin(), entries.end(), [](Entry const& a, Entry const& b) {
      return a.word == b.word && a.stem == b.stem;
    });
    if (twice == entries.end()) return;
    auto const [first, second] = std::minmax(twice->line, std::next(twice)->line);
    refuse(second, std::string(twice->word.text) + " is already on line " + std::to_string(first));
  };
  for (auto& endings : endings_) {
    std::sort(endings.begin(), endings.end(), [](Entry const& a, Entry const& b) {
      if (a.word.text.size() != b.word.text.size()) return a.word.text.size() > b.word.text.size();
      return a.word.text < b.word.text;
    });
    refuse_twice(endings);
  }
  std::sort(entries_.begin(), entries_.end(), [](Entry const& a, Entry const& b) {
    auto const pair_a = pair_of(a.word.text);
    auto const pair_b = pair_of(b.word.text);
    if (pair_a != pair_b) return pair_a < pair_b;
    if (a.stem != b.stem) return b.stem;
    if (a.stem && a.word.text.size() != b.word.text.size()) return a.word.text.size() > b.word.text.size();
    return a.word.key != b.word.key ? a.word.key < b.word.key : a.word.text < b.word.text;
  });
  refuse_twice(entries_);
  std::size_t at = 0;
  for (std::size_t pair = 0; pair < pairs; ++pair) {
    auto const of_pair = [&] { return at < entries_.size() && pair_of(entries_[at].word.text) == pair; };
    first_[pair] = static_cast<std::uint16_t>(at);
    while (of_pair() && !entries_[at].stem) ++at;
    first_stem_[pair] = static_cast<std::uint16_t>(at);
    while (of_pair()) ++at;
  }
  first_[pairs] = static_cast<std::uint16_t>(at);
}

void Vocabulary::inherit() {
  slots_.assign(std::bit_ceil(2 * entries_.size() + 1), {});
  for (std::size_t pair = 0; pair < pairs; ++pair) {
    // From the end: stems come after words and from long to short, so each stem is complete when used.
    for (std::size_t i = first_[pair + 1]; i > first_[pair]; --i) {
      auto& entry = entries_[i - 1];
      for (auto k = std::max<std::size_t>(i, first_stem_[pair]); k < first_[pair + 1]; ++k) {
        if (!entry.word.starts_with(entries_[k].word)) continue;
        take_missing(entry.meaning, entries_[k].meaning);
        break;
      }
      if (entry.stem) continue;
      add_endings(entry.meaning, entry.word.text);
      slots_[slot_of(entry.word)] = {entry.word.key, static_cast<std::uint16_t>(i - 1)};
    }
  }
}

Vocabulary::Vocabulary(std::string_view file) {
  for_each_line(file, [&](std::string_view line, std::size_t number) { read_line(line, number); });
  sort();
  inherit();
}

void Vocabulary::add_endings(WordMeaning& meaning, std::string_view word) const {
  if (word.size() < shortest_with_ending || !is_capital(word.back())) return;
  for (auto const& ending : endings_[static_cast<std::size_t>(word.back() - 'A')]) {
    if (word.size() >= ending.word.text.size() + letters_before_ending && word.ends_with(ending.word.text))
      take_missing(meaning, ending.meaning);
  }
}

// The slot of the word, or the free one where it would go.
std::size_t Vocabulary::slot_of(KeyedWord const& word) const {
  auto const mask = slots_.size() - 1;
  auto slot = static_cast<std::size_t>((word.key * 0x9E3779B97F4A7C15U) >> 40U) & mask;
  auto const is_other = [&](Slot const& taken) {
    return taken.entry != free_slot && (taken.key != word.key || !(entries_[taken.entry].word == word));
  };
  while (is_other(slots_[slot])) slot = (slot + 1) & mask;
  return slot;
}

WordMeaning Vocabulary::meaning_of(KeyedWord const& word) const {
  WordMeaning meaning;
  if (word.text.empty() || !is_capital(word.text[0])) return meaning;
  if (word.text.size() > 1 && !is_capital(word.text[1])) return meaning;
  if (auto const entry = slots_[slot_of(word)].entry; entry != free_slot) return entries_[entry].meaning;
  auto const pair = pair_of(word.text);
  for (std::size_t i = first_stem_[pair]; i < first_[pair + 1]; ++i) {
    if (!word.starts_with(entries_[i].word)) continue;
    meaning = entries_[i].meaning;
    break;
  }
  add_endings(meaning, word.text);
  return meaning;
}

std::vector<std::string_view> Vocabulary::beginnings_with(grammar::Cite any_of) const {
  std::vector<std::string_view> words;
  for (auto const& entry : entries_) {
    if (has(entry.meaning.cite, any_of)) words.push_back(entry.word.text);
  }
  for (auto const& endings : endings_) {
    for (auto const& entry : endings) {
      if (has(entry.meaning.cite, any_of)) words.emplace_back();
    }
  }
  return words;
}

WordSenses Vocabulary::senses_if_misspelled(std::string_view word) const {
  constexpr std::size_t letters_of_a_remark = 5;
  constexpr std::size_t letters_of_others = 6;
  constexpr std::size_t letters_of_a_state = 9;  // LEAKING is not LEAVING
  constexpr std::size_t letters_of_a_stem = 7;   // INTEND* is not a word of INTENSIVE
  using enum WordSense;
  constexpr auto remarks = remark_senses | senses(remote, absent);
  constexpr auto of_care = senses(act, work, did, teach, object, service, family, person);
  if (word.size() < letters_of_a_remark || !is_capital(word[0]) || !is_capital(word[1])) return 0;
  if (word.ends_with('S')) {
    auto const one = meaning_of(word.substr(0, word.size() - 1)).senses & note_senses;
    if (one != 0) return one & of_care;
  }
  WordSenses found = 0;
  // One slip adds a letter, leaves one out, or both.
  constexpr int max_letters_changed = 2;
  auto const letters = letters_in(word);
  auto const pair = pair_of(word);
  for (std::size_t i = first_[pair]; i < first_[pair + 1]; ++i) {
    auto const& entry = entries_[i];
    if (entry.note == 0) continue;
    auto const changed = entry.stem ? entry.letters & ~letters : entry.letters ^ letters;
    if (std::popcount(changed) > max_letters_changed) continue;
    if (entry.word.text.size() >= (entry.stem ? letters_of_a_stem : letters_of_a_remark) &&
        is_slip(word, entry.word.text, entry.stem))
      found |= entry.note;
  }
  if (word.size() < letters_of_others) return found & remarks;
  return word.size() < letters_of_a_state ? found & (remarks | of_care) : found;
}

std::vector<std::string_view> Vocabulary::words_like(std::string_view word) const {
  std::vector<std::string_view> words;
  auto const meaning = meaning_of(KeyedWord(word));
  for (auto const& entry : entries_) {
    auto const other = entry.word.text;
    if (!entry.stem && other.size() == word.size() && other != word && entry.meaning == meaning)
      words.push_back(other);
  }
  return words;
}

Vocabulary const& Vocabulary::built_in() {
  static Vocabulary const known(vocabulary_text);
  return known;
}

}  // namespace scrub837
