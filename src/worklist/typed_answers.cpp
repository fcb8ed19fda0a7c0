#include "src/worklist/typed_answers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "scrub837/claim/usable_text.hpp"
#include "src/narrative/note_reading.hpp"
#include "src/text/ascii.hpp"
#include "src/worklist/plain_letters.hpp"
#include "src/worklist/typed_dates.hpp"
#include "src/worklist/typed_text.hpp"

namespace scrub837 {
namespace {

bool is_letter_or_accented(char byte) {
  return is_letter(byte) || static_cast<unsigned char>(byte) >= 0xC0;  // the first byte of an accented letter
}

std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_letter_or_accented));
}

// 1.2E+15 is what a spreadsheet makes of a long number.
bool looks_mangled(std::string_view number) {
  auto const exponent = number.find_first_of("eE");
  if (exponent == std::string_view::npos || exponent == 0 || exponent + 1 >= number.size()) return false;
  auto const digits = [](std::string_view text, std::string_view others) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
      return is_digit(c) || others.find(c) != std::string_view::npos;
    });
  };
  auto const power = number.substr(exponent + 1);
  return digits(number.substr(0, exponent), ".,") && (power[0] == '+' || power[0] == '-') &&
         digits(power.substr(1), {});
}

// What people type where they have nothing to say.
bool says_nothing(std::string_view text) {
  constexpr std::array<std::string_view, 20> stubs = {
      "NA",      "NONE",  "NIL",      "NULL",        "NO",     "TBD",          "PENDING",
      "UNKNOWN", "UNK",   "SEENOTES", "SEEATTACHED", "SEEPOC", "SEEFAX",       "ATTACHED",
      "FAX",     "FAXED", "MAIL",     "OK",          "YES",    "NOTAPPLICABLE"};
  std::string letters;
  for (char const byte : in_capitals(text)) {
    if (is_digit(byte)) return false;
    if (is_letter_or_accented(byte)) letters.push_back(byte);
  }
  return letters.empty() || std::find(stubs.begin(), stubs.end(), letters) != stubs.end();
}

// FAXED 1/5, ASK JANE: what was or is to be done, not a number.
bool tells_an_errand(std::string_view number) {
  constexpr std::array<std::string_view, 18> errands = {
      "ASK",    "CALL",    "CALLED", "EMAIL",   "EMAILED", "FAX",      "FAXED",   "GET",  "MAIL",
      "MAILED", "PENDING", "SEE",    "SENDING", "SENT",    "UPLOADED", "WAITING", "WILL", "TBD"};
  auto const capitals = in_capitals(number);
  if (capitals.find(' ') == std::string::npos) return false;
  if (std::none_of(capitals.begin(), capitals.end(), is_digit)) return true;
  for (std::string_view rest = capitals; !rest.empty();) {
    auto const word = rest.substr(0, rest.find(' '));
    if (std::find(errands.begin(), errands.end(), word) != errands.end()) return true;
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
  }
  return false;
}

bool repeats_one_character(std::string_view text) {
  return text.size() > 2 && text.find_first_not_of(text[0]) == std::string_view::npos;
}

}  // namespace

bool is_spreadsheet_error(std::string_view text) {
  constexpr std::array<std::string_view, 11> errors = {"#NAME?", "#REF!",   "#VALUE!",      "#DIV/0!",
                                                       "#N/A",   "#NUM!",   "#NULL!",       "#SPILL!",
                                                       "#CALC!", "#FIELD!", "#GETTING_DATA"};
  auto const capitals = in_capitals(trimmed_cell(text));
  return std::find(errors.begin(), errors.end(), capitals) != errors.end() || capitals.starts_with("ERR:5") ||
         (capitals.size() > 1 && capitals.find_first_not_of('#') == std::string::npos);
}

std::string fault_of_description(std::string_view text, std::string_view procedure) {
  constexpr std::size_t few_letters = 5;
  auto const kind = read_narrative(text, procedure).kind;
  auto const reading = read_note(text);
  if (reading.visit == VisitDoubt::not_made)
    return "The narrative tells of a visit that was not made; a line without a visit must not be billed.";
  // Who types an act of care may add to it what he likes.
  bool const has_words = kind == NarrativeKind::usable || kind == NarrativeKind::too_short;
  if (has_words && reading.is_remark && !reading.names_act)
    return "The narrative reads like a remark about the claim; type what was done, for how long and why.";
  if (kind == NarrativeKind::usable) return {};
  if (kind == NarrativeKind::too_short && letters_in(text) >= few_letters) return {};
  return fmt::format("The narrative {}; type what was done, for how long and why.", in_plain_words(kind));
}

std::string fault_of_number(std::string_view number) {
  if (is_spreadsheet_error(number)) {
    return "The spreadsheet could not show the control number (####### or an error); type it again.";
  }
  if (looks_mangled(number)) {
    return "The control number was turned into an exponent by the spreadsheet; format the column as text and "
           "type it again.";
  }
  if (auto const character = foreign_character(number); !character.empty()) {
    return fmt::format("The control number holds the character {}, which X12 doesn't take (PWK06).",
                       character);
  }
  if (number.size() < 2 || number.size() > 50) {
    return "The control number must have 2 to 50 plain characters (PWK06).";
  }
  if (is_written_date(number)) {
    return "A date stands where the control number belongs; if it is one, format the column as text and type "
           "it "
           "again.";
  }
  bool const zeros = number.find_first_not_of('0') == std::string_view::npos;
  if (zeros || says_nothing(number) || tells_an_errand(number) || repeats_one_character(number)) {
    return "What was typed is no control number; type the one that the document bears.";
  }
  return {};
}

std::string fault_of_reason(std::string_view reason) {
  if (is_spreadsheet_error(reason)) {
    return "The spreadsheet could not show the reason (####### or an error such as #NAME?); type it again.";
  }
  // A claim may go out for a short reason; for none, or against what was typed, it may not.
  // DO NOT HAVE THE NOTES is a reason; DO NOT SEND is none.
  constexpr std::array<std::string_view, 3> not_to = {"DO NOT ", "DON'T ", "DONT "};
  constexpr std::array<std::string_view, 5> what = {"SEND", "RELEASE", "BILL", "SUBMIT", "FILE"};
  constexpr std::array<std::string_view, 6> against = {"HOLD", "WAIT", "WAITING", "PENDING", "NEED", "NEEDS"};
  auto const capitals = in_capitals(trimmed_cell(reason));
  auto const begins = [](std::string_view text, auto const& words) {
    auto const first =
        text.substr(0, std::min(text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), text.size()));
    return std::find(words.begin(), words.end(), first) != words.end();
  };
  bool const refuses =
      begins(capitals, against) || std::any_of(not_to.begin(), not_to.end(), [&](std::string_view words) {
        return capitals.starts_with(words) && begins(std::string_view(capitals).substr(words.size()), what);
      });
  if (refuses) return "The reason says that the claim is not to go out yet, so it is not released.";
  bool const agrees = capitals == "OK" || capitals == "YES";
  if (letters_in(capitals) == 0 || (says_nothing(capitals) && !agrees) || repeats_one_character(capitals))
    return "What was typed is no reason to release the claim; say why the payer takes it as it is.";
  if (read_note(capitals).describes_visit())
    return "A description stands where the reason belongs; was it typed one column off?";
  return {};
}

bool is_full_reason(std::string_view reason) {
  constexpr std::size_t enough = 10;
  return letters_in(reason) >= enough;
}

}  // namespace scrub837
