#include "src/report_model/input_report.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "src/claim/service_line.hpp"
#include "src/report/claim_parties.hpp"
#include "src/report_model/shown_segments.hpp"
#include "src/text/shown_value.hpp"

namespace scrub837 {
namespace {

ReportFinding copied(FindingRecord const& record) {
  return {.rule = record.rule,
          .severity = record.severity,
          .place = record.place,
          .element = record.element,
          .loop = record.loop,
          .missing = record.missing,
          .line = std::string(record.line.value_or("")),
          .line_index = record.line_index,
          .message = std::string(record.message),
          .what_to_do =
              record.what_to_do == what_the_rule_says(*record.rule) ? std::string_view{} : record.what_to_do,
          .fix = record.fix,
          .applied = record.applied,
          .before = record.has_fix ? std::string(record.before) : std::string{},
          .after = std::string(record.after)};
}

ReportAbove copied_above(FindingRecord const& record, HeldCauses::ErrorAbove const& error) {
  return {.interchange = std::string(record.interchange.value_or("")),
          .group = std::string(record.group.value_or("")),
          .set = std::string(record.transaction.value_or("")),
          .segment_number = record.segment_number,
          .offset = record.offset,
          .segment = std::string(record.segment.substr(0, longest_segment_shown)),
          .delimiters = record.delimiters,
          .finding = copied(record),
          .cause = error.cause,
          .number = error.number};
}

bool has_rule(std::string_view ids, std::string_view id) { return ids.find(id) != std::string_view::npos; }

// The party of the level that a row above the claims is about.
std::string subject_of(WorklistRow const& row, std::string_view loop) {
  auto const with = [](std::string name, std::string_view id) {
    if (!id.empty()) name.append(name.empty() ? "" : " ").append(id);
    return name;
  };
  if (loop.starts_with("2000A") || loop.starts_with("2010A")) return with(row.provider, row.provider_npi);
  if (loop == "2010BB") return with(row.payer, row.payer_id);
  return loop.starts_with("20") ? row.patient : std::string{};
}

// The list keeps its memory for the next claim, and the copy has no more than it needs.
template <typename Item>
std::vector<Item> moved_out_of(std::vector<Item>& items) {
  return {std::make_move_iterator(items.begin()), std::make_move_iterator(items.end())};
}

void mark_left(std::vector<ReportFinding>& findings, Findings const& left) {
  for (auto& finding : findings) {
    finding.left = std::ranges::any_of(
        left, [&](Finding const& one) { return one.rule == finding.rule && one.place == finding.place; });
  }
}

}  // namespace

InputReport::InputReport(ReportLimits const& limits)
    : held_(Kept<ReportClaim>(limits.held)),
      others_(Kept<ReportClaim>(limits.others)),
      above_(Kept<ReportAbove>(limits.above)),
      notes_(Kept<ReportAbove>(limits.notes)) {}

void InputReport::begin(InterchangeStart const& start) {
  flush_above();
  causes_.begin(start);
}

void InputReport::begin(SetStart const& start) {
  flush_above();
  causes_.begin(start);
}

void InputReport::level(LevelStart const& start) {
  flush_above();
  causes_.level(start);
}

void InputReport::finding(FindingRecord const& record) {
  auto const error = causes_.finding(record);
  if (record.claim_index != 0) {
    findings_.push_back(copied(record));
  } else if (error.cause != 0) {
    pending_above_.push_back(copied_above(record, error));
  } else if (record.severity != Severity::info) {
    add_note(record);
  }
}

void InputReport::add_note(FindingRecord const& record) {
  ReportAbove const place{.offset = record.offset};
  if (notes_.now().is_beyond(rank_of(place))) return notes_.now().leave_out();
  notes_.now().add(copied_above(record, {}));
}

void InputReport::row(WorklistRow const& row, std::string_view line) {
  if (row.claim_index != 0) {
    rows_.emplace_back(line);
    return;
  }
  // The rows of a level follow its findings.
  auto const of_row = std::ranges::find_if(pending_above_, [&](ReportAbove const& above) {
    return above.cause != 0 && has_rule(row.rule, above.finding.rule->id) &&
           (row.element.empty() || row.element == above.finding.element) &&
           (row.loop.empty() || row.loop == above.finding.loop);
  });
  if (of_row == pending_above_.end()) {
    unlisted_ = causes_.new_error();
    pending_above_.push_back({.number = unlisted_, .rows = {std::string(line)}});
    return;
  }
  of_row->rows.emplace_back(line);
  auto& subject = causes_.table()[of_row->cause - 1].subject;
  if (subject.empty()) subject = subject_of(row, of_row->finding.loop);
}

ReportClaim InputReport::described(ClaimUnit const& unit, ClaimVerdict const& verdict) {
  auto const& claim = unit.view();
  auto parties = parties_in(unit.above(), unit.delimiters());
  ReportClaim described{.claim = std::string(shown_value(claim.clm()[1])),
                        .claim_index = unit.where().claim,
                        .patient = std::move(parties.patient),
                        .payer = std::string(shown_value(unit.inherited().payer_name)),
                        .payer_id = std::string(shown_value(unit.inherited().payer_id)),
                        .provider = std::move(parties.billing_provider.name),
                        .provider_npi = std::string(parties.billing_provider.npi()),
                        .date_from = std::string(shown_value(first_service_date(claim))),
                        .cents = verdict.cents,
                        .lines = verdict.services,
                        .disposition = verdict.disposition,
                        .delimiters = unit.delimiters(),
                        .findings = moved_out_of(findings_),
                        .rows = moved_out_of(rows_)};
  if (unit.settings().minimum_necessary) described.patient.clear();
  if (verdict.disposition == Disposition::held) causes_.reasons().assign(described.held_for, unit, verdict);
  show_segments(described, unit);
  return described;
}

void InputReport::claim(ClaimUnit const& unit, ClaimVerdict const& verdict) {
  flush_above();
  bool const held = verdict.disposition == Disposition::held;
  bool const silent = verdict.disposition == Disposition::clean &&
                      std::ranges::none_of(verdict.left(), [](Finding const& finding) {
                        return finding.severity == Severity::warning;
                      });
  if (silent) return forget_pending();
  std::vector<std::uint32_t> causes;
  if (held) {
    causes = causes_.claim(unit, verdict);
    if (verdict.mended) mark_left(findings_, verdict.left());
  }
  auto& kept = held ? held_.now() : others_.now();
  ReportClaim const place{
      .claim_index = unit.where().claim, .cents = verdict.cents, .disposition = verdict.disposition};
  if (kept.is_beyond(rank_of(place))) {
    kept.leave_out();
  } else {
    auto made = described(unit, verdict);
    made.causes = std::move(causes);
    if (held) made.above = causes_.errors_above();
    kept.add(std::move(made));
  }
  forget_pending();
}

void InputReport::flush_above() {
  for (auto& above : pending_above_) above_.now().add(std::move(above));
  pending_above_.clear();
}

void InputReport::forget_pending() {
  findings_.clear();
  rows_.clear();
}

void InputReport::save(EnvelopeLevel level) {
  flush_above();
  held_.save(level);
  others_.save(level);
  above_.save(level);
  notes_.save(level);
  causes_.save(level);
}

void InputReport::restore(EnvelopeLevel level) {
  pending_above_.clear();
  forget_pending();
  held_.restore(level);
  others_.restore(level);
  above_.restore(level);
  notes_.restore(level);
  causes_.restore(level);
}

void InputReport::discard() {
  pending_above_.clear();
  forget_pending();
  held_.clear();
  others_.clear();
  above_.clear();
  notes_.clear();
  causes_.discard();
}

InputReport::Parts InputReport::take() {
  flush_above();
  return {held_.take(), others_.take(), above_.take(), notes_.take(), causes_.take()};
}

}  // namespace scrub837
