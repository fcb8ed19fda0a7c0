#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/report/text_report.hpp"
#include "src/report_model/run_causes.hpp"

namespace scrub837 {

/// By what `check --group` puts findings together. Root causes of held claims are those of the report page
/// (HeldCauses); fixes, warnings and info findings are put together by rule and element.
enum class GroupBy : std::uint8_t { cause, rule, payer, provider, claim };
/// The grouping with this name of the command line; nothing for another word.
[[nodiscard]] std::optional<GroupBy> group_named(std::string_view name);

/// Findings that are put together.
struct FindingGroup {
  std::string name;
  Severity severity = Severity::info;  ///< the worst
  std::uint64_t findings = 0;
  std::uint64_t claims = 0;  ///< with one of them, or held by one above them
  std::int64_t cents = 0;    ///< of these claims
  Tally held = {};           ///< those of these claims that are held
  std::vector<std::string> rules;
  std::uint64_t last_claim = 0;  ///< claims come in order
};

/// Groups by a key that findings of a group have in common.
class KeyedGroups {
 public:
  /// The group with this key; of very many, one for all that come last.
  [[nodiscard]] FindingGroup& operator[](std::string const& key);
  void add(KeyedGroups const& more);
  [[nodiscard]] std::map<std::string, FindingGroup, std::less<>> const& all() const { return groups_; }

 private:
  std::map<std::string, FindingGroup, std::less<>> groups_;
};

/// What was found in one input.
struct InputGroups {
  KeyedGroups groups;
  CountedCauses causes;
  std::uint64_t findings = 0;
};

/// The groups of all inputs of a run.
class FindingGroups {
 public:
  /// Another input. In the order of the inputs.
  void add(InputGroups input);
  /// Payers, providers and claims that hold most charges first, others most severe first; then most charges,
  /// then most findings. \param screen whether values may be shown
  [[nodiscard]] std::vector<FindingGroup> rows(GroupBy by, Screen const& screen) const;
  [[nodiscard]] std::uint64_t findings() const { return findings_; }

 private:
  KeyedGroups groups_;
  RunCauses causes_;
  std::uint64_t findings_ = 0;
};

/// A line a group, for a screen.
[[nodiscard]] std::string groups_table(FindingGroups const& groups, GroupBy by, Screen const& screen);
[[nodiscard]] std::string groups_jsonl(FindingGroups const& groups, GroupBy by, Screen const& screen);
[[nodiscard]] std::string groups_csv(FindingGroups const& groups, GroupBy by, Screen const& screen);

}  // namespace scrub837
