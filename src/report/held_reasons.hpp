#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "src/scrub/scrub_events.hpp"

namespace scrub837 {

/// Why a claim is held: the rules of its own errors, and those of errors above it with their place, such as
/// `NAR001; COD002 at 2010AA NM109 segment 8`.
class HeldReasons {
 public:
  void begin(InterchangeStart const&);
  void begin(SetStart const&);
  void finding(FindingRecord const& record);
  void held(HeldAbove const& held);
  void level(LevelStart const& start);
  /// Of a claim that is held; into memory that is used again.
  void assign(std::string& reasons, ClaimUnit const& unit, ClaimVerdict const& verdict) const;

 private:
  static constexpr std::size_t ranks = 4;
  // An error above the claims, until it is known whether it holds what is below.
  struct Found {
    std::string_view rule;
    int rank;  ///< of the level that it is in; -1: above all levels
    std::string text;
  };
  void add_above(std::string& reasons, ClaimUnit::Where const& where) const;

  std::vector<Found> found_;
  std::string set_;                        ///< what holds the claims of the open set
  std::string next_level_;                 ///< the same of the level that begins
  std::array<std::string, ranks> levels_;  ///< the same of the open levels
  bool any_in_levels_ = false;             ///< one of these may be there
  std::string last_error_;                 ///< of the open interchange
};

/// Adds ids of rules that are not in `list` yet, with blanks between.
template <typename Findings, typename Wanted>
void add_rules(std::string& list, Findings const& findings, Wanted const& wanted) {
  for (auto const& finding : findings) {
    if (!wanted(finding) || list.find(finding.rule->id) != std::string::npos) continue;
    if (!list.empty()) list.push_back(' ');
    list.append(finding.rule->id);
  }
}

}  // namespace scrub837
