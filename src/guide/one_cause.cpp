#include "src/guide/one_cause.hpp"

#include <algorithm>

namespace scrub837::guide {
namespace {

bool is_missing(Fault const& fault) {
  return fault.kind == FaultKind::element_missing ||
         (fault.kind == FaultKind::elements_conflict && fault.note != 'E');
}

// Whether an element that is missing would have stood at the end that has only separators.
bool is_in_end(SegmentCheck const& check, Place end, Place missing) {
  if (end.element == 0) return missing.component == 0 && missing.element >= check.elements.filled();
  if (end.element != missing.element || missing.component == 0) return false;
  SplitElements const parts(check.elements[end.element], check.segment.delimiters().component);
  return missing.component > parts.filled();
}

bool is_said(SegmentCheck const& check, std::size_t first, Fault const& fault) {
  if (fault.kind != FaultKind::trailing_separators) return false;
  return std::any_of(
      check.faults.begin() + static_cast<std::ptrdiff_t>(first), check.faults.end(),
      [&](Fault const& other) { return is_missing(other) && is_in_end(check, fault.place, other.place); });
}

// NM1*IL*1*O*BRIEN*ALICE****MI*ID: the qualifier stands where the id should, and the id behind it.
bool has_moved_name(SegmentCheck const& check) {
  constexpr std::size_t qualifier = 8;
  if (check.use.kind != Kind::NM1 || check.elements.filled() != qualifier + 3 ||
      check.use.elements.size() < qualifier)
    return false;
  auto const codes = check.use.elements[qualifier - 1].codes;
  return codes != none && check.guide.table().code_sets[codes].contains(check.elements[qualifier + 1]);
}

// CLM*A*1001*265***11:B:1: what has parts stands where Y or N should.
bool has_moved_place(SegmentCheck const& check) {
  constexpr std::size_t place = 5;
  return check.use.kind == Kind::CLM && check.elements[place].empty() &&
         check.segment.delimiters().component != '\0' &&
         check.elements[place + 1].find(check.segment.delimiters().component) != std::string_view::npos;
}

}  // namespace

void leave_one_cause(SegmentCheck const& check, std::size_t first) {
  auto& faults = check.faults;
  auto const begin = faults.begin() + static_cast<std::ptrdiff_t>(first);
  bool const name = has_moved_name(check);
  if (name || has_moved_place(check)) {
    constexpr std::size_t last_name = 3;
    faults.erase(begin, faults.end());
    check.add(FaultKind::separator_in_value, check.place(name ? last_name : 1), nullptr);
    return;
  }
  if (std::none_of(begin, faults.end(),
                   [](Fault const& fault) { return fault.kind == FaultKind::trailing_separators; }))
    return;
  for (auto i = first; i < faults.size();) {
    if (is_said(check, first, faults[i])) {
      faults.erase(faults.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
}

}  // namespace scrub837::guide
