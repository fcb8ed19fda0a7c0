#include "src/workbook/table_rows.hpp"

#include <algorithm>

namespace scrub837 {

void TableRows::append(std::string_view bytes) {
  if (cut_) return;
  auto const skipped = std::min(skip_, bytes.size());
  skip_ -= skipped;
  bytes.remove_prefix(skipped);
  auto const room = limit_ - seen_;
  cut_ = bytes.size() > room;
  bytes = bytes.substr(0, room);
  seen_ += bytes.size();
  std::size_t whole = 0;
  auto const before = pending_.size();
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == '"') quoted_ = !quoted_;
    if (bytes[i] == '\n' && !quoted_) whole = before + i + 1;
  }
  pending_.append(bytes);
  take_first(whole);
}

void TableRows::end() {
  if (!cut_) take_first(pending_.size());
}

void TableRows::take_first(std::size_t size) {
  grammar::CsvReader reader(std::string_view(pending_).substr(0, size), ',');
  while (reader.next(row_)) take_(row_);
  pending_.erase(0, size);
}

}  // namespace scrub837
