#pragma once

#include <vector>

#include "src/report_model/input_report.hpp"
#include "src/report_model/run_causes.hpp"

namespace scrub837 {

/// Joins what was collected of the inputs of a run to one model.
class RunReport {
 public:
  explicit RunReport(ReportLimits const& limits = {});
  /// Another input. In the order of the inputs.
  void add(Summary const& summary, InputReport::Parts parts);
  /// \param run totals and facts of all inputs
  [[nodiscard]] ReportModel model(RunSummary run);

 private:
  ReportLimits limits_;
  std::vector<ReportInput> files_;
  Kept<ReportClaim> held_, others_;
  Kept<ReportAbove> above_, notes_;
  RunCauses causes_;
};

}  // namespace scrub837
