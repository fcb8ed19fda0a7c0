#include "src/fix/settle.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "scrub837/settings.hpp"
#include "src/fix/claimed_places.hpp"
#include "src/fix/new_errors.hpp"

namespace scrub837 {
namespace {

constexpr int max_passes = 10;

// How often a claim may be judged for a batch that turns out to make a new error. Who would keep looking for
// the fix at fault would judge a claim of thousands of lines thousands of times.
int max_failures(std::size_t segments) {
  constexpr std::size_t most = 60, least = 4, max_segments_judged = 20'000;
  return static_cast<int>(std::clamp(max_segments_judged / std::max<std::size_t>(segments, 1), least, most));
}

// Fixes that go in together.
using Batch = std::vector<Finding const*>;

class Settler {
 public:
  Settler(WorkingClaim claim, Findings const& first, Inherited const& inherited, Judge const& judge)
      : claim_(std::move(claim)),
        first_(&first),
        findings_(&first),
        errors_(first),
        inherited_(&inherited),
        judge_(&judge),
        failures_left_(max_failures(claim_.lines().size())) {}

  FixResult run() {
    int passes = 0;
    for (auto batch = next_batch(); !batch.empty() && failures_left_ > 0; batch = next_batch()) {
      if (++passes > max_passes) return {{}, *first_, {}, true};
      apply_what_holds(std::move(batch));
    }
    FixResult fix_result{std::move(applied_), {}, {}, false};
    if (findings_ == first_) {
      fix_result.left = *first_;
    } else {
      fix_result.left = std::move(after_);
    }
    for (auto& finding : fix_result.left) {
      finding.place.segment = claim_.lines()[finding.place.segment].origin;
    }
    if (!fix_result.applied.empty()) fix_result.claim = std::move(claim_);
    return fix_result;
  }

 private:
  // Which fix of which segment; segments move, their origins stay.
  using FixIdentity = std::pair<FindingIdentity, std::uint32_t>;
  [[nodiscard]] FixIdentity fix_identity(Finding const& finding) const {
    return {identity(finding), claim_.lines()[finding.place.segment].origin};
  }

  // A file without a component separator has no components to set.
  [[nodiscard]] bool can_be_written(Fix const& fix) const {
    return claim_.delimiters().component != '\0' ||
           std::ranges::none_of(fix.edits, [](Edit const& edit) { return edit.place.component != 0; });
  }

  [[nodiscard]] bool may_go_in(Finding const& finding) const {
    return !finding.fix.edits.empty() && judge_->settings().applies(finding.fix.applicability) &&
           can_be_written(finding.fix) && (withdrawn_.empty() || !withdrawn_.contains(fix_identity(finding)));
  }

  // The fixes of the earliest phase that has any, without those that overlap an earlier one.
  [[nodiscard]] Batch next_batch() const {
    Batch batch;
    auto phase = Phase::count_;
    for (auto const& finding : *findings_) {
      if (!may_go_in(finding) || finding.rule->phase > phase) continue;
      if (finding.rule->phase < phase) batch.clear();
      phase = finding.rule->phase;
      batch.push_back(&finding);
    }
    ClaimedPlaces places;
    std::erase_if(batch, [&](Finding const* finding) { return !places.claim(finding->fix); });
    return batch;
  }

  // A claim with a batch in it.
  struct Attempt {
    std::optional<WorkingClaim> claim;
    Findings findings;
    Errors errors;
    std::set<std::int32_t> bad_lines;  // where there are new errors
    bool holds = false;
  };

  [[nodiscard]] Attempt attempt(Batch const& batch) const {
    std::vector<Edit const*> edits;
    for (auto const* const finding : batch) {
      for (auto const& edit : finding->fix.edits) edits.push_back(&edit);
    }
    Attempt result{claim_.with(edits), {}, {}, {}, false};
    if (!result.claim) return result;
    result.findings.reserve(findings_->size());
    judge_->judge_claim(result.claim->view(*inherited_, judge_->settings()), result.findings);
    result.errors = Errors(result.findings);
    result.bad_lines = errors_.lines_of_new(result.errors);
    result.holds = result.bad_lines.empty();
    return result;
  }

  void accept(Batch const& batch, Attempt attempt) {
    auto const view = claim_.view(*inherited_, judge_->settings());
    applied_.reserve(applied_.size() + batch.size());
    for (auto const* const finding : batch) {
      auto place = finding->place;
      place.segment = claim_.lines()[place.segment].origin;
      auto& applied = applied_.emplace_back();
      applied.finding = {finding->rule, finding->severity, place,
                         finding->line, finding->message,  {finding->fix.applicability, {}, {}}};
      applied.finding.kind = finding->kind;
      if (++told_[finding->rule] <= max_reported_in_claim) applied.changes = changes_of(finding->fix, view);
    }
    claim_ = std::move(*attempt.claim);
    after_ = std::move(attempt.findings);
    findings_ = &after_;
    errors_ = std::move(attempt.errors);
  }

  // Puts in as many of these fixes as go in without a new error, and withdraws those that make one.
  void apply_what_holds(Batch batch) {
    while (!batch.empty()) {
      auto tried = attempt(batch);
      if (tried.holds) return accept(batch, std::move(tried));
      if (--failures_left_ == 0) return;
      if (!narrow(batch, tried.bad_lines)) return apply_longest_that_holds(batch);
    }
  }

  void withdraw(Finding const& finding) { withdrawn_.insert(fix_identity(finding)); }

  // A new error is most likely of a fix on its line: where several are, the first stays in the batch, and the
  // others wait for another pass; where there is one it is withdrawn. \return false: none is of such a line
  bool narrow(Batch& batch, std::set<std::int32_t> const& bad_lines) {
    std::map<std::int32_t, int> suspects;
    for (auto const* const finding : batch) {
      if (bad_lines.contains(finding->line)) ++suspects[finding->line];
    }
    if (suspects.empty()) return false;
    std::set<std::int32_t> seen;
    std::erase_if(batch, [&](Finding const* finding) {
      auto const found = suspects.find(finding->line);
      if (found == suspects.end()) return false;
      if (found->second == 1) withdraw(*finding);
      return found->second == 1 || !seen.insert(finding->line).second;
    });
    return true;
  }

  // The first fixes, up to the one that makes a new error wherever: that is withdrawn.
  void apply_longest_that_holds(Batch const& batch) {
    std::size_t holding = 0;
    auto failing = batch.size();
    Attempt best;
    auto const first = [&](std::size_t count) {
      return Batch(batch.begin(), batch.begin() + static_cast<std::ptrdiff_t>(count));
    };
    while (failing - holding > 1) {
      auto const middle = holding + (failing - holding) / 2;
      auto tried = attempt(first(middle));
      if (tried.holds) {
        holding = middle;
        best = std::move(tried);
      } else {
        failing = middle;
        if (--failures_left_ == 0) break;
      }
    }
    withdraw(*batch[holding]);
    if (holding > 0) accept(first(holding), std::move(best));
  }

  WorkingClaim claim_;
  Findings const* first_;
  Findings const* findings_;  // of the claim as it is now: the first ones, or those after a fix
  Findings after_;
  Errors errors_;  // those of findings_
  Inherited const* inherited_;
  Judge const* judge_;
  int failures_left_;
  std::vector<AppliedFix> applied_;
  std::map<Rule const*, std::uint64_t> told_;
  std::set<FixIdentity> withdrawn_;
};

}  // namespace

std::vector<SegmentChange> changes_of(Fix const& fix, ClaimView const& claim) {
  std::map<std::uint32_t, std::string> set;
  std::vector<SegmentChange> changes;
  for (auto const& edit : fix.edits) {
    auto const original = claim.segment(edit.place.segment).text();
    switch (edit.what) {
      case Edit::What::set: {
        auto const [entry, fresh] = set.try_emplace(edit.place.segment, original);
        entry->second =
            with_element(entry->second, claim.delimiters(), edit.place, edit.value).value_or(entry->second);
        break;
      }
      case Edit::What::trim: {
        auto& text = set.try_emplace(edit.place.segment, original).first->second;
        text = without_trailing(text, claim.delimiters(), edit.place);
        break;
      }
      case Edit::What::insert_after:
        changes.push_back({{}, edit.value});
        break;
      case Edit::What::remove:
        changes.push_back({std::string(original), {}});
        break;
    }
  }
  std::vector<SegmentChange> result;
  result.reserve(set.size() + changes.size());
  for (auto& [index, after] : set)
    result.push_back({std::string(claim.segment(index).text()), std::move(after)});
  result.insert(result.end(), changes.begin(), changes.end());
  return result;
}

FixResult settle(WorkingClaim claim, Findings const& first, Inherited const& inherited, Judge const& judge) {
  return Settler(std::move(claim), first, inherited, judge).run();
}

}  // namespace scrub837
