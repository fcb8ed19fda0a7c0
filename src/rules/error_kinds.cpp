#include <array>

#include "scrub837/error_kind.hpp"

namespace scrub837 {
namespace {

using enum ErrorKind;

constexpr std::array words{
    ErrorKindWords{required_missing, "required-missing",
                   "something that every claim file must have is missing"},
    ErrorKindWords{situational_missing, "situational-missing",
                   "something is missing that this claim, or its payer, needs"},
    ErrorKindWords{not_used, "not-used", "something is there that the guide or the payer does not use"},
    ErrorKindWords{too_many, "too-many", "more of something than the guide or the payer allows"},
    ErrorKindWords{too_long, "too-long", "a value has more characters than fit"},
    ErrorKindWords{too_short, "too-short", "a value has fewer characters than are needed"},
    ErrorKindWords{invalid_length, "invalid-length", "a value is shorter or longer than its element allows"},
    ErrorKindWords{invalid_character, "invalid-character", "a character that does not belong there"},
    ErrorKindWords{invalid_code, "invalid-code", "a code that is not on its list"},
    ErrorKindWords{invalid_value, "invalid-value", "a value that cannot be right"},
    ErrorKindWords{invalid_date, "invalid-date",
                   "a date or time that does not exist, or is written in another format"},
    ErrorKindWords{incomplete, "incomplete", "a text that leaves out what its reader needs"},
    ErrorKindWords{contradiction, "contradiction", "two values that cannot both be right"},
    ErrorKindWords{duplicate, "duplicate", "something that may be used once is used again"},
    ErrorKindWords{misplaced, "misplaced", "something is in a place where nobody looks for it"},
    ErrorKindWords{unknown_segment, "unknown-segment", "a segment id that the guide does not have"},
    ErrorKindWords{hierarchy, "hierarchy", "the HL segments do not describe one hierarchy"},
    ErrorKindWords{separator, "separator", "a separator is not the one that ISA names, or cuts a value"},
    ErrorKindWords{count_mismatch, "count-mismatch", "the count in a trailer is wrong"},
    ErrorKindWords{control_mismatch, "control-mismatch",
                   "the control number of a trailer is not that of its header"},
    ErrorKindWords{out_of_balance, "out-of-balance", "a total is not the sum of its parts"},
    ErrorKindWords{unreadable, "unreadable", "bytes that cannot be read as X12"},
    ErrorKindWords{not_judged, "not-judged", "a transaction set that scrub837 does not check"},
    ErrorKindWords{not_mended, "not-mended", "a fix was not tried, or the fixes undid each other"},
    ErrorKindWords{advice, "advice", "nothing is wrong; something could be better"},
};
static_assert(words.size() + 1 == static_cast<std::size_t>(count_));

}  // namespace

std::span<ErrorKindWords const> error_kinds() { return words; }

std::string_view name_of(ErrorKind kind) {
  return kind == of_rule || kind == count_ ? std::string_view{}
                                           : words[static_cast<std::size_t>(kind) - 1].word;
}

}  // namespace scrub837
