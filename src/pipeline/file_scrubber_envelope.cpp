#include <algorithm>

#include "src/pipeline/file_scrubber.hpp"
#include "src/rules/notices.hpp"
#include "src/x12/isa_width.hpp"

namespace scrub837 {
namespace {

constexpr std::size_t longest_gap = std::size_t{1} << 20U;

// The guide that a version names: X222 of 005010X222A1; empty if it names none.
std::string_view guide_of(std::string_view version) {
  if (version.size() < 10 || version[6] != 'X') return {};
  auto const number = version.substr(7, 3);
  bool const digits = std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits ? version.substr(6, 4) : std::string_view{};
}

std::string without_terminator(Piece const& piece) {
  return std::string(piece.bytes.substr(0, piece.header->stop));
}

}  // namespace

// ---- between interchanges

void FileScrubber::take_gap(Piece const& piece) {
  if (now_.gap.empty() && !now_.gap_said) {
    now_.gap_offset = piece.offset;
    now_.gap_text = false;
  }
  bool const padding = std::all_of(piece.bytes.begin(), piece.bytes.end(), [](char c) {
    return is_padding(c) || c == '\xEF' || c == '\xBB' || c == '\xBF';
  });
  now_.gap_text = now_.gap_text || !padding;
  now_.gap.append(piece.bytes);
  if (now_.gap.size() <= longest_gap) return;
  // Too much to keep in memory: it is kept in the clean file, whatever follows.
  if (now_.gap_text || !surface_.strip) job_.clean->append(now_.gap);
  now_.gap.clear();
}

void FileScrubber::flush_gap_at_end() {
  if (now_.gap.empty() || !envelope_seen_) return;
  bool drop = false;
  if (now_.last_scrubbed) {
    for (auto const& active : job_.judge->rules<BytesCheck>()) {
      auto const fault = active.check({BytesView::Where::gap, !now_.gap_text});
      if (!fault) continue;
      drop = settings().applies(fault->fix);
      say(*active.rule, active.severity, *fault, {Kind::unknown, now_.gap_offset, 0, {}, LoopId::stray}, drop,
          {});
    }
  }
  if (!drop && (now_.gap_text || job_.clean->size() > 0)) job_.clean->append(now_.gap);
  now_.gap.clear();
}

// ---- ISA

void FileScrubber::open_interchange(Piece const& piece) {
  envelope_seen_ = true;
  checkpoint(Level::interchange, piece.offset);
  auto const& header = *piece.header;
  now_.delimiters = header.delimiters;
  now_.interchange = {};
  now_.interchange.open = true;
  now_.interchange.offset = piece.offset;
  now_.interchange.terminated = header.terminated;
  now_.interchange.control = header.elements[13];
  now_.interchange.claims_before = now_.totals.in.claims;
  now_.interchange.hint = hint_for(Level::interchange, piece.offset);
  ++now_.interchange_index;
  now_.sender = header.elements[5] + header.elements[6];
  now_.isa_text = without_terminator(piece);
  now_.isa_elements.assign(header.elements.begin(), header.elements.end());
  now_.isa_judged = false;
  now_.indent_said = now_.fold_said = false;
  auto const tail = piece.bytes.substr(header.stop);
  now_.line_end = tail.empty() ? std::string{} : std::string(tail.substr(1));

  // As it goes out when claims of ours stand in it.
  auto text = now_.isa_text;
  if (header.folded && surface_.unfold) std::erase_if(text, is_line_end);
  auto const* const width = find_rule("ENV008");
  if (settings().enabled(*width)) {
    bool const cuts = loses_when_fitted(now_.isa_elements);
    if (settings().applies(cuts ? Applicability::unsafe : Applicability::safe)) {
      bool right = true;
      for (std::size_t i = 1; i <= 16; ++i) right = right && now_.isa_elements[i].size() == isa_width[i];
      if (!right) {
        text = "ISA";
        for (std::size_t i = 1; i <= 16; ++i) {
          text.push_back(header.delimiters.element);
          text.append(fitted_isa_element(i, now_.isa_elements[i]));
        }
      }
    }
  }
  auto const kept_gap = surface_.strip && !now_.gap_text ? std::string{} : now_.gap;
  now_.isa_mended = kept_gap + text + std::string(tail);

  auto const received = now_.gap + std::string(piece.bytes);
  now_.isa_changed = received != *now_.isa_mended;
  if (now_.interchange.hint.as_received) {
    pass_raw(received);
  } else {
    clean_.open_interchange(now_.interchange.hint.mend ? *now_.isa_mended : received);
    held_.open_interchange(std::string(piece.bytes));
  }
}

// A file that begins with a set or group: claims in it are judged, and can't go out.
void FileScrubber::open_bare(Piece const& piece) {
  envelope_seen_ = true;
  if (!now_.gap.empty()) job_.clean->append(now_.gap);
  now_.gap.clear();
  now_.interchange = {};
  now_.interchange.open = true;
  now_.interchange.implicit = true;
  now_.interchange.offset = piece.offset;
  now_.isa_judged = true;
  now_.delimiters = stream_.delimiters();
  ++now_.interchange_index;
  checkpoint(Level::interchange, piece.offset);
  clean_.open_interchange({});
  held_.open_interchange({});
}

void FileScrubber::judge_headers() {
  judge_isa();
  if (!rewind_) judge_group();
}

void FileScrubber::judge_isa() {
  if (now_.isa_judged) return;
  now_.isa_judged = true;
  Spot const spot{Kind::ISA, now_.interchange.offset, 0, now_.isa_text, LoopId::stray};
  if (!now_.gap.empty()) {
    for (auto const& active : job_.judge->rules<BytesCheck>()) {
      auto const fault = active.check({BytesView::Where::gap, !now_.gap_text});
      if (!fault) continue;
      say(*active.rule, active.severity, *fault, {Kind::unknown, now_.gap_offset, 0, {}, LoopId::stray},
          settings().applies(fault->fix) && !now_.interchange.hint.as_received, {});
    }
  }
  for (auto const& active : job_.judge->rules<IsaCheck>()) {
    auto const fault = active.check({now_.isa_elements});
    if (!fault) continue;
    bool const applied = settings().applies(fault->fix) && !now_.interchange.hint.as_received;
    auto after = std::string_view(*now_.isa_mended);
    after = after.substr(after.find("ISA"));
    say(*active.rule, active.severity, *fault, spot, applied,
        after.substr(0, std::min(after.size(), after.find(now_.delimiters.terminator))));
    if (!applied && active.severity == Severity::error) refuse(Level::interchange);
  }
  if (std::any_of(now_.isa_text.begin(), now_.isa_text.end(), is_line_end) && !now_.fold_said) {
    now_.fold_said = true;
    for (auto const& active : job_.judge->rules<BytesCheck>()) {
      if (auto const fault = active.check({BytesView::Where::inside_segment, true})) {
        say(*active.rule, active.severity, *fault, spot,
            settings().applies(fault->fix) && !now_.interchange.hint.as_received, {});
      }
    }
  }
  say_repeat(RepeatKey::interchange_control, now_.sender, now_.interchange.control, now_.interchange_index,
             spot);
  if (now_.interchange.hint.as_received || rewind_ || !now_.isa_changed) return;
  if (!clean_.mend_interchange(*now_.isa_mended) && !now_.interchange.hint.mend) {
    request_rewind(Level::interchange, {.mend = true});
  }
}

// ---- GS

void FileScrubber::open_group(std::span<Segment const> unit) {
  auto const gs = view(unit[0]);
  auto const offset = block().offset(unit[0]);
  checkpoint(Level::group, block().origin + unit[0].raw_begin);
  now_.group = {};
  now_.group.open = true;
  now_.group.offset = offset;
  now_.group.control = std::string(gs[6]);
  now_.group.version = std::string(gs[8]);
  now_.group.foreign = gs[1] != "HC";
  now_.group.claims_before = now_.totals.in.claims;
  now_.group.hint = hint_for(Level::group, offset);
  ++now_.interchange.count;
  ++now_.group_ordinal;
  now_.group_judged = false;
  now_.group_mended.reset();
  if (surface_changes(unit)) now_.group_mended = mended(unit);
  if (now_.interchange.hint.as_received) return pass_raw(raw(unit));
  if (now_.group.hint.as_received) {
    auto& target = to_clean() ? clean_ : held_;
    auto& other = to_clean() ? held_ : clean_;
    other.lose_group();
    pass_raw(raw(unit));
    target.count_group();
    return;
  }
  clean_.open_group(now_.group.hint.mend && now_.group_mended ? *now_.group_mended : std::string(raw(unit)));
  held_.open_group(std::string(raw(unit)));
}

void FileScrubber::judge_group() {
  if (now_.group_judged) return;
  now_.group_judged = true;
  if (!now_.group_mended || now_.interchange.hint.as_received || now_.group.hint.as_received ||
      now_.group.hint.mend) {
    return;
  }
  if (!clean_.mend_group(*now_.group_mended)) request_rewind(Level::group, {.mend = true});
}

// ---- ST

// GS08 and ST03 lie in the wild: where they name no guide, or two, the service lines tell.
bool FileScrubber::is_foreign(SegmentView st) {
  now_.set_uncertain = false;
  if (st[1] != "837") return true;
  auto const set_guide = guide_of(st[3]);
  auto const group_guide = guide_of(now_.group.version);
  if (set_guide == "X222" || group_guide == "X222") return false;
  if (!set_guide.empty() || !group_guide.empty()) return true;
  auto const old = [](std::string_view version) {
    return version.starts_with("004") || version.starts_with("003");
  };
  if (old(st[3]) || old(now_.group.version)) return true;
  now_.set_uncertain = true;
  return false;
}

void FileScrubber::begin_as_received(Level level) {
  if (now_.interchange.hint.as_received || now_.group.hint.as_received) return;
  if (level == Level::set && now_.set.hint.as_received) {
    (to_clean() ? held_ : clean_).lose_set();
    auto& target = to_clean() ? clean_ : held_;
    target.keep_context();
    target.count_set();
  }
}

void FileScrubber::open_set(std::span<Segment const> unit) {
  auto const st = view(unit[0]);
  auto const offset = block().offset(unit[0]);
  checkpoint(Level::set, block().origin + unit[0].raw_begin);
  now_.set = {};
  now_.set.open = true;
  now_.set.offset = offset;
  now_.set.control = std::string(st[2]);
  now_.set.version = std::string(st[3]);
  now_.set.claims_before = now_.totals.in.claims;
  now_.set.hint = hint_for(Level::set, offset);
  now_.set.foreign = now_.set.hint.foreign || is_foreign(st);
  now_.set_held = now_.set_claims = 0;
  now_.set_has_service = false;
  now_.levels = {};
  now_.level_ranks.clear();
  now_.level_count = 0;
  now_.levels_regular = true;
  now_.inherited = {};
  ++now_.group.count;
  ++now_.set_ordinal;
  if (now_.set.foreign) {
    now_.group.foreign = now_.interchange.foreign = true;
    auto spot = spot_of(unit[0]);
    spot.segment_number = 1;
    say_notice(notice::not_scrubbed, spot);
    now_.set.count = unit.size();
    pass_raw(raw(unit));
    if (!as_received()) {
      clean_.count_set();
      held_.lose_set();
    }
    return;
  }
  now_.group.scrubbed = now_.interchange.scrubbed = true;
  auto spot = spot_of(unit[0]);
  spot.segment_number = 1;
  if (now_.interchange.implicit && settings().enabled(notice::header_missing)) {
    now_.set.hint.as_received = true;
    now_.set.hint.to_clean = now_.set.hint.to_clean || settings().hold == Hold::never;
    now_.totals.refused = true;
    say_notice(notice::header_missing, spot);
  }
  judge_headers();
  if (rewind_) return;
  say_repeat(RepeatKey::transaction_control, std::to_string(now_.group_ordinal), now_.set.control,
             now_.set_ordinal, spot);
  begin_as_received(Level::set);
  if (!as_received()) {
    clean_.open_set({}, 0, now_.set.hint.lossy);
    held_.open_set({}, 0, now_.set.hint.lossy);
  }
  set_header(unit);
}

void FileScrubber::open_implicit_set(std::span<Segment const> unit) {
  auto const offset = block().offset(unit[0]);
  checkpoint(Level::set, block().origin + unit[0].raw_begin);
  now_.set = {};
  now_.set.open = true;
  now_.set.implicit = true;
  now_.set.offset = offset;
  now_.set.claims_before = now_.totals.in.claims;
  now_.set.hint = hint_for(Level::set, offset);
  now_.set_held = now_.set_claims = 0;
  now_.set_has_service = false;
  now_.set_uncertain = true;
  now_.levels = {};
  now_.level_ranks.clear();
  now_.level_count = 0;
  now_.inherited = {};
  auto const guide = guide_of(now_.group.version);
  now_.set.foreign = now_.set.hint.foreign || (!guide.empty() && guide != "X222");
  if (now_.set.foreign) return;
  now_.group.scrubbed = now_.interchange.scrubbed = true;
  if (settings().enabled(notice::header_missing)) {
    now_.set.hint.as_received = true;
    now_.set.hint.to_clean = now_.set.hint.to_clean || settings().hold == Hold::never;
    now_.totals.refused = true;
    say_notice(notice::header_missing, spot_of(unit[0]));
  }
  judge_headers();
  if (rewind_) return;
  begin_as_received(Level::set);
  if (!as_received()) {
    clean_.open_set({}, 0, now_.set.hint.lossy);
    held_.open_set({}, 0, now_.set.hint.lossy);
  }
}

void FileScrubber::set_header(std::span<Segment const> unit) {
  say_surface(unit);
  parse_loops(unit, tape_);
  say_stretch(unit, {unit, tape_}, &now_.set, nullptr);
  for (auto const& segment : unit) {
    if (segment.kind == Kind::BHT) now_.inherited.transaction_type = std::string(view(segment)[6]);
  }
  now_.set.count += unit.size();
  if (as_received()) return pass_raw(raw(unit));
  bool const behind_levels =
      std::any_of(now_.levels.begin(), now_.levels.end(), [](auto const& l) { return l.open; });
  if (behind_levels) {
    // A stray between claims keeps its place, in the file that keeps levels without claims.
    auto& target = keeper();
    target.keep_levels();
    return target.more_header(now_.set.hint.all_held ? raw(unit) : mended(unit), unit.size());
  }
  clean_.more_header(mended(unit), unit.size());
  held_.more_header(raw(unit), unit.size());
}

// ---- trailers

bool FileScrubber::judged(Level level) {
  auto const& it = scope(level);
  if (level == Level::set) return !it.foreign;
  return it.scrubbed || !it.foreign;
}

void FileScrubber::refuse(Level level) {
  now_.totals.refused = true;
  if (as_received()) return;
  auto const claims = now_.totals.in.claims - scope(level).claims_before;
  // At the ISA nobody knows yet whether claims follow; close() looks again.
  bool const empty = claims == 0 && level != Level::interchange;
  request_rewind(level, {.as_received = true, .to_clean = empty || settings().hold == Hold::never});
}

FileScrubber::Trailers FileScrubber::judge_trailer(Level level, Segment const* trailer) {
  auto& it = scope(level);
  auto const& delimiters = now_.delimiters;
  constexpr std::string_view names[] = {"SE", "GE", "IEA"};
  constexpr Kind kinds[] = {Kind::SE, Kind::GE, Kind::IEA};
  auto const index = static_cast<std::size_t>(level);
  Trailers result;
  Spot spot{kinds[index], it.offset, 0, {}, LoopId::stray};
  if (trailer != nullptr) {
    result.clean = parts_of(block(), *trailer, delimiters, surface_);
    result.held = parts_of(block(), *trailer, delimiters, {});
    spot = spot_of(*trailer);
    spot.segment_number = level == Level::set ? it.count : 0;
    if (judged(level)) say_surface({trailer, 1});
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
  auto const made = std::string(names[index]) + delimiters.element + std::to_string(it.count) +
                    delimiters.element + it.control;
  for (auto const& active : job_.judge->rules<TrailerCheck>()) {
    auto const fault = active.check(seen);
    if (!fault) continue;
    bool const applied = settings().applies(fault->fix) && !as_received();
    std::string after;
    if (trailer == nullptr) {
      after = made;
      if (applied) {
        result.clean.text = result.held.text = made;
        result.clean.tail = result.held.tail = delimiters.terminator + now_.line_end;
      }
    } else {
      after = with_part(segment.text(), delimiters.element, fault->element,
                        fault->element == 1 ? std::to_string(it.count) : it.control);
      if (fault->element == 0) after = std::string(segment.text()) + delimiters.terminator;
      if (applied && fault->element == 2) {
        result.clean.text = with_part(result.clean.text, delimiters.element, 2, it.control);
      }
    }
    say(*active.rule, active.severity, *fault, spot, applied, after);
    if (!applied && active.severity == Severity::error) refuse(level);
  }
  return result;
}

void FileScrubber::close_missing(Level outermost) {
  // The outermost refusal first: what is read again is read again once.
  for (auto const level : {Level::interchange, Level::group, Level::set}) {
    if (level > outermost) continue;
    auto const& it = scope(level);
    if (!it.open || it.implicit || !judged(level) || as_received()) continue;
    TrailerView seen;
    seen.level = level;
    for (auto const& active : job_.judge->rules<TrailerCheck>()) {
      auto const fault = active.check(seen);
      if (fault && active.severity == Severity::error && !settings().applies(fault->fix))
        return refuse(level);
    }
  }
  for (auto const level : {Level::set, Level::group, Level::interchange}) {
    if (level > outermost || !scope(level).open) continue;
    close(level, nullptr);
    if (rewind_) return;
  }
}

// What must be settled before a set's SE: its levels, and whether it was one of ours at all.
bool FileScrubber::close_set_content() {
  if (now_.set_uncertain && !now_.set_has_service && !now_.set.implicit) {
    request_rewind(Level::set, {.foreign = true});
    return false;
  }
  close_levels(0);
  if (now_.set_claims == 0 && !now_.set.implicit) {
    say_notice(notice::no_claim, {Kind::ST, now_.set.offset, 1, {}, LoopId::stray});
  }
  return !rewind_;
}

void FileScrubber::close(Level level, Segment const* trailer) {
  auto& it = scope(level);
  if (level == Level::set) {
    if (it.foreign) {
      if (trailer != nullptr) pass_raw(block().raw(*trailer));
      it = {};
      return;
    }
    if (!close_set_content()) return;
    if (trailer != nullptr) ++it.count;
  }
  if (level == Level::interchange && judged(level)) judge_isa();
  if (rewind_) return;
  auto const trailers = judge_trailer(level, trailer);
  if (rewind_) return;

  auto const claims = now_.totals.in.claims - it.claims_before;
  if (it.hint.as_received && !it.hint.to_clean && claims == 0 && !it.implicit && !now_.interchange.implicit) {
    auto hint = it.hint;
    hint.to_clean = true;
    return request_rewind(level, hint);
  }
  if (as_received()) {
    if (trailer != nullptr) pass_raw(block().raw(*trailer));
  } else {
    auto const as_trailer = [&](SegmentParts const& parts) {
      return SplitWriter::Trailer{parts.lead, parts.text, parts.tail, now_.delimiters.element};
    };
    if (level == Level::set) {
      // Wholly held, but levels without a claim went elsewhere: all of it belongs together.
      if (claims > 0 && now_.set_held == claims && !it.hint.all_held &&
          (clean_.wrote_set() || it.hint.lossy)) {
        return request_rewind(level, {.all_held = true});
      }
      if (claims == 0) clean_.keep_levels();
      clean_.close_set(as_trailer(trailers.clean), recount_set_);
      held_.close_set(as_trailer(trailers.held), recount_set_);
    } else if (level == Level::group) {
      if (it.count == 0) clean_.keep_context();
      clean_.close_group(as_trailer(trailers.clean), recount_group_ && judged(level));
      held_.close_group(as_trailer(trailers.held), recount_group_ && judged(level));
    } else {
      // An interchange without claims, and text before one whose claims are all held, stay in the clean file.
      if (it.count == 0) clean_.keep_context();
      if (!clean_.wrote_interchange() && now_.gap_text) job_.clean->append(now_.gap);
      clean_.close_interchange(as_trailer(trailers.clean), recount_interchange_ && judged(level));
      held_.close_interchange(as_trailer(trailers.held), recount_interchange_ && judged(level));
    }
  }
  if (level == Level::interchange) {
    now_.last_scrubbed = it.scrubbed;
    now_.gap.clear();
    now_.gap_text = false;
    // Nothing before this point is read again.
    hints_.clear();
    if (!rewind_) job_.report->commit();
  }
  it = {};
}

}  // namespace scrub837
