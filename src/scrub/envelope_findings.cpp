#include "src/scrub/envelope_findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "src/fix/one_a_fault.hpp"
#include "src/fix/settle_run.hpp"

namespace scrub837 {
namespace {

// Findings of one rule in a header or level that are told one by one; the others are counted.
constexpr std::uint64_t max_reported_in_run = 100;

// The loop of each segment of a stretch, in one walk: a header may have a million strays.
std::vector<LoopId> innermost_loops(SegmentRun const& stretch) {
  std::vector<LoopId> result(stretch.segments.size(), LoopId::stray);
  // An inner loop comes behind the one that it is in.
  for (auto const& loop : stretch.loops) {
    if (loop.id == LoopId::stray) continue;
    std::fill(result.begin() + loop.first, result.begin() + loop.last, loop.id);
  }
  return result;
}

FindingContext context_of(SegmentRun const& stretch) {
  return {stretch.segments, stretch.loops, stretch.bytes, stretch.delimiters};
}

}  // namespace

SegmentLocation EnvelopeFindings::location_of(Segment const& segment, LoopId loop) const {
  return {segment.kind, block().offset(segment), now_->set.open ? now_->set.count : 0, block().text(segment),
          loop};
}

void EnvelopeFindings::say(Rule const& rule, Severity severity, Fault const& fault,
                           SegmentLocation const& spot, bool applied, std::string_view after, UnitAbove* unit,
                           Finding const* finding) {
  reporter_->say(rule, severity, fault, spot, applied, after);
  hold_below(rule, severity, fault, spot, applied, unit, finding);
}

void EnvelopeFindings::notice(Rule const& notice, SegmentLocation const& spot) {
  if (!settings().enabled(notice)) return;
  say(notice, settings().severity(notice), {0, Applicability::none, std::string(notice.doc.what)}, spot,
      false, {});
}

void EnvelopeFindings::lexical_faults(std::span<Segment const> unit) {
  if (!piece_->tokens.has_irregular_segments() || (now_->indent_reported && now_->fold_reported)) return;
  auto const say_once = [&](bool& said, Segment const& segment, BytesView::Where where) {
    if (said) return;
    said = true;
    for (auto const& active : judge_->rules<BytesCheck>()) {
      auto const fault = active.check({where, true});
      if (!fault) continue;
      auto spot = location_of(segment);
      spot.segment_number = segment_number(segment, unit);
      auto const content = block().content(segment);
      spot.received =
          std::string_view(block().bytes).substr(segment.raw_begin, content.end - segment.raw_begin);
      say(*active.rule, active.severity, *fault, spot, settings().applies(fault->fix) && !now_->as_received(),
          block().text(segment));
    }
  };
  for (auto const& segment : unit) {
    if (segment.indented) say_once(now_->indent_reported, segment, BytesView::Where::before_segment);
    if (segment.folded) say_once(now_->fold_reported, segment, BytesView::Where::inside_segment);
  }
}

std::uint64_t EnvelopeFindings::segment_number(Segment const& segment, std::span<Segment const> unit) const {
  if (!now_->set.open) return 0;
  return now_->set.count + static_cast<std::uint64_t>(&segment - unit.data()) + 1;
}

void EnvelopeFindings::stretch(SegmentRun const& stretch, UnitAbove& above,
                               std::optional<WorkingClaim>& corrected) {
  auto settled = settle_run(corrected ? corrected->run(stretch) : stretch, *judge_, !now_->as_received());
  // Where the input ends in it, the trailers that are missing say so.
  if (stretch.segments.back().unterminated && !settings().unsafe_fixes &&
      judge_->does(Duty::closes_envelopes))
    leave_out_cut_off(settled.left, context_of(stretch));
  if (settled.applied.empty() && settled.left.empty()) return;
  auto const loops = innermost_loops(stretch);
  std::map<Rule const*, Told> told;
  for (auto const* const findings : {&settled.applied, &settled.left}) {
    for (auto const& finding : *findings) told[finding.rule].found += finding.times;
  }
  for (auto const& finding : settled.applied)
    say_of_unit(finding, stretch.segments, loops, told[finding.rule],
                {&above, true, settled.text_of(finding.place.segment)});
  for (auto const& finding : settled.left)
    say_of_unit(finding, stretch.segments, loops, told[finding.rule], {&above, false, {}});
  if (settled.fixed) corrected = std::move(settled.fixed);
}

void EnvelopeFindings::say_of_unit(Finding const& finding, std::span<Segment const> unit,
                                   std::span<LoopId const> loops, Told& told, WhatBecame const& became) {
  auto const times = ++told.listed;
  if (times > max_reported_in_run) return reporter_->count(*finding.rule, finding.severity, finding.times);
  reporter_->count(*finding.rule, finding.severity, finding.times - 1);
  auto const& segment = unit[finding.place.segment];
  auto spot = location_of(segment);
  spot.segment_number = segment_number(segment, unit);
  spot.loop = loops[finding.place.segment];
  if (finding.missing.segment != Kind::unknown)
    spot = missing_behind(block(), segment, spot.segment_number, finding.missing);
  spot.component = finding.place.component;
  spot.repetition = finding.place.repetition;
  spot.error = finding.kind;
  auto message = finding.message;
  if (times == max_reported_in_run && told.found > max_reported_in_run)
    message += fmt::format(" ({} more like this follow.)", told.found - max_reported_in_run);
  auto const offered = finding.fix.value ? Applicability::input : finding.fix.applicability;
  say(*finding.rule, finding.severity, {finding.place.element, offered, std::move(message)}, spot,
      became.applied, became.after, became.unit, &finding);
}

void EnvelopeFindings::repeated_interchange(SegmentLocation const& spot) {
  say_repeat(repeats_->note_interchange(now_->sender, now_->interchange.control, now_->interchange_index),
             spot);
}

void EnvelopeFindings::repeated_set(SegmentLocation const& spot) {
  say_repeat(repeats_->note_set(now_->group_ordinal, now_->set.control, now_->set_ordinal), spot);
}

void EnvelopeFindings::say_repeat(std::optional<RepeatIndex::Repeat> const& found,
                                  SegmentLocation const& spot) {
  if (found) say(*found->rule, found->severity, found->fault, spot, false, {});
}

}  // namespace scrub837
