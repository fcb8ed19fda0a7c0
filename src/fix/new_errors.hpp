#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <tuple>

#include "scrub837/finding.hpp"

namespace scrub837 {

/// What makes a finding the same finding after a pass: rule, line and element, wherever its segment moved.
using FindingIdentity = std::tuple<Rule const*, std::int32_t, std::uint8_t, std::uint8_t>;

[[nodiscard]] FindingIdentity identity(Finding const& finding);

/// The errors of a claim, to see which are new after a fix.
class Errors {
 public:
  Errors() = default;
  explicit Errors(Findings const& findings);

  /// The lines (-1: none) with an error that stands here less often, or not at all.
  [[nodiscard]] std::set<std::int32_t> lines_of_new(Errors const& after) const;

 private:
  std::map<FindingIdentity, std::uint64_t> count_;
};

}  // namespace scrub837
