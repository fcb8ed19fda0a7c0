#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "src/worklist/workbook_values.hpp"

namespace scrub837 {

/// What the cells of a workbook's sheets refer to.
struct SheetValues {
  std::vector<std::string> texts;   ///< shared by cells
  std::vector<NumberShape> shapes;  ///< of numbers, by the style of the cell
  bool from_1904 = false;
};

/// The text of an element that has it in runs of different looks (`si`, `is`); what is said of how to read it
/// aloud is left out.
[[nodiscard]] std::string rich_text(pugi::xml_node node);

/// The rows of a sheet as CSV. Rows have the numbers that they have in the sheet: of those that are left out,
/// there is an empty one. \param xml of the sheet. Throws WorkbookError.
[[nodiscard]] std::string sheet_as_csv(std::string_view xml, SheetValues const& values);

}  // namespace scrub837
