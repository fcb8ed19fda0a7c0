#include "src/scrub/envelope_scrubber.hpp"

#include <algorithm>
#include <utility>

#include "src/rules/notices.hpp"
#include "src/x12/guide_version.hpp"

namespace scrub837 {

EnvelopeScrubber::EnvelopeScrubber(Parts const& parts)
    : judge_(parts.judge),
      supplies_(parts.supplies),
      splitter_(parts.splitter),
      events_(parts.events),
      reporter_(now_, judge_->settings(), parts.file, *events_),
      repeats_(*judge_, *parts.repeats),
      findings_(now_, *judge_, supplies_, reporter_, repeats_, *events_),
      claims_(now_, *judge_, supplies_, parts.record, repeats_, reporter_, *events_),
      recount_set_(judge_->does(Duty::counts_segments)),
      recount_group_(judge_->does(Duty::counts_sets)),
      recount_interchange_(judge_->does(Duty::counts_groups)),
      ends_judged_(judge_->does(Duty::closes_envelopes)) {
  now_.hierarchy = Hierarchy(
      {.places = judge_->does(Duty::places_segments), .numbers = judge_->does(Duty::numbers_levels)});
  auto const& checks = judge_->rules<IsaCheck>();
  IsaView missing;
  missing.readable = false;
  isa_required_ = std::any_of(checks.begin(), checks.end(),
                              [&](auto const& active) { return active.check(missing).has_value(); });
  replay_.add<EnvelopeRun>([this](EnvelopeRun& saved) { saved = now_; },
                           [this](EnvelopeRun const& saved) { now_ = saved; });
  replay_.add<StreamPosition>([this](StreamPosition& saved) { saved = resume_at_; },
                              [this](StreamPosition const& saved) { resume_at_ = saved; });
  replay_.add(*splitter_);
  replay_.add(*events_);
  replay_.add(reporter_);
  replay_.add(repeats_);
  if (supplies_ == nullptr) return;
  replay_.add<SupplySource::Savepoint>([this](auto& saved) { saved = supplies_->savepoint(); },
                                       [this](auto const& saved) { supplies_->restore(saved); });
}

void EnvelopeScrubber::refuse_all(Rule const& notice, std::uint64_t offset) {
  now_ = {};
  findings_.notice(notice, {Kind::unknown, offset, 0, {}, LoopId::stray});
}

// ---- what is read again

void EnvelopeScrubber::read_again(Level level, ScopePlan const& plan) { throw ReadAgain{level, plan}; }

void EnvelopeScrubber::begin(Level level, std::uint64_t offset) {
  resume_at_ = {offset, level != Level::interchange, now_.delimiters, now_.line_ends};
  replay_.begin(level);
}

EnvelopeScrubber::Rewound EnvelopeScrubber::rewind() {
  auto const [level, plan] = *std::exchange(again_, std::nullopt);
  replay_.learn(level, now_.scope(level).offset, plan);
  // A header that was mended for this set alone stays as it came, since the set is none of ours.
  bool const header_too = level == Level::set && plan.foreign && now_.set.begins_ours &&
                          replay_.drop_mending(Level::interchange, now_.interchange.offset);
  replay_.go_back(header_too ? Level::interchange : level);
  auto const end = std::max(handled_up_to_, resume_at_.offset);
  return {resume_at_, static_cast<std::size_t>(end - resume_at_.offset), now_.receivers};
}

// ---- pieces and units

bool EnvelopeScrubber::handle(Piece& piece) {
  piece_ = &piece;
  findings_.look_at(piece);
  claims_.look_at(piece);
  handled_ = {};
  try {
    take(piece);
  } catch (ReadAgain const& again) {
    again_ = again;
  }
  if (!handled_.empty()) handled_up_to_ = block().origin + handled_.back().raw_end;
  return !again_;
}

void EnvelopeScrubber::take(Piece& piece) {
  switch (piece.what) {
    case Piece::What::gap:
      close_missing(Level::interchange);
      take_gap(piece);
      break;
    case Piece::What::interchange:
      close_missing(Level::interchange);
      open_interchange(piece);
      break;
    case Piece::What::bare:
      close_missing(Level::interchange);
      open_headerless(piece);
      break;
    case Piece::What::segments:
      take_segments(piece.tokens);
      break;
    case Piece::What::end:
      close_missing(Level::interchange);
      flush_gap_at_end();
      break;
  }
}

void EnvelopeScrubber::take_segments(Tokens const& tokens) {
  auto const segments = tokens.segments();
  auto const& unit_starts = tokens.unit_starts();
  std::size_t first = 0;
  auto const up_to = [&](std::size_t last) {
    if (first == last) return;
    handled_ = segments.subspan(first, last - first);
    unit(handled_);
    first = last;
  };
  // The tokens of a piece are more than the nearest cache holds.
  constexpr std::size_t ahead = 4;
  for (std::size_t i = 0; i < unit_starts.size(); ++i) {
    if (i + ahead < unit_starts.size()) __builtin_prefetch(&segments[unit_starts[i + ahead]]);
    up_to(unit_starts[i]);
  }
  up_to(segments.size());
}

// A claim in a set of no claims; or one with professional service lines (SV1) in an institutional or dental
// set, or without an ST: the header of an 837P was lost, or another header is in it.
bool EnvelopeScrubber::could_be_ours(std::span<Segment const> unit) const {
  auto const& set = now_.set;
  if (unit[0].kind != Kind::CLM || set.plan.foreign || set.plan.claims ||
      !settings().enabled(notice::header_missing))
    return false;
  if (set.other_type) return true;
  auto const guide = guide_of(set.version.empty() ? now_.group.version : set.version);
  if (!set.implicit && guide != "X223" && guide != "X224") return false;
  return std::any_of(unit.begin(), unit.end(),
                     [](Segment const& segment) { return segment.kind == Kind::SV1; });
}

void EnvelopeScrubber::unit(std::span<Segment const> unit) {
  auto const& head = unit[0];
  auto const behind = unit.subspan(1);
  switch (head.kind) {
    case Kind::GS:
      close_missing(Level::group);
      open_group(unit.first(1));
      break;
    case Kind::ST:
      close_missing(Level::set);
      open_set(unit);
      return;
    case Kind::SE:
      if (!now_.set.open) return stray_unit(unit);
      close(Level::set, &head);
      break;
    case Kind::GE:
      close_missing(Level::set);
      if (!now_.group.open) return stray_unit(unit);
      close(Level::group, &head);
      break;
    case Kind::IEA:
      close_missing(Level::group);
      if (!now_.interchange.open) return stray_unit(unit);
      close(Level::interchange, &head);
      break;
    case Kind::HL:
    case Kind::CLM:
      if (!now_.set.open) open_implicit_set(unit);
      if (now_.set.foreign) {
        if (could_be_ours(unit)) read_again(Level::set, {.claims = true});
        now_.set.count += unit.size();
        return pass_raw(raw_bytes(block(), unit));
      }
      return head.kind == Kind::HL ? level_unit(unit) : claim_unit(unit);
    default:
      return stray_unit(unit);
  }
  if (!behind.empty()) stray_unit(behind);
}

void EnvelopeScrubber::claim_unit(std::span<Segment const> unit) {
  identify_set_by_service(unit);
  findings_.lexical_faults(unit);
  bool const surface_changes = repairs_change(unit) && !now_.as_received();
  now_.cut_off = is_cut_off(unit);
  auto const& verdict = claims_.take(unit, {.cut_off = now_.cut_off, .surface = surface_changes});
  if (now_.isa.component_mended) doubt_component(unit);
  now_.set.count += unit.size();
  if (now_.as_received()) return pass_raw(raw_bytes(block(), unit));
  splitter_->claim(unit, block(), now_.delimiters, verdict.fix_result.claim, surface_changes,
                   verdict.disposition == Disposition::held ? Destination::held : Destination::clean);
  if (splitter_->must_start_over()) read_again(Level::set, {.needs_renumbering = true});
}

std::string EnvelopeScrubber::renumbered(Level level, std::size_t element, std::string text) const {
  auto const& it = level == Level::interchange ? now_.interchange : now_.group;
  auto const ordinal = level == Level::interchange ? now_.interchange_index : now_.group_ordinal;
  return splitter_->renumbered({level, element, it.control, ordinal}, std::move(text), now_.delimiters);
}

bool EnvelopeScrubber::is_cut_off(std::span<Segment const> unit) const {
  return ends_judged_ && unit.back().unterminated;
}

bool EnvelopeScrubber::repairs_change(std::span<Segment const> unit) const {
  if (!piece_->tokens.has_irregular_segments()) return false;
  for (auto const& segment : unit) {
    if (changes(surface(), segment)) return true;
  }
  return false;
}

}  // namespace scrub837
