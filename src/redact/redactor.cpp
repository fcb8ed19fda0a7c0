#include "src/redact/redactor.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "src/claim/narrative.hpp"
#include "src/redact/amount_scale.hpp"
#include "src/redact/date_shift.hpp"
#include "src/redact/element_class.hpp"
#include "src/redact/redacted_text.hpp"
#include "src/redact/survey.hpp"
#include "src/redact/tokens.hpp"
#include "src/scrub/scrub_file.hpp"
#include "src/scrub/segment_stream.hpp"
#include "src/text/ascii.hpp"
#include "src/text/utf8.hpp"

namespace scrub837::redact {
namespace {

// Data of any bytes, which nobody reads: BIN02, BDS03.
bool is_opaque(Kind kind) { return kind == Kind::BIN || kind == Kind::BDS; }

// By what a composite is separated: sometimes by a sign that ISA16 does not name. NUL: by none.
char separator_in(std::string_view value, ElementClass const& first, Delimiters const& delimiters) {
  if (delimiters.component != '\0' && value.find(delimiters.component) != std::string_view::npos)
    return delimiters.component;
  if (first.treatment != Treatment::code || first.is_code(value)) return '\0';
  auto const sign = std::ranges::find_if(
      value, [](char byte) { return byte > ' ' && !is_digit(byte) && !is_letter(byte); });
  return sign == value.end() ? '\0' : *sign;
}

// Puts a segment together again of what `use(class, value)` makes of each value.
template <typename Use>
std::string rebuilt(std::string_view text, Delimiters const& delimiters, Kind kind,
                    ElementClasses const& classes, Use use) {
  std::string result;
  for (std::size_t element = 0;; ++element) {
    auto const end = std::min(text.find(delimiters.element), text.size());
    auto value = text.substr(0, end);
    auto const& whole = classes.of(kind, element, 0);
    auto const& first = classes.of(kind, element, 1);
    bool const composite = &first != &whole && first.treatment == Treatment::code;
    auto const separator = kind == Kind::ISA || element == 0 ? '\0'
                           : composite                       ? separator_in(value, first, delimiters)
                           : value.find(delimiters.component) != std::string_view::npos ? delimiters.component
                                                                                        : '\0';
    if (element == 0) {
      result.append(kind == Kind::unknown ? use(ElementClass{}, value) : std::string(value));
    } else if (separator == '\0') {
      // A composite of one component is that component.
      result.append(use(composite ? first : whole, value));
    } else {
      for (std::size_t component = 1;; ++component) {
        auto const stop = std::min(value.find(separator), value.size());
        result.append(use(classes.of(kind, element, component), value.substr(0, stop)));
        if (stop == value.size()) break;
        result.push_back(separator);
        value.remove_prefix(stop + 1);
      }
    }
    if (end == text.size()) return result;
    result.push_back(delimiters.element);
    text.remove_prefix(end + 1);
  }
}

// Characters beyond ASCII that are letters: another of the same alphabet, so that none of a name is left.
std::string without_foreign_letters(std::string value) {
  for (std::size_t i = 0; i < value.size();) {
    auto const byte = static_cast<unsigned char>(value[i]);
    auto const length = byte < 0x80 ? std::size_t{1} : utf8_length(std::string_view(value).substr(i));
    if (byte >= 0xC3 && byte <= 0xD4 && length == 2) {
      // Within a block of sixteen, to another letter of the same case.
      auto const low = static_cast<unsigned char>(value[i + 1]);
      bool const sign = byte == 0xC3 && (low == 0x97 || low == 0xB7);
      auto const other = static_cast<unsigned char>(low ^ 1U);
      bool const becomes_sign = byte == 0xC3 && (other == 0x97 || other == 0xB7);
      if (!sign && !becomes_sign) value[i + 1] = static_cast<char>(other);
    } else if (byte >= 0xE3 && byte <= 0xED && length == 3) {
      value[i + 2] = static_cast<char>(static_cast<unsigned char>(value[i + 2]) ^ 1U);
    } else if (length == 0 && byte >= 0xC0) {
      value[i] = static_cast<char>(byte ^ 1U);
    }
    i += std::max<std::size_t>(length, 1);
  }
  return value;
}

// A code is one in lower case and with blanks around it, too.
bool looks_like_code(ElementClass const& of, std::string_view value) {
  return of.is_code(value) || of.is_code(upper_case(trimmed(value)));
}

class Redactor {
 public:
  Redactor(Input& input, Sink& out, unsigned round)
      : input_(&input), out_(&out), secret_(input.sha256(), round) {}

  Redacted run() {
    try {
      look();
    } catch (SegmentStream::UnitTooLarge const&) {
      // A terminator was lost: nobody can say what is a name in so many bytes.
      result_.readable = false;
    }
    if (!result_.readable) return result_;
    dates_.emplace(secret_, survey_);
    amounts_.emplace(secret_, survey_);
    tokens_.emplace(secret_, survey_);
    result_.days = dates_->days();
    each_piece([&](Piece const& piece) { write(piece); });
    return result_;
  }

 private:
  template <typename Use>
  void each_piece(Use use) {
    SegmentStream stream(*input_, default_block_size);
    Piece piece;
    for (stream.next(piece); piece.what != Piece::What::end; stream.next(piece)) use(piece);
  }

  void look() {
    each_piece([&](Piece const& piece) {
      auto const delimiters = delimiters_of(piece);
      survey_.add_value(piece.bytes());
      if (piece.what != Piece::What::segments && piece.what != Piece::What::interchange) return;
      result_.readable = true;
      if (piece.what == Piece::What::interchange) {
        look_at_segment(Kind::ISA, piece.bytes().substr(0, piece.header.stop), delimiters);
        return;
      }
      for (auto const& token : piece.tokens.segments()) {
        ++result_.segments;
        if (token.kind == Kind::NM1) look_at_person({piece.block.text(token), delimiters});
        if (!is_opaque(token.kind)) look_at_segment(token.kind, piece.block.text(token), delimiters);
      }
    });
  }

  void look_at_person(SegmentView name) {
    if (name[2] != "1") return;
    for (std::size_t element = 3; element <= 5; ++element) survey_.add_name(name[element]);
  }

  void look_at_segment(Kind kind, std::string_view text, Delimiters const& delimiters) {
    static_cast<void>(
        rebuilt(text, delimiters, kind, classes_, [&](ElementClass const& of, std::string_view value) {
          if (of.treatment == Treatment::amount) survey_.add_amount(value);
          if (of.treatment == Treatment::control) survey_.add_control(of.level, value);
          if (of.treatment == Treatment::code && of.list == "procedure" && looks_like_code(of, value))
            survey_.add_code(upper_case(trimmed(value)));
          return std::string();
        }));
  }

  // Composites may be written with another separator than ISA16 names (ENV020).
  Delimiters delimiters_of(Piece const& piece) {
    if (piece.what == Piece::What::interchange) component_ = piece.header.component_in_use;
    if (piece.what == Piece::What::bare) component_.reset();
    auto delimiters = piece.delimiters;
    if (component_) delimiters.component = *component_;
    return delimiters;
  }

  void write(Piece const& piece) {
    auto const delimiters = delimiters_of(piece);
    if (piece.what == Piece::What::interchange) {
      auto const stop = std::min(piece.header.stop, piece.bytes().size());
      out_->append(segment(Kind::ISA, piece.bytes().substr(0, stop), delimiters));
      out_->append(piece.bytes().substr(stop));
      return;
    }
    if (piece.what != Piece::What::segments) {
      out_->append(without_foreign_letters(runs(piece.bytes(), short_run)));
      return;
    }
    std::size_t done = 0;
    auto const data = piece.block.data();
    for (auto const& token : piece.tokens.segments()) {
      auto const content = piece.block.content(token);
      out_->append(data.substr(done, content.begin - done));
      done = content.end;
      auto const received = data.substr(content.begin, content.end - content.begin);
      if (is_opaque(token.kind)) {
        out_->append(opaque(received, delimiters));
      } else if (token.folded) {
        auto const clean = piece.block.text(token);
        out_->append(folded(received, clean, segment(token.kind, clean, delimiters)));
      } else {
        out_->append(segment(token.kind, received, delimiters));
      }
    }
    out_->append(data.substr(done));
  }

  // Keeps id and length, and every byte's place.
  static std::string opaque(std::string_view text, Delimiters const& delimiters) {
    std::string result(text);
    auto at = std::min(text.find(delimiters.element), text.size());
    at = std::min(text.find(delimiters.element, at + 1), text.size());
    for (auto i = at; i < result.size(); ++i) {
      if (!delimiters.contains(result[i]) && result[i] != '\r' && result[i] != '\n') result[i] = 'X';
    }
    return result;
  }

  // A segment that is folded over lines: its line ends stay where they were.
  static std::string folded(std::string_view received, std::string_view clean, std::string const& with) {
    std::string result;
    std::size_t at = 0;
    std::size_t in_clean = 0;
    for (char const byte : received) {
      if (byte == '\r' || byte == '\n') {
        result.push_back(byte);
        continue;
      }
      // A line end in a note is a blank in its clean copy.
      while (in_clean < clean.size() && clean[in_clean] == ' ' && byte != ' ' && at < with.size())
        ++in_clean, ++at;
      ++in_clean;
      if (at < with.size()) result.push_back(with[at++]);
    }
    return result.append(std::string_view(with).substr(std::min(at, with.size())));
  }

  std::string segment(Kind kind, std::string_view text, Delimiters const& delimiters) {
    return rebuilt(text, delimiters, kind, classes_, [&](ElementClass const& of, std::string_view value) {
      return without_foreign_letters(value_of(of, value));
    });
  }

  std::string value_of(ElementClass const& of, std::string_view value) {
    switch (of.treatment) {
      case Treatment::keep: {
        constexpr std::size_t longest_count = 12;
        bool const count = value.size() <= longest_count && std::ranges::all_of(value, is_digit);
        return count || value.size() <= short_run ? std::string(value) : runs(value, short_run);
      }
      case Treatment::code:
        return looks_like_code(of, value) ? std::string(value) : runs(value, short_run);
      case Treatment::name:
        return name(value);
      case Treatment::text:
        return redacted_text(value, *tokens_, *dates_, survey_, secret_);
      case Treatment::date:
        return dates_->of_value(runs_of_letters(value));
      case Treatment::time:
        return dates_->of_time(runs_of_letters(value));
      case Treatment::amount: {
        auto other = amounts_->of(value);
        bool const zero = value.find_first_not_of("0.-") == std::string_view::npos;
        return other == value && !zero ? value_runs(value) : other;
      }
      case Treatment::control:
        return tokens_->of_control(of.level, value);
      case Treatment::id:
      case Treatment::number:
        return value_runs(value);
      case Treatment::other:
        break;
    }
    return runs(value, short_run);
  }

  // Replaces runs of letters and digits that are longer than `shortest`; dates among them are shifted.
  std::string runs(std::string_view value, std::size_t shortest) {
    std::string result(value);
    for_each_run(value, [&](std::size_t begin, std::size_t end) {
      auto const run = value.substr(begin, end - begin);
      if (run.size() <= shortest) return;
      auto const moved = run.size() == 8 ? dates_->of_digits(run) : std::string(run);
      result.replace(begin, run.size(), moved == run ? tokens_->of(run) : moved);
    });
    return result;
  }

  // The same of a value. One that is made of short runs alone, such as A-1-B, changes all the same.
  std::string value_runs(std::string_view value) {
    auto result = runs(value, short_run);
    return result == value && value.size() > short_run ? runs(value, 0) : result;
  }

  // What is not digits where a date should be.
  std::string runs_of_letters(std::string_view value) {
    std::string result(value);
    for_each_run(value, [&](std::size_t begin, std::size_t end) {
      auto const run = value.substr(begin, end - begin);
      if (run.size() > short_run && !std::ranges::all_of(run, is_digit))
        result.replace(begin, run.size(), tokens_->of(run));
    });
    return result;
  }

  // A post office box stays one.
  std::string name(std::string_view value) {
    std::string result(value);
    for_each_run(value, [&](std::size_t begin, std::size_t end) {
      auto const run = value.substr(begin, end - begin);
      auto const upper = upper_case(run);
      for (std::string_view const kept :
           {"PO", "P", "O", "BOX", "POBOX", "LOCK", "LOCKBOX", "POST", "OFFICE"}) {
        if (upper == kept) return;
      }
      result.replace(begin, run.size(), tokens_->of(run));
    });
    return result;
  }

  Input* input_;
  Sink* out_;
  Secret secret_;
  ElementClasses classes_;
  Survey survey_;
  std::optional<char> component_;  ///< of the open interchange, if it is not ISA16
  std::optional<DateShift> dates_;
  std::optional<AmountScale> amounts_;
  std::optional<Tokens> tokens_;
  Redacted result_;
};

}  // namespace

Redacted redact(Input& input, Sink& out, unsigned round) { return Redactor(input, out, round).run(); }

}  // namespace scrub837::redact
