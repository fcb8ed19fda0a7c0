#include "src/scrub/hierarchy.hpp"

#include <algorithm>
#include <utility>

#include "src/rules/envelope_checks.hpp"

namespace scrub837 {
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

void Hierarchy::begin_set() {
  walker_.open_set();
  verdicts_ = {};
  numbers_.clear();
  last_ = 0;
  before_last_.reset();
  unplaceable_.clear();
  gaps_.clear();
  lost_.reset();
}

int Hierarchy::open(Block const& block, std::span<Segment const> unit, Delimiters const& delimiters,
                    std::uint64_t offset, std::uint64_t segment_number) {
  walker_.open_level(block, unit, delimiters, offset, segment_number);
  auto const rank = *walker_.innermost();
  auto& opened = verdict(rank);
  opened.blocked = false;
  opened.place_known = true;
  opened.released.clear();
  opened.typed.clear();
  opened.corrected.reset();
  opened.claims = opened.own_claims = opened.held = opened.children = 0;
  opened.has_uncertain_children = false;
  return rank;
}

// Whether HL01 goes on from the levels before. Behind a number that is wrong, or levels that were lost, those
// that go on from it are right; where an HL was lost in a claim, that was said.
bool Hierarchy::goes_on(std::optional<std::uint64_t> number, std::uint64_t ordinal) {
  auto const last = std::exchange(last_, number);
  auto const before_last = std::exchange(before_last_, last);
  if (!number) return false;
  gaps_.note(last.value_or(before_last.value_or(0) + 1), *number);
  return *number == ordinal || (last && *number == *last + 1) ||
         (before_last && *number == *before_last + 2) || (lost_ && last && *number > *last);
}

std::optional<HierarchyView> Hierarchy::place(SegmentView hl, int rank) {
  auto const number = envelope::as_number(hl[1]);
  auto const ordinal = walker_.level(rank).ordinal;
  HierarchyView seen{.number = hl[1],
                     .parent = hl[2],
                     .code = hl[3],
                     .child_flag = hl[4],
                     .expected_number = ordinal,
                     .number_follows = goes_on(number, ordinal),
                     .expected_parent = {},
                     .parent_open = true,
                     .parent_ambiguous = false,
                     .parent_lost = false,
                     .has_children = std::nullopt,
                     .has_claims = true};
  if (rank == 3) {  // ENV010 speaks of it
    if (number && judged_.places) unplaceable_.add(*number, std::nullopt);
    return std::nullopt;
  }
  if (rank == 0) return seen;
  return place_below(seen, number, rank) ? std::optional(seen) : std::nullopt;
}

// \return false: it can't be placed, and that was said
bool Hierarchy::place_below(HierarchyView& seen, std::optional<std::uint64_t> number, int rank) {
  auto const& parent = walker_.level(rank - 1);
  auto const named = envelope::as_number(seen.parent);
  seen.parent_open = parent.open;
  if (parent.open) {
    auto const received = envelope::as_number(parent.number);
    // Where HL01 of the parent is no number, it is named by what it should be.
    if (!received) right_number_ = std::to_string(parent.ordinal);
    seen.expected_parent = received ? parent.number : right_number_;
    seen.parent_ambiguous = named && named != received && numbers_.rank_of(*named) == rank - 1;
    // Where HL01 of the parent is wrong, it may be named by what it should be.
    if (named == parent.ordinal && !seen.parent_ambiguous) seen.expected_parent = seen.parent;
  }
  // Below a level that can't be placed none is, and that was said.
  if (auto const* const lost = named ? unplaceable_.find(*named, rank - 1) : nullptr) {
    auto& here = verdict(rank);
    here.blocked = lost->released.empty();
    here.released = lost->released;
    here.place_known = false;
    return false;
  }
  // A number that comes later than it should may have been skipped before; and where this level has the
  // number that it should have, none before it is missing.
  seen.parent_lost = named && number && *named < *number && *number != seen.expected_number &&
                     gaps_.hold(*named) && !(parent.open && named == envelope::as_number(parent.number));
  if ((seen.parent_lost || (!seen.parent_open && named)) && judged_.numbers)
    unplaceable_.add(*named, rank - 1);
  return true;
}

void Hierarchy::settle(SegmentView hl, int rank) {
  auto const& here = verdict(rank);
  numbers_.add(envelope::as_number(hl[1]), rank);
  // One of no known kind is a child of the level that it names.
  for (int i = rank; i-- > 0;) {
    if (!is_open(i) || (rank == 3 && walker_.level(i).number != hl[2])) continue;
    if (here.place_known) ++verdict(i).children;
    verdict(i).has_uncertain_children |= !here.place_known;
    break;
  }
}

void Hierarchy::follow_lost(std::span<Segment const> unit, int rank) {
  if (!judged_.places) return;
  auto& here = verdict(rank);
  // A level is whole if it begins with what its rank begins with.
  auto const begins = [&](Segment const& segment) {
    return rank_of_party(segment) == rank || (rank == 1 && segment.kind == Kind::SBR) ||
           (rank == 2 && segment.kind == Kind::PAT);
  };
  if (lost_ && rank < 3) {
    if (rank <= *lost_ && std::ranges::any_of(unit, begins)) {
      lost_.reset();
    } else {
      here.blocked = true;
    }
  }
  for (auto const& segment : unit) {
    auto const party = rank_of_party(segment);
    if (party && *party != rank && here.blocked) lost_ = std::min(lost_.value_or(*party), *party);
  }
}

void Hierarchy::release_unplaceable(std::size_t since, std::vector<std::string> const& keys) {
  for (auto& lost : unplaceable_.since(since)) lost.released = keys;
}

void Hierarchy::lose(int rank) {
  lost_ = std::min(lost_.value_or(rank), rank);
  if (auto const innermost = walker_.innermost()) verdict(*innermost).blocked = true;
}

std::optional<std::string> Hierarchy::corrected_levels(char terminator) const {
  std::string levels;
  bool any = false;
  for (int rank = 0; rank < static_cast<int>(EnvelopeWalker::ranks); ++rank) {
    if (!is_open(rank)) continue;
    auto const& corrected = verdict(rank).corrected;
    any = any || corrected.has_value();
    levels.append(level(rank).text).push_back('\n');
    levels.append(corrected ? std::string_view(*corrected) : contents().level(rank));
  }
  if (!any) return std::nullopt;
  std::ranges::replace(levels, '\n', terminator);
  return levels;
}

bool Hierarchy::is_blocked(int rank) const {
  for (int i = 0; i <= rank; ++i) {
    if (is_open(i) && verdict(i).blocked) return true;
  }
  return false;
}

std::optional<int> rank_lost_before(std::span<Segment const> claim, std::size_t position) {
  auto const& segment = claim[position];
  switch (segment.kind) {
    case Kind::BIN:
    case Kind::BDS:
      return 0;
    case Kind::SBR:
      return 1;
    case Kind::PAT:
    case Kind::DMG:
      return 2;
    case Kind::NM1:
      if (segment.qualifier == pack_tag("85")) return 0;
      if (segment.qualifier == pack_tag("IL") || segment.qualifier == pack_tag("PR")) return 1;
      if (segment.qualifier == pack_tag("QC")) return 2;
      return std::nullopt;
    case Kind::N3:
    case Kind::N4:
      // An address is a person's, too, unless a provider is before it.
      while (position > 0 && (claim[position].kind == Kind::N3 || claim[position].kind == Kind::N4))
        --position;
      return claim[position].kind == Kind::NM1 ? std::nullopt : std::optional(2);
    default:
      return std::nullopt;
  }
}

}  // namespace scrub837
