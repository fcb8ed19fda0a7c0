#include "src/report_model/finding_groups.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <tuple>
#include <utility>

#include "src/report_model/cause_words.hpp"

namespace scrub837 {
namespace {

// Payers, providers and causes are few; claims may be millions, and nobody reads so many lines.
constexpr std::size_t most_groups = 100'000;

FindingGroup group_of(RootCause const& cause, Screen const& screen) {
  return {.name = cause_line(cause, screen.show_phi),
          .severity = cause.severity,
          .findings = cause.findings,
          .claims = cause.held.claims,
          .cents = cause.held.cents,
          .held = cause.held,
          .rules = {std::string(cause.rule->id)}};
}

}  // namespace

std::optional<GroupBy> group_named(std::string_view name) {
  if (name == "rule") return GroupBy::rule;
  if (name == "payer") return GroupBy::payer;
  if (name == "provider") return GroupBy::provider;
  if (name == "claim") return GroupBy::claim;
  return std::nullopt;
}

FindingGroup& KeyedGroups::operator[](std::string const& key) {
  auto const found = groups_.find(key);
  if (found != groups_.end()) return found->second;
  if (groups_.size() < most_groups) return groups_[key];
  auto& others = groups_["\xFF"];
  others.name = "(others)";
  return others;
}

void KeyedGroups::add(KeyedGroups const& more) {
  for (auto const& [key, from] : more.groups_) {
    auto& to = (*this)[key];
    if (to.name.empty()) to.name = from.name;
    to.severity = std::max(to.severity, from.severity);
    to.findings += from.findings;
    to.claims += from.claims;
    to.cents += from.cents;
    to.held.claims += from.held.claims;
    to.held.cents += from.held.cents;
    for (auto const& rule : from.rules) {
      if (std::ranges::find(to.rules, rule) == to.rules.end()) to.rules.push_back(rule);
    }
  }
}

void FindingGroups::add(InputGroups input) {
  groups_.add(input.groups);
  static_cast<void>(causes_.add(std::move(input.causes)));
  findings_ += input.findings;
}

std::vector<FindingGroup> FindingGroups::rows(GroupBy by, Screen const& screen) const {
  std::vector<FindingGroup> rows;
  for (auto const& cause : causes_.arranged(std::numeric_limits<std::size_t>::max()).causes)
    rows.push_back(group_of(cause, screen));
  for (auto const& [key, group] : groups_.all()) rows.push_back(group);
  // A payer, provider or claim has findings of all severities: what it holds comes first.
  bool const by_held = by == GroupBy::payer || by == GroupBy::provider || by == GroupBy::claim;
  std::ranges::stable_sort(rows, std::greater{}, [&](FindingGroup const& group) {
    return std::tuple(by_held ? group.held.cents : 0, group.severity, group.cents, group.findings);
  });
  return rows;
}

}  // namespace scrub837
