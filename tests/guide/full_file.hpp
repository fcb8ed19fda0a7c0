#pragma once

#include <string>
#include <vector>

#include "tests/guide/facts.hpp"

namespace scrub837::test::guide {

/// A segment of the full file, with the fact that it was made from and the loops that it is in.
struct Made {
  SegmentFact const* fact = nullptr;
  std::string text;
  std::vector<std::string> loops;  ///< outermost first
};

/// A file with every loop, segment and used element of the facts in it once, each with a value that the facts
/// allow: the claim of a subscriber and of a dependent.
[[nodiscard]] std::vector<Made> full_file();

/// Its bytes, with `*`, `:`, `^` and `~`.
[[nodiscard]] std::string written(std::vector<Made> const& segments);

/// A value that the facts allow.
[[nodiscard]] std::string value_of(SegmentFact const& segment, ElementFact const& element);

/// Element or component `ref` of a segment's text set to `value`.
[[nodiscard]] std::string with(std::string const& text, ElementFact const& element, std::string const& value);
[[nodiscard]] std::string part(std::string const& text, ElementFact const& element);

}  // namespace scrub837::test::guide
