#include <algorithm>
#include <span>
#include <utility>

#include "grammar/bare_start.hpp"
#include "src/pipeline/file_scrubber.hpp"
#include "src/rules/envelope_checks.hpp"

namespace scrub837 {
void FileScrubber::judge_level(SegmentView hl, int rank, LevelState& level, UnitAbove& unit) {
  auto const number = envelope::as_number(hl[1]);
  auto const last_level = std::exchange(now_.last_level, number);
  if (number) now_.level_gaps.note(last_level.value_or(0), *number);
  if (rank == 3) {  // ENV010 speaks of it
    if (number && places_judged_) now_.unplaceable_levels.add(*number);
    return;
  }
  auto const* const parent = rank == 0 ? nullptr : &now_.levels[static_cast<std::size_t>(rank - 1)];
  HierarchyView seen{
      .number = hl[1],
      .parent = hl[2],
      .code = hl[3],
      .child_flag = hl[4],
      .expected_number = level.ordinal,
      .expected_parent = parent != nullptr ? std::string_view(parent->number) : std::string_view{},
      .parent_open = parent == nullptr || parent->open,
      .parent_ambiguous = false,
      .parent_lost = false,
      .has_children = std::nullopt};
  auto const named = envelope::as_number(hl[2]);
  if (parent != nullptr && parent->open && named && named != envelope::as_number(parent->number) &&
      now_.levels_regular && *named >= 1 && *named < level.ordinal) {
    seen.parent_ambiguous = now_.level_ranks[*named - 1] == rank - 1;
  }
  // Below a level that can't be placed none is, and that was said.
  auto const* const lost = named ? now_.unplaceable_levels.find(*named) : nullptr;
  if (rank > 0 && lost != nullptr) {
    level.blocked = lost->released.empty();
    level.released = lost->released;
    level.place_known = false;
    return;
  }
  seen.parent_lost = rank > 0 && named && number && *named < *number && now_.level_gaps.hold(*named);
  if (seen.parent_lost && hierarchy_judged_) now_.unplaceable_levels.add(*named);
  for (auto const& active : job_.judge->rules<HierarchyCheck>()) {
    auto const fault = active.check(seen);
    if (!fault) continue;
    bool const applied = settings().applies(fault->fix) && !as_received();
    auto after = with_part(hl.text(), hl.delimiters().element, 1, std::to_string(level.ordinal));
    if (rank == 0) {
      after = with_part(after, hl.delimiters().element, 2, {});
    } else if (parent->open) {
      after = with_part(after, hl.delimiters().element, 2, std::to_string(parent->ordinal));
    }
    say(*active.rule, active.severity, *fault,
        {Kind::HL, level.offset, level.segment_number, hl.text(),
         rank == 0   ? LoopId::L2000A
         : rank == 1 ? LoopId::L2000B
                     : LoopId::L2000C},
        applied, after, &unit);
    if (!settings().applies(fault->fix) && active.severity == Severity::error) {
      level.place_known = false;
    }
  }
}

namespace {

// The rank of the level that a person or provider begins; none: it begins no level.
std::optional<int> rank_of_party(Segment const& segment) {
  if (segment.kind != Kind::NM1) return std::nullopt;
  if (segment.qualifier == pack_tag("85")) return 0;
  if (segment.qualifier == pack_tag("IL")) return 1;
  if (segment.qualifier == pack_tag("QC")) return 2;
  return std::nullopt;
}

}  // namespace

// Below a level whose HL was lost nothing has a sure place, up to a level of its rank that is whole.
void FileScrubber::follow_lost_level(std::span<Segment const> unit, int rank, LevelState& level) {
  if (!places_judged_) return;
  // A level is whole if it begins with what its rank begins with.
  auto const begins = [&](Segment const& segment) {
    return rank_of_party(segment) == rank || (rank == 1 && segment.kind == Kind::SBR) ||
           (rank == 2 && segment.kind == Kind::PAT);
  };
  if (now_.lost_rank && rank < 3) {
    if (rank <= *now_.lost_rank && std::ranges::any_of(unit, begins)) {
      now_.lost_rank.reset();
    } else {
      level.blocked = true;
    }
  }
  for (auto const& segment : unit) {
    auto const party = rank_of_party(segment);
    if (party && *party != rank && level.blocked)
      now_.lost_rank = std::min(now_.lost_rank.value_or(*party), *party);
  }
}

void FileScrubber::level_unit(std::span<Segment const> unit) {
  auto const hl = view(unit[0]);
  auto const rank = rank_of(hl[3]);
  close_levels(rank);
  report_lexical_faults(unit);

  auto& level = now_.levels[static_cast<std::size_t>(rank)];
  level.reset();
  level.open = true;
  level.number = hl[1];
  level.child_flag = hl[4];
  level.text = hl.text();
  level.ordinal = ++now_.level_count;
  level.offset = block().offset(unit[0]);
  level.segment_number = now_.set.count + 1;
  now_.contents.open(rank);
  for (auto const& segment : unit.subspan(1)) now_.contents.add(block().text(segment));
  auto const unplaceable = now_.unplaceable_levels.size();
  UnitAbove errors;
  judge_level(hl, rank, level, errors);
  now_.levels_regular = now_.levels_regular && envelope::as_number(hl[1]) == level.ordinal;
  now_.level_ranks.push_back(static_cast<std::uint8_t>(rank));
  // One of no known kind is a child of the level that it names.
  for (auto i = static_cast<std::size_t>(rank); i-- > 0;) {
    auto& above = now_.levels[i];
    if (!above.open || (rank == 3 && above.number != hl[2])) continue;
    if (level.place_known) ++above.children;
    break;
  }
  parse_loops(unit, loop_spans_);
  report_run(unit, {unit, loop_spans_}, errors);
  // An unknown level makes the place of what follows uncertain.
  bool const unknown = rank == 3 && places_judged_;
  level.place_known = level.place_known && !unknown;
  bool const said = !errors.errors.rules.empty();
  bool const blocks = ask_above(unit.subspan(1), errors, level.released);
  level.blocked = level.blocked || blocks || (unknown && !said);
  follow_lost_level(unit, rank, level);
  if (!level.place_known && !as_received() && !now_.set.plan.keep_level_numbers)
    read_again(Level::set, {.needs_renumbering = true, .keep_level_numbers = true});
  if (said && !blocks) {
    for (auto& lost : now_.unplaceable_levels.since(unplaceable)) lost.released = level.released;
  }
  now_.set.count += unit.size();
  if (as_received()) return pass_raw(raw(unit));

  auto const content = block().content(unit[0]);
  LevelText text{.bytes = raw(unit),
                 .hl_begin = content.begin - unit[0].raw_begin,
                 .hl_end = content.end - unit[0].raw_begin,
                 .segments = unit.size(),
                 .rank = rank,
                 .place_known = level.place_known,
                 .element = now_.delimiters.element};
  held_.open_level(text);
  if (!repairs_change(unit)) return clean_.open_level(text);

  auto const hl_parts = parts_of(block(), unit[0], now_.delimiters, surface_);
  auto changed = hl_parts.lead + hl_parts.text + hl_parts.tail;
  for (auto const& segment : unit.subspan(1)) {
    append_mended(changed, block(), segment, now_.delimiters, surface_);
  }
  text.bytes = changed;
  text.hl_begin = hl_parts.lead.size();
  text.hl_end = text.hl_begin + hl_parts.text.size();
  clean_.open_level(text);
}

bool FileScrubber::is_blocked(int rank) const {
  auto const levels = std::span(now_.levels).first(static_cast<std::size_t>(rank) + 1);
  return std::any_of(levels.begin(), levels.end(),
                     [](LevelState const& level) { return level.open && level.blocked; });
}

// A level with an error and without a claim, as a damaged CLM leaves it, is nothing to send.
void FileScrubber::withhold_level() {
  now_.withheld = now_.set_withheld = true;
  held_.keep_levels();
  if (now_.set.plan.all_held) return;
  clean_.omit_claim();
  held_.omit_claim();
}

void FileScrubber::close_levels(int rank) {
  for (int i = 3; i >= rank; --i) {
    auto& level = now_.levels[static_cast<std::size_t>(i)];
    if (!level.open) continue;
    HierarchyView seen;
    seen.child_flag = level.child_flag;
    seen.has_children = level.children > 0;
    for (auto const& active : job_.judge->rules<HierarchyCheck>()) {
      auto const fault = i == 3 ? std::nullopt : active.check(seen);
      if (!fault) continue;
      say(*active.rule, active.severity, *fault,
          {Kind::HL, level.offset, level.segment_number, level.text,
           i == 0   ? LoopId::L2000A
           : i == 1 ? LoopId::L2000B
                    : LoopId::L2000C},
          settings().applies(fault->fix) && !as_received(),
          with_part(level.text, now_.delimiters.element, 4, level.children > 0 ? "1" : "0"));
    }
    if (!as_received()) {
      if (level.claims == 0 && is_blocked(i) && settings().hold != Hold::never) {
        withhold_level();
      } else if (level.claims == 0 && !now_.set.plan.needs_renumbering) {
        // It belongs to a set that loses nothing; one that does leaves it out.
        writer_for_unclaimed().keep_levels();
      } else if (level.claims == 0 && grammar::could_hold_claims(held_.waiting(i))) {
        // What has run into a level is left out of nothing.
        held_.keep_levels();
      }
      clean_.close_levels(i);
      held_.close_levels(i);
    }
    level.reset();
  }
  if (!as_received() && (clean_.must_start_over() || held_.must_start_over()))
    read_again(Level::set, {.needs_renumbering = true});
}

}  // namespace scrub837
