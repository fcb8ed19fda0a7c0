#include "src/narrative/vocabulary.hpp"

#include <algorithm>
#include <bit>
#include <span>
#include <stdexcept>
#include <string>

#include "src/narrative/data_lines.hpp"
#include "src/narrative/embedded.hpp"
#include "src/narrative/slip.hpp"

namespace scrub837 {
namespace {

using namespace std::string_view_literals;

constexpr std::array names{
    "act"sv,    "work"sv,   "did"sv,      "teach"sv,    "object"sv,    "service"sv, "family"sv,   "person"sv,
    "doctor"sv, "visit"sv,  "claim"sv,    "auth"sv,     "money"sv,     "license"sv, "verify"sv,   "again"sv,
    "office"sv, "phone"sv,  "call"sv,     "remote"sv,   "absent"sv,    "away"sv,    "status"sv,   "trait"sv,
    "plan"sv,   "errand"sv, "agent"sv,    "unlisted"sv, "qualifier"sv, "generic"sv, "category"sv, "pointer"sv,
    "paper"sv,  "glue"sv,   "negation"sv, "plain"sv,    "unknown"sv};
static_assert(names.size() == static_cast<std::size_t>(WordSense::count_));

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

}  // namespace

WordSense sense_of(std::string_view name) {
  return static_cast<WordSense>(std::find(names.begin(), names.end(), name) - names.begin());
}

// WORD, BEGINNING* or *ENDING.
bool Vocabulary::read_word(std::string_view field, Entry& entry) {
  entry.stem = field.ends_with('*');
  if (entry.stem) field.remove_suffix(1);
  entry.ending = field.starts_with('*');
  if (entry.ending) field.remove_prefix(1);
  entry.word = KeyedWord(field);
  return !field.empty() && std::all_of(field.begin(), field.end(), is_capital) &&
         (!(entry.stem || entry.ending) || field.size() >= 2) && !(entry.stem && entry.ending);
}

Vocabulary::Vocabulary(std::string_view file) {
  for_each_line(file, [&](std::string_view line, std::size_t number) {
    Entry entry;
    bool first = true;
    bool good = true;
    for_each_field(line, [&](std::string_view field) {
      if (!first) {
        auto const sense = sense_of(field);
        good = good && sense != WordSense::count_;
        entry.senses |= senses(sense);
        return;
      }
      first = false;
      good = read_word(field, entry);
    });
    if (!good || entry.senses == 0) {
      throw std::logic_error("vocabulary.txt, line " + std::to_string(number) + ", cannot be read");
    }
    entry.letters = letters_in(entry.word.text);
    auto& endings = endings_[static_cast<std::size_t>(entry.word.text.back() - 'A')];
    (entry.ending ? endings : entries_).push_back(entry);
  });
  for (auto& endings : endings_) {
    std::sort(endings.begin(), endings.end(),
              [](Entry const& a, Entry const& b) { return a.word.text.size() > b.word.text.size(); });
  }
  std::sort(entries_.begin(), entries_.end(), [](Entry const& a, Entry const& b) {
    auto const pair_a = pair_of(a.word.text);
    auto const pair_b = pair_of(b.word.text);
    if (pair_a != pair_b) return pair_a < pair_b;
    if (a.stem != b.stem) return b.stem;
    if (a.stem && a.word.text.size() != b.word.text.size()) return a.word.text.size() > b.word.text.size();
    return a.word.text < b.word.text;
  });
  auto const twice = std::adjacent_find(entries_.begin(), entries_.end(), [](Entry const& a, Entry const& b) {
    return a.word == b.word && a.stem == b.stem;
  });
  if (twice != entries_.end()) {
    throw std::logic_error("vocabulary.txt: " + std::string(twice->word.text) + " stands twice");
  }
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

WordSenses Vocabulary::senses_of(KeyedWord const& word) const {
  if (word.text.empty() || !is_capital(word.text[0])) return 0;
  if (word.text.size() > 1 && !is_capital(word.text[1])) return 0;
  auto const pair = pair_of(word.text);
  auto const words = std::span(entries_).subspan(first_[pair], first_stem_[pair] - first_[pair]);
  auto const found =
      std::lower_bound(words.begin(), words.end(), word.key,
                       [](Entry const& entry, std::uint64_t key) { return entry.word.key < key; });
  // Words that begin with the same eight letters are side by side.
  for (auto i = found; i != words.end() && i->word.key == word.key; ++i) {
    if (i->word == word) return i->senses;
  }
  for (std::size_t i = first_stem_[pair]; i < first_[pair + 1]; ++i) {
    if (word.starts_with(entries_[i].word)) return entries_[i].senses;
  }
  if (!is_capital(word.text.back())) return 0;
  for (auto const& ending : endings_[static_cast<std::size_t>(word.text.back() - 'A')]) {
    // An ending that is the whole word says nothing: CEPT.
    if (word.text.size() >= ending.word.text.size() + 2 && word.text.ends_with(ending.word.text))
      return ending.senses;
  }
  return 0;
}

WordSenses Vocabulary::senses_if_misspelled(std::string_view word) const {
  constexpr std::size_t letters_of_a_remark = 5;
  constexpr std::size_t letters_of_others = 6;
  constexpr std::size_t letters_of_a_state = 9;  // LEAKING is not LEAVING
  constexpr std::size_t letters_of_a_stem = 7;   // INTEND* is no word of INTENSIVE
  using enum WordSense;
  constexpr auto remarks = remark_senses | senses(remote, absent);
  constexpr auto of_care = senses(act, work, did, teach, object, service, family, person);
  if (word.size() < letters_of_a_remark || !is_capital(word[0]) || !is_capital(word[1])) return 0;
  if (word.ends_with('S')) {
    if (auto const one = senses_of(word.substr(0, word.size() - 1)); one != 0) return one & of_care;
  }
  WordSenses found = 0;
  // One slip adds a letter, leaves one out, or both.
  constexpr int max_letters_changed = 2;
  auto const letters = letters_in(word);
  auto const pair = pair_of(word);
  for (std::size_t i = first_[pair]; i < first_[pair + 1]; ++i) {
    auto const& entry = entries_[i];
    auto const changed = entry.stem ? entry.letters & ~letters : entry.letters ^ letters;
    if (std::popcount(changed) > max_letters_changed) continue;
    if (entry.word.text.size() >= (entry.stem ? letters_of_a_stem : letters_of_a_remark) &&
        is_slip(word, entry.word.text, entry.stem))
      found |= entry.senses;
  }
  if (word.size() < letters_of_others) return found & remarks;
  return word.size() < letters_of_a_state ? found & (remarks | of_care) : found;
}

Vocabulary const& Vocabulary::built_in() {
  static Vocabulary const known(vocabulary_text);
  return known;
}

}  // namespace scrub837
