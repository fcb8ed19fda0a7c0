#include "src/fix/judge.hpp"

#include <algorithm>
#include <boost/container/static_vector.hpp>

#include "scrub837/profile.hpp"
#include "scrub837/settings.hpp"
#include "src/claim/payer_requirements.hpp"
#include "src/fix/one_a_fault.hpp"
#include "src/guide/checks.hpp"
#include "src/guide/extra_codes.hpp"

namespace scrub837 {
namespace {

template <typename CheckType>
Reporter reporter_for(Judge::Active<CheckType> const& active, Findings& findings) {
  return {*active.rule, active.severity, findings, active.severity_set};
}

std::vector<Edit const*> first_edits(Findings const& findings, std::size_t first) {
  std::vector<Edit const*> edits;
  for (auto i = first; i < findings.size(); ++i) {
    if (!is_first_fix(findings[i])) continue;
    for (auto const& edit : findings[i].fix.edits) edits.push_back(&edit);
  }
  return edits;
}

// What was found before the first fixes went in and is not mended by them stays away: it is judged again.
void keep_first_fixes(Findings& findings, std::size_t first) {
  findings.erase(std::remove_if(findings.begin() + static_cast<std::ptrdiff_t>(first), findings.end(),
                                [](Finding const& finding) { return !is_first_fix(finding); }),
                 findings.end());
}

SegmentRun run_of(ClaimView const& claim) {
  return {.segments = claim.segments(),
          .loops = claim.loops(),
          .orphan_claim = !claim.inherited().has_subscriber,
          .bytes = claim.bytes(),
          .delimiters = claim.delimiters(),
          .above = &claim.inherited(),
          .settings = &claim.settings(),
          .profile = claim.profile()};
}

}  // namespace

Judge::Judge(Settings const& settings)
    : settings_(&settings),
      guide_(guide::with_extra_codes(settings.guide ? settings.guide : guide::shipped_guide(),
                                     *settings.code_lists)),
      active_(lists(nullptr)) {
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
    bool set = settings_->sets_severity(*rule);
    if (profile != nullptr) {
      if (profile->off.contains(rule)) continue;
      if (auto const own = profile->severities.find(rule); own != profile->severities.end()) {
        severity = own->second;
        set = true;
      }
    }
    std::visit(
        [&]<typename CheckType>(CheckType check) {
          if constexpr (!std::is_same_v<CheckType, std::monostate>) {
            std::get<std::vector<Active<CheckType>>>(result).push_back(
                {rule, severity, check, rule->of_segments, set});
          }
        },
        rule->check);
    if (rule->in_claims != nullptr)
      std::get<std::vector<Active<ClaimCheck>>>(result).push_back(
          {rule, severity, rule->in_claims, rule->in_claims_of, set});
    if (rule->of_repeats != nullptr)
      std::get<std::vector<Active<RepeatCheck>>>(result).push_back(
          {rule, severity, rule->of_repeats, {}, set});
  }
  return result;
}

Judge::Lists const& Judge::lists_for(Profile const* profile) const {
  return profile == nullptr ? active_ : of_profile_[profile->index];
}

std::optional<WorkingClaim> Judge::judge_run(SegmentRun const& stretch, Findings& findings) const {
  auto const first = findings.size();
  auto const& lists = lists_for(stretch.profile);
  judge_run(stretch, lists, findings);
  if (findings.size() == first) return std::nullopt;
  auto const edits = first_edits(findings, first);
  auto tidy = edits.empty() ? std::nullopt : WorkingClaim(stretch).with(edits);
  if (tidy) {
    keep_first_fixes(findings, first);
    judge_run(tidy->run(stretch), lists, findings);
  }
  leave_one_a_fault(findings, first, {stretch.segments, stretch.loops, stretch.bytes, stretch.delimiters});
  return tidy;
}

void Judge::judge_run(SegmentRun const& stretch, Lists const& lists, Findings& findings) const {
  KindSet kinds;
  for (auto const& segment : stretch.segments) kinds.add(segment.kind);
  for (auto const& active : of<SegmentRunCheck>(lists)) {
    if (!active.looks_at(kinds)) continue;
    auto reporter = reporter_for(active, findings);
    active.check(stretch, reporter);
  }
  judge_by_guide(stretch, lists, findings);
}

void Judge::judge_by_guide(SegmentRun const& stretch, Lists const& lists, Findings& findings) const {
  if (of<GuideCheck>(lists).empty()) return;
  guide::Faults faults;
  guide::check_stretch(*guide_, stretch, faults);
  if (!faults.empty()) speak_of(faults, lists, findings);
}

void Judge::judge_envelope(SegmentView header, Findings& findings) const {
  guide::Faults faults;
  guide::check_envelope(*guide_, header, faults);
  speak_of(faults, active_, findings);
  leave_one_a_fault(findings, 0, {});
}

std::optional<std::string> Judge::tidy_envelope(SegmentView header) const {
  if (!header.text().ends_with(header.delimiters().element)) return std::nullopt;
  Findings findings;
  judge_envelope(header, findings);
  for (auto const& finding : findings) {
    if (trims_segment(finding)) return without_trailing(header.text(), header.delimiters(), {});
  }
  return std::nullopt;
}

void Judge::speak_of(guide::Faults const& faults, Lists const& lists, Findings& findings) const {
  for (auto const& active : of<GuideCheck>(lists)) {
    auto reporter = reporter_for(active, findings);
    for (auto const& fault : faults) {
      if (fault.kind == active.check.kind) active.check.report(fault, guide_->table(), reporter);
    }
  }
}

void Judge::judge_claim(ClaimView const& claim, Findings& findings) const {
  Judged const judged{&claim, &findings};
  judge_claims({&judged, 1});
}

void Judge::judge_claims(std::span<Judged const> claims) const {
  boost::container::static_vector<std::size_t, batch> first;
  for (auto const& judged : claims) first.push_back(judged.findings->size());
  judge_as_they_are(claims);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (claims[i].findings->size() > first[i]) tidy_and_leave_one_a_fault(claims[i], first[i]);
  }
}

void Judge::tidy_and_leave_one_a_fault(Judged const& judged, std::size_t first) const {
  auto const& claim = *judged.claim;
  auto& findings = *judged.findings;
  auto const edits = first_edits(findings, first);
  if (!edits.empty()) {
    SegmentRun const run{.segments = claim.segments(),
                         .loops = claim.loops(),
                         .bytes = claim.bytes(),
                         .delimiters = claim.delimiters()};
    if (auto const tidy = WorkingClaim(run).with(edits)) {
      keep_first_fixes(findings, first);
      auto const view = tidy->view(claim.inherited(), *settings_);
      Judged const again{&view, &findings};
      judge_as_they_are({&again, 1});
    }
  }
  leave_one_a_fault(findings, first, {claim.segments(), claim.loops(), claim.bytes(), claim.delimiters()});
}

// Those of one payer together.
void Judge::judge_as_they_are(std::span<Judged const> claims) const {
  while (!claims.empty()) {
    auto const* const profile = claims.front().claim->profile();
    std::size_t count = 1;
    while (count < claims.size() && claims[count].claim->profile() == profile) ++count;
    judge_as_they_are(claims.first(count), profile);
    claims = claims.subspan(count);
  }
}

void Judge::judge_as_they_are(std::span<Judged const> claims, Profile const* profile) const {
  auto const& lists = lists_for(profile);
  boost::container::static_vector<SegmentRun, batch> runs;
  boost::container::static_vector<std::size_t, batch> first;
  KindSet any;
  for (auto const& [claim, findings] : claims) {
    runs.push_back(run_of(*claim));
    first.push_back(findings->size());
    any.add(claim->kinds());
  }
  for (auto const& active : of<SegmentRunCheck>(lists)) {
    if (!active.looks_at(any)) continue;
    for (std::size_t i = 0; i < claims.size(); ++i) {
      if (!active.looks_at(claims[i].claim->kinds())) continue;
      auto reporter = reporter_for(active, *claims[i].findings);
      active.check(runs[i], reporter);
    }
  }
  for (std::size_t i = 0; i < claims.size(); ++i) {
    auto& findings = *claims[i].findings;
    judge_by_guide(runs[i], lists, findings);
    for (auto found = first[i]; found < findings.size(); ++found)
      findings[found].line = claims[i].claim->line_of(findings[found].place.segment);
  }
  for (auto const& active : of<ClaimCheck>(lists)) {
    // Most claims have no notes and announce no documents.
    if (!active.looks_at(any)) continue;
    for (auto const& [claim, findings] : claims) {
      if (!active.looks_at(claim->kinds())) continue;
      auto reporter = reporter_for(active, *findings);
      active.check(*claim, reporter);
    }
  }
  for (auto const& judged : claims) judge_lines(judged, profile);
}

void Judge::judge_lines(Judged const& judged, Profile const* profile) const {
  auto const& claim = *judged.claim;
  auto& findings = *judged.findings;
  auto const& lists = lists_for(profile);
  bool const demanding = profile != nullptr && !profile->codes.empty();
  bool const every_line = !of<LineCheck>(lists).empty();
  if (!every_line && !demanding && claim.unlisted_count() == 0) return;
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (!line.has_service()) continue;
    for (auto const& active : of<LineCheck>(lists)) {
      auto reporter = reporter_for(active, findings);
      active.check(line, reporter);
    }
    if (line.unlisted()) {
      UnlistedLine const unlisted(line);
      for (auto const& active : of<UnlistedCheck>(lists)) {
        auto reporter = reporter_for(active, findings);
        active.check(unlisted, reporter);
      }
    }
    if (!demanding) continue;
    auto const* const requirements = demands_of(line);
    if (requirements == nullptr) continue;
    for (auto const& active : of<RequirementCheck>(lists)) {
      auto reporter = reporter_for(active, findings);
      active.check(line, *requirements, reporter);
    }
  }
}

}  // namespace scrub837
