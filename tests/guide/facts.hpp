#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace scrub837::test::guide {

/// A row of tests/guide/005010X222A1.facts.tsv: an element or component (`CLM05-1`).
struct ElementFact {
  std::string ref;
  char usage = 'S';
  std::string type;  ///< empty: a composite
  std::size_t min = 0, max = 0, repeats = 1;
  std::vector<std::string> codes;
  std::string list;  ///< of an outside list: `npi`

  [[nodiscard]] unsigned number() const;     ///< 5 of CLM05-1
  [[nodiscard]] unsigned component() const;  ///< 1 of CLM05-1; 0 of an element
};

/// A segment in a loop.
struct SegmentFact {
  std::string loop, id;
  unsigned position = 0;
  char usage = 'S';
  std::size_t repeat = 1;                                                    ///< 0: without limit
  std::vector<std::pair<std::string, std::vector<std::string>>> qualifiers;  ///< REF01 and its codes
  std::vector<std::string> notes;
  std::vector<ElementFact> elements;

  [[nodiscard]] std::vector<std::string> const* codes_of_qualifier(std::string_view ref) const;
};

struct LoopFact {
  std::string name, parent;
  unsigned position = 0;
  char usage = 'S';
  std::size_t repeat = 1;
};

struct Facts {
  std::vector<LoopFact> loops;
  std::vector<SegmentFact> segments;
};

/// The facts as they stand in the file; the loops of the envelope are called interchange, group and header.
[[nodiscard]] Facts const& facts();

}  // namespace scrub837::test::guide
