#include "src/fix/judge.hpp"

namespace scrub837 {

Judge::Judge(Settings const& settings) : settings_(&settings) {
  for (Rule const* const rule : settings.active()) {
    std::visit(
        [&]<typename CheckType>(CheckType check) {
          if constexpr (!std::is_same_v<CheckType, std::monostate>) {
            std::get<std::vector<Active<CheckType>>>(active_).push_back(
                {rule, settings.severity(*rule), check});
          }
        },
        rule->check);
  }
}

void Judge::judge_stretch(Stretch const& stretch, Findings& findings) const {
  for (auto const& active : rules<StretchCheck>()) {
    Reporter reporter(*active.rule, active.severity, findings);
    active.check(stretch, reporter);
  }
}

void Judge::judge_claim(ClaimView const& claim, Findings& findings) const {
  auto const first = findings.size();
  judge_stretch({claim.segments(), claim.loops(), !claim.inherited().has_subscriber}, findings);
  for (auto i = first; i < findings.size(); ++i) findings[i].line = claim.line_of(findings[i].place.segment);
  for (auto const& active : rules<ClaimCheck>()) {
    Reporter reporter(*active.rule, active.severity, findings);
    active.check(claim, reporter);
  }
  bool const every_line = !rules<LineCheck>().empty();
  if (!every_line && claim.unlisted_count() == 0) return;
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (!line.has_service()) continue;
    for (auto const& active : rules<LineCheck>()) {
      Reporter reporter(*active.rule, active.severity, findings);
      active.check(line, reporter);
    }
    if (!line.unlisted()) continue;
    UnlistedLine const unlisted(line);
    for (auto const& active : rules<UnlistedCheck>()) {
      Reporter reporter(*active.rule, active.severity, findings);
      active.check(unlisted, reporter);
    }
  }
}

}  // namespace scrub837
