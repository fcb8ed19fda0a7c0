#include "scrub837/narrative/usable_text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#include "grammar/narrative_patterns.hpp"
#include "src/narrative/last_read.hpp"
#include "src/narrative/normalized_text.hpp"
#include "src/narrative/text_tokens.hpp"
#include "src/narrative/visit_times.hpp"
#include "src/text/ascii.hpp"

namespace scrub837 {
namespace {

using grammar::PieceKind;

/// Fewer letters than this are a stub (NAR004).
constexpr std::size_t letters_of_a_text = 10;
/// Letters of work that a text must hold: TPN, INR, CHF say something, initials don't.
constexpr std::size_t enough_work = 3;
/// The same in a remark about the claim or its authorization, which is full of names and reasons.
constexpr std::size_t enough_work_in_remark = 5;

// ---- judging -----------------------------------------------------------------------------------

/// Whether a text is one character typed again and again. Blanks don't count, nor does punctuation between
/// letters or digits: X-X-X.
[[nodiscard]] bool repeats_one_character(std::string_view text) {
  auto const repeats = [&](auto counts) {
    std::size_t count = 0;
    char first = 0;
    for (char const character : text) {
      if (!counts(character)) continue;
      if (count++ == 0) first = character;
      if (character != first) return false;
    }
    return count >= 2 && first != grammar::foreign_letter;
  };
  auto const is_token = [](char character) { return is_word_letter(character) || is_digit(character); };
  if (std::any_of(text.begin(), text.end(), is_token)) return repeats(is_token);
  return repeats([](char character) { return character != ' '; });
}

/// What a text holds, counted piece by piece.
class Tally {
 public:
  explicit Tally(std::string_view procedure_code) : procedure_code_(procedure_code) {}

  void count(TextPiece const& piece) {
    auto const gap = piece.gap;
    bool const follows_title = after_title_ && (gap == " " || gap == ". " || gap == ".");
    after_title_ = false;
    if (piece.word != nullptr) {
      note_word(*piece.word, gap);
      count_word(*piece.word, follows_title);
      return;
    }
    note_number(piece);
    names_to_come_ = 0;
    pieces_ |= bit(piece.kind);
    if (piece.kind != PieceKind::procedure_code) return;
    if (!procedure_code_.empty() && piece.text.ends_with(procedure_code_)) {
      own_code_ = true;
    } else {
      reading_.cites_code = true;
      reading_.cites_category_iii |= piece.text.ends_with('T') && is_digit(piece.text[piece.text.size() - 2]);
    }
  }

  /// \param pieces all of them, of which some are looked at again beside clock times
  [[nodiscard]] NarrativeReading reading(std::span<TextPiece const> pieces) {
    reading_.kind = verdict();
    bool const usable = reading_.kind == NarrativeKind::usable;
    if ((usable || (reading_.kind == NarrativeKind::too_short && work_ >= enough_work)) &&
        has(PieceKind::clock_times) && !reading_.cites_code && names_only_beside_times(pieces, usable)) {
      reading_.kind = NarrativeKind::clock_times;
      reading_.names_activity = false;
    }
    reading_.certain = reading_.kind == NarrativeKind::placeholder && restates_or_points();
    return reading_;
  }

 private:
  // 45 MIN, 2X, X 3, a visit from nine to ten: how long, how often, how large.
  void note_word(TextToken const& token, std::string_view gap) {
    auto const& meaning = token.meaning;
    reading_.names_activity |= meaning.is(WordSense::activity);
    reading_.names_extent |=
        meaning.is(WordSense::extent) || (after_number_ && gap.size() <= 1 && meaning.is(WordSense::unit));
    after_number_ = false;
    after_times_ = token.word.text == "X";
  }
  void note_number(TextPiece const& piece) {
    bool const number = piece.kind == PieceKind::number;
    reading_.names_extent |=
        piece.kind == PieceKind::clock_times || (number && after_times_ && piece.gap.size() <= 1);
    after_number_ = number;
    after_times_ = false;
  }

  [[nodiscard]] NarrativeKind verdict() const {
    if (letters_ >= letters_of_a_text && says_work()) return NarrativeKind::usable;
    // A remark or a reference is named as such; that the work beside it is too little is the lesser fault.
    if (has(PieceKind::correction) || has(WordNoise::correction)) return NarrativeKind::correction_remark;
    if (has(WordNoise::authorization)) return NarrativeKind::authorization_number;
    if (work_ >= enough_work) return NarrativeKind::too_short;
    if (has(PieceKind::authorization)) return NarrativeKind::authorization_number;
    if (has(PieceKind::claim_number)) return NarrativeKind::claim_control_number;
    if (has(PieceKind::ndc) || has(WordNoise::ndc)) return NarrativeKind::ndc;
    if (has(PieceKind::price)) return NarrativeKind::price;
    if (has(WordNoise::maybe_correction)) return NarrativeKind::correction_remark;
    if (has(PieceKind::clock_times) && !points_elsewhere()) return NarrativeKind::clock_times;
    if (has(WordNoise::price) && !points_elsewhere()) return NarrativeKind::price;
    if (own_code_ && nothing_but_the_code()) return NarrativeKind::code_itself;
    return says_nothing_knowingly() ? NarrativeKind::placeholder : NarrativeKind::too_short;
  }

  template <typename Enum>
  [[nodiscard]] static constexpr std::uint32_t bit(Enum kind) {
    return std::uint32_t{1} << static_cast<unsigned>(kind);
  }
  [[nodiscard]] bool has(PieceKind kind) const { return (pieces_ & bit(kind)) != 0; }
  [[nodiscard]] bool has(WordNoise noise) const { return (words_ & bit(noise)) != 0; }

  void count_word(TextToken const& token, bool follows_title) {
    auto const word = token.word.text;
    letters_ += word.size();
    WordNoise const noise = token.meaning.noise;
    if (noise == WordNoise::none) {
      if (follows_title || word.size() == 1) return;
      if (names_to_come_ > 0) {
        --names_to_come_;
        perhaps_names_ += word.size();
      }
      work_ += word.size();
      return;
    }
    words_ |= bit(noise);
    after_title_ = noise == WordNoise::title;
    names_to_come_ = noise == WordNoise::before_name ? 2 : 0;
  }

  [[nodiscard]] bool is_remark() const {
    return has(PieceKind::correction) || has(WordNoise::correction) || has(WordNoise::authorization);
  }
  [[nodiscard]] bool says_work() const {
    if (is_remark()) return work_ - perhaps_names_ >= enough_work_in_remark;
    return work_ >= enough_work || has(WordNoise::short_work) || has(WordNoise::short_service);
  }
  [[nodiscard]] bool points_elsewhere() const {
    return has(PieceKind::document) || has(PieceKind::request) || has(PieceKind::says_not_available) ||
           has(WordNoise::pointer) || has(WordNoise::stub);
  }
  /// HOME VISIT, SEE NOTES, TBD; not RN VISIT 2 HRS, which is only too little.
  [[nodiscard]] bool restates_or_points() const {
    return points_elsewhere() || has(PieceKind::restatement) ||
           (words_ & ~(bit(WordNoise::visit) | bit(WordNoise::code) | bit(WordNoise::glue))) == 0;
  }
  [[nodiscard]] bool nothing_but_the_code() const {
    return (pieces_ & ~(bit(PieceKind::procedure_code) | bit(PieceKind::number))) == 0 &&
           (words_ & ~(bit(WordNoise::code) | bit(WordNoise::glue))) == 0;
  }
  /// Whether something was recognized; plain numbers and single letters are not.
  [[nodiscard]] bool says_nothing_knowingly() const {
    return (pieces_ & ~(bit(PieceKind::number) | bit(PieceKind::procedure_code))) != 0 ||
           (words_ & ~(bit(WordNoise::glue) | bit(WordNoise::short_work) | bit(WordNoise::short_service))) !=
               0;
  }

  std::string_view procedure_code_;
  std::size_t letters_ = 0;        // of all words; references don't count
  std::size_t work_ = 0;           // letters of words that are in no list
  std::size_t perhaps_names_ = 0;  // those of them that follow PER, FROM …
  std::uint32_t pieces_ = 0;       // PieceKind met
  std::uint32_t words_ = 0;        // WordNoise met
  int names_to_come_ = 0;
  bool after_title_ = false;
  bool own_code_ = false;
  bool after_number_ = false;
  bool after_times_ = false;
  NarrativeReading reading_;
};

NarrativeReading read_anew(std::string_view text, std::string_view procedure_code) {
  auto& tokens = TextTokens::of(text);
  if (tokens.plain().empty()) return {};
  if (repeats_one_character(tokens.plain())) return {.kind = NarrativeKind::repeated_character};

  NormalizedText const code(procedure_code);
  Tally tally(code.view());
  for (auto const& piece : tokens.pieces()) tally.count(piece);
  return tally.reading(tokens.pieces());
}

}  // namespace

NarrativeReading read_narrative(std::string_view text, std::string_view procedure_code) {
  thread_local LastRead<NarrativeReading> last_read;
  if (auto const* known = last_read.find(text, procedure_code)) return *known;
  auto const reading = read_anew(text, procedure_code);
  last_read.keep(reading, text, procedure_code);
  return reading;
}

std::string_view in_plain_words(NarrativeKind kind) {
  switch (kind) {
    case NarrativeKind::usable:
      return "says what was done";
    case NarrativeKind::empty:
      return "is empty";
    case NarrativeKind::placeholder:
      return "is only a placeholder";
    case NarrativeKind::code_itself:
      return "only repeats the procedure code";
    case NarrativeKind::repeated_character:
      return "is a single repeated character";
    case NarrativeKind::too_short:
      return "is too short: fewer than ten letters describe the service";
    case NarrativeKind::clock_times:
      return "has visit times but does not say what was done";
    case NarrativeKind::authorization_number:
      return "is an authorization number, not a description of what was done";
    case NarrativeKind::claim_control_number:
      return "is a claim number, not a description of what was done";
    case NarrativeKind::price:
      return "is a price or an invoice number, not a description of what was done";
    case NarrativeKind::ndc:
      return "is a drug code, not a description of what was done";
    case NarrativeKind::correction_remark:
      return "says why the claim is being resent, not what was done";
    case NarrativeKind::remark:
      return "is an administrative remark, not a description of what was done";
    case NarrativeKind::category:
      return "names a kind of item, not the item";
  }
  return "is not known";  // no enumerator
}

}  // namespace scrub837
