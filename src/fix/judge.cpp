#include "src/fix/judge.hpp"

#include <algorithm>

#include "scrub837/profile.hpp"
#include "scrub837/settings.hpp"
#include "src/claim/payer_requirements.hpp"

namespace scrub837 {

Judge::Judge(Settings const& settings) : settings_(&settings), active_(lists(nullptr)) {
  if (!settings.profiles) return;
  for (auto const& profile : settings.profiles->all()) of_profile_.push_back(lists(&profile));
}

bool Judge::does(Duty duty) const {
  auto const rules = settings_->active();
  return std::any_of(rules.begin(), rules.end(), [&](Rule const* rule) { return rule->duty == duty; });
}

Judge::Lists Judge::lists(Profile const* profile) const {
  Lists result;
  for (Rule const* const rule : settings_->active()) {
    auto severity = settings_->severity(*rule);
    if (profile != nullptr) {
      if (profile->off.contains(rule)) continue;
      if (auto const own = profile->severities.find(rule); own != profile->severities.end())
        severity = own->second;
    }
    std::visit(
        [&]<typename CheckType>(CheckType check) {
          if constexpr (!std::is_same_v<CheckType, std::monostate>) {
            std::get<std::vector<Active<CheckType>>>(result).push_back(
                {rule, severity, check, rule->of_segment});
          }
        },
        rule->check);
    if (rule->in_claims != nullptr)
      std::get<std::vector<Active<ClaimCheck>>>(result).push_back({rule, severity, rule->in_claims});
    if (rule->of_repeats != nullptr)
      std::get<std::vector<Active<RepeatCheck>>>(result).push_back({rule, severity, rule->of_repeats});
  }
  return result;
}

void Judge::judge_run(SegmentRun const& stretch, Findings& findings) const {
  judge_run(stretch, active_, findings);
}

void Judge::judge_run(SegmentRun const& stretch, Lists const& lists, Findings& findings) {
  for (auto const& active : of<SegmentRunCheck>(lists)) {
    Reporter reporter(*active.rule, active.severity, findings);
    active.check(stretch, reporter);
  }
}

void Judge::judge_claim(ClaimView const& claim, Findings& findings) const {
  auto const* const profile = claim.profile();
  auto const& lists = profile == nullptr ? active_ : of_profile_[profile->index];
  auto const first = findings.size();
  judge_run({.segments = claim.segments(),
             .loops = claim.loops(),
             .orphan_claim = !claim.inherited().has_subscriber,
             .bytes = claim.bytes(),
             .delimiters = claim.delimiters(),
             .above = &claim.inherited(),
             .settings = &claim.settings()},
            lists, findings);
  for (auto i = first; i < findings.size(); ++i) findings[i].line = claim.line_of(findings[i].place.segment);
  for (auto const& active : of<ClaimCheck>(lists)) {
    // Most claims have no notes and announce no documents.
    if (active.of_segment != Kind::unknown && !claim.has(active.of_segment)) continue;
    Reporter reporter(*active.rule, active.severity, findings);
    active.check(claim, reporter);
  }
  bool const demanding = profile != nullptr && !profile->codes.empty();
  bool const every_line = !of<LineCheck>(lists).empty();
  if (!every_line && !demanding && claim.unlisted_count() == 0) return;
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (!line.has_service()) continue;
    for (auto const& active : of<LineCheck>(lists)) {
      Reporter reporter(*active.rule, active.severity, findings);
      active.check(line, reporter);
    }
    if (line.unlisted()) {
      UnlistedLine const unlisted(line);
      for (auto const& active : of<UnlistedCheck>(lists)) {
        Reporter reporter(*active.rule, active.severity, findings);
        active.check(unlisted, reporter);
      }
    }
    if (!demanding) continue;
    auto const* const requirements = demands_of(line);
    if (requirements == nullptr) continue;
    for (auto const& active : of<RequirementCheck>(lists)) {
      Reporter reporter(*active.rule, active.severity, findings);
      active.check(line, *requirements, reporter);
    }
  }
}

}  // namespace scrub837
