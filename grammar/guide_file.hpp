#pragma once

#include <boost/range/iterator_range_core.hpp>
#include <boost/spirit/home/x3/support/ast/variant.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace scrub837::grammar {

/// The statements of a guide table (docs/guide-table.md), as they are written: nothing is looked up yet.
namespace guide_file {

/// A part of the text; where it stands tells where a fault is.
using Word = boost::iterator_range<char const*>;

inline std::string_view view(Word const& word) { return {word.begin(), word.size()}; }

/// `guide 005010X222A1 "professional claim"`, `guide ACME narrows 005010X222A1`.
struct Heading {
  Word name, narrowed, title;
};
/// `codes yes-no N Y`.
struct Codes {
  Word name;
  std::vector<Word> codes;
};
/// `list state file src/codes/states.txt`, `list npi form`, `list taxonomy loaded`.
struct OutsideList {
  Word name, kind, file;
};

/// `N403`, `HI01..HI12`, `CLM05-1`.
struct ElementNames {
  Word first, last;
  unsigned component = 0;  ///< 0: the element
};
/// `N403 ID 3-15 "ZIP code"`.
struct ElementForm {
  ElementNames names;
  Word type;
  unsigned min = 0, max = 0;  ///< 0: a composite; max 0: as min
  Word decimals;              ///< how many at most; empty: any number
  unsigned repeats = 0;       ///< 0: it doesn't repeat
  Word format;                ///< the element that says how a date is written
  Word title;
};
/// `segment N4 "city, state and ZIP" : E0207 C0605` and its elements.
struct SegmentForm {
  Word id, title;
  std::vector<Word> notes;
  std::vector<ElementForm> elements;
};

/// `02R=1/2`, `03S:postal`, `02..12S`: one element or component, or a run of them.
struct Use {
  Word first, last;
  Word usage;  ///< R, S or N
  Word codes;  ///< behind `=`, with slashes between them
  Word list;   ///< behind `:`
};
struct ElementUse {
  Use use;
  std::vector<Use> components;
};
/// `content N4 01R 02S:state 03S:postal`.
struct Content {
  Word name;
  std::vector<ElementUse> elements;
};

/// `loop 2010AA in 2000A R 1 @150 "billing provider"`.
struct Loop {
  Word name, parent, usage, repeat;
  unsigned position = 0;
  Word title;
};
/// `REF01=EI/SY`.
struct Qualifier {
  Word element, codes;
};
/// `2010AA N4 R 1 @300 N4`, or, where a guide narrows another, `2300 PWK N` or `2000B SBR : 03R`.
struct SegmentUse {
  Word loop, segment;
  std::vector<Qualifier> qualifiers;
  Word usage, repeat;
  unsigned position = 0;
  Word content, title;
  std::vector<ElementUse> narrowed;
};

using Statement =
    boost::spirit::x3::variant<Heading, Codes, OutsideList, SegmentForm, Content, Loop, SegmentUse>;
using File = std::vector<Statement>;

}  // namespace guide_file

/// Where a guide table can't be read, and why.
struct GuideFault {
  char const* at = nullptr;  ///< in the text
  std::string message;
};

/// Reads a guide table. \param text outlives the result
/// \return where it is no guide table; then `file` is incomplete
[[nodiscard]] std::optional<GuideFault> parse_guide(std::string_view text, guide_file::File& file);

}  // namespace scrub837::grammar
