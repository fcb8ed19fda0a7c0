#pragma once

#include <string>
#include <string_view>

#include "src/report/text_report.hpp"

namespace scrub837 {

/// A page of rows with what is in a file in the first column and what that is called in the second. On a
/// narrow screen there is one column: the name is below.
class TwoColumns {
 public:
  explicit TwoColumns(Screen screen);

  /// A row. \param number of a segment, printed before it; 0: none
  /// \param label and \param value: of a loop the value is empty
  void row(std::uint64_t number, std::size_t depth, std::string_view label, std::string_view value,
           std::string_view name, bool marked = false);
  /// A text below a row, over both columns.
  void note(std::size_t depth, std::string_view text, std::string_view color = {});
  /// A line of text above the rows, broken where the screen ends.
  void heading(std::string_view text, std::string_view color = {});
  void blank_line() { page_.append("\n"); }
  [[nodiscard]] std::string const& page() const { return page_; }
  [[nodiscard]] Screen const& screen() const { return screen_; }

  /// `text` in a color (an ANSI code), if the screen has colors.
  [[nodiscard]] std::string painted(std::string_view text, std::string_view code) const;

 private:
  void lines(std::string_view text, std::size_t indent, std::string_view color);
  [[nodiscard]] std::size_t room_at(std::size_t depth, std::size_t end) const;
  Screen screen_;
  std::size_t second_;  ///< where the second column begins; 0: there is none
  std::string page_;
};

}  // namespace scrub837
