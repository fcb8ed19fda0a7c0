#include "src/report/mask.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "scrub837/x12/segment.hpp"

namespace scrub837 {
namespace {

// What may be shown of a segment: elements by bit, and components of one composite.
struct Shown {
  std::string_view id;
  std::uint32_t elements;
  std::uint8_t composite = 0;
  std::uint32_t components = 0;
};

constexpr std::uint32_t bits(std::initializer_list<int> numbers) {
  std::uint32_t set = 0;
  for (int const number : numbers) set |= 1U << static_cast<unsigned>(number);
  return set;
}

constexpr std::uint32_t everything = ~0U;

constexpr std::array shown = {
    Shown{"ISA", bits({1, 3, 5, 7, 9, 10, 11, 12, 13, 14, 15, 16})},
    Shown{"GS", bits({1, 4, 5, 6, 7, 8})},
    Shown{"ST", everything},
    Shown{"SE", everything},
    Shown{"GE", everything},
    Shown{"IEA", everything},
    Shown{"HL", everything},
    Shown{"LX", everything},
    Shown{"BHT", bits({1, 2, 6})},
    Shown{"NM1", bits({1, 2, 8})},
    Shown{"REF", bits({1})},
    Shown{"DTP", bits({1, 2})},
    Shown{"DMG", bits({1})},
    Shown{"SBR", bits({1, 2, 9})},
    Shown{"CLM", bits({6, 7, 8, 9}), 5, everything},
    Shown{"NTE", bits({1})},
    Shown{"PWK", bits({1, 2, 5})},
    Shown{"SV1", bits({3, 4, 5, 7}), 1, bits({1, 2, 3, 4, 5, 6})},
    Shown{"PRV", bits({1, 2})},
    Shown{"PER", bits({1})},
    Shown{"AMT", bits({1})},
    Shown{"QTY", bits({1})},
};

constexpr bool has(std::uint32_t set, unsigned number) { return number < 32 && (set >> number & 1U) != 0; }

}  // namespace

std::string masked_segment(std::string_view segment, Delimiters const& delimiters) {
  auto const id = nth_part(segment, delimiters.element, 0);
  auto const* const known =
      std::find_if(shown.begin(), shown.end(), [&](Shown const& entry) { return entry.id == id; });
  Shown const rule = known == shown.end() ? Shown{{}, 0} : *known;
  // An id that is none may be anything.
  bool const show_id = kind_of(id) != Kind::unknown || id.size() <= 3;
  std::string result;
  result.reserve(segment.size());
  unsigned element = 0;
  unsigned component = 1;
  for (char const byte : segment) {
    if (byte == delimiters.element) {
      ++element;
      component = 1;
    } else if (byte == delimiters.component) {
      ++component;
    } else if (byte != delimiters.repetition) {
      bool const visible = element == 0 ? show_id
                           : rule.composite != 0 && element == rule.composite
                               ? has(rule.components, component)
                               : has(rule.elements, element);
      result.push_back(visible ? byte : 'x');
      continue;
    }
    result.push_back(byte);
  }
  return result;
}

std::string masked_value(std::string_view value) {
  std::string masked(value.size(), 'x');
  return masked;
}

}  // namespace scrub837
