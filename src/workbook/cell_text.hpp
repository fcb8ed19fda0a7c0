#pragma once

#include <string>
#include <string_view>

namespace scrub837 {

/// A text as a cell of a workbook holds it: valid UTF-8 without what XML forbids, which is written `_x0001_`,
/// and no longer than a cell may be. It is a text wherever it begins like a formula.
[[nodiscard]] std::string cell_text(std::string_view text);

/// A cell of our CSV files, without the apostrophe that is there before what a spreadsheet may take for a
/// formula.
[[nodiscard]] std::string_view without_apostrophe(std::string_view text);

}  // namespace scrub837
