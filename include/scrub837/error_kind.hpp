#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace scrub837 {

/// What kind of error a finding is, as a fixed word: an acknowledgment maps it to a code (999 IK304, IK403;
/// 277CA STC).
enum class ErrorKind : std::uint8_t {
  of_rule,  ///< the one that its rule has
  required_missing,
  situational_missing,
  conditional_missing,
  not_used,
  situational_not_used,
  exclusion,
  too_many,
  too_many_loops,
  too_many_elements,
  too_many_repetitions,
  too_long,
  too_short,
  invalid_length,
  invalid_character,
  invalid_code,
  invalid_value,
  invalid_date,
  invalid_time,
  too_many_decimals,
  incomplete,
  contradiction,
  duplicate,
  misplaced,
  unexpected_segment,
  unknown_segment,
  hierarchy,
  separator,
  count_mismatch,
  control_mismatch,
  out_of_balance,
  unreadable,
  not_judged,
  not_mended,
  advice,
  count_
};

/// The codes that acknowledgments have for a kind of error, by what it is an error of; empty: none, it is no
/// matter of a 999 or TA1.
struct AckCodes {
  std::string_view segment = {};  ///< 999 IK304: of a segment, or of a loop at its first segment
  std::string_view element = {};  ///< 999 IK403, where the finding names an element; the segment has IK304 8
  std::string_view component = {};    ///< 999 IK403 of a component, if it is not that of an element
  std::string_view set = {};          ///< 999 IK502: of ST or SE
  std::string_view group = {};        ///< 999 AK905: of GS or GE
  std::string_view interchange = {};  ///< TA105: of ISA or IEA
};

/// A kind with the word that reports have for it and what it means, for docs/rules.md.
struct ErrorKindWords {
  ErrorKind kind;
  std::string_view word, meaning;
  AckCodes codes = {};
};
/// All kinds but `of_rule`.
[[nodiscard]] std::span<ErrorKindWords const> error_kinds();
/// `required-missing`; empty for `of_rule`.
[[nodiscard]] std::string_view name_of(ErrorKind kind);
/// All empty for `of_rule`.
[[nodiscard]] AckCodes ack_codes(ErrorKind kind);

}  // namespace scrub837
