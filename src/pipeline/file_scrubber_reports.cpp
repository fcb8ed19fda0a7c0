#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>

#include "src/pipeline/file_scrubber.hpp"
#include "src/report/element_name.hpp"
#include "src/report/shown_value.hpp"
#include "src/rules/notices.hpp"

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

}  // namespace

std::string_view name_of(Disposition disposition) {
  switch (disposition) {
    case Disposition::clean:
      return "clean";
    case Disposition::fixed:
      return "fixed";
    case Disposition::held:
      return "held";
    case Disposition::released:
      return "released";
  }
  return {};
}

bool Totals::balanced() const {
  Tally sum;
  for (auto const& tally : by_disposition) {
    sum.claims += tally.claims;
    sum.cents += tally.cents;
  }
  return sum == in;
}

FileScrubber::SegmentLocation FileScrubber::location_of(Segment const& segment, LoopId loop) const {
  return {segment.kind, block().offset(segment), now_.set.open ? now_.set.count : 0, block().text(segment),
          loop};
}

FindingRecord FileScrubber::record_above(SegmentLocation const& spot) const {
  FindingRecord record;
  record.file = job_.file;
  auto const control = [](EnvelopeState const& scope) -> std::optional<std::string_view> {
    if (!scope.open || scope.implicit) return std::nullopt;
    return shown_value(scope.control);
  };
  record.interchange = control(now_.interchange);
  record.interchange_index = now_.interchange_index;
  // The headers are judged when their first set has begun; it is none of theirs.
  bool const above_groups = spot.kind == Kind::ISA || spot.kind == Kind::gap;
  if (!above_groups) record.group = control(now_.group);
  if (!above_groups && spot.kind != Kind::GS) {
    record.transaction = control(now_.set);
    if (now_.set.open) record.set_ordinal = now_.set_ordinal;
  }
  record.loop = spot.loop == LoopId::header ? std::string_view{} : name_of(spot.loop);
  record.segment_number = spot.segment_number;
  record.offset = spot.offset;
  record.segment = spot.text;
  record.delimiters = now_.delimiters;
  return record;
}

bool FileScrubber::listed(Severity severity) const { return severity != Severity::info || settings().info; }

void FileScrubber::count(Rule const& rule, Severity severity, std::uint64_t times) {
  if (times == 0) return;
  now_.totals.by_severity[static_cast<std::size_t>(severity)] += times;
  auto const found = now_.totals.by_rule.find(rule.id);
  if (found != now_.totals.by_rule.end()) {
    found->second += times;
  } else {
    now_.totals.by_rule.emplace(rule.id, times);
  }
}

void FileScrubber::emit(FindingRecord const& record) {
  count(*record.rule, record.severity);
  if (listed(record.severity)) job_.report->finding(record);
}

void FileScrubber::say(Rule const& rule, Severity severity, Fault const& fault, SegmentLocation const& spot,
                       bool applied, std::string_view after, UnitAbove* unit) {
  // A set may have a hundred thousand levels, and a file as many interchanges with nothing in them.
  bool const empty = !now_.set.open && now_.interchange.open && now_.interchange.count == 0;
  auto const told = now_.set.open ? ++now_.set_reported[&rule] : empty ? ++now_.empty_reported : 1;
  if (told > max_reported) {
    count(rule, severity);
    return hold_below(rule, severity, fault, spot, applied, unit);
  }
  auto record = record_above(spot);
  record.rule = &rule;
  record.severity = severity;
  auto const last_told =
      told < max_reported ? std::string{}
      : empty
          ? fault.message +
                " If more interchanges of this file have nothing in them, what is found in them is counted "
                "and not listed."
          : fault.message +
                " If more of this rule stand above the claims of this set, they are counted and not listed.";
  record.message = last_told.empty() ? fault.message : last_told;
  record.place = {0, fault.element, 0};
  if (fault.element != 0) record.element = element_name(name_of(spot.kind), fault.element, 0);
  record.fix = fault.fix;
  record.has_fix = fault.fix != Applicability::none;
  record.applied = applied;
  if (record.has_fix) {
    record.before = spot.received.empty() ? spot.text : spot.received;
    record.after = after;
  }
  emit(record);
  hold_below(rule, severity, fault, spot, applied, unit);
}

void FileScrubber::report_notice(Rule const& notice, SegmentLocation const& spot) {
  if (!settings().enabled(notice)) return;
  say(notice, settings().severity(notice), {0, Applicability::none, std::string(notice.doc.what)}, spot,
      false, {});
}

// Blanks before ids and folded lines are said once an interchange: they come in every segment or in none.
void FileScrubber::report_lexical_faults(std::span<Segment const> unit) {
  if (!piece_->tokens.has_irregular_segments() || (now_.indent_reported && now_.fold_reported)) return;
  auto const say_once = [&](bool& said, Segment const& segment, BytesView::Where where) {
    if (said) return;
    said = true;
    for (auto const& active : job_.judge->rules<BytesCheck>()) {
      auto const fault = active.check({where, true});
      if (!fault) continue;
      auto spot = location_of(segment);
      spot.segment_number = segment_number(segment, unit);
      auto const content = block().content(segment);
      spot.received =
          std::string_view(block().bytes).substr(segment.raw_begin, content.end - segment.raw_begin);
      say(*active.rule, active.severity, *fault, spot, settings().applies(fault->fix) && !as_received(),
          block().text(segment));
    }
  };
  for (auto const& segment : unit) {
    if (segment.indented) say_once(now_.indent_reported, segment, BytesView::Where::before_segment);
    if (segment.folded) say_once(now_.fold_reported, segment, BytesView::Where::inside_segment);
  }
}

std::uint64_t FileScrubber::segment_number(Segment const& segment, std::span<Segment const> unit) const {
  if (!now_.set.open) return 0;
  return now_.set.count + static_cast<std::uint64_t>(&segment - unit.data()) + 1;
}

// Unknown and unexpected segments above the claims.
void FileScrubber::report_run(std::span<Segment const> unit, SegmentRun const& stretch, UnitAbove& above) {
  Findings findings;
  job_.judge->judge_run(stretch, findings);
  if (findings.empty()) return;
  auto const loops = innermost_loops(stretch);
  std::map<Rule const*, std::uint64_t> found;
  for (auto const& finding : findings) found[finding.rule] += finding.times;
  std::map<Rule const*, std::uint64_t> told;
  for (auto const& finding : findings) {
    auto const times = ++told[finding.rule];
    if (times > max_reported_in_run) {
      count(*finding.rule, finding.severity, finding.times);
      continue;
    }
    count(*finding.rule, finding.severity, finding.times - 1);
    auto const& segment = unit[finding.place.segment];
    auto spot = location_of(segment);
    spot.segment_number = segment_number(segment, unit);
    spot.loop = loops[finding.place.segment];
    auto message = finding.message;
    if (times == max_reported_in_run && found[finding.rule] > max_reported_in_run) {
      message += fmt::format(" ({} more like it follow here.)", found[finding.rule] - max_reported_in_run);
    }
    say(*finding.rule, finding.severity, {finding.place.element, Applicability::none, std::move(message)},
        spot, false, {}, &above);
  }
}

// Which rule asks for each kind is known beforehand: this is done for every claim.
FileScrubber::RepeatRules FileScrubber::repeat_rules(Judge const& judge) {
  RepeatRules result;
  for (std::size_t kind = 0; kind < result.size(); ++kind) {
    for (auto const& active : judge.rules<RepeatCheck>()) {
      auto fault = active.check(static_cast<RepeatKey>(kind));
      if (!fault) continue;
      result[kind] = {active.rule, active.severity, std::move(*fault)};
      break;
    }
  }
  return result;
}

std::optional<FileScrubber::Repeat> FileScrubber::repeat(RepeatKey kind, std::uint64_t key,
                                                         std::uint64_t ordinal) {
  auto const& known = repeat_rules_[static_cast<std::size_t>(kind)];
  if (known.rule == nullptr) return std::nullopt;
  auto const first = seen_.note(key, ordinal);
  if (!first) return std::nullopt;
  auto found = known;
  auto& message = found.fault.message;
  switch (kind) {
    case RepeatKey::interchange_control:
      message += fmt::format(" (interchange {}).", *first);
      break;
    case RepeatKey::transaction_control:
      message += fmt::format(" (set {} of the file).", *first);
      break;
    case RepeatKey::claim_id:
    case RepeatKey::attachment_control:
      message += fmt::format(" (claim {} of the file).", *first);
      break;
    case RepeatKey::narrative:
      break;
  }
  return found;
}

void FileScrubber::report_repeat(RepeatKey key, std::string_view scope_text, std::string_view text,
                                 std::uint64_t ordinal, SegmentLocation const& spot) {
  if (auto const found = repeat(key, repeat_key(key, scope_text, text), ordinal)) {
    say(*found->rule, found->severity, found->fault, spot, false, {});
  }
}

}  // namespace scrub837
