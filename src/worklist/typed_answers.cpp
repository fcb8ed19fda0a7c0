#include "src/worklist/typed_answers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "scrub837/narrative/usable_text.hpp"
#include "src/narrative/note_reading.hpp"
#include "src/narrative/reason_reading.hpp"
#include "src/text/ascii.hpp"
#include "src/worklist/typed_text.hpp"

namespace scrub837 {
namespace {

bool is_letter_or_accented(char byte) {
  return is_letter(byte) || static_cast<unsigned char>(byte) >= 0xC0;  // the first byte of an accented letter
}

std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_letter_or_accented));
}

constexpr std::string_view no_reason =
    "This is not a reason to release the claim; say why the payer accepts it as it is, or who decided.";

// One word with a digit in it is a control number or a claim's.
bool is_a_number(std::string_view text) {
  return text.find(' ') == std::string_view::npos && std::any_of(text.begin(), text.end(), is_digit);
}

}  // namespace

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
  auto const narrative = read_narrative(text, procedure);
  auto const kind = narrative.kind;
  auto const reading = read_note(text);
  if (reading.visit == VisitDoubt::not_made)
    return "The narrative describes a visit that was not made; a line without a visit must not be billed.";
  if (reading.in_doubt || text.ends_with('?'))
    return "The narrative is a question, a guess or a word to a colleague; type what was done, for how long, "
           "and why.";
  // Who types an act of care may add to it what he likes, but AUTH FOR WOUND CARE tells of none. How long it
  // took says that there was one, unless it was by telephone.
  bool const has_words = kind == NarrativeKind::usable || kind == NarrativeKind::too_short;
  bool const timed = narrative.names_extent && reading.visit == VisitDoubt::none;
  if (has_words && reading.is_remark && !reading.act_is_apart && !(reading.names_act && timed))
    return "The narrative reads like a remark about the claim; type what was done, for how long, and why.";
  // A drug or a device (J3590, K0108) may have a name that nobody knows.
  bool const is_work = !procedure.empty() && is_digit(procedure[0]);
  if (has_words && is_work && !reading.mentions_care && !reading.names_act)
    return "The narrative does not name any care that was given; type what was done, for how long, and why.";
  // DAILY is a plan's; 45 MIN is told of a visit.
  bool const measured = narrative.names_extent && std::any_of(text.begin(), text.end(), is_digit);
  if (has_words && reading.only_patient && !measured && !reading.tells_deed)
    return "The narrative tells how the patient is, what is planned or what others did; type what was done, "
           "for how long, and why.";
  if (kind == NarrativeKind::usable) return {};
  if (kind == NarrativeKind::too_short && letters_in(text) >= few_letters) return {};
  return fmt::format("The narrative {}; type what was done, for how long, and why.", in_plain_words(kind));
}

std::string fault_of_reason(std::string_view reason, ReasonFor what) {
  if (is_spreadsheet_error(reason)) {
    return "The spreadsheet could not show the reason (####### or an error such as #NAME?); type it again.";
  }
  auto const text = trimmed_cell(reason);
  bool const question = text.ends_with('?');
  if (says_nothing(text)) return std::string(no_reason);
  if (repeats_one_character(text)) return std::string(no_reason);
  if (is_a_number(text))
    return "release_reason has a number instead of a reason. Was it typed in the wrong column?";
  auto const reading = read_reason(text, what);
  if (reading == ReasonReading::gone) {
    return "The reason says that the claim should not be billed as it is, so it is not released; void or "
           "correct it in the billing system.";
  }
  if (reading == ReasonReading::wait || question)
    return "The reason says that the claim should not go out yet, so it is not released.";
  auto const note = read_note(text);
  if (note.describes_visit())
    return "release_reason has a description instead of a reason. Was it typed in the wrong column?";
  if (reading == ReasonReading::nothing && note.visit == VisitDoubt::not_made)
    return "The reason describes a visit that was not made; a line without a visit must not be billed.";
  if (reading == ReasonReading::nothing) return std::string(no_reason);
  return {};
}

bool is_full_reason(std::string_view reason) {
  constexpr std::size_t enough = 10;
  return letters_in(reason) >= enough;
}

}  // namespace scrub837
