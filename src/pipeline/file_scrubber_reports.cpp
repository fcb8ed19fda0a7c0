#include <fmt/format.h>

#include <functional>

#include "src/io/sha256.hpp"
#include "src/pipeline/file_scrubber.hpp"
#include "src/pipeline/worklist_rows.hpp"
#include "src/report/element_name.hpp"
#include "src/report/shown_value.hpp"
#include "src/rules/notices.hpp"

namespace scrub837 {

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

FileScrubber::Spot FileScrubber::spot_of(Segment const& segment, LoopId loop) const {
  return {segment.kind, block().offset(segment), now_.set.open ? now_.set.count : 0, block().text(segment),
          loop};
}

FindingRecord FileScrubber::record_above(Spot const& spot) const {
  FindingRecord record;
  record.file = job_.file;
  auto const control = [](Scope const& scope) -> std::optional<std::string_view> {
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

void FileScrubber::count(Rule const& rule, Severity severity) {
  ++now_.totals.by_severity[static_cast<std::size_t>(severity)];
  auto const found = now_.totals.by_rule.find(rule.id);
  if (found != now_.totals.by_rule.end()) {
    ++found->second;
  } else {
    now_.totals.by_rule.emplace(rule.id, 1);
  }
}

void FileScrubber::emit(FindingRecord const& record) {
  count(*record.rule, record.severity);
  if (listed(record.severity)) job_.report->finding(record);
}

void FileScrubber::say(Rule const& rule, Severity severity, Fault const& fault, Spot const& spot,
                       bool applied, std::string_view after) {
  auto record = record_above(spot);
  record.rule = &rule;
  record.severity = severity;
  record.message = fault.message;
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
  // A fault above the claims that stands holds what is below: one row says so.
  if (severity == Severity::error && !applied && settings().hold != Hold::never) {
    WorklistRow row;
    row.key = fmt::format("X{}", sha256(fmt::format("{}@{}:{}", rule.id, spot.offset, spot.text)));
    row.file = job_.file;
    row.rule = rule.id;
    row.needed = fault.message + " " + std::string(rule.doc.fix);
    job_.report->row(row);
  }
}

void FileScrubber::say_notice(Rule const& notice, Spot const& spot) {
  if (!settings().enabled(notice)) return;
  say(notice, settings().severity(notice), {0, Applicability::none, std::string(notice.doc.what)}, spot,
      false, {});
}

// Blanks before ids and folded lines are said once an interchange: they come in every segment or in none.
void FileScrubber::say_surface(std::span<Segment const> unit) {
  if (!piece_->tokens.blemished() || (now_.indent_said && now_.fold_said)) return;
  auto const say_once = [&](bool& said, Segment const& segment, BytesView::Where where) {
    if (said) return;
    said = true;
    for (auto const& active : job_.judge->rules<BytesCheck>()) {
      auto const fault = active.check({where, true});
      if (!fault) continue;
      auto spot = spot_of(segment);
      spot.segment_number = segment_number(segment, unit);
      auto const content = block().content(segment);
      spot.received =
          std::string_view(block().bytes).substr(segment.raw_begin, content.end - segment.raw_begin);
      say(*active.rule, active.severity, *fault, spot, settings().applies(fault->fix) && !as_received(),
          block().text(segment));
    }
  };
  for (auto const& segment : unit) {
    if (segment.indented) say_once(now_.indent_said, segment, BytesView::Where::before_segment);
    if (segment.folded) say_once(now_.fold_said, segment, BytesView::Where::inside_segment);
  }
}

std::uint64_t FileScrubber::segment_number(Segment const& segment, std::span<Segment const> unit) const {
  if (!now_.set.open) return 0;
  return now_.set.count + static_cast<std::uint64_t>(&segment - unit.data()) + 1;
}

// Unknown and unexpected segments above the claims.
void FileScrubber::say_stretch(std::span<Segment const> unit, Stretch const& stretch, Scope* scope_above,
                               LevelScope* level) {
  Findings findings;
  job_.judge->judge_stretch(stretch, findings);
  for (auto const& finding : findings) {
    auto const& segment = unit[finding.place.segment];
    auto spot = spot_of(segment);
    spot.segment_number = segment_number(segment, unit);
    for (auto const& loop : stretch.loops) {
      if (loop.first <= finding.place.segment && finding.place.segment < loop.last &&
          loop.id != LoopId::stray) {
        spot.loop = loop.id;
      }
    }
    say(*finding.rule, finding.severity, {finding.place.element, Applicability::none, finding.message}, spot,
        false, {});
    if (finding.severity != Severity::error) continue;
    if (level != nullptr) {
      level->blocked = true;
    } else if (scope_above != nullptr) {
      scope_above->blocked = true;
    }
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
  }
  return found;
}

void FileScrubber::say_repeat(RepeatKey key, std::string_view scope_text, std::string_view text,
                              std::uint64_t ordinal, Spot const& spot) {
  if (auto const found = repeat(key, repeat_key(key, scope_text, text), ordinal)) {
    say(*found->rule, found->severity, found->fault, spot, false, {});
  }
}

}  // namespace scrub837
