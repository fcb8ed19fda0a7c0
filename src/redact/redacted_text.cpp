#include "src/redact/redacted_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <tuple>
#include <vector>

#include "scrub837/narrative/usable_text.hpp"
#include "scrub837/unlisted_codes.hpp"
#include "src/narrative/cites_attachment.hpp"
#include "src/narrative/note_reading.hpp"
#include "src/narrative/specific_codes.hpp"
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

// Month, day and year with signs between them.
void shift_written_dates(std::string& text, DateShift const& dates) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const number_at = [&](std::size_t at, std::size_t& end) {
      end = at;
      while (end < text.size() && end - at < 4 && is_digit(text[end])) ++end;
      return std::string_view(text).substr(at, end - at);
    };
    if (!is_digit(text[i]) || (i > 0 && is_digit(text[i - 1]))) continue;
    std::size_t month_end = 0, day_end = 0, year_end = 0;
    auto const month = number_at(i, month_end);
    if (month.size() > 2 || month_end >= text.size() || (text[month_end] != '/' && text[month_end] != '-'))
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
    i = year_end;
  }
}

}  // namespace

std::string redacted_text(std::string_view text, Tokens& tokens, DateShift const& dates, Survey const& survey,
                          Secret const& secret) {
  std::string base(text);
  shift_written_dates(base, dates);
  std::vector<Run> runs;
  for_each_run(base, [&](std::size_t begin, std::size_t end) {
    auto const run = std::string_view(base).substr(begin, end - begin);
    auto const upper = upper_case(run);
    if (all_digits(run)) {
      if (run.size() <= short_run || is_code(upper, survey)) return;
      auto moved = dates.of_digits(run);
      if (moved == run && run.size() == 4) moved = dates.of_time(run);
      return runs.push_back({begin, end, moved == run ? tokens.of(run) : moved});
    }
    if (all_letters(run) ? in_vocabulary(upper) : run.size() <= short_run || is_code(upper, survey)) return;
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
