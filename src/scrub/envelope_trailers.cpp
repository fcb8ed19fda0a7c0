#include "src/rules/envelope_checks.hpp"
#include "src/rules/notices.hpp"
#include "src/scrub/envelope_scrubber.hpp"

namespace scrub837 {

// ---- trailers

bool EnvelopeScrubber::judged(Level level) {
  auto const& it = now_.scope(level);
  if (level == Level::set) return !it.foreign;
  // What follows an interchange of another kind without an ISA is no more ours than that.
  if (level == Level::interchange && it.implicit && !it.scrubbed && !it.behind_ours && !it.plan.as_received)
    return false;
  return it.scrubbed || !it.foreign;
}

void EnvelopeScrubber::refuse(Level level, Release release, std::string_view rules) {
  if (now_.holds_no_837p()) return;
  now_.refused = true;
  // Without an ISA nothing of it goes out.
  if (now_.interchange.implicit && isa_required_) level = Level::interchange;
  bool const let_out = settings().hold == Hold::never && release != Release::impossible;
  for (auto const outer : {Level::interchange, Level::group, Level::set}) {
    if (outer < level) break;
    auto const& plan = now_.scope(outer).plan;
    if (!plan.as_received) continue;
    if (!let_out && plan.to_clean)
      read_again(outer, {.as_received = true, .refused_for = std::string(rules)});
    return;
  }
  read_again(level, {.as_received = true, .to_clean = let_out, .refused_for = std::string(rules)});
}

// An interchange in which nothing stands needs no second reading: nothing of it is written yet.
bool EnvelopeScrubber::refuse_empty_interchange(Release release) {
  auto& it = now_.interchange;
  if (it.implicit || it.count > 0 || it.foreign || splitter_->wrote_interchange() || now_.isa.judged)
    return false;
  now_.refused = true;
  it.plan.as_received = true;
  it.plan.to_clean = settings().hold == Hold::never && release != Release::impossible;
  splitter_->pass_empty_interchange(now_.gap.bytes, raw_goes_to());
  return true;
}

EnvelopeScrubber::Trailers EnvelopeScrubber::judge_trailer(Level level, Segment const* trailer) {
  auto& it = now_.scope(level);
  auto const& delimiters = now_.delimiters;
  constexpr std::string_view names[] = {"SE", "GE", "IEA"};
  constexpr Kind kinds[] = {Kind::SE, Kind::GE, Kind::IEA};
  auto const index = static_cast<std::size_t>(level);
  Trailers result;
  SegmentLocation spot{kinds[index], it.offset, 0, {}, LoopId::stray};
  if (trailer != nullptr) {
    // What is not an 837P keeps its bytes.
    result.clean = parts_of(block(), *trailer, delimiters, judged(level) ? surface() : LexicalRepairs{});
    result.held = parts_of(block(), *trailer, delimiters, {});
    spot = findings_.location_of(*trailer);
    spot.segment_number = level == Level::set ? it.count : 0;
    if (judged(level)) findings_.lexical_faults({trailer, 1});
  }
  if (!judged(level) || (it.implicit && trailer == nullptr)) return result;

  auto const segment = trailer == nullptr ? SegmentView{} : view(*trailer);
  TrailerView const seen{.level = level,
                         .present = trailer != nullptr,
                         .terminated = trailer == nullptr || !trailer->unterminated,
                         .stated_count = segment[1],
                         .actual_count = it.count,
                         .header_control = it.implicit ? segment[2] : std::string_view(it.control),
                         .trailer_control = segment[2]};
  bool const renamed = level == Level::interchange && !now_.isa.control.empty() && !now_.as_received();
  auto const& control = renamed ? now_.isa.control : it.control;
  auto const made = std::string(names[index]) + delimiters.element + std::to_string(it.count) +
                    delimiters.element + control;
  for (auto const& active : judge_->rules<TrailerCheck>()) {
    auto const fault = active.check(seen);
    if (!fault) continue;
    bool const applied = settings().applies(fault->fix) && !now_.as_received();
    std::string after;
    if (trailer == nullptr) {
      after = made;
      if (applied) {
        result.clean.text = made;
        result.clean.tail = delimiters.terminator + now_.line_end;
        // A claim that was cut off is still that when it is read again.
        if (!now_.cut_off) result.held = result.clean;
        result.made = true;
      }
    } else {
      auto const right = fault->value          ? *fault->value
                         : fault->element == 1 ? std::to_string(it.count)
                                               : control;
      after = with_part(segment.text(), delimiters.element, fault->element, right);
      if (fault->element == 0) after = std::string(segment.text()) + delimiters.terminator;
      if (applied && (fault->element == 2 || fault->value))
        result.clean.text = with_part(result.clean.text, delimiters.element, fault->element, right);
    }
    if (applied && trailer != nullptr && trailer->unterminated && fault->element == 0) {
      auto repairs = surface();
      repairs.terminate = true;
      result.clean.tail = parts_of(block(), *trailer, delimiters, repairs).tail;
    }
    auto const severity = Judge::severity(active, *fault);
    findings_.say(*active.rule, severity, *fault, spot, applied, after);
    if (!applied && severity == Severity::error) refuse(level, active.rule->release, active.rule->id);
  }
  // An ISA13 that was cut or padded goes out beside an IEA02 that says the same.
  if (renamed && trailer != nullptr) {
    auto const digits = envelope::without_padding(segment[2]);
    auto const stated = envelope::as_number(digits);
    if (digits.empty() || !stated || stated != envelope::as_number(now_.isa.control))
      result.clean.text = with_part(result.clean.text, delimiters.element, 2, now_.isa.control);
  }
  if (!result.clean.text.empty()) result.clean.text = renumbered(level, 2, std::move(result.clean.text));
  return result;
}

void EnvelopeScrubber::close_missing(Level outermost) {
  leave_foreign_set();
  // The outermost refusal first: what is read again is read again once.
  for (auto const level : {Level::interchange, Level::group, Level::set}) {
    if (level > outermost) continue;
    auto const& it = now_.scope(level);
    if (!it.open || it.implicit || !judged(level) || now_.as_received()) continue;
    TrailerView seen;
    seen.level = level;
    for (auto const& active : judge_->rules<TrailerCheck>()) {
      auto const fault = active.check(seen);
      if (fault && Judge::severity(active, *fault) == Severity::error && !settings().applies(fault->fix)) {
        bool const empty = level == Level::interchange && refuse_empty_interchange(active.rule->release);
        if (!empty) refuse(level, active.rule->release, active.rule->id);
      }
    }
  }
  for (auto const level : {Level::set, Level::group, Level::interchange}) {
    if (level > outermost || !now_.scope(level).open) continue;
    close(level, nullptr);
  }
}

// A set none of whose lines is SV1 is not an 837P, whatever it says it is.
void EnvelopeScrubber::leave_foreign_set() {
  if (now_.set.open && !now_.set.foreign && now_.of_set.foreign_lines && !now_.of_set.has_service)
    read_again(Level::set, {.foreign = true});
}

// What must be settled before a set's SE: its levels, and whether it was one of ours at all.
// \param whole it is not cut off
void EnvelopeScrubber::close_set_content(bool whole) {
  leave_foreign_set();
  // Without an ISA the delimiters are a guess: a set in which no service line is seen may have some.
  if (now_.of_set.uncertain && !now_.of_set.has_service && !now_.set.implicit && !now_.interchange.implicit)
    read_again(Level::set, {.foreign = true});
  close_levels(0, whole || settings().unsafe_fixes);
  if (now_.of_set.held > 0) findings_.keep_typed(now_.set.typed, now_.set.released);
  if (now_.of_set.claims == 0 && now_.set.blocked && settings().hold != Hold::never) {
    refuse(Level::set, Release::ordinary);
  }
  if (now_.of_set.claims == 0 && !now_.set.implicit && whole) {
    findings_.notice(notice::no_claim, {Kind::ST, now_.set.offset, 1, {}, LoopId::stray});
  }
}

void EnvelopeScrubber::close(Level level, Segment const* trailer) {
  auto& it = now_.scope(level);
  if (level == Level::set) {
    if (it.foreign) {
      if (trailer != nullptr) {
        pass_raw(block().raw(*trailer));
        ++it.count;
      }
      tell_end(level, 0);
      it = {};
      return;
    }
    close_set_content(trailer != nullptr || !ends_judged_);
    if (trailer != nullptr) ++it.count;
  }
  if (level == Level::interchange && it.count == 0 && !it.foreign && trailer != nullptr && must_hold_bare())
    read_again(level, {.as_received = true});
  if (level == Level::interchange && judged(level)) judge_isa();
  auto const trailers = judge_trailer(level, trailer);

  // Refused for a stray, and no 837P after all: it keeps its bytes and its way.
  if (level != Level::set && it.plan.as_received && !it.implicit && !it.plan.not_ours && !it.scrubbed &&
      it.foreign)
    read_again(level, {.not_ours = true});

  auto const claims = now_.in.claims - it.claims_before;
  // Refused without a claim in it: nothing to send either, and the run has to say so.
  if (it.plan.as_received && !now_.to_clean() && claims == 0) now_.withheld = true;
  write_trailers(level, trailer, trailers, claims);
  tell_end(level, claims);
  if (level == Level::interchange) leave_interchange();
  it = {};
}

void EnvelopeScrubber::tell_end(Level level, std::uint64_t claims) {
  auto const& it = now_.scope(level);
  events_->end({.level = level,
                .ordinal = level == Level::set     ? now_.set_ordinal
                           : level == Level::group ? now_.group_ordinal
                                                   : now_.interchange_index,
                .control = it.control,
                .claims = claims,
                .count = it.count,
                .scrubbed = level == Level::set ? !it.foreign : it.scrubbed,
                .refused = now_.as_received()});
}

void EnvelopeScrubber::write_trailers(Level level, Segment const* trailer, Trailers const& trailers,
                                      std::uint64_t claims) {
  if (now_.as_received()) {
    if (trailer != nullptr) pass_raw(block().raw(*trailer));
    return;
  }
  auto const& it = now_.scope(level);
  auto const element = now_.delimiters.element;
  switch (level) {
    case Level::set:
      // Wholly held, but levels without a claim went elsewhere: all of it belongs together.
      if (claims > 0 && now_.of_set.held == claims && !it.plan.all_held &&
          (splitter_->set_in_clean() || it.plan.needs_renumbering))
        read_again(level, {.all_held = true});
      if (claims == 0 && now_.of_set.withheld && !it.plan.all_held) read_again(level, {.all_held = true});
      if (claims == 0) splitter_->keep_levels(it.plan.all_held ? Destination::held : Destination::clean);
      splitter_->close_set(trailers, element, recount_set_);
      break;
    case Level::group:
      splitter_->close_group(trailers, element, recount_group_ && judged(level), it.count == 0);
      break;
    case Level::interchange:
      splitter_->close_interchange(trailers, element, recount_interchange_ && judged(level),
                                   it.count == 0 && claims == 0,
                                   now_.gap.text ? std::string_view(now_.gap.bytes) : std::string_view());
      break;
  }
}

void EnvelopeScrubber::leave_interchange() {
  auto const& it = now_.interchange;
  bool const withheld = it.implicit && it.plan.as_received && !now_.to_clean();
  now_.headless = now_.headless || withheld;
  now_.any_scrubbed = now_.any_scrubbed || it.scrubbed;
  // What went to the held file is not what the bytes after it follow in the clean file.
  now_.last_in_clean = splitter_->size(Destination::clean) > now_.clean_before;
  if (!it.plan.as_received || now_.to_clean()) now_.clean_ends_scrubbed = it.scrubbed;
  now_.gap.bytes.clear();
  now_.gap.text = false;
  // Nothing before this point is read again.
  replay_.forget();
  events_->commit();
}

}  // namespace scrub837
