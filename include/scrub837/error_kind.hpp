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
  not_used,
  too_many,
  too_long,
  too_short,
  invalid_length,
  invalid_character,
  invalid_code,
  invalid_value,
  invalid_date,
  incomplete,
  contradiction,
  duplicate,
  misplaced,
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

/// A kind with the word that reports have for it and what it means, for docs/rules.md.
struct ErrorKindWords {
  ErrorKind kind;
  std::string_view word, meaning;
};
/// All kinds but `of_rule`.
[[nodiscard]] std::span<ErrorKindWords const> error_kinds();
/// `required-missing`; empty for `of_rule`.
[[nodiscard]] std::string_view name_of(ErrorKind kind);

}  // namespace scrub837
