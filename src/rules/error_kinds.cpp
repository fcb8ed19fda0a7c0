#include <array>

#include "scrub837/error_kind.hpp"

namespace scrub837 {
namespace {

using enum ErrorKind;

constexpr std::array words{
    ErrorKindWords{required_missing,
                   "required-missing",
                   "something that every claim file must have is missing",
                   {.segment = "3", .element = "1", .set = "2", .group = "3", .interchange = "023"}},
    ErrorKindWords{situational_missing,
                   "situational-missing",
                   "something is missing that this claim, or its payer, needs",
                   {.segment = "I6", .element = "I9"}},
    ErrorKindWords{conditional_missing,
                   "conditional-missing",
                   "an element is missing that goes together with another one",
                   {.element = "2"}},
    ErrorKindWords{not_used,
                   "not-used",
                   "something is there that the guide or the payer does not use",
                   {.segment = "I4", .element = "I10"}},
    ErrorKindWords{situational_not_used,
                   "situational-not-used",
                   "something is there that this claim must not have",
                   {.segment = "I9", .element = "I13"}},
    ErrorKindWords{
        exclusion, "exclusion", "two elements are there of which only one may be", {.element = "10"}},
    ErrorKindWords{
        too_many, "too-many", "more of something than the guide or the payer allows", {.segment = "5"}},
    ErrorKindWords{too_many_loops,
                   "too-many-loops",
                   "a loop is repeated more often than the guide allows",
                   {.segment = "4"}},
    ErrorKindWords{too_many_elements,
                   "too-many-elements",
                   "a segment has more elements, or an element more components, than the guide has",
                   {.element = "3", .component = "13"}},
    ErrorKindWords{too_many_repetitions,
                   "too-many-repetitions",
                   "an element has more values than the guide allows",
                   {.element = "12"}},
    ErrorKindWords{too_long, "too-long", "a value has more characters than fit", {.element = "5"}},
    ErrorKindWords{too_short, "too-short", "a value has fewer characters than are needed", {.element = "4"}},
    ErrorKindWords{invalid_length, "invalid-length", "a value is shorter or longer than its element allows"},
    ErrorKindWords{
        invalid_character, "invalid-character", "a character that does not belong there", {.element = "6"}},
    ErrorKindWords{invalid_code, "invalid-code", "a code that is not on its list", {.element = "7"}},
    ErrorKindWords{invalid_value, "invalid-value", "a value that cannot be right"},
    ErrorKindWords{invalid_date,
                   "invalid-date",
                   "a date that does not exist, or is written in another format",
                   {.element = "8"}},
    ErrorKindWords{invalid_time,
                   "invalid-time",
                   "a time that does not exist, or is written in another format",
                   {.element = "9"}},
    ErrorKindWords{too_many_decimals,
                   "too-many-decimals",
                   "a number has more decimals than its element allows",
                   {.element = "6"}},
    ErrorKindWords{incomplete, "incomplete", "a text that leaves out what its reader needs"},
    ErrorKindWords{contradiction, "contradiction", "two values that cannot both be right"},
    ErrorKindWords{duplicate,
                   "duplicate",
                   "something that may be used once is used again",
                   {.set = "23", .group = "19", .interchange = "025"}},
    ErrorKindWords{misplaced,
                   "misplaced",
                   "something is in a place where nobody looks for it",
                   {.segment = "7", .element = "I9"}},
    ErrorKindWords{unexpected_segment,
                   "unexpected-segment",
                   "a segment where no loop of the guide has a place for it",
                   {.segment = "2"}},
    ErrorKindWords{
        unknown_segment, "unknown-segment", "a segment id that the guide does not have", {.segment = "1"}},
    ErrorKindWords{hierarchy, "hierarchy", "the HL segments do not describe one hierarchy"},
    ErrorKindWords{separator,
                   "separator",
                   "a separator is not the one that ISA names, or cuts a value",
                   {.element = "3", .component = "13", .interchange = "027"}},
    ErrorKindWords{count_mismatch,
                   "count-mismatch",
                   "the count in a trailer is wrong",
                   {.set = "4", .group = "5", .interchange = "021"}},
    ErrorKindWords{control_mismatch,
                   "control-mismatch",
                   "the control number of a trailer is not that of its header",
                   {.set = "3", .group = "4", .interchange = "001"}},
    ErrorKindWords{out_of_balance, "out-of-balance", "a total is not the sum of its parts"},
    ErrorKindWords{unreadable, "unreadable", "bytes that cannot be read as X12"},
    ErrorKindWords{not_judged, "not-judged", "a transaction set that scrub837 does not check"},
    ErrorKindWords{not_mended, "not-mended", "a fix was not tried, or the fixes undid each other"},
    ErrorKindWords{advice, "advice", "nothing is wrong; something could be better"},
};
static_assert(words.size() + 1 == static_cast<std::size_t>(count_));

// A kind is found by its number.
constexpr bool in_order() {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (static_cast<std::size_t>(words[i].kind) != i + 1) return false;
  }
  return true;
}
static_assert(in_order());

ErrorKindWords const* words_of(ErrorKind kind) {
  return kind == of_rule || kind == count_ ? nullptr : &words[static_cast<std::size_t>(kind) - 1];
}

}  // namespace

std::span<ErrorKindWords const> error_kinds() { return words; }

std::string_view name_of(ErrorKind kind) {
  auto const* const found = words_of(kind);
  return found == nullptr ? std::string_view{} : found->word;
}

AckCodes ack_codes(ErrorKind kind) {
  auto const* const found = words_of(kind);
  return found == nullptr ? AckCodes{} : found->codes;
}

}  // namespace scrub837
