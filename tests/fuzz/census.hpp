#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace scrub837::test {

/// The claims of a file by an independent count, and what in it is surely not an 837P. Where damage leaves
/// doubt, a claim counts as doubtful: a true count lies between `sure` and `sure + doubtful`.
struct Census {
  std::size_t sure = 0;      ///< CLM of 837P sets
  std::size_t doubtful = 0;  ///< CLM outside of sets, or in sets of which that can't be told
  std::size_t other = 0;     ///< CLM of institutional and dental sets, or in other transactions
  std::size_t in_text = 0;   ///< CLM that stand like segments in text between interchanges
  std::size_t interchanges = 0;
  std::vector<std::string> claims;              ///< bytes of the sure ones, without blanks around them
  std::vector<std::string> other_sets;          ///< bytes, ST to SE
  std::vector<std::string> other_interchanges;  ///< bytes, ISA to IEA; nothing in them could be an 837P
  bool only_other = false;                      ///< nothing in the whole file names an 837 or a claim

  [[nodiscard]] std::size_t all() const { return sure + doubtful + other + in_text; }
};

[[nodiscard]] Census census_of(std::string_view bytes);

/// How often `what` stands in `text`, overlaps not counted.
[[nodiscard]] std::size_t occurrences(std::string_view text, std::string_view what);

}  // namespace scrub837::test
