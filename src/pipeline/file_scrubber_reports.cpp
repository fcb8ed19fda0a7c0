#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>

#include "src/pipeline/file_scrubber.hpp"
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

SegmentLocation FileScrubber::location_of(Segment const& segment, LoopId loop) const {
  return {segment.kind, block().offset(segment), now_.set.open ? now_.set.count : 0, block().text(segment),
          loop};
}

void FileScrubber::say(Rule const& rule, Severity severity, Fault const& fault, SegmentLocation const& spot,
                       bool applied, std::string_view after, UnitAbove* unit) {
  reporter_.say(rule, severity, fault, spot, applied, after);
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
      reporter_.count(*finding.rule, finding.severity, finding.times);
      continue;
    }
    reporter_.count(*finding.rule, finding.severity, finding.times - 1);
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
