#include <algorithm>
#include <array>
#include <bit>
#include <boost/container/small_vector.hpp>
#include <limits>

#include "src/claim/narrative.hpp"
#include "src/guide/at_a_glance.hpp"
#include "src/guide/checks.hpp"
#include "src/guide/lost_party.hpp"
#include "src/guide/order.hpp"
#include "src/guide/own_rules.hpp"
#include "src/guide/use_of_segment.hpp"
#include "src/guide/values.hpp"

namespace scrub837::guide {
namespace {

// An open loop, and how often what may stand in it has been seen.
struct Frame {
  Frame(Loop const& of_loop, std::size_t index, BoundGuide::LoopGuide const& of_guide, bool one_too_many)
      : loop(of_loop), on_tape(index), guide(&of_guide), surplus(one_too_many) {}

  Loop loop;
  std::size_t on_tape;
  BoundGuide::LoopGuide const* guide;
  std::uint16_t position = 0;  // the furthest so far
  bool disorder = false;
  bool surplus;                // one loop too many: what it lacks is no matter
  std::uint64_t doubtful = 0;  // kinds of which one has a qualifier that the loop doesn't know
  std::uint64_t seen_uses = 0, seen_children = 0;
  std::array<std::uint8_t, 64> uses{};
  std::array<std::uint8_t, 16> children{};
};

// More than 255 are too many of anything that is limited.
std::uint8_t one_more(std::uint8_t& count) {
  if (count < std::numeric_limits<std::uint8_t>::max()) ++count;
  return count;
}

template <typename Use>
void for_each_bit(std::uint64_t bits, Use use) {
  for (; bits != 0; bits &= bits - 1) use(static_cast<unsigned>(std::countr_zero(bits)));
}

class Stretch {
 public:
  Stretch(BoundGuide const& guide, SegmentRun const& run, Faults& faults)
      : guide_(&guide), run_(&run), faults_(&faults) {}

  void check() {
    auto const& loops = run_->loops;
    if (run_->outermost() == LoopId::L2300 && run_->above != nullptr && run_->above->level_is_full) {
      auto& fault = add(FaultKind::loop_repeated, {}, LoopId::L2300, Kind::CLM);
      fault.other = static_cast<std::uint8_t>(std::min<std::uint16_t>(guide_->most_claims(), 255));
    }
    for (std::uint32_t i = 0; i < run_->segments.size(); ++i) {
      while (!open_.empty() && open_.back().loop.last <= i) close();
      for (; next_ < loops.size() && loops[next_].first <= i; ++next_) {
        if (loops[next_].id == LoopId::stray) {
          stray_until_ = loops[next_].last;
        } else {
          open(next_);
        }
      }
      if (i < stray_until_) {
        strays_ |= std::uint64_t{1} << static_cast<unsigned>(meant(i));
      } else if (!open_.empty()) {
        segment(i);
      }
    }
    while (!open_.empty()) close();
  }

 private:
  [[gnu::cold]] Fault& add(FaultKind kind, Place place, LoopId loop, Kind segment,
                           SegmentUse const* use = nullptr) {
    return faults_->emplace_back(
        Fault{.kind = kind, .place = place, .loop = loop, .segment = segment, .use = use});
  }

  void open(std::size_t on_tape) {
    auto loop = run_->loops[on_tape];
    bool const surplus = !open_.empty() && child_of(open_.back(), loop);
    // The submitter and the receiver are in the set, behind its header.
    if (loop.id == LoopId::header) loop.last = static_cast<std::uint32_t>(run_->segments.size());
    open_.emplace_back(loop, on_tape, guide_->loop(loop.id), surplus);
  }

  // \return whether it is one too many
  bool child_of(Frame& parent, Loop const& loop) {
    auto const number = guide_->child_number(parent.loop.id, loop.id);
    if (number == BoundGuide::no_child) return false;
    auto const* const found = &parent.guide->children[number];
    parent.seen_children |= std::uint64_t{1} << number;
    auto const count = one_more(parent.children[number]);
    if (found->repeat != 0 && count > found->repeat) {
      auto& fault =
          add(FaultKind::loop_repeated, {loop.first, 0, 0}, loop.id, run_->segments[loop.first].kind);
      fault.other = static_cast<std::uint8_t>(std::min<std::uint16_t>(found->repeat, 255));
      fault.count = count;
      fault.parent = parent.loop.id;
      return true;
    }
    note_position(parent, found->position);
    return false;
  }

  static void note_position(Frame& frame, std::uint16_t position) {
    frame.disorder = frame.disorder || position < frame.position;
    frame.position = std::max(frame.position, position);
  }

  void segment(std::uint32_t index) {
    auto& frame = open_.back();
    auto const& token = run_->segments[index];
    auto const view = run_->segment(index);
    auto const* use = guide_->known_use(frame.loop.id, token);
    if (use == nullptr) {
      auto const uses = guide_->uses(frame.loop.id, token.kind);
      if (uses.empty()) return not_here(frame, index);
      use = use_of_segment(*guide_, uses, token, view);
      if (use == nullptr) return unknown_use(frame, index, uses.front(), view);
    }
    frame.seen_uses |= std::uint64_t{1} << use->in_loop;
    auto const count = one_more(frame.uses[use->in_loop]);
    if (use->forbidden) {
      add(FaultKind::segment_not_here, {index, 0, 0}, frame.loop.id, token.kind, use->row);
      return;
    }
    if (use->repeat != 0 && count > use->repeat && !has_own_rules(token.kind)) {
      auto& fault = add(FaultKind::segment_repeated, {index, 0, 0}, frame.loop.id, token.kind, use->row);
      fault.other = static_cast<std::uint8_t>(std::min<std::uint16_t>(use->repeat, 255));
      fault.count = count;
    } else {
      note_position(frame, use->position);
    }
    if (is_right_at_a_glance(view, use->glance)) return;
    auto const first = faults_->size();
    check_elements(*guide_, view, *use, {index, frame.loop.id}, *faults_);
    if (faults_->size() == first) return;
    faults_->erase(std::remove_if(faults_->begin() + static_cast<std::ptrdiff_t>(first), faults_->end(),
                                  [](Fault const& fault) { return has_own_rules(fault); }),
                   faults_->end());
  }

  // The kind of a segment, whose id may be in lower case.
  [[nodiscard]] Kind meant(std::uint32_t index) const {
    auto const kind = run_->segments[index].kind;
    return kind == Kind::unknown ? kind_of(upper(run_->segment(index).id())) : kind;
  }
  [[nodiscard]] bool strayed(Kind kind) const { return (strays_ >> static_cast<unsigned>(kind) & 1U) != 0; }
  // A party or level that stands where it has no place is likely what is missing.
  [[nodiscard]] bool party_strayed() const {
    return strayed(Kind::NM1) || strayed(Kind::SBR) || strayed(Kind::PAT) || strayed(Kind::HL);
  }

  // What an NM1 loop may take somewhere else in the guide, and not here; any other is a stray (ENV010).
  [[gnu::cold]] void not_here(Frame const& frame, std::uint32_t index) {
    auto const kind = run_->segments[index].kind;
    if (frame.guide->uses.empty() || !in_guide(kind)) return;
    add(FaultKind::segment_not_here, {index, 0, 0}, frame.loop.id, kind);
  }

  // The loop has the segment, with other qualifiers.
  [[gnu::cold]] void unknown_use(Frame& frame, std::uint32_t index, BoundGuide::Use const& first,
                                 SegmentView view) {
    auto const& row = *first.row;
    auto const& qualifier = row.qualifiers.front();
    note_position(frame, first.position);
    frame.doubtful |= std::uint64_t{1} << static_cast<unsigned>(first.kind);
    if (has_own_rules(first.kind)) return;  // NAR009, ATT008
    auto const text = qualifier.component == 0 ? view[qualifier.element]
                                               : view.component(qualifier.element, qualifier.component);
    auto& fault = add(text.empty() ? FaultKind::element_missing : FaultKind::code_not_in_list,
                      {index, qualifier.element, qualifier.component}, frame.loop.id, first.kind, &row);
    auto const& element = first.elements[qualifier.element - 1U];
    fault.element =
        qualifier.component == 0 ? &element : &guide_->table().parts_of(element)[qualifier.component - 1U];
  }

  void close() {
    auto const& frame = open_.back();
    auto const& guide = *frame.guide;
    if (!frame.surplus) {
      for_each_bit(guide.required_uses & ~frame.seen_uses,
                   [&](unsigned use) { missing_segment(frame, guide.uses[use]); });
      for_each_bit(guide.required_children & ~frame.seen_children,
                   [&](unsigned child) { missing_loop(frame, guide.children[child]); });
    }
    if (frame.loop.id == LoopId::L2000A) missing_subscriber();
    if (frame.disorder) disorder(frame);
    open_.pop_back();
  }

  [[gnu::cold]] void missing_segment(Frame const& frame, BoundGuide::Use const& use) {
    // What stands in it may have strayed there: its first segment is not the one that begins the loop.
    if (run_->segments[frame.loop.first].kind != frame.guide->uses.front().kind &&
        frame.loop.id != LoopId::header)
      return;
    // A loop without the segment that begins it, or a set without its ST: that is said elsewhere.
    if (use.in_loop == 0 || use.kind == Kind::ST) return;
    if (strayed(use.kind)) return;
    // The line goes on with its SV1, which came behind a loop of the line: ENV010.
    if (frame.loop.id == LoopId::L2400 && frame.loop.last < run_->segments.size() &&
        run_->segments[frame.loop.last].kind == Kind::SV1)
      return;
    // It may be the one whose qualifier is wrong.
    if ((frame.doubtful >> static_cast<unsigned>(use.kind) & 1U) != 0) return;
    auto& fault = add(FaultKind::segment_missing, {behind(frame, use.position), 0, 0}, frame.loop.id,
                      use.kind, use.row);
    fault.missing = {frame.loop.id, use.kind};
  }

  [[gnu::cold]] void missing_loop(Frame const& frame, BoundGuide::Child const& child) {
    if (party_strayed() || run_->orphan_claim) return;
    auto const& first = guide_->loop(child.loop).uses.front();
    auto position = behind_sibling(frame, child);
    if (first.kind == Kind::NM1) position = before_lost_party(*guide_, *run_, child.loop, position, *faults_);
    auto& fault = add(FaultKind::loop_missing, {position, 0, 0}, child.loop, first.kind, first.row);
    fault.missing = {child.loop, first.kind};
  }

  // Loops that share a position stand in the order of the guide.
  [[nodiscard]] std::uint32_t behind_sibling(Frame const& frame, BoundGuide::Child const& child) const {
    auto entries = entries_of(*guide_, *run_, frame.on_tape, frame.loop);
    auto const& children = frame.guide->children;
    std::erase_if(entries, [&](Entry const& entry) {
      return entry.loop != LoopId::stray && entry.position == child.position &&
             std::ranges::find(children, entry.loop, &BoundGuide::Child::loop) >
                 std::ranges::find(children, child.loop, &BoundGuide::Child::loop);
    });
    return std::max(last_before(entries, child.position), frame.loop.first);
  }

  // Where another billing provider follows, none of the subscribers of this one does.
  void missing_subscriber() {
    if (run_->next_level.empty() || run_->next_level.front().qualifier != pack_tag("20") || party_strayed())
      return;
    auto const& first = guide_->loop(LoopId::L2000B).uses.front();
    auto const last = static_cast<std::uint32_t>(run_->segments.size()) - 1;
    auto& fault = add(FaultKind::loop_missing, {last, 0, 0}, LoopId::L2000B, first.kind, first.row);
    fault.missing = {LoopId::L2000B, first.kind};
  }

  [[nodiscard]] std::uint32_t behind(Frame const& frame, std::uint16_t position) const {
    return last_before(entries_of(*guide_, *run_, frame.on_tape, frame.loop), position);
  }

  // Segments and loops that are one too many, in order.
  [[nodiscard]] std::vector<std::uint32_t> too_many() const {
    std::vector<std::uint32_t> result;
    for (auto const& fault : *faults_) {
      if (fault.kind == FaultKind::segment_repeated || fault.kind == FaultKind::loop_repeated)
        result.push_back(fault.place.segment);
    }
    std::ranges::sort(result);
    return result;
  }

  [[gnu::cold]] void disorder(Frame const& frame) {
    auto entries = entries_of(*guide_, *run_, frame.on_tape, frame.loop);
    std::erase_if(entries, [surplus = too_many()](Entry const& entry) {
      return std::ranges::binary_search(surplus, entry.first);
    });
    // A note or PWK that is late has a rule of its own (ATT012); of one that is early, the others are late.
    std::uint16_t reached = 0;
    for (auto& entry : entries) {
      bool const own = entry.loop == LoopId::stray && has_own_rules(run_->segments[entry.first].kind);
      entry.apart = own && entry.position < reached;
      entry.pinned = own && !entry.apart;
      reached = std::max(reached, entry.position);
    }
    for (auto const& [entry, behind] : moves_of(entries)) {
      auto& fault =
          add(FaultKind::out_of_order, {entry.first, 0, 0},
              entry.loop == LoopId::stray ? frame.loop.id : entry.loop, run_->segments[entry.first].kind);
      if (!behind) continue;
      fault.fix.applicability = Applicability::unsafe;
      for (auto i = entry.first; i < entry.last; ++i) {
        fault.fix.edits.push_back({Edit::What::remove, {i, 0, 0}, {}});
        fault.fix.edits.push_back(
            {Edit::What::insert_after, {*behind, 0, 0}, std::string(run_->segment(i).text())});
      }
    }
  }

  BoundGuide const* guide_;
  SegmentRun const* run_;
  Faults* faults_;
  std::size_t next_ = 0;      // on the tape
  std::uint64_t strays_ = 0;  // kinds of segments that no loop has a place for
  std::uint32_t stray_until_ = 0;
  boost::container::small_vector<Frame, 5> open_;
};

}  // namespace

void check_stretch(BoundGuide const& guide, SegmentRun const& stretch, Faults& faults) {
  Stretch(guide, stretch, faults).check();
}

}  // namespace scrub837::guide
