#include "scrub837/x12/segment.hpp"

#include <algorithm>

#include "scrub837/x12/segment_names.hpp"
#include "src/x12/kind_table.hpp"

namespace scrub837 {
namespace {

constexpr auto make_ids() {
  std::array<std::string_view, static_cast<std::size_t>(Kind::count_)> ids{};
  for (auto const& name : segment_names) ids[static_cast<std::size_t>(name.kind)] = name.id;
  return ids;
}

constexpr auto id_table = make_ids();

}  // namespace

Kind kind_of(std::string_view id) {
  return id.size() < 2 || id.size() > 3 ? Kind::unknown : kind_table.find(pack_tag(id));
}

std::string_view name_of(Kind kind) { return id_table[static_cast<std::size_t>(kind)]; }

std::string with_part(std::string_view text, char separator, std::size_t number, std::string_view value) {
  std::string result;
  result.reserve(text.size() + value.size() + number + 1);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < number; ++i) {
    auto const next = begin > text.size() ? std::string_view::npos : text.find(separator, begin);
    if (next == std::string_view::npos) {
      if (begin <= text.size()) result.append(text.substr(begin));
      result.push_back(separator);
      begin = text.size() + 1;
    } else {
      result.append(text.substr(begin, next + 1 - begin));
      begin = next + 1;
    }
  }
  result.append(value);
  if (begin <= text.size()) {
    auto const next = text.find(separator, begin);
    if (next != std::string_view::npos) result.append(text.substr(next));
  }
  return result;
}

bool SegmentView::first_elements(std::span<std::string_view> elements) const {
  std::ranges::fill(elements, std::string_view{});
  if (text_.size() > marked_bytes) {
    for (std::size_t i = 0; i < elements.size(); ++i) elements[i] = (*this)[i + 1];
    return true;
  }
  auto marks = separators();
  for (auto& element : elements) {
    if (marks == 0) return false;
    auto const first = static_cast<std::size_t>(std::countr_zero(marks)) + 1;
    marks &= marks - 1;
    auto const last = marks == 0 ? text_.size() : static_cast<std::size_t>(std::countr_zero(marks));
    element = {text_.data() + first, last - first};
  }
  return marks != 0;
}

std::size_t SegmentView::element_count() const {
  return static_cast<std::size_t>(std::count(text_.begin(), text_.end(), delimiters_.element));
}

}  // namespace scrub837
