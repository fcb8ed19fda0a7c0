#include "src/narrative/visit_times.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "grammar/narrative_patterns.hpp"

namespace scrub837 {
namespace {

using grammar::PieceKind;

// First and last name; GONZALEZ-LOPEZ is one.
constexpr std::size_t words_of_a_name = 2;
constexpr std::size_t longest_name = 24;

class NameSearch {
 public:
  explicit NameSearch(bool enough_letters) : enough_letters_(enough_letters) {}

  /// \return whether the piece can be next to a name
  bool take(TextPiece const& piece) {
    if (punch_) {
      punch_ = false;
      punched_ = piece.kind == PieceKind::clock_times &&
                 (piece.text.starts_with("IN") || piece.text.starts_with("OUT"));
      return punched_;
    }
    switch (piece.kind) {
      case PieceKind::word:
        punch_ = piece.word->meaning.is(WordSense::punch);
        return punch_ || take_word(*piece.word, piece.gap);
      case PieceKind::clock_times:
      case PieceKind::number:
      case PieceKind::date:
      case PieceKind::procedure_code:
        last_ = Last::other;
        return true;
      default:
        return false;
    }
  }

  [[nodiscard]] bool names_only() const {
    if (punch_) return false;
    if (!enough_letters_ || (punched_ && words_ == 0)) return true;
    return !apart_ && words_ <= words_of_a_name && letters_ <= longest_name &&
           (words_ == words_of_a_name || (words_ == 1 && beside_person_));
  }

 private:
  enum class Last : std::uint8_t { other, name, person };

  bool take_word(TextToken const& token, std::string_view gap) {
    switch (token.meaning.noise) {
      case WordNoise::none:
        return take_unknown(token, gap);
      case WordNoise::short_service:
        if (enough_letters_) return false;
        take_person();
        return true;
      case WordNoise::who:
      case WordNoise::title:
        take_person();
        return true;
      case WordNoise::visit:
        // CHAPLAIN VISIT, PIN SITE CARE; but JANE DOE HOME VISIT.
        if (last_ == Last::name && token.word.text != "HOME") return false;
        last_ = Last::other;
        return true;
      case WordNoise::before_name:
      case WordNoise::time:
      case WordNoise::code:
      case WordNoise::glue:
      case WordNoise::billing:
        last_ = Last::other;
        return true;
      default:
        return false;
    }
  }

  bool take_unknown(TextToken const& token, std::string_view gap) {
    auto const word = token.word.text;
    if (word.find(grammar::foreign_letter) != std::string_view::npos) return false;
    if (word.size() == 1) return word != "X";  // an initial; X-RAY, X 2
    if (token.meaning.is(WordSense::role)) {
      take_person();
      return true;
    }
    if (token.meaning.is(WordSense::activity) || token.meaning.is(WordSense::clinical)) return false;
    letters_ += word.size();
    if (last_ == Last::name && gap == "-") return true;
    apart_ |= words_ > 0 && last_ != Last::name;
    beside_person_ |= last_ == Last::person;
    ++words_;
    last_ = Last::name;
    return true;
  }

  void take_person() {
    beside_person_ |= last_ == Last::name;
    last_ = Last::person;
  }

  bool enough_letters_;
  std::size_t words_ = 0;    // of which names may be made
  std::size_t letters_ = 0;  // of those
  Last last_ = Last::other;
  bool apart_ = false;          // they are in two places
  bool beside_person_ = false;  // SMITH RN, AIDE JONES
  bool punch_ = false;          // the piece before was CHECK
  bool punched_ = false;        // CHECK IN 0900
};

}  // namespace

bool names_only_beside_times(std::span<TextPiece const> pieces, bool enough_letters) {
  NameSearch search(enough_letters);
  return std::all_of(pieces.begin(), pieces.end(),
                     [&](TextPiece const& piece) { return search.take(piece); }) &&
         search.names_only();
}

}  // namespace scrub837
