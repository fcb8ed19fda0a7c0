#pragma once

#include <cstdint>
#include <string_view>

namespace scrub837 {

/// Who pays, as far as it decides which codes are accepted.
enum class CodePayer : std::uint8_t { medicare, medicaid, other };

/// \param claim_filing SBR09
[[nodiscard]] CodePayer code_payer(std::string_view claim_filing);

/// On what line a text is.
enum class CodeSetting : std::uint8_t { home_visit, elsewhere };

/// A listed code that fits the words of a description.
struct SpecificCode {
  std::string_view code;  ///< empty: none fits
  bool info = false;      ///< many payers accept the unlisted code all the same
};

/// The first code that the words of a description may fit and the payer accepts; one that is only info if
/// there is no other. What the text says was not done, or only compares with, does not count.
/// Source: src/codes/specific_codes.txt.
/// \param text a narrative as received
/// \param day of the service, `20260914`; empty: any
[[nodiscard]] SpecificCode code_for_words(std::string_view text, std::string_view day, CodePayer payer,
                                          CodeSetting setting = CodeSetting::home_visit);

/// Whether a code is one of the listed home visits, which 99600 should not stand beside on one day.
[[nodiscard]] bool stands_beside_home_visits(std::string_view code);

/// Whose code this is, to be put behind it: ` (Medicare)`; empty if it is everybody's.
[[nodiscard]] std::string_view payers_of(std::string_view code);

/// When the list was last looked over, as `2026-11-23`.
[[nodiscard]] std::string_view specific_codes_date();

}  // namespace scrub837
