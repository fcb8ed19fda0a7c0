#include "src/workbook/table_text.hpp"

#include <algorithm>

namespace scrub837 {

void TableText::expect(std::size_t size) {
  constexpr std::size_t much = HugePages<char>::page / 8;
  size = std::min(size, limit_);
  text_.reserve(size > much ? std::max(size, HugePages<char>::page) : size);
}

void TableText::append(std::string_view bytes) {
  if (cut_) return;
  auto const skipped = std::min(skip_, bytes.size());
  skip_ -= skipped;
  bytes.remove_prefix(skipped);
  auto const room = limit_ - text_.size();
  text_.append(bytes.substr(0, room));
  if (bytes.size() <= room) return;
  cut_ = true;
  cut_to_whole_rows();
}

// A line end in quotes ends no row.
void TableText::cut_to_whole_rows() {
  bool quoted = false;
  std::size_t whole = 0;
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '"') quoted = !quoted;
    if (text_[i] == '\n' && !quoted) whole = i + 1;
  }
  text_.resize(whole);
}

}  // namespace scrub837
