#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "grammar/guide_file.hpp"
#include "src/guide/table.hpp"

namespace scrub837::guide {

/// Makes a table of the statements of its text, one by one, and finds what doesn't fit together.
class TableBuilder {
 public:
  /// A statement that doesn't fit those before it.
  struct Wrong {
    char const* at;
    std::string message;
  };

  explicit TableBuilder(bool (*file_exists)(std::string_view)) : file_exists_(file_exists) {}
  /// For a guide that narrows another.
  explicit TableBuilder(Table base) : table_(std::move(base)), narrowing_(true) {}

  // Each throws Wrong.
  void take(grammar::guide_file::Heading const& heading);
  void take(grammar::guide_file::Codes const& codes);
  void take(grammar::guide_file::OutsideList const& list);
  void take(grammar::guide_file::SegmentForm const& form);
  void take(grammar::guide_file::Content const& content);
  void take(grammar::guide_file::Loop const& loop);
  void take(grammar::guide_file::SegmentUse const& use);
  /// The table, if its text was whole. \param end of the text
  [[nodiscard]] Table done(char const* end);

 private:
  using Word = grammar::guide_file::Word;
  /// Element numbers of a segment with type and length; components under 100 times the element's number.
  using Dictionary = std::map<unsigned, ElementUse>;

  [[nodiscard]] static unsigned number_in(Word const& word, std::string_view segment);
  [[nodiscard]] std::uint16_t title(Word const& word);
  [[nodiscard]] std::uint16_t code_set(Word const& codes);
  [[nodiscard]] std::uint16_t named_codes(std::string_view name) const;
  [[nodiscard]] std::uint16_t form_of(Word const& segment) const;
  void set_codes(ElementUse& element, grammar::guide_file::Use const& use);
  [[nodiscard]] std::vector<ElementUse> whole(std::uint16_t form) const;
  void apply(std::vector<ElementUse>& elements, std::vector<grammar::guide_file::ElementUse> const& uses,
             std::uint16_t form);
  void qualify(SegmentUse& use, std::vector<grammar::guide_file::Qualifier> const& qualifiers,
               std::vector<ElementUse>& elements);
  void store(SegmentUse& use, std::vector<ElementUse> const& elements);
  void narrow(grammar::guide_file::SegmentUse const& row);

  Table table_;
  bool (*file_exists_)(std::string_view) = nullptr;
  bool narrowing_ = false, named_ = false;
  std::vector<Dictionary> dictionaries_;  ///< by form
  struct Uses {
    std::uint16_t form = none;
    std::vector<ElementUse> elements;
  };
  std::map<std::string, Uses, std::less<>> contents_;
};

}  // namespace scrub837::guide
