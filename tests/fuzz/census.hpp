#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace scrub837::test {

/// The claims of a file by an independent count, and what in it is surely not an 837P. Where damage leaves
/// doubt, a claim counts as doubtful: a true count lies between `sure` and
/// `sure + doubtful + in_text`.
struct Census {
  std::size_t sure = 0;      ///< CLM of 837P sets
  std::size_t doubtful = 0;  ///< CLM outside of sets, or in sets of which that can't be told
  std::size_t other = 0;     ///< CLM of institutional and dental sets, or in other transactions
  std::size_t in_text =
      0;                  ///< CLM that stand like segments outside of interchanges, in what could be an 837P
  std::size_t named = 0;  ///< CLM anywhere, by bytes alone: what other counts can't exceed
  std::size_t surely_named = 0;  ///< the same, whether line ends are folds or not
  std::size_t in_binary = 0;     ///< the same in the data of BIN and BDS
  std::size_t interchanges = 0;
  std::vector<std::string>
      claims;  ///< bytes of the sure ones, without blanks around them and the last terminator
  std::vector<std::string> other_sets;          ///< bytes, ST to SE
  std::vector<std::string> other_interchanges;  ///< bytes, ISA to IEA; nothing in them could be an 837P
  bool only_other = false;  ///< whole sets that are no 837P, and nothing in the file could be one

  /// CLM that stand as segments.
  [[nodiscard]] std::size_t segments() const { return sure + doubtful + other + in_text; }
};

[[nodiscard]] Census census_of(std::string_view bytes);

/// How often `what` stands in `text`, overlaps not counted.
[[nodiscard]] std::size_t occurrences(std::string_view text, std::string_view what);

}  // namespace scrub837::test
