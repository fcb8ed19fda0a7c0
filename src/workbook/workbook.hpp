#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "src/report/run_summary.hpp"
#include "src/workbook/table_rows.hpp"

namespace scrub837 {

constexpr std::string_view workbook_suffix = ".worklist.xlsx";

/// Bytes of the CSV files that a workbook has the rows of. More is in those files alone; the workbook says
/// so.
struct WorkbookLimits {
  std::size_t worklist = std::size_t{32} << 20U;
  std::size_t findings = std::size_t{12} << 20U;
};

/// Makes the workbook of a run or of one of its inputs, worklist.xlsx, from the rows of worklist.csv and
/// findings.csv as they come, and the totals: the same bytes for the same contents. An object is for one
/// thread.
class WorkbookBuilder {
 public:
  /// \param folder where rows wait meanwhile, in files that have no name. Throws EnvironmentError, as do the
  /// other functions.
  explicit WorkbookBuilder(std::filesystem::path const& folder, WorkbookLimits limits = {});
  ~WorkbookBuilder();
  WorkbookBuilder(WorkbookBuilder const&) = delete;
  WorkbookBuilder& operator=(WorkbookBuilder const&) = delete;

  /// Where the text of worklist.csv goes, and that of findings.csv.
  [[nodiscard]] TableRows& worklist();
  [[nodiscard]] TableRows& findings();
  /// The whole workbook; nothing can be added afterwards.
  [[nodiscard]] std::string finish(RunSummary const& run);

 private:
  struct Sheets;
  std::unique_ptr<Sheets> sheets_;
};

/// What a run over one input alone says of it.
[[nodiscard]] RunSummary run_of_one(Summary const& summary);

}  // namespace scrub837
