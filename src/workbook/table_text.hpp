#pragma once

#include <cstddef>
#include <string_view>

#include "src/io/huge_pages.hpp"

namespace scrub837 {

/// The text of CSV files of one kind, joined, up to a limit: what a sheet of a workbook is made from.
class TableText {
 public:
  explicit TableText(std::size_t limit) : limit_(limit) {}
  /// As much is expected; more may come.
  void expect(std::size_t size);
  /// More of the file that was begun.
  void append(std::string_view bytes);
  /// Another file begins: its header is left out if there was one before.
  void begin_file(std::size_t header_size) { skip_ = text_.empty() ? 0 : header_size; }
  /// Whole rows, the header first.
  [[nodiscard]] std::string_view rows() const { return text_; }
  /// Whether rows were left out.
  [[nodiscard]] bool cut() const { return cut_; }

 private:
  void cut_to_whole_rows();
  std::size_t limit_, skip_ = 0;
  HugeText text_;
  bool cut_ = false;
};

}  // namespace scrub837
