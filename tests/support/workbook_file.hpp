#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace scrub837::test {

/// A ZIP archive of parts (name, text).
[[nodiscard]] std::string zip_of(std::vector<std::pair<std::string, std::string>> const& parts);

/// A workbook of one sheet, `Worklist`. \param rows the content of sheetData; \param more other parts
[[nodiscard]] std::string workbook_of(std::string_view rows,
                                      std::vector<std::pair<std::string, std::string>> const& more = {});

}  // namespace scrub837::test
