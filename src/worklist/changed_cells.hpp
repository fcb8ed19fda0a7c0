#pragma once

#include <string>

#include "scrub837/claim/claim_view.hpp"
#include "scrub837/report.hpp"
#include "src/scrub/supplies.hpp"
#include "src/worklist/filled_row.hpp"

namespace scrub837 {

/// Says in which columns left of `narrative` a person typed: they are only for reading. Compared are those
/// whose text follows from the claim alone; an empty cell and what spreadsheets do to numbers say nothing.
/// Empty if none differs. \param known what describe_row() and describe_content() say of the row's place
[[nodiscard]] std::string changed_cells(FilledRow const& filled, WorklistRow const& known,
                                        ClaimView const& claim, RowPlace const& place);

}  // namespace scrub837
