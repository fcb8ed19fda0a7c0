#include "src/fix/new_errors.hpp"

#include "scrub837/rule.hpp"

namespace scrub837 {
namespace {

// At most one of these fires on a line; once a note was joined or moved it may be another: no description
// becomes one that is in a note.
bool is_of_description(Finding const& finding) { return finding.rule->duty == Duty::describes_line; }

}  // namespace

FindingIdentity identity(Finding const& finding) {
  return {finding.rule, finding.line, finding.place.element, finding.place.component};
}

Errors::Errors(Findings const& findings) {
  for (auto const& finding : findings) {
    if (finding.severity != Severity::error) continue;
    auto which = identity(finding);
    if (is_of_description(finding)) std::get<Rule const*>(which) = nullptr;
    count_[which] += finding.times;
  }
}

std::set<std::int32_t> Errors::lines_of_new(Errors const& after) const {
  std::set<std::int32_t> lines;
  for (auto const& [which, count] : after.count_) {
    auto const found = count_.find(which);
    if (found == count_.end() || found->second < count) lines.insert(std::get<std::int32_t>(which));
  }
  return lines;
}

}  // namespace scrub837
