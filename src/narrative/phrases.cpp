#include "src/narrative/phrases.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <stdexcept>
#include <string>

#include "src/narrative/categories.hpp"
#include "src/narrative/data_lines.hpp"
#include "src/narrative/embedded.hpp"

namespace scrub837 {
namespace {

using namespace std::string_view_literals;

constexpr std::array verdict_names{"none"sv,   "ignore"sv,  "aside"sv,  "act"sv,    "deed"sv, "turn"sv,
                                   "status"sv, "remark"sv,  "absent"sv, "remote"sv, "home"sv, "doubt"sv,
                                   "reason"sv, "consent"sv, "wait"sv,   "gone"sv};

// How many words `..` skips at most.
constexpr std::size_t max_gap = 3;

bool holds(std::vector<KeyedWord> const& words, KeyedWord const& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// A bit; none for what begins with no capital.
std::uint32_t first_letter(KeyedWord const& word) {
  auto const letter = static_cast<unsigned>(word.key >> 56U) - 'A';
  return letter < 26 ? 1U << letter : 0;
}

// A bit for a word; others may have the same one.
std::uint64_t bit_of(KeyedWord const& word) {
  return std::uint64_t{1} << ((word.key * 0x9E3779B97F4A7C15U) >> 58U);
}

}  // namespace

bool Phrases::Step::takes(NoteToken const& token) const {
  if (token.number) return number;
  if ((token.senses & senses) != 0) return true;
  if ((letters & first_letter(token.word)) == 0) return false;
  return holds(words, token.word) || std::any_of(stems.begin(), stems.end(), [&](KeyedWord const& stem) {
           return token.word.starts_with(stem);
         });
}

// WORD, ONE|OTHER, STEM*, <category>, #, `..`; a question mark at the end.
bool Phrases::read_step(std::string_view field, Step& step) {
  if (field == "..") {
    step.gap = true;
    return true;
  }
  step.optional = field.ends_with('?');
  if (step.optional) field.remove_suffix(1);
  while (!field.empty()) {
    auto const length = std::min(field.find('|'), field.size());
    auto one = field.substr(0, length);
    field.remove_prefix(std::min(length + 1, field.size()));
    if (one == "#") {
      step.number = true;
    } else if (one.starts_with('<') && one.ends_with('>')) {
      auto const name = one.substr(1, one.size() - 2);
      auto const named = name == "unknown" ? scrub837::senses(WordSense::unknown)
                                           : category_named(name).senses & note_senses;
      if (named == 0) return false;
      step.senses |= named;
    } else if (one.ends_with('*') && one.size() > 1) {
      step.stems.emplace_back(one.substr(0, one.size() - 1));
      step.letters |= first_letter(step.stems.back());
    } else if (!one.empty() &&
               std::all_of(one.begin(), one.end(), [](char byte) { return byte >= 'A' && byte <= 'Z'; })) {
      step.words.emplace_back(one);
      step.letters |= first_letter(step.words.back());
      step.bits |= bit_of(step.words.back());
    } else {
      return false;
    }
  }
  return step.number || step.senses != 0 || !step.words.empty() || !step.stems.empty();
}

Phrases::Phrases(std::string_view file) {
  for_each_line(file, [&](std::string_view line, std::size_t number) {
    Phrase phrase;
    bool good = true;
    for_each_field(line, [&](std::string_view field) {
      if (phrase.verdict == PhraseVerdict::none) {
        auto const found = std::find(verdict_names.begin() + 1, verdict_names.end(), field);
        good = found != verdict_names.end();
        phrase.verdict = static_cast<PhraseVerdict>(found - verdict_names.begin());
        return;
      }
      if (field == "^") {
        good = good && phrase.steps.empty();
        phrase.at_start = true;
        return;
      }
      Step step;
      good = good && read_step(field, step);
      phrase.steps.push_back(std::move(step));
    });
    good = good && !phrase.steps.empty() && !phrase.steps.front().gap && !phrase.steps.front().optional &&
           phrase.steps.front().stems.empty() && !phrase.steps.back().gap;
    if (!good) throw std::logic_error("line " + std::to_string(number) + " of the phrases cannot be read");
    for (auto const& step : phrase.steps) {
      // The fewer words, the fewer texts have one.
      if (step.wants_word() && std::popcount(step.bits) < std::popcount(phrase.wanted))
        phrase.wanted = step.bits;
    }
    phrases_.push_back(std::move(phrase));
    list(static_cast<std::uint16_t>(phrases_.size() - 1));
  });
}

void Phrases::list(std::uint16_t number) {
  auto const& phrase = phrases_[number];
  Listed const listed{phrase.wanted, number, phrase.at_start};
  auto const& first = phrase.steps.front();
  for (auto const& word : first.words) {
    auto& of_word = by_word_[word.key];
    if (of_word.empty() || of_word.back().number != number) of_word.push_back(listed);
  }
  for (std::size_t sense = 0; sense < by_sense_.size(); ++sense) {
    if ((first.senses & senses(static_cast<WordSense>(sense))) != 0) by_sense_[sense].push_back(listed);
  }
  if (first.number) by_number_.push_back(listed);
}

std::size_t Phrases::length_of(std::span<Step const> steps, std::span<NoteToken const> tokens) {
  if (steps.empty()) return 0;
  auto const& step = steps.front();
  auto const rest = steps.subspan(1);
  auto constexpr none = static_cast<std::size_t>(-1);
  if (step.gap) {
    for (std::size_t skip = 0; skip <= std::min(max_gap, tokens.size()); ++skip) {
      auto const length = length_of(rest, tokens.subspan(skip));
      if (length != none) return length + skip;
    }
    return none;
  }
  if (!tokens.empty() && step.takes(tokens.front())) {
    auto const length = length_of(rest, tokens.subspan(1));
    if (length != none) return length + 1;
  }
  return step.optional ? length_of(rest, tokens) : none;
}

PhraseMatch Phrases::match(std::span<NoteToken const> tokens, bool at_start) const {
  constexpr std::size_t longest = 12;
  auto const clause = tokens.front().clause;
  std::size_t size = 1;
  std::uint64_t words = bit_of(tokens.front().word);
  while (size < std::min(longest, tokens.size()) && tokens[size].clause == clause)
    words |= bit_of(tokens[size++].word);
  auto const near = tokens.first(size);
  auto best = phrases_.size();
  std::size_t length_of_best = 0;
  auto const look = [&](std::vector<Listed> const& phrases) {
    for (auto const& listed : phrases) {
      if (listed.number >= best) return;
      if ((listed.at_start && !at_start) || (listed.wanted & words) == 0) continue;
      auto const length = length_of(phrases_[listed.number].steps, near);
      if (length == static_cast<std::size_t>(-1)) continue;
      best = listed.number;
      length_of_best = length;
      return;
    }
  };
  auto const& first = tokens.front();
  if (first.number) {
    look(by_number_);
  } else {
    if (auto const found = by_word_.find(first.word.key); found != by_word_.end()) look(found->second);
    for (auto left = first.senses; left != 0; left &= left - 1)
      look(by_sense_[static_cast<std::size_t>(std::countr_zero(left))]);
  }
  if (best == phrases_.size()) return {};
  return {phrases_[best].verdict, length_of_best};
}

Phrases const& Phrases::built_in() {
  static Phrases const known(phrases_text);
  return known;
}

}  // namespace scrub837
