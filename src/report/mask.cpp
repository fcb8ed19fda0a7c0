#include "src/report/mask.hpp"

#include <algorithm>
#include <array>

#include "scrub837/x12/segment.hpp"

namespace scrub837 {
namespace {

// What a value has to look like to be shown. A name or a text may stand where a code belongs.
enum class Shape : std::uint8_t { code, digits, amount, byte };

// An element that may be shown, or one component of it (0: the element has none).
struct Shown {
  std::string_view id;
  unsigned element, component;
  Shape shape;
  std::size_t longest;
};

// Lengths are the guide's (005010X222A1; envelopes: X12.5, X12.6).
constexpr std::array shown = {
    Shown{"ISA", 1, 0, Shape::code, 2},   Shown{"ISA", 3, 0, Shape::code, 2},
    Shown{"ISA", 5, 0, Shape::code, 2},   Shown{"ISA", 7, 0, Shape::code, 2},
    Shown{"ISA", 9, 0, Shape::digits, 6}, Shown{"ISA", 10, 0, Shape::digits, 4},
    Shown{"ISA", 11, 0, Shape::byte, 1},  Shown{"ISA", 12, 0, Shape::digits, 5},
    Shown{"ISA", 13, 0, Shape::code, 9},  Shown{"ISA", 14, 0, Shape::digits, 1},
    Shown{"ISA", 15, 0, Shape::code, 1},  Shown{"ISA", 16, 0, Shape::byte, 1},
    Shown{"GS", 1, 0, Shape::code, 2},    Shown{"GS", 4, 0, Shape::digits, 8},
    Shown{"GS", 5, 0, Shape::digits, 8},  Shown{"GS", 6, 0, Shape::code, 9},
    Shown{"GS", 7, 0, Shape::code, 2},    Shown{"GS", 8, 0, Shape::code, 12},
    Shown{"ST", 1, 0, Shape::code, 3},    Shown{"ST", 2, 0, Shape::code, 9},
    Shown{"ST", 3, 0, Shape::code, 12},   Shown{"SE", 1, 0, Shape::digits, 10},
    Shown{"SE", 2, 0, Shape::code, 9},    Shown{"GE", 1, 0, Shape::digits, 6},
    Shown{"GE", 2, 0, Shape::code, 9},    Shown{"IEA", 1, 0, Shape::digits, 5},
    Shown{"IEA", 2, 0, Shape::code, 9},   Shown{"HL", 1, 0, Shape::digits, 12},
    Shown{"HL", 2, 0, Shape::digits, 12}, Shown{"HL", 3, 0, Shape::code, 2},
    Shown{"HL", 4, 0, Shape::digits, 1},  Shown{"LX", 1, 0, Shape::digits, 6},
    Shown{"BHT", 1, 0, Shape::digits, 4}, Shown{"BHT", 2, 0, Shape::code, 2},
    Shown{"BHT", 6, 0, Shape::code, 2},   Shown{"NM1", 1, 0, Shape::code, 3},
    Shown{"NM1", 2, 0, Shape::digits, 1}, Shown{"NM1", 8, 0, Shape::code, 2},
    Shown{"REF", 1, 0, Shape::code, 3},   Shown{"DTP", 1, 0, Shape::digits, 3},
    Shown{"DTP", 2, 0, Shape::code, 3},   Shown{"DMG", 1, 0, Shape::code, 3},
    Shown{"SBR", 1, 0, Shape::code, 1},   Shown{"SBR", 2, 0, Shape::digits, 2},
    Shown{"SBR", 9, 0, Shape::code, 2},   Shown{"CLM", 5, 1, Shape::code, 2},
    Shown{"CLM", 5, 2, Shape::code, 2},   Shown{"CLM", 5, 3, Shape::code, 1},
    Shown{"CLM", 6, 0, Shape::code, 1},   Shown{"CLM", 7, 0, Shape::code, 1},
    Shown{"CLM", 8, 0, Shape::code, 1},   Shown{"CLM", 9, 0, Shape::code, 1},
    Shown{"NTE", 1, 0, Shape::code, 3},   Shown{"PWK", 1, 0, Shape::code, 2},
    Shown{"PWK", 2, 0, Shape::code, 2},   Shown{"PWK", 5, 0, Shape::code, 2},
    Shown{"SV1", 1, 1, Shape::code, 2},   Shown{"SV1", 1, 2, Shape::code, 5},
    Shown{"SV1", 1, 3, Shape::code, 2},   Shown{"SV1", 1, 4, Shape::code, 2},
    Shown{"SV1", 1, 5, Shape::code, 2},   Shown{"SV1", 1, 6, Shape::code, 2},
    Shown{"SV1", 3, 0, Shape::code, 2},   Shown{"SV1", 4, 0, Shape::amount, 8},
    Shown{"SV1", 5, 0, Shape::code, 2},   Shown{"SV1", 7, 1, Shape::digits, 2},
    Shown{"SV1", 7, 2, Shape::digits, 2}, Shown{"SV1", 7, 3, Shape::digits, 2},
    Shown{"SV1", 7, 4, Shape::digits, 2}, Shown{"PRV", 1, 0, Shape::code, 3},
    Shown{"PRV", 2, 0, Shape::code, 3},   Shown{"PER", 1, 0, Shape::code, 2},
    Shown{"AMT", 1, 0, Shape::code, 3},   Shown{"QTY", 1, 0, Shape::code, 2},
};

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool is_capital(char byte) { return byte >= 'A' && byte <= 'Z'; }

bool looks_like(std::string_view value, Shape shape, std::size_t longest) {
  if (value.size() > longest) return false;
  return std::all_of(value.begin(), value.end(), [shape](char byte) {
    switch (shape) {
      case Shape::code:
        return is_digit(byte) || is_capital(byte);
      case Shape::digits:
        return is_digit(byte);
      case Shape::amount:
        return is_digit(byte) || byte == '.' || byte == '-';
      case Shape::byte:
        return true;
    }
    return false;
  });
}

// Component 1 of an element that has no components is the element itself.
bool may_be_shown(std::string_view id, unsigned element, unsigned component, std::string_view value) {
  // An id that is none may be anything.
  if (element == 0) return kind_of(id) != Kind::unknown || looks_like(id, Shape::code, 3);
  return std::any_of(shown.begin(), shown.end(), [&](Shown const& one) {
    return one.id == id && one.element == element && std::max(one.component, 1U) == component &&
           looks_like(value, one.shape, one.longest);
  });
}

}  // namespace

std::string masked_segment(std::string_view segment, Delimiters const& delimiters) {
  auto const id = nth_part(segment, delimiters.element, 0);
  std::string result;
  result.reserve(segment.size());
  unsigned element = 0;
  unsigned component = 1;
  for (std::size_t at = 0; at <= segment.size(); ++at) {
    auto end = at;
    while (end < segment.size() && !delimiters.contains(segment[end])) ++end;
    auto const value = segment.substr(at, end - at);
    if (may_be_shown(id, element, component, value)) {
      result.append(value);
    } else {
      result.append(value.size(), 'x');
    }
    if (end == segment.size()) break;
    result.push_back(segment[end]);
    if (segment[end] == delimiters.element) {
      ++element;
      component = 1;
    } else if (segment[end] == delimiters.component) {
      ++component;
    }
    at = end;
  }
  return result;
}

std::string masked_value(std::string_view value) {
  std::string masked(value.size(), 'x');
  return masked;
}

}  // namespace scrub837
