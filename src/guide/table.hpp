#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "scrub837/x12/segment.hpp"

namespace scrub837::guide {

enum class Usage : std::uint8_t { required, situational, not_used };
enum class Type : std::uint8_t { text, code, integer, decimal, date, time, composite };

/// Codes of an element, sorted.
struct CodeSet {
  std::string name;  ///< empty: it stands where it is used
  std::vector<std::string> codes;
  std::vector<Tag> tags;  ///< the same, packed; empty if one has more than four characters

  [[nodiscard]] bool contains(std::string_view code) const;
  void add(std::string_view code);
};

/// A code list that stands outside of the guide.
struct OutsideList {
  std::string name;
  bool loaded = false;  ///< by the user; else it is shipped, or known by its form
};

constexpr std::uint16_t none = 0xFFFF;
constexpr std::uint8_t any_number = 0xFF;

/// How an element or component is used.
struct ElementUse {
  Usage usage = Usage::not_used;
  Type type = Type::text;
  std::uint16_t min = 0, max = 0;
  std::uint8_t decimals = any_number;  ///< at most; of Type::decimal
  std::uint8_t repeats = 1;            ///< how often it may stand, repetitions included
  std::uint8_t format_in = 0;    ///< number of the element that says how the date in it is written; 0: none
  std::uint8_t parts = 0;        ///< components; 0: it has none
  std::uint16_t first_part = 0;  ///< in Table::elements
  std::uint16_t codes = none;    ///< in Table::code_sets
  std::uint16_t list = none;     ///< in Table::lists
  std::uint16_t title = none;    ///< in Table::titles
};

/// Which elements go together, by the standard.
struct SyntaxNote {
  char kind = 'P';  ///< P paired, R one of them, E not both, C if the first then all, L if the first then one
  std::vector<std::uint8_t> elements;
};

/// A condition by which a use of a segment is known: REF01=EI/SY.
struct Qualifier {
  std::uint8_t element = 0, component = 0;
  std::uint16_t codes = none;
};

/// A segment as a loop uses it.
struct SegmentUse {
  std::string loop, segment;
  std::vector<Qualifier> qualifiers;  ///< all hold; empty: it is the loop's only use of the segment
  Usage usage = Usage::situational;
  std::uint16_t repeat = 1;  ///< 0: without limit
  std::uint16_t position = 0;
  std::uint16_t form = 0;           ///< in Table::forms
  std::uint16_t first_element = 0;  ///< in Table::elements
  std::uint8_t elements = 0;
  std::uint16_t title = none;
};

/// What a segment is made of, whatever loop it is in.
struct SegmentForm {
  std::string id;
  std::uint16_t title = none;
  std::vector<SyntaxNote> notes;
};

/// A loop in a parent.
struct LoopUse {
  std::string name, parent;
  Usage usage = Usage::situational;
  std::uint16_t repeat = 1;  ///< 0: without limit
  std::uint16_t position = 0;
  std::uint16_t title = none;
};

/// An implementation guide, ready to be looked up.
struct Table {
  std::string name, title;
  std::vector<LoopUse> loops;    ///< in the order of the guide; a loop with two parents stands twice
  std::vector<SegmentUse> uses;  ///< loop by loop, in their order
  std::vector<SegmentForm> forms;
  std::vector<ElementUse> elements;  ///< those of a use side by side, and so the components of an element
  std::vector<CodeSet> code_sets;
  std::vector<OutsideList> lists;
  std::vector<std::string> titles;

  [[nodiscard]] std::span<ElementUse const> elements_of(SegmentUse const& use) const {
    return std::span(elements).subspan(use.first_element, use.elements);
  }
  [[nodiscard]] std::span<ElementUse const> parts_of(ElementUse const& element) const {
    return std::span(elements).subspan(element.first_part, element.parts);
  }
  [[nodiscard]] std::string_view title_of(std::uint16_t title_index) const {
    return title_index == none ? std::string_view{} : titles[title_index];
  }
  /// In plain words: "billing provider"; empty for a loop that it doesn't have.
  [[nodiscard]] std::string_view title_of_loop(std::string_view loop) const;
};

/// Where a guide table is wrong. \param line and column from 1
struct TableFault {
  std::size_t line = 0, column = 0;
  std::string message;
  std::string shown;  ///< the line
};

/// As a compiler tells it: file, line and column, the line, and a caret under the place.
[[nodiscard]] std::string described(TableFault const& fault, std::string_view file);

using TableResult = std::variant<Table, TableFault>;

/// Reads a guide table. \param file_exists whether a code list's file is there
[[nodiscard]] TableResult read_table(std::string_view text, bool (*file_exists)(std::string_view));
/// Reads a table that narrows another (`guide ACME narrows 005010X222A1`). \param base what is narrowed
[[nodiscard]] TableResult read_companion(std::string_view text, Table const& base);

}  // namespace scrub837::guide
