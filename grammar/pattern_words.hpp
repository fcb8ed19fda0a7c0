#pragma once

// Words in the patterns of narratives: the X3 primitive, and which words they are.

#include <array>
#include <boost/spirit/home/x3/core.hpp>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_set>

#include "grammar/narrative_patterns.hpp"
#include "grammar/word_filter.hpp"

namespace scrub837::grammar {

namespace x3 = boost::spirit::x3;

/// The words that patterns begin with or hold. A word that is none of them is read without trying them all.
class PatternWords {
 public:
  PatternWords() { add("PXC"); }
  void add(std::string_view word) {
    words_.insert(word);
    filter_.add(word);
  }
  [[nodiscard]] bool holds(std::string_view word) const {
    return filter_.may_hold(word) && words_.contains(word);
  }

 private:
  std::unordered_set<std::string_view> words_;
  WordFilter filter_;
};

inline PatternWords& pattern_words() {
  static PatternWords words;
  return words;
}

inline void note_pattern_word(std::string_view phrase) {
  std::size_t length = 0;
  while (length < phrase.size() && phrase[length] >= 'A' && phrase[length] <= 'Z') ++length;
  pattern_words().add(phrase.substr(0, length));
}

inline bool is_letter(char byte) { return (byte >= 'A' && byte <= 'Z') || byte == foreign_letter; }

/// One of some words, the first that is there whole; a number may be glued to it (AUTH123).
template <std::size_t Count>
struct word_parser : x3::parser<word_parser<Count>> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  explicit word_parser(std::array<std::string_view, Count> words_) : words(words_) {
    for (auto const& each : words) {
      note_pattern_word(each);
      first_letters |= bit(each[0]);
    }
  }

  template <typename It, typename Context, typename RContext, typename Attribute>
  bool parse(It& first, It const& last, Context const&, RContext&, Attribute&) const {
    // Most words are none of these: one look at the first letter says so.
    if (first == last || (first_letters & bit(*first)) == 0) return false;
    std::string_view const rest(first, static_cast<std::size_t>(last - first));
    for (auto const& each : words) {
      if (each[0] != *first || !rest.starts_with(each)) continue;
      if (rest.size() > each.size() && is_letter(rest[each.size()])) continue;
      first += each.size();
      return true;
    }
    return false;
  }

  static std::uint32_t bit(char first) { return first < 'A' || first > 'Z' ? 0 : 1U << (first - 'A'); }
  std::array<std::string_view, Count> words;
  std::uint32_t first_letters = 0;
};

template <typename... Words>
auto word(Words... words) {
  return word_parser<sizeof...(Words)>({std::string_view(words)...});
}

}  // namespace scrub837::grammar
