#include "src/guide/one_cause.hpp"

#include <algorithm>
#include <array>
#include <string>

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

// What is wrong with the segment once a separator is put in at a byte of it.
Faults faults_with(SegmentCheck const& check, std::size_t at) {
  auto const& delimiters = check.segment.delimiters();
  std::string text(check.segment.text());
  text.insert(at, 1, delimiters.element);
  SegmentView const mended(text, delimiters);
  SplitElements const elements(mended);
  SegmentLook const look(text, delimiters);
  Faults faults;
  check_all_elements({check.guide, mended, check.use, check.where, faults, elements, look});
  return faults;
}

// A code with the value of the next element right behind it: NM1*85*2DEMO CARE; 0: none has.
std::size_t element_of_two(SegmentCheck const& check) {
  auto const begin = check.segment.text().data();
  auto const last = std::min(check.use.elements.size() + 1, check.elements.count());
  for (std::size_t number = 1; number < last; ++number) {
    auto const& use = check.use.elements[number - 1];
    auto const value = check.elements[number];
    if (use.codes == none || use.parts > 0) continue;
    auto const& codes = check.guide.table().code_sets[use.codes];
    if (codes.contains(value)) continue;
    for (auto size = value.size(); size-- > 1;) {
      if (codes.contains(value.substr(0, size)) &&
          faults_with(check, static_cast<std::size_t>(value.data() - begin) + size).empty())
        return number;
    }
  }
  return 0;
}

// A value with the code of the next element right behind it: SV1*HC:99213*150UN*1; 0: none has.
std::size_t element_before_code(SegmentCheck const& check) {
  constexpr std::size_t longest_code = 3;
  auto const begin = check.segment.text().data();
  auto const last = std::min(check.use.elements.size(), check.elements.count());
  for (std::size_t number = 1; number < last; ++number) {
    auto const& next = check.use.elements[number];
    auto const value = check.elements[number];
    if (next.codes == none || next.parts > 0 || check.use.elements[number - 1].parts > 0) continue;
    auto const& codes = check.guide.table().code_sets[next.codes];
    for (std::size_t size = 1; size <= longest_code && size < value.size(); ++size) {
      auto const code = value.substr(value.size() - size);
      if (codes.contains(code) && faults_with(check, static_cast<std::size_t>(code.data() - begin)).empty())
        return number;
    }
  }
  return 0;
}

// A diagnosis with the next one right behind it: HI*ABK:I509ABF:E119; 0: none has.
std::size_t element_of_two_composites(SegmentCheck const& check) {
  auto const separator = check.segment.delimiters().component;
  if (separator == '\0') return 0;
  auto const begin = check.segment.text().data();
  auto const last = std::min(check.use.elements.size(), check.elements.count());
  for (std::size_t number = 1; number < last; ++number) {
    auto const& parts = check.guide.table().parts_of(check.use.elements[number]);
    auto const value = check.elements[number];
    if (parts.empty() || parts.front().codes == none) continue;
    auto const& codes = check.guide.table().code_sets[parts.front().codes];
    for (auto at = value.find(separator); at != std::string_view::npos; at = value.find(separator, at + 1)) {
      for (std::size_t size = 2; size <= 3 && size < at; ++size) {
        auto const code = value.substr(at - size, size);
        if (code.find(separator) == std::string_view::npos && codes.contains(code) &&
            faults_with(check, static_cast<std::size_t>(code.data() - begin)).empty())
          return number;
      }
    }
  }
  return 0;
}

// The first element behind which a separator is missing, if what follows is right one element further. Two
// values may have become one, and the second is missing then.
std::size_t element_before_lost(SegmentCheck const& check, std::size_t count) {
  constexpr std::size_t certain = 3;
  auto const text = check.segment.text();
  if (check.elements.filled() > check.use.elements.size()) return 0;
  std::size_t found = 0;
  for (std::size_t number = 1; number + 1 < check.elements.count(); ++number) {
    auto const value = check.elements[number];
    auto const left = faults_with(check, static_cast<std::size_t>(value.data() + value.size() - text.data()));
    if (left.empty()) return number;
    if (found == 0 && count >= certain && left.size() == 1 && left[0].kind == FaultKind::element_missing &&
        left[0].place.element == number + 1)
      found = number;
  }
  return found;
}

// Where a separator was lost; 0: none was, or other rules speak of the segment.
std::size_t lost_separator(SegmentCheck const& check, std::size_t count) {
  constexpr std::array kinds{Kind::BHT, Kind::HI, Kind::NM1, Kind::CLM, Kind::SV1, Kind::SBR, Kind::PER,
                             Kind::CAS, Kind::OI, Kind::DTP, Kind::REF, Kind::PRV, Kind::DMG, Kind::N4};
  constexpr std::size_t longest = 256;
  if (std::ranges::find(kinds, check.use.kind) == kinds.end() || check.segment.text().size() > longest)
    return 0;
  if (check.use.kind == Kind::HI) return element_of_two_composites(check);
  for (auto* const look : {element_of_two, element_before_code}) {
    if (auto const found = look(check); found != 0) return found;
  }
  return element_before_lost(check, count);
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
  if (auto const number = lost_separator(check, faults.size() - first); number != 0) {
    faults.erase(begin, faults.end());
    check.add(FaultKind::separator_in_value, check.place(number), nullptr).is_lost = true;
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
