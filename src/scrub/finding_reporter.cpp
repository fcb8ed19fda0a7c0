#include "src/scrub/finding_reporter.hpp"

#include <algorithm>
#include <optional>

#include "src/text/shown_value.hpp"
#include "src/x12/element_name.hpp"

namespace scrub837 {

FindingRecord FindingReporter::record_at(SegmentLocation const& spot) const {
  FindingRecord record;
  record.file = file_;
  auto const control = [](EnvelopeState const& scope) -> std::optional<std::string_view> {
    if (!scope.open || scope.implicit) return std::nullopt;
    return shown_value(scope.control);
  };
  record.interchange = control(now_->interchange);
  record.interchange_index = now_->interchange_index;
  // The headers are judged when their first set has begun; it is none of theirs.
  bool const above_groups = spot.kind == Kind::ISA || spot.kind == Kind::gap;
  if (!above_groups) record.group = control(now_->group);
  if (!above_groups && spot.kind != Kind::GS) {
    record.transaction = control(now_->set);
    if (now_->set.open) record.set_ordinal = now_->set_ordinal;
  }
  record.loop = spot.loop == LoopId::header ? std::string_view{} : name_of(spot.loop);
  record.segment_number = spot.segment_number;
  record.offset = spot.offset;
  record.segment = spot.text;
  record.delimiters = now_->delimiters;
  return record;
}

void FindingReporter::emit(FindingRecord const& record) {
  if (listed(record.severity)) return events_->finding(record);
  count(*record.rule, record.severity);
}

void FindingReporter::say(Rule const& rule, Severity severity, Fault const& fault,
                          SegmentLocation const& spot, bool applied, std::string_view after) {
  // A set may have a hundred thousand levels, and a file as many interchanges with nothing in them.
  bool const empty = !now_->set.open && now_->interchange.open && now_->interchange.count == 0;
  auto const told = now_->set.open ? ++told_.in_set[&rule] : empty ? ++told_.in_empty_interchanges : 1;
  if (told > max_reported) return count(rule, severity);
  auto record = record_at(spot);
  record.rule = &rule;
  record.severity = severity;
  auto const last_told =
      told < max_reported ? std::string{}
      : empty
          ? fault.message + " Findings in more empty interchanges of this file are counted but not listed."
          : fault.message +
                " More findings of this rule above the claims of this transaction set are counted but not "
                "listed.";
  record.message = last_told.empty() ? fault.message : last_told;
  record.place = {0, fault.element, spot.component, spot.repetition};
  record.kind = spot.error;
  record.missing = spot.missing;
  if (fault.element != 0) record.element = element_name(name_of(spot.kind), fault.element, spot.component);
  record.fix = fault.fix;
  record.has_fix = fault.fix != Applicability::none;
  record.applied = applied;
  if (record.has_fix) {
    record.before = spot.received.empty() ? spot.text : spot.received;
    record.after = after;
  }
  emit(record);
}

void FindingReporter::claim(ClaimUnit const& unit, ClaimVerdict const& verdict) {
  // Advice that is only counted needs no words.
  bool const worded = std::any_of(verdict.found.begin(), verdict.found.end(),
                                  [&](Finding const& finding) { return listed(finding.severity); });
  if (worded || !verdict.fix_result.applied.empty()) return words(unit, verdict);
  for (auto const& finding : verdict.found) count(*finding.rule, finding.severity, finding.times);
}

}  // namespace scrub837
