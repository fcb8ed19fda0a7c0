#include "src/report/mask.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "scrub837/x12/segment.hpp"
#include "src/text/ascii.hpp"

namespace scrub837 {
namespace {

// What a value has to look like to be shown: where an element was lost, a name or a text is in the place
// of a code.
enum class Shape : std::uint8_t {
  code,       // capitals and digits
  procedure,  // digits and one letter at most, before or behind them
  version,    // 005010X222A1
  digits,
  control_number,  // digits, perhaps filled up with blanks
  number,          // digits with one point at most, perhaps a minus before them
  byte,
};

struct Form {
  Shape shape;
  std::size_t shortest, longest;
};

constexpr Form code(std::size_t length) { return {Shape::code, length, length}; }
constexpr Form code(std::size_t shortest, std::size_t longest) { return {Shape::code, shortest, longest}; }
constexpr Form procedure{Shape::procedure, 1, 5};
constexpr Form version_of_guide{Shape::version, 6, 12};
constexpr Form control_number{Shape::control_number, 1, 9};
constexpr Form digits(std::size_t length) { return {Shape::digits, length, length}; }
constexpr Form digits(std::size_t shortest, std::size_t longest) {
  return {Shape::digits, shortest, longest};
}
constexpr Form number(std::size_t longest) { return {Shape::number, 1, longest}; }
constexpr Form one_byte{Shape::byte, 1, 1};

// An element that may be shown, or a component of one.
struct Shown {
  std::string_view id;
  unsigned element = 0;
  unsigned component = 0;  // 0: the element has none
  Form form;

  // \param place as the guide names it: NTE01, SV101-2
  constexpr Shown(std::string_view place, Form its_form) : form(its_form) {
    if (place[place.size() - 2] == '-') {
      component = digit(place.back());
      place.remove_suffix(2);
    }
    id = place.substr(0, place.size() - 2);
    element = digit(place[place.size() - 2]) * 10 + digit(place.back());
  }

 private:
  static constexpr unsigned digit(char byte) { return static_cast<unsigned>(byte - '0'); }
};

// Those of a segment are together. Lengths are the guide's (005010X222A1); control numbers and versions may
// be shorter.
constexpr std::array shown = {
    // clang-format off
    Shown{"ISA01", code(2)},      Shown{"ISA03", code(2)},      Shown{"ISA05", code(2)},
    Shown{"ISA07", code(2)},      Shown{"ISA09", digits(6)},    Shown{"ISA10", digits(4)},
    Shown{"ISA11", one_byte},     Shown{"ISA12", digits(5)},    Shown{"ISA13", control_number},
    Shown{"ISA14", digits(1)},    Shown{"ISA15", code(1)},      Shown{"ISA16", one_byte},
    Shown{"GS01", code(2)},       Shown{"GS04", digits(8)},     Shown{"GS05", digits(4, 8)},
    Shown{"GS06", control_number},   Shown{"GS07", code(1, 2)},    Shown{"GS08", version_of_guide},
    Shown{"ST01", digits(3)},     Shown{"ST02", control_number},   Shown{"ST03", version_of_guide},
    Shown{"SE01", digits(1, 10)}, Shown{"SE02", control_number},
    Shown{"GE01", digits(1, 6)},  Shown{"GE02", control_number},
    Shown{"IEA01", digits(1, 5)}, Shown{"IEA02", control_number},
    Shown{"BHT01", digits(4)},    Shown{"BHT02", digits(2)},    Shown{"BHT06", code(2)},
    Shown{"HL01", digits(1, 12)}, Shown{"HL02", digits(1, 12)}, Shown{"HL03", code(1, 2)},
    Shown{"HL04", digits(1)},     Shown{"LX01", digits(1, 6)},
    Shown{"NM101", code(2, 3)},   Shown{"NM102", digits(1)},    Shown{"NM108", code(1, 2)},
    Shown{"DTP01", digits(3)},    Shown{"DTP02", code(2, 3)},   Shown{"DMG01", code(2, 3)},
    Shown{"PRV01", code(2, 3)},   Shown{"PRV02", code(2, 3)},   Shown{"REF01", code(2, 3)},
    Shown{"SBR01", code(1)},      Shown{"SBR02", code(2)},      Shown{"SBR09", code(2)},
    Shown{"CLM05-1", code(2)},    Shown{"CLM05-2", code(1, 2)}, Shown{"CLM05-3", code(1)},
    Shown{"CLM06", code(1)},      Shown{"CLM07", code(1)},      Shown{"CLM08", code(1)},
    Shown{"CLM09", code(1)},
    Shown{"PWK01", code(2)},      Shown{"PWK02", code(2)},      Shown{"PWK05", code(2)},
    Shown{"NTE01", code(3)},      Shown{"PER01", code(2)},      Shown{"AMT01", code(1, 3)},
    Shown{"QTY01", code(2)},
    Shown{"SV101-1", code(2)},    Shown{"SV101-2", procedure}, Shown{"SV101-3", code(2)},
    Shown{"SV101-4", code(2)},    Shown{"SV101-5", code(2)},    Shown{"SV101-6", code(2)},
    Shown{"SV103", code(2)},      Shown{"SV104", number(8)},    Shown{"SV105", code(2)},
    // Four pointers are right; more are shown, so that the mistake can be seen.
    Shown{"SV107-1", digits(1, 2)}, Shown{"SV107-2", digits(1, 2)}, Shown{"SV107-3", digits(1, 2)},
    Shown{"SV107-4", digits(1, 2)}, Shown{"SV107-5", digits(1, 2)}, Shown{"SV107-6", digits(1, 2)},
    // clang-format on
};

bool is_code_byte(char byte) { return is_digit(byte) || (byte >= 'A' && byte <= 'Z'); }
bool is_number_byte(char byte) { return is_digit(byte) || byte == '.'; }

bool is_procedure(std::string_view value) {
  if (!is_digit(value.back())) {
    if (!is_code_byte(value.back())) return false;
    value.remove_suffix(1);
  } else if (!is_digit(value.front())) {
    if (!is_code_byte(value.front())) return false;
    value.remove_prefix(1);
  }
  return !value.empty() && std::ranges::all_of(value, is_digit);
}

// Six digits, then the report's letter and number, then its addenda's: 005010, 005010X222, 005010X222A1.
bool is_version(std::string_view value) {
  constexpr std::string_view pattern = "000000X000A00";
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (pattern[i] == '0' ? !is_digit(value[i]) : value[i] != pattern[i]) return false;
  }
  return value.size() == 6 || value.size() == 10 || value.size() == 12;
}

bool fits(std::string_view value, Form form) {
  if (value.size() < form.shortest || value.size() > form.longest) return false;
  switch (form.shape) {
    case Shape::code:
      return std::ranges::all_of(value, is_code_byte);
    case Shape::procedure:
      return is_procedure(value);
    case Shape::version:
      return is_version(value);
    case Shape::control_number:
      return is_control_number(value);
    case Shape::digits:
      return std::ranges::all_of(value, is_digit);
    case Shape::number:
      if (value.front() == '-') value.remove_prefix(1);
      return std::ranges::all_of(value, is_number_byte) && std::ranges::any_of(value, is_digit) &&
             std::ranges::count(value, '.') <= 1;
    case Shape::byte:
      return true;
  }
  return false;
}

constexpr char masking_byte = 'x';

using ShownOfSegment = std::span<Shown const>;

ShownOfSegment shown_of(std::string_view id) {
  // Most ids begin with another letter: two bytes say so without a call.
  auto const* const first = id.size() < 2 ? shown.end() : std::ranges::find_if(shown, [&](Shown const& one) {
    return one.id[0] == id[0] && one.id[1] == id[1] && one.id == id;
  });
  return {first, std::find_if(first, shown.end(), [&](Shown const& one) { return one.id != id; })};
}

bool may_be_shown(ShownOfSegment of_segment, unsigned element, unsigned component, std::string_view value) {
  return std::ranges::any_of(of_segment, [&](Shown const& one) {
    return one.element == element && one.component == component && fits(value, one.form);
  });
}

bool is_separator(char byte, Delimiters const& delimiters) {
  return byte != delimiters.terminator && delimiters.contains(byte);
}

// The element component by component; a repetition counts as one more, for nothing that is shown repeats.
void append_parts(std::string& result, ShownOfSegment of_segment, unsigned number, std::string_view element,
                  Delimiters const& delimiters) {
  for (unsigned component = 1;; ++component) {
    auto const* const end =
        std::ranges::find_if(element, [&](char byte) { return is_separator(byte, delimiters); });
    auto const value = element.substr(0, static_cast<std::size_t>(end - element.begin()));
    if (may_be_shown(of_segment, number, component, value)) {
      result.append(value);
    } else {
      result.append(value.size(), masking_byte);
    }
    if (value.size() == element.size()) return;
    result.push_back(element[value.size()]);
    element.remove_prefix(value.size() + 1);
  }
}

}  // namespace

std::string masked_segment(std::string_view segment, Delimiters const& delimiters) {
  auto const of_segment = shown_of(segment.substr(0, segment.find(delimiters.element)));
  std::string result;
  result.reserve(segment.size());
  for (unsigned number = 0;; ++number) {
    auto const element = segment.substr(0, segment.find(delimiters.element));
    if (number == 0 ? is_segment_id(element) : may_be_shown(of_segment, number, 0, element)) {
      result.append(element);
    } else {
      append_parts(result, of_segment, number, element, delimiters);
    }
    if (element.size() == segment.size()) return result;
    result.push_back(delimiters.element);
    segment.remove_prefix(element.size() + 1);
  }
}

bool is_segment_id(std::string_view text) { return kind_of(text) != Kind::unknown || fits(text, code(1, 3)); }

bool is_control_number(std::string_view text) {
  constexpr std::size_t longest = 9;
  return text.size() <= longest &&
         std::ranges::all_of(text, [](char byte) { return is_digit(byte) || byte == ' '; });
}

std::string masked_value(std::string_view value) {
  return std::string(value.size(), masking_byte);  // NOLINT(modernize-return-braced-init-list): not {n, c}
}

}  // namespace scrub837
