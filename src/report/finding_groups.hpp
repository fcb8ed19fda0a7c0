#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/report/report_file.hpp"
#include "src/report/text_report.hpp"

namespace scrub837 {

/// By what `check --group` puts findings together. A root cause is a rule at an element, and above the claims
/// the value that is there: one wrong billing NPI is one, however many levels repeat it.
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
  std::vector<std::string> rules;
  std::uint64_t last_claim = 0;  ///< claims come in order
};

/// Groups of one input, or of several together.
class FindingGroups {
 public:
  void add(FindingGroups const& more);
  /// Most charges first, then most severe, then most findings.
  [[nodiscard]] std::vector<FindingGroup> rows() const;
  [[nodiscard]] std::uint64_t findings() const { return findings_; }

 private:
  friend class GroupingReport;
  FindingGroup& group(std::string const& key);
  std::map<std::string, FindingGroup, std::less<>> groups_;
  std::uint64_t findings_ = 0;
};

/// Puts findings together instead of keeping them. What may still be taken back waits in a sink.
class GroupingReport final : public ReportFile<> {
 public:
  /// \param screen whether values may be shown
  GroupingReport(GroupBy by, Screen screen, std::string_view file, Sink& pending);

  void begin(InterchangeStart const& start) override;
  void begin(SetStart const& start) override;
  void level(LevelStart const& start) override;
  void finding(FindingRecord const& record) override;
  void claim(ClaimUnit const& unit, ClaimVerdict const& verdict) override;
  void commit() override;
  void restore(EnvelopeLevel level) override;
  /// What was committed.
  [[nodiscard]] FindingGroups const& groups() const { return groups_; }

 private:
  // What is known of a finding at once; the rest comes with its claim.
  struct Note {
    std::string cause_key, cause;
    Rule const* rule = nullptr;
    Severity severity = Severity::info;
    std::uint64_t times = 1;
    std::uint64_t segment_number = 0;
    bool holds = false;
  };
  // Of whom a finding is.
  struct Whose {
    std::string payer, provider, claim;
    std::uint64_t claim_index = 0;
    std::int64_t cents = 0;
  };
  void write(Note const& note, Whose const& whose, std::uint64_t times);
  void count(std::string_view entry);
  [[nodiscard]] std::string value_at(FindingRecord const& record) const;

  static constexpr std::size_t ranks = 4;
  GroupBy by_;
  Screen screen_;
  std::string file_;
  Sink* pending_;
  FindingGroups groups_;
  std::vector<Note> of_claim_;                       ///< of the next claim
  std::vector<Note> above_;                          ///< errors above the claims that are still open
  std::array<std::uint64_t, ranks> level_starts_{};  ///< segment numbers of open levels; 0: none
};

/// A line a group, for a screen. \param hidden how the findings one by one can be had is said
[[nodiscard]] std::string groups_table(FindingGroups const& groups, GroupBy by, Screen const& screen);
[[nodiscard]] std::string groups_jsonl(FindingGroups const& groups);
[[nodiscard]] std::string groups_csv(FindingGroups const& groups);

}  // namespace scrub837
