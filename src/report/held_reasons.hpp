#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "src/scrub/scrub_events.hpp"

namespace scrub837 {

/// Numbers of the caller's for an error above the claims; 0: none.
struct ErrorTag {
  std::uint32_t cause = 0, error = 0;
};

/// Why a claim is held: the rules of its own errors, and those of errors above it with their place, such as
/// `NAR001; COD002 at 2010AA NM109 segment 8`.
class HeldReasons {
 public:
  void begin(InterchangeStart const&);
  void begin(SetStart const&);
  void finding(FindingRecord const& record, ErrorTag tag = {});
  /// \param unlisted number of the caller's, if the errors have no record; 0: none
  void held(HeldAbove const& held, std::uint32_t unlisted = 0);
  void level(LevelStart const& start);
  /// Of a claim that is held; into memory that is used again.
  void assign(std::string& reasons, ClaimUnit const& unit, ClaimVerdict const& verdict) const;
  /// Why claims are held that are below an error.
  struct Reason {
    std::string text;  ///< begins with the rule's id; empty: another reason names the rule
    ErrorTag tag = {};
  };
  /// Hands over the errors that hold what is below them, of those that are open.
  template <typename Use>
  void for_each_above(Use use) const {
    for (auto const& reason : set_) use(reason);
    for (auto const& level : levels_) {
      for (auto const& reason : level) use(reason);
    }
    for (auto const& reason : unplaced_) use(reason);
  }
  /// The last error of the open interchange, which may make it uncertain whose the claims after it are.
  [[nodiscard]] Reason const& last_error() const { return last_error_; }

 private:
  static constexpr std::size_t ranks = 4;
  using Reasons = std::vector<Reason>;
  // An error above the claims, until it is known whether it holds what is below.
  struct Found {
    std::string_view rule;
    int rank;  ///< of the level that it is in; -1: above all levels; -2: an HL that is no level
    Reason reason;
  };
  void add_above(std::string& reasons, ClaimUnit::Where const& where) const;

  std::vector<Found> found_;
  Reasons unplaced_;                   ///< what holds the claims behind an HL that is no level
  Reasons set_;                        ///< what holds the claims of the open set
  Reasons next_level_;                 ///< the same of the level that begins
  std::array<Reasons, ranks> levels_;  ///< the same of the open levels
  bool any_in_levels_ = false;         ///< one of these may be there
  Reason last_error_;                  ///< of the open interchange
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
