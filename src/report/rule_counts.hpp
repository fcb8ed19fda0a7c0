#pragma once

#include <cstdint>
#include <map>
#include <string_view>

#include "scrub837/report.hpp"
#include "src/report/report_file.hpp"

namespace scrub837 {

/// How often a rule was found.
struct RuleCount {
  Rule const* rule = nullptr;
  Severity severity = Severity::info;  ///< the worst of its findings
  std::uint64_t findings = 0;
  std::uint64_t fixable = 0;  ///< findings that `scrub` would mend with the settings of this run
  std::uint64_t claims = 0;   ///< claims with at least one; faults above the claims touch none

  RuleCount& operator+=(RuleCount const& other);
};

/// Counts by rule id, of one input or of several together.
using RuleCounts = std::map<std::string_view, RuleCount>;

/// Adds the counts of another input.
void add(RuleCounts& sum, RuleCounts const& more);

/// Counts findings by rule instead of keeping them. What may still be taken back waits in a sink, so that
/// memory doesn't grow with the input.
class CountingReport final : public ReportFile<> {
 public:
  explicit CountingReport(Sink& pending) : ReportFile(pending, {}), pending_(&pending) {}

  void finding(FindingRecord const& record) override;
  void commit() override;
  /// What was committed.
  [[nodiscard]] RuleCounts const& counts() const { return counts_; }

 private:
  struct Entry {
    Rule const* rule = nullptr;
    std::uint64_t claim_index = 0;
    Severity severity = Severity::info;
    bool fixable = false;
    std::uint64_t findings = 1;
  };
  void count(Entry const& entry);

  Sink* pending_;
  RuleCounts counts_;
  std::map<Rule const*, std::uint64_t> last_claims_;
};

}  // namespace scrub837
