#pragma once

#include <string>
#include <string_view>

namespace scrub837 {

/// Whether a spreadsheet may take a text for a formula: behind blanks and apostrophes it begins with = + - @
/// (or one of their wide forms), a tab or a line end.
[[nodiscard]] bool begins_formula(std::string_view text);

/// Appends one CSV field (RFC 4180). A text that a spreadsheet may take for a formula gets an apostrophe in
/// front; numbers with a sign stay. Taking off one apostrophe that stands before such a text undoes it.
void append_csv_field(std::string& line, std::string_view text);

/// Whether a field stands in a line as it is: digits, letters of ASCII, and a few signs.
[[nodiscard]] bool is_plain_field(std::string_view text);

/// Builds a CSV line field by field.
class CsvLine {
 public:
  /// Begins another line in the same memory.
  void clear() {
    line_.clear();
    first_ = true;
  }
  CsvLine& add(std::string_view text) {
    if (!first_) line_.push_back(',');
    first_ = false;
    append_csv_field(line_, text);
    return *this;
  }
  /// Adds a field that is_plain_field().
  CsvLine& add_plain(std::string_view text) {
    if (!first_) line_.push_back(',');
    first_ = false;
    line_.append(text);
    return *this;
  }
  /// \return the line with its line end, until it is changed
  [[nodiscard]] std::string_view end() & {
    line_.append("\r\n");
    return line_;
  }
  /// \return the line with its line end
  [[nodiscard]] std::string finish() && {
    line_.append("\r\n");
    return std::move(line_);
  }

 private:
  std::string line_;
  bool first_ = true;
};

}  // namespace scrub837
