#pragma once

#include <string>

#include "scrub837/report.hpp"
#include "src/report/json_line.hpp"
#include "src/report/report_file.hpp"
#include "src/text/csv.hpp"

namespace scrub837 {

/// How `check` shows its findings.
struct Screen {
  enum class Format : std::uint8_t { text, jsonl, csv, diff };
  Format format = Format::text;
  bool show_phi = false;  ///< values as they are; else masked
  bool color = false;
  bool terminal = false;  ///< a person reads it: no line is longer than `width`
  bool offsets = false;   ///< with the byte offset of each segment
  std::size_t width = 80;
};

/// Prints findings: as diagnostics (with a mark for the help of each rule: HelpOnce), as the lines of
/// findings.jsonl or findings.csv, or as what `scrub` would change. What may still be taken back is kept in a
/// sink until it is committed.
class ScreenReport final : public ReportFile<> {
 public:
  using Print = std::function<void(std::string_view)>;
  ScreenReport(Screen screen, Sink& pending, Print print)
      : ReportFile(pending, {}), screen_(screen), pending_(&pending), print_(std::move(print)) {}

  void finding(FindingRecord const& record) override;
  void commit() override;

 private:
  [[nodiscard]] std::string as_text(FindingRecord const& record) const;
  [[nodiscard]] std::string as_diff(FindingRecord const& record) const;
  [[nodiscard]] std::string place_of(FindingRecord const& record) const;
  [[nodiscard]] std::string shown(std::string_view segment, Delimiters const& delimiters) const;
  [[nodiscard]] std::string painted(std::string_view text, std::string_view code) const;

  Screen screen_;
  Sink* pending_;
  JsonLine json_;  ///< the memory of the lines
  CsvLine line_;
  Print print_;
};

/// `text` as what is read last, if the screen has colors.
[[nodiscard]] std::string painted_dim(std::string_view text, Screen const& screen);

/// `text` broken at blanks into lines of at most `width` characters, each after `indent`.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width, std::string_view indent);

}  // namespace scrub837
