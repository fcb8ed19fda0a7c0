#pragma once

#include <string>
#include <string_view>

namespace scrub837 {

/// Whether a file is a workbook (.xlsx), or one that was encrypted or saved in the old format (.xls).
[[nodiscard]] bool is_workbook(std::string_view bytes);

/// The sheet `Worklist` of a workbook, or its first sheet if it has none of that name, as Excel, LibreOffice
/// and others save it: as CSV with the same rows, so that all that is done with a CSV file is done with it.
/// Throws WorkbookError.
[[nodiscard]] std::string workbook_as_csv(std::string_view bytes);

}  // namespace scrub837
