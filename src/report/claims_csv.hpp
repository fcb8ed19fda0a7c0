#pragma once

#include <string>
#include <string_view>

#include "src/report/held_reasons.hpp"
#include "src/report/report_file.hpp"
#include "src/text/csv.hpp"

namespace scrub837 {

/// Writes claims.csv (docs/contract.md): what became of each claim that was held, fixed or released or has a
/// warning, and why.
class ClaimsCsv final : public ReportFile<> {
 public:
  /// \param file as it appears in reports
  /// \param all a row for every claim
  ClaimsCsv(Sink& sink, std::string_view file, bool all)
      : ReportFile(sink, claims_csv_header()), file_(file), all_(all) {}

  void begin(InterchangeStart const& start) override { reasons_.begin(start); }
  void begin(SetStart const& start) override { reasons_.begin(start); }
  void level(LevelStart const& start) override { reasons_.level(start); }
  void finding(FindingRecord const& record) override { reasons_.finding(record); }
  void held(HeldAbove const& held) override { reasons_.held(held); }
  void claim(ClaimUnit const& unit, ClaimVerdict const& verdict) override;

  [[nodiscard]] static std::string claims_csv_header();

 private:
  std::string_view file_;
  bool all_;
  HeldReasons reasons_;
  CsvLine line_;  ///< the memory of these is used again
  std::string held_for_, warnings_;
};

}  // namespace scrub837
