#pragma once

#include <cstdint>
#include <map>
#include <utility>

#include "scrub837/finding.hpp"
#include "src/fix/settle.hpp"

namespace scrub837 {

/// Which findings of a claim are listed.
class ListedFindings {
 public:
  /// Of a rule, those whose fix went in apart from the others.
  static constexpr std::uint64_t most = max_reported_in_claim;

  /// All findings are announced first.
  void announce(Finding const& finding, bool applied) {
    left_[{finding.rule, applied}].count += finding.times;
  }

  struct Place {
    bool listed = true;
    std::uint64_t more = 0;  ///< those that aren't listed; told with the last one that is
  };
  /// The next one, in the order in which they are listed.
  [[nodiscard]] Place next(Finding const& finding, bool applied) {
    auto& of_rule = left_[{finding.rule, applied}];
    ++of_rule.listed;
    return {of_rule.listed <= most,
            of_rule.listed == most && of_rule.count > most ? of_rule.count - most : 0};
  }

 private:
  struct OfRule {
    std::uint64_t count = 0, listed = 0;
  };
  std::map<std::pair<Rule const*, bool>, OfRule> left_;
};

}  // namespace scrub837
