#include <algorithm>
#include <vector>

#include "src/pipeline/file_scrubber.hpp"
#include "src/rules/notices.hpp"
#include "src/scrub/decide.hpp"

namespace scrub837 {

// Whether the set is an 837P at all shows in its service lines: leave_foreign_set() asks at its end.
void FileScrubber::identify_set_by_service(std::span<Segment const> unit) {
  if (now_.set_has_service) return;
  // Read anew for the claims of ours behind it, it is both.
  bool const both = now_.set.plan.claims && !now_.set.other_type;
  for (auto const& segment : unit) {
    if (segment.kind == Kind::SV1) now_.set_has_service = true;
    if (!both && (segment.kind == Kind::SV2 || segment.kind == Kind::SV3)) now_.set_foreign_lines = true;
  }
}

void FileScrubber::note_repeats(ClaimVerdict const& verdict, Findings& findings) {
  auto const note = [&](RepeatKey kind, std::uint64_t key, Place place, std::int32_t line) {
    auto found = repeat(kind, key, now_.claim_index);
    if (!found) return;
    findings.push_back({found->rule, found->severity, place, line, std::move(found->fault.message), {}});
  };
  if (verdict.id_key != 0) note(RepeatKey::claim_id, verdict.id_key, {0, 1, 0}, -1);
  for (auto const& [key, mark] : verdict.indicators) {
    if (key == 0) continue;
    note(RepeatKey::attachment_control, key, {mark.segment, 6, 0}, mark.line);
  }
  auto const& filled = repeat_rules_[static_cast<std::size_t>(RepeatKey::narrative)];
  if (filled.rule == nullptr) return;
  for (auto const& [key, place, line] : verdict.texts) {
    if (!filled_down_.note(key, now_.claim_index)) continue;
    findings.push_back({filled.rule, filled.severity, place, line, filled.fault.message, {}});
  }
}

PieceClaim& FileScrubber::claim_of(std::span<Segment const> unit) {
  auto const first = static_cast<std::size_t>(unit.data() - piece_->tokens.segments().data());
  auto& claims = piece_->claims;
  while (claims[next_claim_].first < first) ++next_claim_;
  // The table is larger than the caches; what was judged may be with another processor.
  constexpr std::size_t ahead = 6;
  if (next_claim_ + 2 * ahead < claims.size()) {
    auto const* const later = &claims[next_claim_ + 2 * ahead];
    __builtin_prefetch(later);
    __builtin_prefetch(reinterpret_cast<char const*>(later) + sizeof(PieceClaim) / 2);
  }
  if (next_claim_ + ahead < claims.size()) {
    auto const& coming = claims[next_claim_ + ahead].verdict;
    seen_.expect(coming.id_key);
    for (auto const& indicator : coming.indicators) seen_.expect(indicator.key);
    for (auto const& text : coming.texts) filled_down_.expect(text.key);
  }
  return claims[next_claim_];
}

FileScrubber::SuppliedClaim FileScrubber::supply_for(ClaimUnit const& unit) {
  SuppliedClaim given;
  if (job_.supplies == nullptr || !job_.supplies->knows(unit.segment(0)[1])) return given;
  given.asked = true;
  auto const supply = job_.supplies->for_claim(unit.view(), unit.digest());
  given.consent = supply.consent;
  if (supply.edits.empty() || as_received()) return given;
  std::vector<Edit const*> edits;
  for (auto const& edit : supply.edits) edits.push_back(&edit);
  given.claim = WorkingClaim(block(), unit.segments(), now_.delimiters).with(edits);
  return given;
}

ClaimUnit::Where FileScrubber::place_of_claim() const {
  auto const control = [](EnvelopeState const& scope) {
    return scope.open && !scope.implicit ? std::string_view(scope.control) : std::string_view{};
  };
  return {.interchange = control(now_.interchange),
          .group = control(now_.group),
          .set = control(now_.set),
          .interchange_ordinal = now_.interchange_index,
          .group_ordinal = now_.group_ordinal,
          .set_ordinal = now_.set_ordinal,
          .claim = now_.claim_index,
          .as_received = as_received()};
}

FileScrubber::Above FileScrubber::count_in_levels() {
  Above above;
  auto const look_at = [&](auto const& scope) {
    above.blocked = above.blocked || scope.blocked;
    above.released = above.released || !scope.released.empty();
  };
  look_at(now_.interchange);
  look_at(now_.group);
  look_at(now_.set);
  for (auto& level : now_.levels) {
    if (!level.open) continue;
    ++level.claims;
    look_at(level);
  }
  return above;
}

void FileScrubber::tell_released_below() {
  auto const tell = [&](auto const& scope) {
    for (auto const& key : scope.released) job_.supplies->released_below(key);
  };
  tell(now_.interchange);
  tell(now_.group);
  tell(now_.set);
  for (auto const& level : now_.levels) {
    if (level.open) tell(level);
  }
}

namespace {

// Whether a reason lets a claim out with what is left of its errors.
bool releases(Consent consent, Findings const& left, Settings const& settings) {
  return std::all_of(left.begin(), left.end(), [&](Finding const& finding) {
    return !settings.holds(finding.severity) || lets_out(consent, finding.rule->release);
  });
}

}  // namespace

// Puts in what a person supplied, and adds what shows only beside the other claims of the input.
void FileScrubber::complete(ClaimVerdict& verdict, Inherited const& inherited, SuppliedClaim const& given) {
  if (given.claim) {
    scrubber_.scrub_typed(*given.claim, inherited, verdict);
  } else if (as_received()) {
    verdict.no_fixes();
  }
  auto const begin = static_cast<std::ptrdiff_t>(verdict.found.size());
  note_repeats(verdict, verdict.found);
  auto const add = [&](Rule const& notice) {
    if (!settings().enabled(notice)) return;
    verdict.found.push_back({&notice, settings().severity(notice), {}, -1, std::string(notice.doc.what), {}});
  };
  if (verdict.fix_result.did_not_converge) add(notice::did_not_converge);
  if (verdict.too_long) add(notice::not_mended);
  if (!verdict.mended) return;
  auto& left = verdict.fix_result.left;
  left.insert(left.end(), verdict.found.begin() + begin, verdict.found.end());
}

namespace {

// The rank of the level whose HL was lost where this stands in a claim; none: it tells of no level.
std::optional<int> rank_lost_before(std::span<Segment const> unit, std::size_t position) {
  auto const& segment = unit[position];
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
      // An address is a person's, too, unless a provider stands before it.
      while (position > 0 && (unit[position].kind == Kind::N3 || unit[position].kind == Kind::N4)) --position;
      return unit[position].kind == Kind::NM1 ? std::nullopt : std::optional(2);
    default:
      return std::nullopt;
  }
}

bool holds(std::span<Segment const> unit, std::initializer_list<Kind> kinds) {
  return std::ranges::any_of(unit, [&](Segment const& segment) {
    return std::find(kinds.begin(), kinds.end(), segment.kind) != kinds.end();
  });
}

}  // namespace

// What begins a level, misplaced in a claim, says that an HL was lost, and data whose length is stated
// (BIN01, BDS02) may have run over one: of whom the claims are that follow in this level is a guess.
void FileScrubber::hold_level_after_lost_hl(std::span<Segment const> unit, Findings const& found) {
  std::optional<int> lost;
  auto const note = [&](std::optional<int> rank) {
    if (rank) lost = std::min(lost.value_or(*rank), *rank);
  };
  for (auto const& finding : found) {
    if (finding.severity != Severity::error) continue;
    auto const kind = unit[finding.place.segment].kind;
    if (finding.rule->duty == Duty::places_segments || kind == Kind::BIN || kind == Kind::BDS)
      note(rank_lost_before(unit, finding.place.segment));
  }
  // A claim that was cut off before its lines takes the next subscriber for another payer's.
  if (places_judged_ && holds(unit, {Kind::SBR}) && !holds(unit, {Kind::LX, Kind::SV1})) note(1);
  if (!lost) return;
  now_.lost_rank = std::min(now_.lost_rank.value_or(*lost), *lost);
  auto const innermost = std::find_if(now_.levels.rbegin(), now_.levels.rend(),
                                      [](LevelState const& level) { return level.open; });
  if (innermost != now_.levels.rend()) innermost->blocked = true;
}

void FileScrubber::claim_unit(std::span<Segment const> segments) {
  identify_set_by_service(segments);
  auto& claim_here = claim_of(segments);
  auto& verdict = claim_here.verdict;
  report_lexical_faults(segments);
  ++now_.claim_index;
  ++now_.set_claims;
  auto const above = count_in_levels();
  ClaimUnit const unit({.block = &block(),
                        .segments = segments,
                        .delimiters = now_.delimiters,
                        .inherited = &piece_->contexts[claim_here.context],
                        .settings = &settings(),
                        .above = &now_.contents,
                        .room = &loop_spans_},
                       place_of_claim());
  auto const given = supply_for(unit);
  complete(verdict, unit.inherited(), given);
  auto const& left = verdict.left();

  bool const surface = repairs_change(segments) && !as_received();
  verdict.disposition = decide(
      {.faulty = std::any_of(left.begin(), left.end(),
                             [&](Finding const& finding) { return settings().holds(finding.severity); }),
       .cut_off = is_cut_off(segments),
       .blocked_above = above.blocked,
       .released_above = above.released,
       .set_refused = as_received(),
       .refused_to_clean = as_received() && to_clean(),
       .hold_never = settings().hold == Hold::never,
       .consented = releases(given.consent, left, settings()),
       .changed = verdict.fix_result.claim || surface});
  now_.in.add(verdict.cents);
  reporter_.claim(unit, verdict);
  events_.claim(unit, verdict);

  if (given.asked) {
    // What goes out as received took nothing, even if --hold never lets it out.
    job_.supplies->done(unit.digest(), as_received() ? Disposition::held : verdict.disposition,
                        above.blocked || is_cut_off(segments) || as_received(), left);
  }
  if (above.released && verdict.disposition == Disposition::released && job_.supplies != nullptr) {
    tell_released_below();
  }
  hold_level_after_lost_hl(segments, verdict.found);
  if (now_.component_mended) doubt_component(segments);
  now_.set.count += segments.size();
  if (verdict.disposition == Disposition::held) ++now_.set_held;
  write_claim(segments, verdict.disposition, verdict.fix_result, surface);
}

void FileScrubber::write_claim(std::span<Segment const> unit, Disposition disposition,
                               FixResult const& fix_result, bool surface) {
  if (as_received()) return pass_raw(raw(unit));
  if (disposition == Disposition::held) {
    held_.claim(raw(unit), unit.size());
    clean_.omit_claim();
  } else {
    if (fix_result.claim) {
      clean_.claim(bytes_of(*fix_result.claim, block(), unit, now_.delimiters, surface_),
                   fix_result.claim->lines().size());
    } else if (surface) {
      clean_.claim(mended(unit), unit.size());
    } else {
      clean_.claim(raw(unit), unit.size());
    }
    held_.omit_claim();
  }
  if (clean_.must_start_over() || held_.must_start_over())
    read_again(Level::set, {.needs_renumbering = true});
}

}  // namespace scrub837
