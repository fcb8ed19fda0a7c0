#include "src/fix/settle_run.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "scrub837/settings.hpp"
#include "src/fix/claimed_places.hpp"
#include "src/fix/new_errors.hpp"
#include "src/fix/one_a_fault.hpp"

namespace scrub837 {
namespace {

constexpr int max_run_passes = 10;
// A header may have a million segments that are wrong: only so often is it judged for fixes that don't hold.
constexpr int max_run_failures = 20;

class RunSettler {
 public:
  RunSettler(SegmentRun const& received, Judge const& judge, SettledRun& result)
      : received_(&received), judge_(&judge), result_(result) {}

  void run(bool fixes) {
    result_.fixed = judge_->judge_run(*received_, result_.left);
    if (!fixes) {
      result_.fixed.reset();
      return;
    }
    take_first_fixes();
    for (int pass = 0; pass < max_run_passes && failures_left_ > 0; ++pass) {
      auto const batch = next_batch();
      if (batch.empty()) break;
      if (!apply(batch)) apply_one_by_one(batch);
    }
    for (auto& finding : result_.left) finding.place.segment = origin(finding);
  }

 private:
  [[nodiscard]] std::uint32_t origin(Finding const& finding) const {
    return result_.fixed ? result_.fixed->lines()[finding.place.segment].origin : finding.place.segment;
  }

  // They went in as the segments were judged.
  void take_first_fixes() {
    if (!result_.fixed) return;
    auto const rest = std::stable_partition(result_.left.begin(), result_.left.end(), is_first_fix);
    result_.applied.assign(std::make_move_iterator(result_.left.begin()), std::make_move_iterator(rest));
    result_.left.erase(result_.left.begin(), rest);
  }

  [[nodiscard]] bool may_go_in(Finding const& finding) const {
    return !finding.fix.edits.empty() && judge_->settings().applies(finding.fix.applicability) &&
           std::ranges::find(withdrawn_, identity_of(finding)) == withdrawn_.end();
  }

  using Identity = std::pair<FindingIdentity, std::uint32_t>;
  [[nodiscard]] Identity identity_of(Finding const& finding) const {
    return {identity(finding), origin(finding)};
  }

  // The fixes of the earliest phase that has any, by index of the finding.
  [[nodiscard]] std::vector<std::size_t> next_batch() const {
    std::vector<std::size_t> batch;
    auto phase = Phase::count_;
    for (std::size_t i = 0; i < result_.left.size(); ++i) {
      auto const& finding = result_.left[i];
      if (!may_go_in(finding) || finding.rule->phase > phase) continue;
      if (finding.rule->phase < phase) batch.clear();
      phase = finding.rule->phase;
      batch.push_back(i);
    }
    ClaimedPlaces places;
    std::erase_if(batch, [&](std::size_t i) { return !places.claim(result_.left[i].fix); });
    return batch;
  }

  // The segments with edits, and with the tidying that these make necessary.
  [[nodiscard]] std::optional<WorkingClaim> with(std::vector<std::size_t> const& batch,
                                                 Findings& findings) const {
    std::vector<Edit const*> edits;
    for (auto const i : batch) {
      for (auto const& edit : result_.left[i].fix.edits) edits.push_back(&edit);
    }
    auto fixed = (result_.fixed ? *result_.fixed : WorkingClaim(*received_)).with(edits);
    if (!fixed || !judge_->judge_run(fixed->run(*received_), findings)) return fixed;
    edits.clear();
    for (auto const& finding : findings) {
      if (!is_first_fix(finding)) continue;
      for (auto const& edit : finding.fix.edits) edits.push_back(&edit);
    }
    fixed = fixed->with(edits);
    std::erase_if(findings, is_first_fix);
    return fixed;
  }

  // \return false if a new error would be there
  bool apply(std::vector<std::size_t> const& batch) {
    Findings after;
    auto fixed = with(batch, after);
    if (!fixed || !Errors(result_.left).lines_of_new(Errors(after)).empty()) {
      --failures_left_;
      return false;
    }
    for (auto const i : batch) {
      auto finding = std::move(result_.left[i]);
      finding.place.segment = origin(finding);
      result_.applied.push_back(std::move(finding));
    }
    result_.fixed = std::move(fixed);
    result_.left = std::move(after);
    return true;
  }

  // Of fixes that make an error together the first that holds goes in; the others are looked at again.
  void apply_one_by_one(std::vector<std::size_t> const& batch) {
    for (auto const i : batch) {
      if (batch.size() > 1 && apply({i})) return;
      withdrawn_.push_back(identity_of(result_.left[i]));
      if (failures_left_ <= 0) return;
    }
  }

  SegmentRun const* received_;
  Judge const* judge_;
  SettledRun& result_;
  std::vector<Identity> withdrawn_;
  int failures_left_ = max_run_failures;
};

}  // namespace

std::string_view SettledRun::text_of(std::uint32_t segment) const {
  if (!fixed) return {};
  auto const line = std::ranges::find_if(
      fixed->lines(), [&](WorkingClaim::Line const& one) { return one.origin == segment && !one.inserted; });
  return line == fixed->lines().end() ? std::string_view{} : std::string_view(line->text);
}

SettledRun settle_run(SegmentRun const& received, Judge const& judge, bool fixes) {
  SettledRun result;
  RunSettler(received, judge, result).run(fixes);
  return result;
}

}  // namespace scrub837
