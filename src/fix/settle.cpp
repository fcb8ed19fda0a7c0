#include "src/fix/settle.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace scrub837 {
namespace {

constexpr int most_passes = 10;

// What makes a finding the same finding after a pass: rule, line and element, wherever its segment moved.
using Identity = std::tuple<Rule const*, std::int32_t, std::uint8_t, std::uint8_t>;

Identity identity(Finding const& finding) {
  return {finding.rule, finding.line, finding.place.element, finding.place.component};
}

// At most one of these fires on a line; once a note was joined or moved it may be another: NAR001 becomes
// NAR002.
bool is_of_description(Finding const& finding) {
  return finding.rule->id >= "NAR001" && finding.rule->id <= "NAR005";
}

std::map<Identity, int> errors_of(Findings const& findings) {
  std::map<Identity, int> count;
  for (auto const& finding : findings) {
    if (finding.severity != Severity::error) continue;
    auto which = identity(finding);
    if (is_of_description(finding)) std::get<0>(which) = nullptr;
    ++count[which];
  }
  return count;
}

bool has_new_error(Findings const& after, Findings const& before) {
  auto const old = errors_of(before);
  for (auto const& [which, count] : errors_of(after)) {
    auto const found = old.find(which);
    if (found == old.end() || found->second < count) return true;
  }
  return false;
}

bool overlap(Place a, Place b) {
  if (a.segment != b.segment) return false;
  if (a.element == 0 || b.element == 0) return true;
  return a.element == b.element && (a.component == 0 || b.component == 0 || a.component == b.component);
}

// Two segments put behind the same one don't disturb each other: they go in one after the other.
bool overlap(Fix const& a, Fix const& b) {
  struct Claimed {
    Place place;
    bool inserts;
  };
  auto const places = [](Fix const& fix) {
    std::vector<Claimed> result;
    for (auto const& place : fix.reads) result.push_back({place, false});
    for (auto const& edit : fix.edits) result.push_back({edit.place, edit.what == Edit::What::insert_after});
    return result;
  };
  auto const of_b = places(b);
  for (auto const& one : places(a)) {
    auto const collides = [&](Claimed const& other) {
      return !(one.inserts && other.inserts) && overlap(one.place, other.place);
    };
    if (std::any_of(of_b.begin(), of_b.end(), collides)) return true;
  }
  return false;
}

class Settler {
 public:
  Settler(WorkingClaim claim, Findings first, Inherited const& inherited, Judge const& judge)
      : claim_(std::move(claim)), findings_(std::move(first)), inherited_(&inherited), judge_(&judge) {}

  Settled run() {
    auto const found = findings_;
    Settled settled;
    int passes = 0;
    for (auto batch = next_batch(); !batch.empty(); batch = next_batch()) {
      if (++passes > most_passes) {
        settled.left = found;
        settled.applied.clear();
        settled.unsettled = true;
        return settled;
      }
      if (apply(batch, settled)) continue;
      // One of them makes a new error: find out which, one at a time.
      if (batch.size() == 1) {
        withdrawn_.push_back(fix_identity(batch[0]));
      } else {
        apply_first_that_holds(batch, settled);
      }
    }
    for (auto& finding : findings_) {
      finding.place.segment = claim_.lines()[finding.place.segment].origin;
    }
    settled.left = std::move(findings_);
    if (!settled.applied.empty()) settled.claim = std::move(claim_);
    return settled;
  }

 private:
  Findings judge(WorkingClaim const& claim) const {
    Findings findings;
    judge_->judge_claim(claim.view(*inherited_, judge_->settings()), findings);
    return findings;
  }

  // Which fix of which segment; segments move, their origins stay.
  using FixIdentity = std::pair<Identity, std::uint32_t>;
  [[nodiscard]] FixIdentity fix_identity(Finding const& finding) const {
    return {identity(finding), claim_.lines()[finding.place.segment].origin};
  }

  [[nodiscard]] bool may_go_in(Finding const& finding) const {
    return !finding.fix.edits.empty() && judge_->settings().applies(finding.fix.applicability) &&
           std::find(withdrawn_.begin(), withdrawn_.end(), fix_identity(finding)) == withdrawn_.end();
  }

  // The fixes of the earliest phase that has any, without those that overlap an earlier one.
  [[nodiscard]] Findings next_batch() const {
    Findings batch;
    auto phase = Phase::count_;
    for (auto const& finding : findings_) {
      if (may_go_in(finding)) phase = std::min(phase, finding.rule->phase);
    }
    for (auto const& finding : findings_) {
      if (!may_go_in(finding) || finding.rule->phase != phase) continue;
      bool const free = std::none_of(batch.begin(), batch.end(),
                                     [&](Finding const& other) { return overlap(finding.fix, other.fix); });
      if (free) batch.push_back(finding);
    }
    return batch;
  }

  bool apply(Findings const& batch, Settled& settled) {
    std::vector<Edit const*> edits;
    for (auto const& finding : batch) {
      for (auto const& edit : finding.fix.edits) edits.push_back(&edit);
    }
    auto changed = claim_.with(edits);
    if (!changed) return false;
    auto after = judge(*changed);
    if (has_new_error(after, findings_)) return false;
    auto const view = claim_.view(*inherited_, judge_->settings());
    for (auto const& finding : batch) {
      AppliedFix applied{finding, changes_of(finding.fix, view)};
      applied.finding.place.segment = claim_.lines()[finding.place.segment].origin;
      settled.applied.push_back(std::move(applied));
    }
    claim_ = std::move(*changed);
    findings_ = std::move(after);
    return true;
  }

  void apply_first_that_holds(Findings const& batch, Settled& settled) {
    for (auto const& finding : batch) {
      if (apply({finding}, settled)) return;
      withdrawn_.push_back(fix_identity(finding));
    }
  }

  WorkingClaim claim_;
  Findings findings_;
  Inherited const* inherited_;
  Judge const* judge_;
  std::vector<FixIdentity> withdrawn_;
};

}  // namespace

std::vector<SegmentChange> changes_of(Fix const& fix, ClaimView const& claim) {
  std::map<std::uint32_t, std::string> set;
  std::vector<SegmentChange> changes;
  for (auto const& edit : fix.edits) {
    auto const original = std::string(claim.segment(edit.place.segment).text());
    switch (edit.what) {
      case Edit::What::set: {
        auto const [entry, fresh] = set.try_emplace(edit.place.segment, original);
        entry->second =
            with_element(entry->second, claim.delimiters(), edit.place, edit.value).value_or(entry->second);
        break;
      }
      case Edit::What::insert_after:
        changes.push_back({{}, edit.value});
        break;
      case Edit::What::remove:
        changes.push_back({original, {}});
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

Settled settle(WorkingClaim claim, Findings first, Inherited const& inherited, Judge const& judge) {
  return Settler(std::move(claim), std::move(first), inherited, judge).run();
}

}  // namespace scrub837
