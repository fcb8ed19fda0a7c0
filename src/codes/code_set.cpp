#include <algorithm>

#include "scrub837/code_lists.hpp"
#include "src/codes/packed_code.hpp"

namespace scrub837 {

bool CodeSet::add(std::string_view code, DaySpan dates, bool heading) {
  auto const packed = packed_code(code);
  if (packed == 0) return false;
  building_.push_back({packed << 1U | std::uint64_t{heading}, dates});
  return true;
}

void CodeSet::finish() {
  auto const in_order = [](Building const& a, Building const& b) {
    return a.key != b.key ? a.key < b.key : a.dates < b.dates;
  };
  auto const same = [](Building const& a, Building const& b) { return a.key == b.key && a.dates == b.dates; };
  std::sort(building_.begin(), building_.end(), in_order);
  building_.erase(std::unique(building_.begin(), building_.end(), same), building_.end());
  bool const dated = std::any_of(building_.begin(), building_.end(),
                                 [](Building const& code) { return code.dates != DaySpan{}; });
  if (dated) collect_spans();
  keys_.reserve(building_.size());
  for (auto const& code : building_) {
    keys_.push_back(code.key);
    headings_ += code.key & 1U;
    if (!dated) continue;
    auto const span = std::lower_bound(spans_.begin(), spans_.end(), code.dates);
    dates_.push_back(static_cast<std::uint32_t>(span - spans_.begin()));
  }
  building_ = {};
}

// The days differ much less than the codes do.
void CodeSet::collect_spans() {
  for (auto const& code : building_) spans_.push_back(code.dates);
  std::sort(spans_.begin(), spans_.end());
  spans_.erase(std::unique(spans_.begin(), spans_.end()), spans_.end());
  spans_.shrink_to_fit();
  dates_.reserve(building_.size());
}

CodeSet::Found CodeSet::find(std::string_view code) const {
  auto const packed = packed_code(code);
  if (packed == 0) return {};
  auto const key = packed << 1U;
  auto const first = std::lower_bound(keys_.begin(), keys_.end(), key);
  auto last = first;
  while (last != keys_.end() && *last <= key + 1) ++last;
  return {static_cast<std::size_t>(first - keys_.begin()), static_cast<std::size_t>(last - keys_.begin())};
}

CodeSet::Entry CodeSet::entry(std::size_t index) const {
  return {dates_.empty() ? DaySpan{} : spans_[dates_[index]], (keys_[index] & 1U) != 0};
}

std::vector<std::string> CodeSet::all() const {
  std::vector<std::string> codes;
  for (auto const key : keys_) {
    auto code = unpacked_code(key >> 1U);
    bool const known = !codes.empty() && codes.back() == code;
    if ((key & 1U) == 0 && !known) codes.push_back(std::move(code));
  }
  return codes;
}

std::size_t CodeSet::bytes() const {
  return keys_.capacity() * sizeof(std::uint64_t) + dates_.capacity() * sizeof(std::uint32_t) +
         spans_.capacity() * sizeof(DaySpan);
}

}  // namespace scrub837
