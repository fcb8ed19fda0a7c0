#include "src/worklist/typed_control_number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "src/claim/attachment.hpp"
#include "src/guide/report_types.hpp"
#include "src/text/ascii.hpp"
#include "src/worklist/attachment_words.hpp"
#include "src/worklist/other_cells.hpp"
#include "src/worklist/plain_letters.hpp"
#include "src/worklist/remarks.hpp"
#include "src/worklist/typed_answers.hpp"
#include "src/worklist/typed_dates.hpp"
#include "src/worklist/typed_text.hpp"

namespace scrub837 {
namespace {

bool is_number(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

// 1.2E+15 is what a spreadsheet makes of a long number, 31642.0 what another program makes of any.
bool looks_mangled(std::string_view number) {
  auto const digits = [](std::string_view text, std::string_view others) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [&](char byte) {
      return is_digit(byte) || others.find(byte) != std::string_view::npos;
    });
  };
  if (auto const point = number.find('.'); point != std::string_view::npos && point > 0) {
    auto const behind = number.substr(point + 1);
    bool const short_tail = behind.size() <= 2 && digits(behind, {});
    if (digits(number.substr(0, point), {}) &&
        (short_tail || behind.find_first_not_of('0') == std::string_view::npos))
      return true;
  }
  auto const exponent = number.find_first_of("eE");
  if (exponent == std::string_view::npos || exponent == 0 || exponent + 1 >= number.size()) return false;
  auto power = number.substr(exponent + 1);
  auto const mantissa = number.substr(0, exponent);
  bool const signed_power = power[0] == '+' || power[0] == '-';
  if (signed_power) power.remove_prefix(1);
  bool const pointed = mantissa.find_first_of(".,") != std::string_view::npos;
  return digits(mantissa, ".,") && (signed_power || pointed) && digits(power, {});
}

// FAX 00123 and FAX20260313 may be numbers, FAX 1/5 is none.
bool tells_an_errand(std::vector<std::string> const& runs) {
  constexpr std::size_t digits_of_a_number = 5;
  return has_errand(runs) || (runs.size() > 1 && runs[0] == "FAX" && runs[1].size() < digits_of_a_number);
}

// HB0316E OR HB0316F, HB0316E PER BRENDA, 1 OF 2: words, or a second number.
// HB 0316 E and HBHH 003164 are written so.
bool is_sentence(std::string_view number) {
  constexpr std::size_t longest_word = 4;
  std::size_t numbers = 0;
  bool words = false;
  auto const capitals = in_capitals(number);
  for (std::string_view rest = capitals; !rest.empty();) {
    auto const word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    bool const digits = std::any_of(word.begin(), word.end(), is_digit);
    if (digits) ++numbers;
    words =
        words || (!digits && (word.size() > longest_word || word == "OR" || word == "OF" || word == "PER"));
  }
  return words || numbers > 1;
}

// TUE 1/5, JANUARY 5: days and months beside small numbers.
bool is_day_in_words(std::vector<std::string> const& runs) {
  constexpr std::array<std::string_view, 12> months = {"JANUARY",   "FEBRUARY", "MARCH",    "APRIL",
                                                       "MAY",       "JUNE",     "JULY",     "AUGUST",
                                                       "SEPTEMBER", "OCTOBER",  "NOVEMBER", "DECEMBER"};
  constexpr std::array<std::string_view, 7> days = {"MONDAY", "TUESDAY",  "WEDNESDAY", "THURSDAY",
                                                    "FRIDAY", "SATURDAY", "SUNDAY"};
  auto const begins_one = [](std::string_view run, auto const& names) {
    return run.size() >= 3 && std::any_of(names.begin(), names.end(),
                                          [&](std::string_view name) { return name.starts_with(run); });
  };
  bool named = false;
  for (auto const& run : runs) {
    if (is_number(run)) {
      if (run.size() > 4) return false;
    } else if (begins_one(run, months) || begins_one(run, days)) {
      named = true;
    } else {
      return false;
    }
  }
  return named;
}

// Two digits are no code here: they can be a number.
bool is_code(std::string_view text) {
  if (is_number(text)) return false;
  auto const type = report_type_of(text);
  auto const way = transmission_of(text);
  return is_report_type(type) || is_sent(way) || way == "AA" || way == "AC";
}

// NN FX 12345: codes of other columns are before it.
bool has_codes(std::string_view number) {
  auto const first = number.substr(0, number.find(' '));
  return is_code(number) || (first.size() == 2 && first.size() < number.size() && is_code(first));
}

// ACN 5520316: what kind of number it is was typed before it.
bool has_label(std::string_view number, std::vector<std::string> const& runs) {
  constexpr auto labels = std::to_array<std::string_view>(
      {"ACN", "PCN", "DCN", "ICN", "CTRL", "CONTROL", "NO", "NUM", "NUMBER", "REF", "DOC", "DOCUMENT"});
  if (number.starts_with('#')) return true;
  return runs.size() > 1 && number.find_first_of(" :") != std::string_view::npos &&
         std::ranges::find(labels, runs.front()) != labels.end();
}

// Words, or letters that mean nothing: documents are counted, so their numbers have digits.
bool is_words(std::vector<std::string> const& runs) {
  return std::none_of(runs.begin(), runs.end(), is_number);
}

}  // namespace

bool is_telephone(std::string_view number) {
  auto const runs = runs_of(number);
  auto const first = runs.size() == 4 && runs[0] == "1" ? std::size_t{1} : std::size_t{0};
  if (runs.size() != first + 3 || number.find_first_of("-. ()") == std::string_view::npos) return false;
  return std::all_of(runs.begin(), runs.end(), is_number) && runs[first].size() == 3 &&
         runs[first + 1].size() == 3 && runs[first + 2].size() == 4;
}

std::string fault_of_number(std::string_view number) {
  if (is_spreadsheet_error(number)) {
    return "The spreadsheet could not show the control number (####### or an error); type it again.";
  }
  if (looks_mangled(number)) {
    return "The control number was changed by a spreadsheet (into an exponent or a decimal); format the "
           "column as text and type it again.";
  }
  if (auto const character = foreign_character(number); !character.empty()) {
    return fmt::format("The control number contains {}, which X12 does not allow (PWK06).", character);
  }
  if (number.size() < 2 || number.size() > 50) {
    return "The control number (PWK06) must have 2 to 50 plain characters.";
  }
  auto const runs = runs_of(number);
  if (is_written_date(number) || is_day_in_words(runs)) {
    return "attachment_control_number has a date; if this is the control number, format the column as text "
           "and type it again.";
  }
  if (is_telephone(number)) return "attachment_control_number has a telephone number.";
  if (has_codes(number)) {
    return "attachment_control_number has a code for attachment_type or attachment_transmission; type only "
           "the number.";
  }
  if (auto const sign = number.find_first_of("?,=$()\""); sign != std::string_view::npos) {
    return fmt::format("The control number contains {}; type only the number.", number[sign]);
  }
  if (has_label(number, runs))
    return "attachment_control_number has a word or sign before the number; type only the number.";
  bool const zeros = number.find_first_not_of('0') == std::string_view::npos;
  if (zeros || runs.empty() || is_words(runs) || is_sentence(number) || tells_an_errand(runs) ||
      repeats_one_character(number)) {
    return "This is not a control number; type the one on the document.";
  }
  return {};
}

std::string fault_of_number_in(FilledRow const& row, std::string_view number) {
  auto const is = other_cell_with(row, number);
  return is.empty() ? std::string{} : fmt::format("attachment_control_number has the {}.", is);
}

}  // namespace scrub837
