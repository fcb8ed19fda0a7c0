#include "src/narrative/specific_codes.hpp"

#include <algorithm>
#include <array>
#include <boost/container/small_vector.hpp>
#include <deque>
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

bool accepts(CodePayer payer, std::string_view code) {
  switch (code.front()) {
    case 'G':
      return payer == CodePayer::medicare;
    case 'T':
      return payer == CodePayer::medicaid;
    case 'S':
      return payer == CodePayer::other;
    default:
      return true;
  }
}

// RN HOME NURSING CARE PER DIEM names nothing that was done; a word that is not known may name it.
bool may_name_act(Word const& word) {
  if (word.text.front() >= '0' && word.text.front() <= '9') return false;
  auto const& meaning = word.meaning;
  if (meaning.is(WordSense::nursing)) return false;
  if (meaning.noise == WordNoise::who || meaning.is(WordSense::person) || meaning.is(WordSense::role))
    return false;
  constexpr auto acts =
      senses(WordSense::act, WordSense::work, WordSense::did, WordSense::teach, WordSense::object,
             WordSense::activity, WordSense::clinical, WordSense::remote, WordSense::unknown);
  if ((meaning.senses & acts) != 0) return true;
  return meaning.senses == 0 && meaning.noise == WordNoise::none;
}

/// What a line of the list says of each of its codes.
struct ListedCodes {
  std::vector<std::string> codes;
  std::string from, to;
  bool visit = false, words = false, anywhere = false, info = false, alone = false;
  std::vector<CodePhrase> phrases;

  /// \return false if a flag is not known
  bool read_flags(std::vector<std::string> const& flags) {
    return std::all_of(flags.begin(), flags.end(), [&](std::string const& flag) {
      auto* const known = flag == "visit"      ? &visit
                          : flag == "words"    ? &words
                          : flag == "anywhere" ? &anywhere
                          : flag == "info"     ? &info
                          : flag == "alone"    ? &alone
                                               : nullptr;
      if (known != nullptr) *known = true;
      return known != nullptr;
    });
  }
  [[nodiscard]] bool in_use(std::string_view day) const {
    return day.empty() || ((from.empty() || from <= day) && (to.empty() || day <= to));
  }
  /// The first of its codes that the payer accepts; empty if none is.
  [[nodiscard]] std::string_view code_for(CodePayer payer) const {
    auto const found =
        std::find_if(codes.begin(), codes.end(), [&](auto const& code) { return accepts(payer, code); });
    return found == codes.end() ? std::string_view{} : std::string_view(*found);
  }
};

class List {
 public:
  List() {
    std::size_t bad_line = 0;
    auto const lines = grammar::parse_specific_codes(specific_codes_text, bad_line);
    if (bad_line != 0) {
      throw std::logic_error("specific_codes.txt, line " + std::to_string(bad_line) + ", cannot be read");
    }
    for (auto const& line : lines) add(line);
    std::sort(changes_.begin(), changes_.end());
    changes_.erase(std::unique(changes_.begin(), changes_.end()), changes_.end());
    if (changes_.size() > max_changes) throw std::logic_error("specific_codes.txt has too many dates");
    for (auto const& listed : listed_) {
      for (auto const& code : listed.codes) {
        if (listed.visit) visits_.insert(code);
      }
      for (auto const& phrase : listed.phrases) {
        by_first_word_[phrase.words.front()].push_back({&listed, &phrase});
        worth_a_look_.add(phrase.words.front());
      }
    }
  }

  [[nodiscard]] SpecificCode find(std::string_view text, std::string_view day, CodePayer payer,
                                  CodeSetting setting) const {
    auto const words = words_of(TextTokens::of(text).tokens());
    SpecificCode info;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i].meaning.is(WordSense::compares)) break;
      if (!worth_a_look_.may_hold(words[i].text)) continue;
      auto const found = by_first_word_.find(words[i].text);
      if (found == by_first_word_.end()) continue;
      for (auto const& [listed, phrase] : found->second) {
        if (setting != CodeSetting::home_visit && !listed->anywhere) continue;
        auto const code = listed->code_for(payer);
        auto const length = phrase->words.size();
        if (code.empty() || !listed->in_use(day) || !stands(words, i, *phrase)) continue;
        if (of_patient(words, i) || denied(words, i, length)) continue;
        if (listed->alone && others_name_act(words, i, length)) continue;
        if (!listed->info) return {code, false};
        if (info.code.empty()) info = {code, true};
      }
    }
    return info;
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
    ListedCodes const* listed;
    CodePhrase const* phrase;
  };

  void add(CodeWords const& line) {
    auto const without_dashes = [](std::string date) {
      std::erase(date, '-');
      return date;
    };
    auto& listed = listed_.emplace_back();
    listed.codes = line.codes;
    listed.from = without_dashes(line.from);
    listed.to = without_dashes(line.to);
    listed.phrases = line.phrases;
    if (!listed.read_flags(line.flags) || !(listed.visit || listed.words))
      throw std::logic_error("specific_codes.txt: a word in the column `where` of " + line.codes.front() +
                             " is not known, or `visit` or `words` is missing");
    if (!listed.from.empty()) changes_.push_back(listed.from);
    if (!listed.to.empty()) changes_.push_back(listed.to + after_the_day);
  }

  static bool others_name_act(Words const& words, std::size_t at, std::size_t length) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      if ((i < at || i >= at + length) && may_name_act(words[i])) return true;
    }
    return false;
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

  // PT WITH COLOSTOMY says how the patient is.
  static bool of_patient(Words const& words, std::size_t at) {
    constexpr std::array<std::string_view, 9> links{"WITH", "W",   "HAS",   "ON", "USES",
                                                    "CON",  "USA", "TIENE", "EN"};
    return at >= 2 && contains(links, words[at - 1].text) && words[at - 2].meaning.is(WordSense::person);
  }

  // NO CATHETER OR OSTOMY CARE; CATHETER CARE NOT DONE.
  static bool denied(Words const& words, std::size_t at, std::size_t length) {
    for (std::size_t i = at, steps = 0; i > 0 && steps < reach_forward && !words[i].begins_clause;) {
      --i;
      auto const& meaning = words[i].meaning;
      if (meaning.noise != WordNoise::glue || meaning.is(WordSense::negation)) ++steps;
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
  std::deque<ListedCodes> listed_;
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

CodePayer code_payer(std::string_view claim_filing) {
  if (claim_filing == "MA" || claim_filing == "MB") return CodePayer::medicare;
  return claim_filing == "MC" ? CodePayer::medicaid : CodePayer::other;
}

SpecificCode code_for_words(std::string_view text, std::string_view day, CodePayer payer,
                            CodeSetting setting) {
  // For each payer, since the patients with one text have several.
  using ByPayer = std::array<SpecificCode, 3>;
  thread_local LastRead<ByPayer> last_read;
  std::array const asked{list().era_of(day), setting == CodeSetting::home_visit ? 'H' : 'E'};
  std::string_view const key(asked.data(), asked.size());
  auto const of_payer = static_cast<std::size_t>(payer);
  if (auto const* known = last_read.find(text, key)) return (*known)[of_payer];
  ByPayer codes;
  for (auto const each : {CodePayer::medicare, CodePayer::medicaid, CodePayer::other})
    codes[static_cast<std::size_t>(each)] = list().find(text, day, each, setting);
  last_read.keep(codes, text, key);
  return codes[of_payer];
}

std::string_view payers_of(std::string_view code) {
  switch (code.empty() ? '\0' : code.front()) {
    case 'G':
      return " (Medicare)";
    case 'T':
      return " (Medicaid)";
    case 'S':
      return " (private payers)";
    default:
      return {};
  }
}

bool stands_beside_home_visits(std::string_view code) { return !code.empty() && list().is_visit(code); }

std::string_view specific_codes_date() { return date_of(specific_codes_text); }

}  // namespace scrub837
