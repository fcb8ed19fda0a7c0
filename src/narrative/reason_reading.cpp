#include "src/narrative/reason_reading.hpp"

#include <algorithm>
#include <span>

#include "src/narrative/embedded.hpp"
#include "src/narrative/note_tokens.hpp"
#include "src/narrative/phrases.hpp"
#include "src/narrative/vocabulary.hpp"

namespace scrub837 {
namespace {

Phrases const& phrases_of_reasons() {
  static Phrases const known(reasons_text);
  return known;
}

Phrases const& phrases_of_resending() {
  static Phrases const known(resend_reasons_text);
  return known;
}

// THE PAYER'S NURSE ...: what claims departments talk of.
constexpr auto of_claims = senses(WordSense::claim, WordSense::auth);

}  // namespace

ReasonReading read_reason(std::string_view text, ReasonFor what) {
  NoteTokens tokens;
  cut_note(text, tokens);
  auto reading = ReasonReading::nothing;
  bool agrees = false;
  bool has_name = false;
  for (std::size_t i = 0; i < tokens.size();) {
    bool const at_start = i == 0 || tokens[i - 1].clause != tokens[i].clause;
    auto const rest = std::span(tokens.data(), tokens.size()).subspan(i);
    auto match =
        what == ReasonFor::sending_again ? phrases_of_resending().match(rest, at_start) : PhraseMatch{};
    if (match.verdict == PhraseVerdict::none) match = phrases_of_reasons().match(rest, at_start);
    if (match.verdict == PhraseVerdict::gone) return ReasonReading::gone;
    if (match.verdict == PhraseVerdict::wait) reading = ReasonReading::wait;
    bool const read = match.verdict != PhraseVerdict::none;
    bool const tells = match.verdict == PhraseVerdict::reason ||
                       (!read && tokens.size() > 1 && (tokens[i].senses & of_claims) != 0);
    if (tells && reading == ReasonReading::nothing) reading = ReasonReading::reason;
    agrees = agrees || match.verdict == PhraseVerdict::consent;
    has_name =
        has_name || (!read && !tokens[i].number && (tokens[i].senses & senses(WordSense::unknown)) != 0);
    i += std::max<std::size_t>(match.length, 1);
  }
  if (reading == ReasonReading::nothing && agrees && has_name) return ReasonReading::reason;
  return reading;
}

}  // namespace scrub837
