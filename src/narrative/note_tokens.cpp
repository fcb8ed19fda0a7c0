#include "src/narrative/note_tokens.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

#include "grammar/narrative_patterns.hpp"
#include "src/narrative/text_tokens.hpp"
#include "src/narrative/vocabulary.hpp"

namespace scrub837 {
namespace {

using grammar::PieceKind;
using enum WordSense;

// A longer number is not a measure.
constexpr std::size_t digits_of_a_reference = 6;
// Nor is this, unless a unit goes on: 40000 UNITS.
constexpr std::size_t digits_with_a_unit = 5;
// Nor is this behind a number sign; TRACH #6 is a size.
constexpr std::size_t digits_of_an_id = 4;

class Cutter {
 public:
  explicit Cutter(NoteTokens& tokens) : tokens_(tokens) {}

  // Whether something is in the text by which it is a remark.
  bool cut(std::span<TextPiece const> pieces) {
    for (auto const& piece : pieces) {
      if (!tokens_.empty() && ends_clause(piece.gap) && !is_joint(piece)) ++clause_;
      bool const after_amount = std::exchange(amount_, false);
      NoteToken token;
      token.clause = clause_;
      if (piece.word != nullptr) {
        take_word(*piece.word, token);
        is_remark_ = is_remark_ || (after_amount && !piece.word->meaning.is(unit)) ||
                     (piece.gap == "/" && is_visit_after_number(token));
      } else {
        take_reference(piece, token);
        is_remark_ = is_remark_ || (piece.gap.ends_with('#') && piece.text.size() >= digits_of_an_id);
      }
      tokens_.push_back(token);
    }
    return is_remark_ || amount_;
  }

 private:
  // A comma, stop or colon ends a clause, and a hyphen or slash with blanks around it.
  static bool ends_clause(std::string_view gap) {
    if (gap.find_first_of(",;.:()!?+") != std::string_view::npos) return true;
    return gap.size() >= 2 && gap.find_first_of("-/") != std::string_view::npos &&
           (gap.front() == ' ' || gap.back() == ' ' || gap.find("--") != std::string_view::npos);
  }

  // Of 1:1, 2.5, W/ and V.O.
  [[nodiscard]] bool is_joint(TextPiece const& next) const {
    auto const gap = next.gap;
    auto const& before = tokens_.back();
    if (before.number) return gap.size() == 1 && gap != "," && next.word == nullptr;
    if (before.word.text.size() != 1) return false;
    return gap.starts_with('/') || (gap == "." && next.text.size() == 1);
  }

  // 80/VISIT is a rate.
  [[nodiscard]] bool is_visit_after_number(NoteToken const& token) const {
    return !tokens_.empty() && tokens_.back().number && (token.senses & senses(visit)) != 0;
  }

  // PLACED 2019, PLACED IN 2019 tell of long ago. A time of day can look so; then a person looks.
  static bool is_year(std::string_view digits) {
    return digits.size() == 4 &&
           ((digits >= "1950" && digits <= "1999") || (digits >= "2000" && digits <= "2049"));
  }

  [[nodiscard]] bool after_deed() const {
    return !tokens_.empty() && (tokens_.back().senses & senses(did, glue)) != 0;
  }

  static void take_word(TextToken const& word, NoteToken& token) {
    token.word = word.word;
    token.senses = word.meaning.senses & note_senses;
    if (token.senses == 0) token.senses = Vocabulary::built_in().senses_if_misspelled(word.word.text);
    if (token.senses == 0) token.senses = senses(unknown);
  }

  void take_reference(TextPiece const& piece, NoteToken& token) {
    token.number = true;
    switch (piece.kind) {
      case PieceKind::authorization:
      case PieceKind::claim_number:
      case PieceKind::correction:
      case PieceKind::request:
      case PieceKind::ndc:
        is_remark_ = true;
        break;
      case PieceKind::other_reference:
        // A diagnosis (L97.511) is none.
        is_remark_ = is_remark_ || piece.text.find('.') == std::string_view::npos;
        break;
      case PieceKind::price:
        // 12.50 CM is none; what stands alone may be an amount.
        if (piece.text.find_first_not_of("0123456789.,") != std::string_view::npos) {
          is_remark_ = true;
        } else {
          amount_ = piece.text.find('.') > 1;
        }
        break;
      case PieceKind::number:
        is_remark_ = is_remark_ || piece.text.size() >= digits_of_a_reference;
        amount_ =
            piece.text.size() == digits_with_a_unit || piece.text == "485";  // the form of the plan of care
        if (is_year(piece.text) && after_deed()) token.senses = senses(status);
        break;
      case PieceKind::document:
        token = {KeyedWord("NOTES"), senses(paper), token.clause, false};
        break;
      case PieceKind::restatement:
        token = {KeyedWord("UNLISTED"), senses(unlisted), token.clause, false};
        break;
      case PieceKind::says_not_available:
        token = {KeyedWord("NOT"), senses(negation), token.clause, false};
        break;
      default:
        break;
    }
  }

  NoteTokens& tokens_;
  std::uint32_t clause_ = 0;
  bool is_remark_ = false;
  bool amount_ = false;  // the piece before was 125.00: a price, unless a unit follows
};

}  // namespace

bool cut_note(std::string_view text, NoteTokens& tokens) {
  return Cutter(tokens).cut(TextTokens::of(text).pieces());
}

}  // namespace scrub837
