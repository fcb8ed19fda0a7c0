#pragma once

#include <string>
#include <string_view>

namespace scrub837 {

/// The two examples of a rule as a person reads them, one segment a line. Of long ones, the lines that differ
/// are marked with `> `, and of the right one only those and their neighbors are shown.
struct ShownExample {
  std::string wrong, right;
  bool marked = false;
};
[[nodiscard]] ShownExample shown_example(std::string_view wrong, std::string_view right);

}  // namespace scrub837
