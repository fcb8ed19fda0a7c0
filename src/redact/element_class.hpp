#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "scrub837/x12/segment.hpp"
#include "src/guide/table.hpp"

namespace scrub837::redact {

/// What is done with the values of an element.
enum class Treatment : std::uint8_t {
  other,    ///< of a segment that the guide doesn't have: words and numbers of four or more characters change
  keep,     ///< counts and places: HL01, LX01, SE01
  code,     ///< stays if it looks like a code of its element
  id,       ///< numbers and ids
  name,     ///< every word changes, however short
  text,     ///< narratives: words of the vocabulary stay
  date,     ///< shifted
  time,     ///< another time of the day
  amount,   ///< money: all of a file is multiplied by one number, so that sums stay right
  number,   ///< quantities
  control,  ///< ISA13, GS06, ST02 and those of their trailers, which are compared as numbers
};

/// How the guide fills an element, in any of its loops.
struct ElementClass {
  Treatment treatment = Treatment::other;
  std::vector<guide::CodeSet const*> codes = {};
  std::string_view list = {};   ///< an outside list: `procedure`, `icd-diagnosis`, `taxonomy`
  std::string_view level = {};  ///< of Treatment::control: `interchange`, `group`, `set`

  /// Whether a value of Treatment::code can be one.
  [[nodiscard]] bool is_code(std::string_view value) const;
};

/// The classes of all elements, by the guide.
class ElementClasses {
 public:
  ElementClasses();
  /// \param component from 1; 0: the element has none
  [[nodiscard]] ElementClass const& of(Kind kind, std::size_t element, std::size_t component) const;

 private:
  static constexpr std::uint32_t key(Kind kind, std::size_t element, std::size_t component) {
    return static_cast<std::uint32_t>(kind) << 16U | static_cast<std::uint32_t>(element & 0xFFU) << 8U |
           static_cast<std::uint32_t>(component & 0xFFU);
  }
  void add(guide::Table const& table, Kind kind, guide::ElementUse const& use, std::size_t element,
           std::size_t component);
  std::map<std::uint32_t, ElementClass> classes_;
};

}  // namespace scrub837::redact
