#include "src/pipeline/file_scrubber.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "src/io/errors.hpp"
#include "src/pipeline/guide_version.hpp"
#include "src/rules/notices.hpp"

namespace scrub837 {
namespace {

constexpr std::uint64_t usual_claim_size = 512;  // bytes, with its subscriber

}  // namespace

FileScrubber::FileScrubber(Job job)
    : job_(std::move(job)),
      stream_(*job_.input, job_.block_size),
      context_(job_.judge->settings().profiles.get()),
      scrubber_(*job_.judge),
      surface_{job_.judge->does(Duty::strips_gaps), job_.judge->does(Duty::strips_folds),
               job_.judge->does(Duty::closes_envelopes) && job_.judge->settings().unsafe_fixes},
      clean_(*job_.clean, job_.judge->does(Duty::numbers_levels)),
      held_(*job_.held, job_.judge->does(Duty::numbers_levels)),
      events_({job_.events, &totals_}),
      reporter_(now_, job_.judge->settings(), job_.file, events_),
      repeat_rules_(repeat_rules(*job_.judge)),
      recount_set_(job_.judge->does(Duty::counts_segments)),
      recount_group_(job_.judge->does(Duty::counts_sets)),
      recount_interchange_(job_.judge->does(Duty::counts_groups)),
      ends_judged_(job_.judge->does(Duty::closes_envelopes)),
      places_judged_(job_.judge->does(Duty::places_segments)),
      hierarchy_judged_(job_.judge->does(Duty::numbers_levels)) {
  auto const& checks = job_.judge->rules<IsaCheck>();
  IsaView missing;
  missing.readable = false;
  isa_required_ = std::any_of(checks.begin(), checks.end(),
                              [&](auto const& active) { return active.check(missing).has_value(); });
  let_take_part();
}

Outcome FileScrubber::run() {
  if (refuse_unreadable()) return {totals_.totals(), Status::unreadable, 0, 0};
  seen_.reserve(job_.input->size() / usual_claim_size);
  // Nothing of the input goes out: it can't be told what belongs to what.
  auto const refuse_all = [&](Rule const& notice, std::uint64_t offset) -> Outcome {
    job_.clean->truncate(0);
    job_.held->truncate(0);
    events_.discard();
    now_ = {};
    report_notice(notice, {Kind::unknown, offset, 0, {}, LoopId::stray});
    return {totals_.totals(), Status::unreadable, 0, 0};
  };
  try {
    run_stages();
  } catch (SegmentStream::UnitTooLarge const& error) {
    return refuse_all(notice::too_large, error.offset);
  }
  if (!envelope_seen_) return refuse_all(notice::not_x12, 0);
  events_.commit();
  Outcome outcome{totals_.totals(), Status::ok, now_.interchange_index, now_.group_ordinal};
  auto& totals = outcome.totals;
  totals.in = now_.in;
  totals.refused = now_.refused;
  totals.withheld = now_.withheld;
  if (!totals.balanced()) {
    throw EnvironmentError("the control totals of " + std::string(job_.file) +
                           " do not balance; nothing is published");
  }
  if (totals.refused) {
    outcome.status = Status::refused;
  } else if (totals.of(Disposition::held).claims > 0 || totals.withheld) {
    outcome.status = Status::held;
  }
  return outcome;
}

bool FileScrubber::refuse_unreadable() {
  if (job_.input->damaged()) {
    report_notice(notice::damaged_gzip, {});
    return true;
  }
  std::array<char, 4> start{};
  auto const count = job_.input->read_at(start, 0);
  std::string_view const bytes(start.data(), count);
  if (!bytes.starts_with("\xFF\xFE") && !bytes.starts_with("\xFE\xFF") &&
      bytes != std::string_view("I\0S\0", 4) && bytes != std::string_view("\0I\0S", 4)) {
    return false;
  }
  report_notice(notice::wide_characters, {});
  return true;
}

bool FileScrubber::handle(Piece& piece) {
  piece_ = &piece;
  next_claim_ = 0;
  handled_ = {};
  try {
    take(piece);
  } catch (ReadAgain const& again) {
    again_ = again;
  }
  if (!handled_.empty()) handled_up_to_ = block().origin + handled_.back().raw_end;
  return !again_;
}

void FileScrubber::take(Piece& piece) {
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
      handle_segments(piece.tokens);
      break;
    case Piece::What::end:
      finish();
      break;
  }
}

void FileScrubber::handle_segments(Tokens const& tokens) {
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
// set, or without an ST: the header of an 837P was lost, or another header stands in it.
bool FileScrubber::could_be_ours(std::span<Segment const> unit) const {
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

void FileScrubber::unit(std::span<Segment const> unit) {
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
        return pass_raw(raw(unit));
      }
      return head.kind == Kind::HL ? level_unit(unit) : claim_unit(unit);
    default:
      return stray_unit(unit);
  }
  if (!behind.empty()) stray_unit(behind);
}

bool FileScrubber::to_clean() const {
  for (auto const* const scope_above : {&now_.interchange, &now_.group, &now_.set}) {
    if (scope_above->plan.as_received) return scope_above->plan.to_clean || scope_above->plan.not_ours;
  }
  return true;
}

bool FileScrubber::holds_no_837p() const {
  return now_.interchange.plan.not_ours || now_.group.plan.not_ours;
}

void FileScrubber::pass_raw(std::string_view bytes) {
  auto& writer = to_clean() ? clean_ : held_;
  writer.keep_context();
  writer.pass(bytes);
}

void FileScrubber::finish() {
  close_missing(Level::interchange);
  flush_gap_at_end();
}

EnvelopeState& FileScrubber::scope(Level level) {
  switch (level) {
    case Level::set:
      return now_.set;
    case Level::group:
      return now_.group;
    case Level::interchange:
      break;
  }
  return now_.interchange;
}

void FileScrubber::read_again(Level level, ScopePlan const& plan) { throw ReadAgain{level, plan}; }

void FileScrubber::go_back() {
  auto const [level, plan] = *std::exchange(again_, std::nullopt);
  replay_.learn(level, scope(level).offset, plan);
  // A header that was mended for this set alone stays as it came, since the set is none of ours.
  bool const header_too = level == Level::set && plan.foreign && now_.set.begins_ours &&
                          replay_.drop_mending(Level::interchange, now_.interchange.offset);
  replay_.go_back(header_too ? Level::interchange : level);
}

void FileScrubber::begin(Level level, std::uint64_t offset) {
  resume_at_ = {offset, level != Level::interchange, now_.delimiters, now_.line_ends};
  replay_.begin(level);
}

void FileScrubber::let_take_part() {
  replay_.add<RunState>([this](RunState& saved) { saved = now_; },
                        [this](RunState const& saved) { now_ = saved; });
  replay_.add<StreamPosition>([this](StreamPosition& saved) { saved = resume_at_; },
                              [this](StreamPosition const& saved) {
                                auto const end = std::max(handled_up_to_, saved.offset);
                                stream_.seek(saved, static_cast<std::size_t>(end - saved.offset));
                                context_.reset(now_.receivers);
                              });
  for (auto* const writer : {&clean_, &held_}) {
    replay_.add<SplitWriter::Savepoint>([writer](auto& saved) { writer->save(saved); },
                                        [writer](auto const& saved) { writer->restore(saved); });
  }
  replay_.add(events_);
  replay_.add(reporter_);
  replay_.add<SeenKeys::Savepoint>([this](auto& saved) { saved = seen_.savepoint(); },
                                   [this](auto const& saved) { seen_.restore(saved); });
  if (job_.supplies == nullptr) return;
  replay_.add<SupplySource::Savepoint>([this](auto& saved) { saved = job_.supplies->savepoint(); },
                                       [this](auto const& saved) { job_.supplies->restore(saved); });
}

std::string_view FileScrubber::raw(std::span<Segment const> unit) const {
  return std::string_view(block().bytes)
      .substr(unit.front().raw_begin, unit.back().raw_end - unit.front().raw_begin);
}

bool FileScrubber::is_cut_off(std::span<Segment const> unit) const {
  return ends_judged_ && unit.back().unterminated;
}

bool FileScrubber::repairs_change(std::span<Segment const> unit) const {
  if (!piece_->tokens.has_irregular_segments()) return false;
  for (auto const& segment : unit) {
    if (changes(surface_, segment)) return true;
  }
  return false;
}

// Whether a rerun may put another one in its place: anything longer is not what was meant to be there.
bool FileScrubber::is_control_number(std::string_view text) {
  constexpr std::size_t longest = 40;
  return text.size() <= longest;
}

std::string FileScrubber::renumbered(Level level, std::string text) const {
  if (!job_.numbers || level == Level::set) return text;
  bool const interchange = level == Level::interchange;
  if (!is_control_number(interchange ? now_.interchange.control : now_.group.control)) return text;
  auto const number = interchange ? job_.numbers->interchange(now_.interchange_index)
                                  : job_.numbers->group(now_.group_ordinal);
  return with_part(text, now_.delimiters.element, interchange ? 13 : 6, number);
}

// A set's header for the clean file: mended, and in a rerun with a BHT03 of its own.
std::string FileScrubber::clean_header(std::span<Segment const> unit) const {
  if (!job_.numbers) return mended(unit);
  std::string bytes;
  for (auto const& segment : unit) {
    auto parts = parts_of(block(), segment, now_.delimiters, surface_);
    if (segment.kind == Kind::BHT) {
      parts.text =
          with_part(parts.text, now_.delimiters.element, 3, job_.numbers->submission(now_.set_ordinal));
    }
    bytes.append(parts.lead).append(parts.text).append(parts.tail);
  }
  return bytes;
}

std::string FileScrubber::mended(std::span<Segment const> unit) const {
  std::string bytes;
  for (auto const& segment : unit) append_mended(bytes, block(), segment, now_.delimiters, surface_);
  return bytes;
}

}  // namespace scrub837
