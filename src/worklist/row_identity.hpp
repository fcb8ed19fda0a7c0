#pragma once

#include <string>
#include <string_view>

#include "src/worklist/filled_row.hpp"

namespace scrub837 {

/// What tells a claim's line from others, as it appears in the claim. UTF-8.
struct LineIdentity {
  std::string_view claim;               ///< CLM01
  std::string_view line;                ///< LX01; empty: the claim as a whole
  std::string_view date_from, date_to;  ///< of the service
  std::string_view charge;              ///< SV102, or CLM02 of the claim as a whole
  std::string_view payer_id;            ///< 2010BB NM109
};

/// Why a row can't be about the line that its key names: its own cells tell another claim, line, date,
/// charge or payer, as after sorting one column alone. What spreadsheets do to numbers and dates is no
/// difference, and a cell that is empty or can't be read says nothing. Empty if nothing contradicts.
[[nodiscard]] std::string contradiction(FilledRow const& row, LineIdentity const& known);

/// Whether a cell shows a number (or claim number) as it is known: spreadsheets drop zeros in front, round to
/// 15 digits and write long numbers as 1.2E+15.
[[nodiscard]] bool same_number(std::string_view shown, std::string_view known);

}  // namespace scrub837
