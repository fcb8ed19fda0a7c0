#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace scrub837 {

/// Whether a spreadsheet may take a text for a formula: behind blanks and apostrophes it begins with = + - @
/// (or one of their wide forms), a tab or a line end.
[[nodiscard]] bool begins_formula(std::string_view text);

/// Builds a CSV line field by field (RFC 4180). A text that a spreadsheet may take for a formula gets an
/// apostrophe in front; numbers with a sign stay. Taking off one apostrophe that is before such a text
/// undoes it. Lines are valid UTF-8: bytes that are not are written `\xHH` (escaped_utf8).
class CsvLine {
 public:
  /// Begins another line in the same memory.
  void clear() {
    line_.clear();
    first_ = true;
  }
  CsvLine& add(std::string_view text) {
    constexpr std::size_t prose = 24;  // it has blanks
    if (text.size() >= prose || !add_plain(text)) add_other(text);
    return *this;
  }
  /// Adds a field if it is in a line as it is: digits, letters of ASCII, and a few signs.
  /// \return false if it does not; then nothing is added
  bool add_plain(std::string_view text);
  /// Adds a number; 0 as an empty field.
  CsvLine& add_number(std::uint64_t value) {
    auto const digits = fmt::format_int(value);
    add_plain(value == 0 ? std::string_view{} : std::string_view(digits.data(), digits.size()));
    return *this;
  }
  /// \return the line with its line end, until it is changed
  [[nodiscard]] std::string_view end() & {
    line_.append(line_end);
    return {line_.data(), line_.size()};
  }
  /// \return the line with its line end
  [[nodiscard]] std::string finish() && { return std::string(end()); }

 private:
  void add_other(std::string_view text);
  static constexpr std::string_view line_end = "\r\n";
  fmt::memory_buffer line_;
  bool first_ = true;
};

}  // namespace scrub837
