#include "src/redact/redacted_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "scrub837/narrative/usable_text.hpp"
#include "scrub837/unlisted_codes.hpp"
#include "src/narrative/cites_attachment.hpp"
#include "src/narrative/note_reading.hpp"
#include "src/narrative/specific_codes.hpp"
#include "src/narrative/vocabulary.hpp"
#include "src/text/ascii.hpp"

namespace scrub837::redact {
namespace {

bool all_letters(std::string_view text) { return std::ranges::all_of(text, is_letter); }
bool all_digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }

// All that rules ask of a text.
auto reading_of(std::string_view text) {
  auto const note = read_note(text);
  auto const narrative = read_narrative(text, {});
  return std::tuple(note.names_act, note.is_remark, note.only_patient, note.visit, note.stub, note.in_doubt,
                    note.mentions_care, narrative.kind, narrative.cites_code, narrative.cites_category_iii,
                    narrative.names_activity, narrative.names_extent, narrative.certain,
                    cites_attachment(text), code_for_words(text, {}, CodePayer::other).code,
                    code_for_words(text, {}, CodePayer::medicare).code,
                    code_for_words(text, {}, CodePayer::other, CodeSetting::elsewhere).code);
}

struct Run {
  std::size_t begin, end;
  std::string with;
};

// Whether a run of letters and digits in a text is a procedure code: of the file, or an unlisted one.
bool is_code(std::string_view run, Survey const& survey) {
  static UnlistedCodes const unlisted;
  return survey.has_code(run) || unlisted.contains(run);
}

std::string put_in(std::string_view text, std::vector<Run> const& runs) {
  std::string result(text);
  for (auto const& run : runs) result.replace(run.begin, run.end - run.begin, run.with);
  return result;
}

// Words that are the same but for a slip of the keys: what is read as a listed word stays one.
std::vector<std::string> slips_of(std::string_view word) {
  std::vector<std::string> slips;
  for (std::size_t i = 1; i + 1 < word.size(); ++i) {
    std::string other(word);
    std::swap(other[i], other[i + 1]);
    if (other != word) slips.push_back(other);
  }
  for (std::size_t i = 2; i < word.size(); ++i) {
    for (char const letter : {'X', 'Q', 'J', 'E'}) {
      std::string other(word);
      other[i] = letter;
      if (other != word) slips.push_back(other);
    }
  }
  return slips;
}

// Another word of the same meaning for one that is a person's name in this file; itself if there is none.
std::string instead_of_name(std::string_view word, Secret const& secret) {
  auto const others = Vocabulary::built_in().words_like(word);
  if (others.empty()) return std::string(word);
  return std::string(others[secret.number("name", word) % others.size()]);
}

using Range = std::pair<std::size_t, std::size_t>;

// Whether digits of a text belong to a longer number, parted by signs: 123-45-6789.
bool is_of_long_number(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::ptrdiff_t fewest_digits = 7;
  constexpr std::string_view parts = "0123456789-./()";
  auto const first = text.find_last_not_of(parts, begin);
  auto const from = first == std::string_view::npos ? 0 : first + 1;
  auto const number = text.substr(from, std::min(text.find_first_not_of(parts, end), text.size()) - from);
  return std::ranges::count_if(number, is_digit) >= fewest_digits;
}

bool is_foreign(char byte) { return static_cast<unsigned char>(byte) >= 0x80; }

// 1941-03-11: the year first.
void shift_dates_year_first(std::string& text, DateShift const& dates, std::vector<Range>& shifted) {
  constexpr std::size_t size = std::string_view("1941-03-11").size();
  for (std::size_t i = 0; i + size <= text.size(); ++i) {
    auto const date = std::string_view(text).substr(i, size);
    auto const sign = date[4];
    if (std::string_view("-/.").find(sign) == std::string_view::npos || date[7] != sign) continue;
    auto const digits = fmt::format("{}{}{}", date.substr(0, 4), date.substr(5, 2), date.substr(8, 2));
    bool const alone =
        (i == 0 || !is_digit(text[i - 1])) && (i + size == text.size() || !is_digit(text[i + size]));
    if (!alone || !all_digits(digits) || day_of(digits) == 0) continue;
    auto const moved = dates.of_digits(digits);
    text.replace(
        i, size,
        fmt::format("{}{}{}{}{}", moved.substr(0, 4), sign, moved.substr(4, 2), sign, moved.substr(6)));
    shifted.emplace_back(i, i + size);
  }
}

// Month, day and year with signs between them.
void shift_written_dates(std::string& text, DateShift const& dates, std::vector<Range>& shifted) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const number_at = [&](std::size_t at, std::size_t& end) {
      end = at;
      while (end < text.size() && end - at < 4 && is_digit(text[end])) ++end;
      return std::string_view(text).substr(at, end - at);
    };
    if (!is_digit(text[i]) || (i > 0 && is_digit(text[i - 1]))) continue;
    std::size_t month_end = 0, day_end = 0, year_end = 0;
    auto const month = number_at(i, month_end);
    if (month.size() > 2 || month_end >= text.size() ||
        std::string_view("/-.").find(text[month_end]) == std::string_view::npos)
      continue;
    auto const day = number_at(month_end + 1, day_end);
    if (day.empty() || day.size() > 2 || day_end >= text.size() || text[day_end] != text[month_end]) continue;
    auto const year = number_at(day_end + 1, year_end);
    if (year.size() != 2 && year.size() != 4) continue;
    auto const two = [](std::string_view part) {
      return part.size() == 1 ? fmt::format("0{}", part) : std::string(part);
    };
    auto const moved =
        dates.of_digits(fmt::format("{}{}{}{}", year.size() == 2 ? "20" : "", year, two(month), two(day)));
    if (day_of(moved) == 0) continue;
    // As many digits as before: 9/5/26 may become 10/1/26, which is one more; the day of the month then is 9.
    auto const fitted = [](std::string_view digits, std::size_t width) {
      auto const plain = digits[0] == '0' ? digits.substr(1) : digits;
      return width == 1 ? (plain.size() == 1 ? std::string(plain) : std::string("9")) : std::string(digits);
    };
    auto const moved_day = fitted(std::string_view(moved).substr(6), day.size());
    auto const moved_month = fitted(std::string_view(moved).substr(4, 2), month.size());
    text.replace(day_end + 1, year.size(), moved.substr(4 - year.size(), year.size()));
    text.replace(month_end + 1, day.size(), moved_day);
    text.replace(i, month.size(), moved_month);
    shifted.emplace_back(i, year_end);
    i = year_end;
  }
}

}  // namespace

std::string redacted_text(std::string_view text, Tokens& tokens, DateShift const& dates, Survey const& survey,
                          Secret const& secret) {
  std::string base(text);
  std::vector<Range> shifted;
  shift_dates_year_first(base, dates, shifted);
  shift_written_dates(base, dates, shifted);
  std::vector<Run> runs;
  for_each_run(base, [&](std::size_t begin, std::size_t end) {
    auto const run = std::string_view(base).substr(begin, end - begin);
    auto const upper = upper_case(run);
    if (std::ranges::any_of(shifted, [&](Range date) { return date.first <= begin && end <= date.second; }))
      return;
    if (all_digits(run)) {
      bool const part = run.size() <= short_run && is_of_long_number(base, begin, end);
      if ((run.size() <= short_run && !part) || (!part && is_code(upper, survey))) return;
      auto moved = dates.of_digits(run);
      if (moved == run && run.size() == 4) moved = dates.of_time(run);
      return runs.push_back({begin, end, moved == run ? tokens.of(run) : moved});
    }
    bool const part_of_word =
        (begin > 0 && is_foreign(base[begin - 1])) || (end < base.size() && is_foreign(base[end]));
    if (all_letters(run) && in_vocabulary(upper) && !part_of_word) {
      if (!survey.has_name(upper)) return;
      auto other = instead_of_name(upper, secret);
      if (other != upper) runs.push_back({begin, end, in_case_of(run, std::move(other))});
      return;
    }
    if (!all_letters(run) && (run.size() <= short_run || is_code(upper, survey))) return;
    if (run.size() == 1) return;
    runs.push_back({begin, end, tokens.of(run)});
  });
  auto const wanted = reading_of(text);
  auto result = put_in(base, runs);
  if (reading_of(result) == wanted) return result;
  // One by one: what changes the reading is written otherwise.
  for (auto& run : runs) {
    auto const token = run.with;
    auto const original = base.substr(run.begin, run.end - run.begin);
    std::vector<Run> alone{run};
    if (reading_of(put_in(base, alone)) == reading_of(base)) continue;
    // A name that is a word of the vocabulary stays if another one reads otherwise.
    if (in_vocabulary(upper_case(original))) {
      run.with = original;
      continue;
    }
    bool found = false;
    auto const fits = [&](std::string const& other) {
      if (other == original || survey.has(upper_case(other)) || in_vocabulary(upper_case(other)))
        return false;
      alone[0].with = in_case_of(original, other);
      return reading_of(put_in(base, alone)) == reading_of(base);
    };
    for (auto const& slip : slips_of(upper_case(original))) {
      if (!all_letters(original) || !fits(slip)) continue;
      found = true;
      break;
    }
    for (std::uint64_t attempt = 0; !found && attempt < 40; ++attempt) {
      auto other = original;
      auto const random = secret.bytes("text", original, attempt);
      for (std::size_t i = 0; i < other.size(); ++i) {
        auto const value = static_cast<unsigned char>(random[i % random.size()]);
        if (is_digit(other[i])) other[i] = static_cast<char>('0' + (other[i] - '0' + value) % 10);
      }
      found = other != original && fits(other);
    }
    // A short word says what it says: two letters are initials, or a place.
    run.with = found ? alone[0].with : original.size() <= short_run ? original : token;
  }
  result = put_in(base, runs);
  return result;
}

}  // namespace scrub837::redact
