#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "grammar/bare_start.hpp"
#include "src/rules/envelope_checks.hpp"
#include "src/scrub/envelope_scrubber.hpp"
#include "src/scrub/level_context.hpp"

namespace scrub837 {
namespace {

LoopId loop_of_level(int rank) {
  return rank == 0 ? LoopId::L2000A : rank == 1 ? LoopId::L2000B : LoopId::L2000C;
}

// As LevelContents has it.
std::string text_behind_hl(WorkingClaim const& level) {
  std::string text;
  for (auto const& line : std::span(level.lines()).subspan(1)) text.append(line.text).push_back('\n');
  return text;
}

}  // namespace

void EnvelopeScrubber::judge_level(SegmentView hl, int rank, UnitAbove& unit) {
  auto const seen = now_.hierarchy.place(hl, rank);
  if (!seen) return;
  auto const& level = now_.hierarchy.level(rank);
  for (auto const& active : judge_->rules<HierarchyCheck>()) {
    auto const fault = active.check(*seen);
    if (!fault) continue;
    bool const applied = settings().applies(fault->fix) && !now_.as_received();
    auto after = with_part(hl.text(), hl.delimiters().element, 1, std::to_string(level.ordinal));
    if (rank == 0) {
      after = with_part(after, hl.delimiters().element, 2, {});
    } else if (now_.hierarchy.is_open(rank - 1)) {
      auto const parent = now_.hierarchy.level(rank - 1).ordinal;
      after = with_part(after, hl.delimiters().element, 2, std::to_string(parent));
    }
    auto const severity = Judge::severity(active, *fault);
    findings_.say(*active.rule, severity, *fault,
                  {Kind::HL, level.offset, level.segment_number, hl.text(), loop_of_level(rank)}, applied,
                  after, &unit);
    if (!settings().applies(fault->fix) && severity == Severity::error)
      now_.hierarchy.verdict(rank).place_known = false;
  }
}

// What begins right behind a unit of the piece; unknown: the piece ends.
Kind EnvelopeScrubber::behind(std::span<Segment const> unit) const {
  auto const segments = std::as_const(piece_->tokens).segments();
  auto const* const end = unit.data() + unit.size();
  return end == segments.data() + segments.size() ? Kind::unknown : end->kind;
}

std::span<Segment const> EnvelopeScrubber::next_level(std::span<Segment const> unit) const {
  if (behind(unit) != Kind::HL) return {};
  auto const segments = std::as_const(piece_->tokens).segments();
  auto const& starts = piece_->tokens.unit_starts();
  auto const first = static_cast<std::uint32_t>(unit.data() + unit.size() - segments.data());
  auto const end = std::upper_bound(starts.begin(), starts.end(), first);
  return segments.subspan(first, (end == starts.end() ? segments.size() : *end) - first);
}

// Whether a subscriber level has its claims in patient levels, the first of which follows right behind it.
bool EnvelopeScrubber::patient_claim_follows(std::span<Segment const> unit) const {
  auto next = next_level(unit);
  while (!next.empty() && next.front().qualifier == pack_tag("23")) {
    if (behind(next) == Kind::CLM) return true;
    next = next_level(next);
  }
  return false;
}

Profile const* EnvelopeScrubber::profile_for(Inherited const& seen) const {
  if (!settings().profiles) return nullptr;
  auto const& [interchange, group] = now_.receivers;
  return settings().profiles->match({seen.payer_id, seen.payer_name, group, interchange, seen.claim_filing});
}

// A subscriber has one payer, and so have the patients below. Above them only the receiver is known.
Profile const* EnvelopeScrubber::profile_of_level(SegmentRun const& level, int rank) const {
  if (!settings().profiles) return nullptr;
  auto seen = now_.inherited;
  note_level(level, rank, seen);
  return profile_for(seen);
}

void EnvelopeScrubber::level_unit(std::span<Segment const> unit) {
  auto const hl = view(unit[0]);
  close_levels(rank_of(hl[3]));
  findings_.lexical_faults(unit);

  auto const rank =
      now_.hierarchy.open(block(), unit, now_.delimiters, block().offset(unit[0]), now_.set.count + 1);
  auto& level = now_.hierarchy.verdict(rank);
  auto const unplaceable = now_.hierarchy.unplaceable_count();
  UnitAbove errors;
  judge_level(hl, rank, errors);
  now_.hierarchy.settle(hl, rank);
  parse_loops(unit, loop_spans_);
  auto stretch = stretch_of(unit);
  stretch.claims_of_subscriber = rank > 1 ? now_.hierarchy.verdict(1).own_claims : 0;
  stretch.next_level = next_level(unit);
  stretch.claim_follows = behind(unit) == Kind::CLM;
  stretch.patient_claim_follows = rank == 1 && patient_claim_follows(unit);
  stretch.profile = profile_of_level(stretch, rank);
  auto typed = findings_.typed_for(stretch, 1);
  bool const by_person = typed.corrected.has_value();
  if (by_person) stretch.profile = profile_of_level(typed.corrected->run(), rank);
  findings_.stretch(stretch, errors, typed.corrected);
  note_level(typed.corrected ? typed.corrected->run() : stretch, rank, now_.inherited);
  // An unknown level makes the place of what follows uncertain.
  bool const unknown = rank == 3 && now_.hierarchy.judged().places;
  level.place_known = level.place_known && !unknown;
  bool const said = !errors.errors.rules.empty();
  bool const blocks = findings_.ask(unit, 1, errors, typed, level.released);
  level.typed = std::move(typed.keys);
  if (by_person) level.corrected = text_behind_hl(*typed.corrected);
  level.blocked = level.blocked || blocks || (unknown && !said);
  now_.hierarchy.follow_lost(unit, rank);
  if (!level.place_known && !now_.as_received() && !now_.set.plan.keep_level_numbers)
    read_again(Level::set, {.needs_renumbering = true, .keep_level_numbers = true});
  if (said && !blocks) now_.hierarchy.release_unplaceable(unplaceable, level.released);
  auto const& opened = now_.hierarchy.level(rank);
  events_->level({.rank = rank,
                  .ordinal = opened.ordinal,
                  .offset = opened.offset,
                  .segment_number = opened.segment_number,
                  .segments = &stretch});
  now_.set.count += unit.size();
  if (now_.as_received()) return pass_raw(raw_bytes(block(), unit));
  splitter_->open_level(block(), unit, now_.delimiters, {rank, level.place_known}, typed.corrected,
                        repairs_change(unit));
}

// What is known of a level when it ends: whether its HL04 is right, and whether anything is below it.
// \param whole the set is not cut off: what is not there was not sent
void EnvelopeScrubber::close_level(int rank, bool whole) {
  auto const& level = now_.hierarchy.level(rank);
  auto const& verdict = now_.hierarchy.verdict(rank);
  HierarchyView seen;
  seen.code = rank == 0 ? "20" : rank == 1 ? "22" : "23";
  seen.child_flag = level.child_flag;
  // A level in it that was lost, or that can't be placed, was named.
  seen.has_children = verdict.children > 0 || ((verdict.has_uncertain_children || verdict.blocked) &&
                                               envelope::as_number(level.child_flag) == 1U);
  // What was damaged in it may have been its claim.
  seen.has_claims = verdict.claims > 0 || verdict.blocked || !whole;
  if (!whole && envelope::as_number(level.child_flag) == 1U) seen.has_children.reset();
  for (auto const& active : judge_->rules<HierarchyCheck>()) {
    auto const fault = rank == 3 ? std::nullopt : active.check(seen);
    if (!fault) continue;
    findings_.say(*active.rule, Judge::severity(active, *fault), *fault,
                  {Kind::HL, level.offset, level.segment_number, level.text, loop_of_level(rank)},
                  settings().applies(fault->fix) && !now_.as_received(),
                  with_part(level.text, now_.delimiters.element, 4, verdict.children > 0 ? "1" : "0"));
  }
  if (verdict.held > 0) findings_.keep_typed(verdict.typed, verdict.released);
  if (now_.as_received()) return;
  bool const all_held = now_.set.plan.all_held;
  if (verdict.claims == 0 && now_.hierarchy.is_blocked(rank) && settings().hold != Hold::never) {
    // A level with an error and without a claim, as a damaged CLM leaves it, is nothing to send.
    now_.withheld = now_.of_set.withheld = true;
    splitter_->withhold_levels(all_held);
  } else if (verdict.claims == 0 && !now_.set.plan.needs_renumbering) {
    // It belongs to a set that loses nothing; one that does leaves it out.
    splitter_->keep_levels(all_held ? Destination::held : Destination::clean);
  } else if (verdict.claims == 0 && grammar::could_hold_claims(splitter_->waiting(rank))) {
    // What has run into a level is left out of nothing.
    splitter_->keep_levels(Destination::held);
  }
  splitter_->close_levels(rank);
}

void EnvelopeScrubber::close_levels(int rank, bool whole) {
  for (int i = static_cast<int>(EnvelopeWalker::ranks) - 1; i >= rank; --i) {
    if (!now_.hierarchy.is_open(i)) continue;
    close_level(i, whole);
    now_.hierarchy.close(i);
  }
  if (!now_.as_received() && splitter_->must_start_over())
    read_again(Level::set, {.needs_renumbering = true});
}

}  // namespace scrub837
