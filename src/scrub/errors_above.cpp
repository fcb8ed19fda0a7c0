#include <fmt/format.h>

#include <algorithm>

#include "src/fix/working_claim.hpp"
#include "src/io/sha256.hpp"
#include "src/scrub/envelope_findings.hpp"
#include "src/scrub/needed_words.hpp"
#include "src/scrub/row_key.hpp"
#include "src/text/shown_value.hpp"
#include "src/x12/element_name.hpp"
#include "src/x12/level_contents.hpp"

namespace scrub837 {
namespace {

std::string_view to_do_about(Rule const& rule, Finding const* finding) {
  if (finding != nullptr) return what_to_do(*finding);
  return rule.doc.ask.empty() ? rule.doc.fix : rule.doc.ask;
}

}  // namespace

void EnvelopeFindings::hold_below(Rule const& rule, Severity severity, Fault const& fault,
                                  SegmentLocation const& spot, bool applied, UnitAbove* unit,
                                  Finding const* finding) {
  // An error above the claims that stands holds what is below: one row says so.
  if (severity != Severity::error || applied) return;
  if (unit != nullptr && rule.release != Release::impossible) {
    add_once(unit->errors.rules, rule.id);
    unit->errors.release = std::max(unit->errors.release, rule.release);
    auto const to_do = to_do_about(rule, finding);
    if (finding == nullptr || !finding->fix.value) {
      add_once(unit->rules, rule.id);
      add_once(unit->needed, fault.message);
      // A message has no text of the file; who reads the row must know which segment it is.
      if (finding != nullptr && finding->rule->kind == ErrorKind::unknown_segment) {
        auto const id = SegmentView(spot.text, now_->delimiters).id();
        add_once(unit->needed, fmt::format("Its id is {}.", shown_value(id)));
      }
      return add_once(unit->needed, to_do);
    }
    auto const& place = finding->place;
    auto value = std::ranges::find(unit->values, place, &ValueAbove::place);
    if (value == unit->values.end()) {
      auto const segment = SegmentView(spot.text, now_->delimiters);
      auto const id = segment.id();
      value = unit->values.insert(value, {.place = place,
                                          .rules = {},
                                          .needed = {},
                                          .message = {},
                                          .loop = spot.loop,
                                          .segment = std::string(id),
                                          .element = element_name(id, place.element, place.component),
                                          .current = std::string(part_at(segment, place))});
    }
    add_once(value->rules, rule.id);
    add_once(value->needed, fault.message);
    add_once(value->needed, to_do);
    add_once(value->message, fault.message);
  } else if (settings().hold != Hold::never || rule.release == Release::impossible) {
    ask_for_refused(rule, fault, spot, finding);
  }
}

std::string EnvelopeFindings::control_numbers() const {
  return fmt::format("{}\n{}\n{}\n", now_->interchange.control, now_->group.control, now_->set.control);
}

// An error that no reason lets out. Its key is the same in the held file, whose counts differ.
void EnvelopeFindings::ask_for_refused(Rule const& rule, Fault const& fault, SegmentLocation const& spot,
                                       Finding const* finding) {
  auto const to_do = to_do_about(rule, finding);
  auto const needed = fmt::format("{} {}", fault.message, to_do);
  auto const segment = SegmentView(spot.text, now_->delimiters);
  auto const element =
      fault.element == 0 ? std::string{} : element_name(name_of(spot.kind), fault.element, 0);
  events_->held({.rules = rule.id,
                 .needed = needed,
                 .release = rule.release,
                 .in_unit = false,
                 .in_set = now_->set.open,
                 .segment = spot.text.empty() ? std::string_view{} : name_of(spot.kind),
                 .element = element,
                 .current_value = fault.element == 0 ? std::string_view{} : segment[fault.element],
                 .key = [&] {
                   return fmt::format(
                       "X{}", sha256(fmt::format("{}\n{}{}", rule.id, control_numbers(),
                                                 spot.kind == Kind::HL ? spot.text : std::string_view{})));
                 }});
}

// The key of the row about the errors of a unit above the claims.
std::string EnvelopeFindings::key_of(std::span<Segment const> unit) const {
  std::string bytes;
  for (auto const& segment : unit) append_identity(bytes, block().text(segment));
  constexpr std::size_t enough = 12;
  auto const place = sha256(control_numbers() + now_->hierarchy.contents().digest()).substr(0, enough);
  return fmt::format("L{}.{}", sha256(bytes), place);
}

TypedAbove EnvelopeFindings::typed_for(SegmentRun const& stretch, std::size_t first) {
  TypedAbove typed;
  if (supplies_ == nullptr) return typed;
  auto const unit = stretch.segments.subspan(first);
  typed.key = key_of(unit);
  auto const with = [&](std::span<Edit> typed_in) {
    std::vector<Edit const*> edits;
    edits.reserve(typed_in.size());
    for (auto& edit : typed_in) {
      edit.place.segment += static_cast<std::uint32_t>(first);
      edits.push_back(&edit);
    }
    return WorkingClaim(block(), stretch.segments, stretch.delimiters).with(edits);
  };
  auto const asked = [&](Place const& place, std::vector<Edit> edits) -> std::optional<Finding> {
    Findings found;
    auto const corrected = edits.empty() ? std::nullopt : with(edits);
    judge_->judge_run(corrected ? corrected->run(stretch) : stretch, found);
    auto here = place;
    here.segment += static_cast<std::uint32_t>(first);
    auto const asks = std::ranges::find_if(
        found, [&](Finding const& finding) { return finding.fix.value && finding.place == here; });
    return asks == found.end() ? std::nullopt : std::optional(*asks);
  };
  auto supply = supplies_->for_unit_above(
      {.segments = unit, .loops = {}, .bytes = stretch.bytes, .delimiters = stretch.delimiters}, typed.key,
      asked);
  if (now_->as_received()) return typed;
  typed.consent = supply.consent;
  if (supply.edits.empty()) return typed;
  typed.corrected = with(supply.edits);
  if (typed.corrected) typed.keys = std::move(supply.keys);
  return typed;
}

HeldAbove EnvelopeFindings::held_in_unit() const {
  HeldAbove held;
  held.in_unit = true;
  held.in_set = now_->set.open;
  if (now_->hierarchy.any_open()) held.levels = &now_->hierarchy.contents();
  held.delimiters = now_->delimiters;
  return held;
}

// Whether a value that was typed is asked for again: a reason beside it was given for what was there.
bool EnvelopeFindings::is_typed_in_vain(UnitAbove const& above, TypedAbove const& typed, std::size_t first) {
  return std::ranges::any_of(above.values, [&](ValueAbove const& value) {
    auto place = value.place;
    place.segment -= static_cast<std::uint32_t>(first);
    auto const row = key_above({.level = typed.key, .value = place});
    return std::ranges::find(typed.keys, row) != typed.keys.end();
  });
}

bool EnvelopeFindings::ask(std::span<Segment const> unit, std::size_t first, UnitAbove const& above,
                           TypedAbove& typed, std::vector<std::string>& released) {
  if (above.errors.rules.empty()) return false;
  if (settings().hold == Hold::never) return true;
  if (supplies_ != nullptr) {
    bool const out = lets_out(typed.consent, above.errors.release) && !is_typed_in_vain(above, typed, first);
    supplies_->done_above(typed.key, above.errors, out);
    if (out) {
      released.push_back(typed.key);
      return false;
    }
  }
  auto held = held_in_unit();
  held.release = above.errors.release;
  auto const key = [&](Place const& place) {
    auto const level = typed.key.empty() ? key_of(unit.subspan(first)) : typed.key;
    return key_above({.level = level, .value = place});
  };
  if (!above.needed.empty()) {
    held.rules = above.rules;
    held.needed = above.needed;
    held.key = [&] { return key({}); };
    events_->held(held);
  }
  for (auto const& value : above.values) {
    held.rules = value.rules;
    held.needed = value.needed;
    held.loop = name_of(value.loop);
    held.segment = value.segment;
    held.element = value.element;
    held.current_value = value.current;
    auto place = value.place;
    place.segment -= static_cast<std::uint32_t>(first);
    auto row = key(place);
    // It is asked for again: that row keeps what was typed.
    std::erase(typed.keys, row);
    if (supplies_ != nullptr) supplies_->still_asked(row, value.message);
    held.key = [&] { return row; };
    events_->held(held);
  }
  return true;
}

void EnvelopeFindings::keep_typed(std::vector<std::string> const& typed,
                                  std::vector<std::string> const& released) {
  auto held = held_in_unit();
  held.needed =
      "Nothing more is asked for here; what was typed is kept for the claims below that are still held.";
  auto const keep = [&](std::vector<std::string> const& keys) {
    for (auto const& key : keys) {
      held.key = [&] { return key; };
      events_->held(held);
    }
  };
  keep(typed);
  if (supplies_ == nullptr) return;
  for (auto const& level : released) {
    auto rows = supplies_->rows_with_reason(level);
    std::erase_if(rows, [&](std::string const& row) { return std::ranges::find(typed, row) != typed.end(); });
    keep(rows);
  }
}

}  // namespace scrub837
