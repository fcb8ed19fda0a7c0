#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "grammar/worklist_csv.hpp"

namespace scrub837 {

/// The rows of CSV files of one kind, which come in pieces that may end anywhere, up to a limit of bytes.
class TableRows {
 public:
  using Take = std::function<void(grammar::CsvRow const&)>;
  /// \param limit rows behind that many bytes are left out
  /// \param take is called with each row, the header first
  TableRows(std::size_t limit, Take take) : limit_(limit), take_(std::move(take)) {}

  /// Another file begins: its header is left out if there was one before.
  void begin_file(std::size_t header_size) { skip_ = seen_ == 0 ? 0 : header_size; }
  /// More of the file that was begun.
  void append(std::string_view bytes);
  /// No more comes: a last row may lack its line end.
  void end();
  /// Whether rows were left out.
  [[nodiscard]] bool cut() const { return cut_; }

 private:
  void take_first(std::size_t size);

  std::size_t limit_, skip_ = 0, seen_ = 0;
  Take take_;
  std::string pending_;  ///< a row that has not ended
  grammar::CsvRow row_;
  bool quoted_ = false;  ///< the bytes so far end in quotes, where a line end ends no row
  bool cut_ = false;
};

}  // namespace scrub837
