#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scrub837/claim/claim_view.hpp"
#include "scrub837/finding.hpp"
#include "src/scrub/supplies.hpp"
#include "src/worklist/filled_row.hpp"

namespace scrub837 {

/// Edits for one row, or why it can't be applied.
struct TypedEdits {
  std::vector<Edit> edits;
  std::string done;     ///< where what went: "narrative into SV101-7"
  std::string refused;  ///< in plain words; empty if all is well

  /// Adds to what was done.
  void say(std::string_view what) {
    if (!done.empty()) done += "; ";
    done += what;
  }
};

/// Why a value is refused that no row of its kind asks for.
inline constexpr std::string_view no_value_asked =
    "Nothing was asked for in the value column of this row; use it only in rows that name an element for it.";

/// The same where the row asks, but no rule does in this run.
inline constexpr std::string_view not_asked =
    "No rule asks for this element with the options of this run, or the key was changed; nothing is written.";

/// Whether a row holds anything that a rerun puts into the claim, or a release.
[[nodiscard]] bool something_typed(FilledRow const& row);

/// What is wrong with a row, whichever claim it is for: lengths, codes, numbers that a spreadsheet has
/// mangled. Empty if nothing is. Source: 005010X222A1, SV101-7, PWK01, PWK02, PWK06.
[[nodiscard]] std::string fault_of(FilledRow const& row);

/// The first character of a text that parts data in a file with these delimiters; empty if none does.
[[nodiscard]] std::string delimiter_in(std::string_view text, Delimiters const& delimiters);

/// The edits that put what was typed into a row into the claim, in the guide's order. \param place that the
/// row is about: the claim has it
/// \param line_has_row another row is about the same line or claim as a whole: what is not `value` is typed
/// there
[[nodiscard]] TypedEdits edits_of(FilledRow const& row, ClaimView const& claim, RowPlace const& place,
                                  bool line_has_row = false);

}  // namespace scrub837
