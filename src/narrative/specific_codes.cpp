#include "src/narrative/specific_codes.hpp"

#include <algorithm>
#include <array>
#include <boost/container/small_vector.hpp>
#include <span>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "grammar/specific_codes.hpp"
#include "grammar/word_filter.hpp"
#include "src/codes/embedded.hpp"
#include "src/narrative/last_read.hpp"
#include "src/narrative/text_tokens.hpp"
#include "src/narrative/vocabulary.hpp"

namespace scrub837 {
namespace {

using grammar::CodePhrase;
using grammar::CodeWords;

// A word of a description, digits included, and whether punctuation that ends a thought stands before it.
struct Word {
  std::string_view text;
  WordMeaning meaning;
  bool begins_clause = false;
};

using Words = boost::container::small_vector<Word, 24>;

// How many words a negation reaches.
constexpr std::size_t reach_forward = 5;
constexpr std::size_t reach_back = 3;

template <typename List>
bool contains(List const& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

Words words_of(std::span<TextToken const> tokens) {
  Words words;
  bool begins = true;
  for (auto const& token : tokens) {
    auto const text = token.word.text;
    if (token.kind == TextToken::Kind::sign) {
      begins = begins || text == "." || text == "," || text == ";";
    } else if (token.glued) {
      auto const whole = words.back().text;
      words.back() = {{whole.data(), whole.size() + text.size()}, {}, words.back().begins_clause};
    } else {
      words.push_back({text, token.meaning, begins});
      begins = false;
    }
  }
  return words;
}

class List {
 public:
  List() {
    std::size_t bad_line = 0;
    codes_ = grammar::parse_specific_codes(specific_codes_text, bad_line);
    if (bad_line != 0) {
      throw std::logic_error("specific_codes.txt, line " + std::to_string(bad_line) + ", cannot be read");
    }
    auto const without_dashes = [](std::string& date) { std::erase(date, '-'); };
    for (auto& code : codes_) {
      without_dashes(code.from);
      without_dashes(code.to);
      if (code.visit) visits_.insert(code.code);
      if (!code.from.empty()) changes_.push_back(code.from);
      if (!code.to.empty()) changes_.push_back(code.to + after_the_day);
    }
    std::sort(changes_.begin(), changes_.end());
    changes_.erase(std::unique(changes_.begin(), changes_.end()), changes_.end());
    if (changes_.size() > max_changes) throw std::logic_error("specific_codes.txt has too many dates");
    for (auto const& code : codes_) {
      for (auto const& phrase : code.phrases) {
        by_first_word_[phrase.words.front()].push_back({&code, &phrase});
        worth_a_look_.add(phrase.words.front());
      }
    }
  }

  [[nodiscard]] std::string_view find(std::string_view text, std::string_view day) const {
    auto const words = words_of(TextTokens::of(text).tokens());
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i].meaning.is(WordSense::compares)) return {};
      if (!worth_a_look_.may_hold(words[i].text)) continue;
      auto const found = by_first_word_.find(words[i].text);
      if (found == by_first_word_.end()) continue;
      for (auto const& [code, phrase] : found->second) {
        if (in_use(*code, day) && stands(words, i, *phrase) && !denied(words, i, phrase->words.size())) {
          return code->code;
        }
      }
    }
    return {};
  }

  /// One character for all days on which the same codes are in use.
  [[nodiscard]] char era_of(std::string_view day) const {
    if (day.empty()) return 'A' - 1;
    auto const change = std::upper_bound(changes_.begin(), changes_.end(), day);
    return static_cast<char>('A' + (change - changes_.begin()));
  }
  [[nodiscard]] bool is_visit(std::string_view code) const { return visits_.contains(code); }

 private:
  struct Entry {
    CodeWords const* code;
    CodePhrase const* phrase;
  };

  static bool in_use(CodeWords const& code, std::string_view day) {
    if (day.empty()) return true;
    return (code.from.empty() || code.from <= day) && (code.to.empty() || day <= code.to);
  }

  static bool stands(Words const& words, std::size_t at, CodePhrase const& phrase) {
    if (at + phrase.words.size() > words.size()) return false;
    for (std::size_t i = 0; i < phrase.words.size(); ++i) {
      if (words[at + i].text != phrase.words[i]) return false;
    }
    auto const end = at + phrase.words.size();
    if (end < words.size() && contains(phrase.not_before, words[end].text)) return false;
    for (std::size_t back = 1; back <= 2 && back <= at; ++back) {
      if (contains(phrase.not_after, words[at - back].text)) return false;
    }
    return true;
  }

  // NO CATHETER OR OSTOMY CARE; CATHETER CARE NOT DONE.
  static bool denied(Words const& words, std::size_t at, std::size_t length) {
    for (std::size_t i = at, steps = 0; i > 0 && steps < reach_forward && !words[i].begins_clause; ++steps) {
      --i;
      auto const& meaning = words[i].meaning;
      if (meaning.is(WordSense::parts)) break;
      if (meaning.is(WordSense::denies) || meaning.is(WordSense::denies_next)) return true;
    }
    auto const end = std::min(words.size(), at + length + reach_back);
    for (auto i = at + length; i < end && !words[i].begins_clause; ++i) {
      auto const& meaning = words[i].meaning;
      if (meaning.is(WordSense::parts) || meaning.is(WordSense::denies_next)) break;
      if (meaning.is(WordSense::denies)) return true;
    }
    return false;
  }

  static constexpr char after_the_day = '~';  // behind every digit
  static constexpr std::size_t max_changes = 50;
  std::vector<CodeWords> codes_;
  std::vector<std::string> changes_;  // days on which another list begins, in order
  std::unordered_set<std::string_view> visits_;
  std::unordered_map<std::string_view, std::vector<Entry>> by_first_word_;
  grammar::WordFilter worth_a_look_;  // first words of phrases
};

List const& list() {
  static List const known;
  return known;
}

}  // namespace

std::string_view code_for_words(std::string_view text, std::string_view day) {
  thread_local LastRead<std::string_view> last_read;
  auto const era = list().era_of(day);
  if (auto const* known = last_read.find(text, {&era, 1})) return *known;
  auto const code = list().find(text, day);
  last_read.keep(code, text, {&era, 1});
  return code;
}

bool stands_beside_home_visits(std::string_view code) { return !code.empty() && list().is_visit(code); }

std::string_view specific_codes_date() { return date_of(specific_codes_text); }

}  // namespace scrub837
