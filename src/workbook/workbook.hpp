#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "src/report/run_summary.hpp"
#include "src/workbook/table_text.hpp"

namespace scrub837 {

constexpr std::string_view workbook_suffix = ".worklist.xlsx";

/// What a workbook is made from: the rows of worklist.csv and findings.csv, and the totals.
struct WorkbookContents {
  // More is in the CSV files alone; the workbook says so.
  TableText worklist{std::size_t{32} << 20U};
  TableText findings{std::size_t{12} << 20U};
  RunSummary run;
};

/// The workbook of a run or of one of its inputs, worklist.xlsx: the same bytes for the same contents.
/// \param folder where rows wait meanwhile, in files that have no name. Throws EnvironmentError.
[[nodiscard]] std::string workbook_of(WorkbookContents const& contents, std::filesystem::path const& folder);

/// What a run over one input alone says of it.
[[nodiscard]] RunSummary run_of_one(Summary const& summary);

}  // namespace scrub837
