#include "src/scrub/claim_stage.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

#include "src/fix/one_a_fault.hpp"
#include "src/rules/notices.hpp"
#include "src/scrub/decide.hpp"

namespace scrub837 {
namespace {

// Whether a reason lets a claim out with what is left of its errors.
// \param named rules that the rows with a reason name, with blanks between
bool releases(Consent consent, std::string_view named, Findings const& left, Settings const& settings) {
  return std::all_of(left.begin(), left.end(), [&](Finding const& finding) {
    auto const& rule = *finding.rule;
    bool const meant = rule.release != Release::where_named || named.find(rule.id) != named.npos;
    return !settings.holds(finding.severity) || (meant && lets_out(consent, rule.release));
  });
}

std::vector<Rule const*> rules_of(Findings const& findings) {
  std::vector<Rule const*> rules;
  for (auto const& finding : findings) rules.push_back(finding.rule);
  return rules;
}

// Whether an error is left that nobody meant who gave a reason: what was typed made it, or is no better than
// what was there. \param known rules of the claim's findings before
bool is_unforeseen(std::span<Rule const* const> known, std::span<Place const> values, Findings const& left,
                   Settings const& settings) {
  auto const is_known = [&](Rule const& rule) {
    return std::ranges::any_of(known, [&](Rule const* other) {
      // A typed text can make a finding of one such rule into one of another.
      return other == &rule || (rule.duty == Duty::describes_line && other->duty == rule.duty);
    });
  };
  return std::ranges::any_of(left, [&](Finding const& finding) {
    return settings.holds(finding.severity) &&
           (!is_known(*finding.rule) || std::ranges::find(values, finding.place) != values.end());
  });
}

bool holds(std::span<Segment const> segments, std::initializer_list<Kind> kinds) {
  return std::ranges::any_of(segments, [&](Segment const& segment) {
    return std::find(kinds.begin(), kinds.end(), segment.kind) != kinds.end();
  });
}

// Brings what will be read soon nearer: two lines of the cache.
void fetch(void const* address) {
  constexpr std::size_t line = 64;
  __builtin_prefetch(address);
  __builtin_prefetch(static_cast<char const*>(address) + line);
}

}  // namespace

PieceClaim& ClaimStage::claim_of(std::span<Segment const> segments) {
  auto const first = static_cast<std::size_t>(segments.data() - piece_->tokens.segments().data());
  auto& claims = piece_->claims;
  while (claims[next_].first < first) ++next_;
  fetch_ahead();
  return claims[next_];
}

// The table of repeats is larger than the caches, and what was judged may be with another processor. Each
// step reads what the step before has fetched.
void ClaimStage::fetch_ahead() const {
  constexpr std::size_t step = 5;
  auto const& claims = piece_->claims;
  auto const ahead = [&](std::size_t steps, auto use) {
    if (auto const at = next_ + steps * step; at < claims.size()) use(claims[at]);
  };
  ahead(3, [](PieceClaim const& claim) { fetch(&claim); });
  ahead(2, [&](PieceClaim const& claim) {
    fetch(&piece_->contexts[claim.context].payer_id);
    if (!claim.verdict.indicators.empty()) fetch(claim.verdict.indicators.data());
    if (!claim.verdict.texts.empty()) fetch(claim.verdict.texts.data());
  });
  ahead(1, [&](PieceClaim const& claim) { repeats_->expect(claim.verdict); });
}

ClaimUnit::Where ClaimStage::where() const {
  auto const control = [](EnvelopeState const& scope) {
    return scope.open && !scope.implicit ? std::string_view(scope.control) : std::string_view{};
  };
  auto const refused = now_->refused_level();
  return {
      .interchange = control(now_->interchange),
      .group = control(now_->group),
      .set = control(now_->set),
      .interchange_ordinal = now_->interchange_index,
      .group_ordinal = now_->group_ordinal,
      .set_ordinal = now_->set_ordinal,
      .claim = now_->claim_index,
      .as_received = refused.has_value(),
      .refused = refused.value_or(EnvelopeLevel::set),
      .refused_for = refused ? std::string_view(now_->scope(*refused).plan.refused_for) : std::string_view{},
      .segment_number = now_->set.open ? now_->set.count + 1 : 0};
}

ClaimStage::Supplied ClaimStage::supply_for(ClaimUnit const& unit, Findings const& found) {
  Supplied given;
  if (supplies_ == nullptr || !supplies_->knows(unit.segment(0)[1])) return given;
  given.asked = true;
  auto const with = [&](std::vector<Edit> const& typed) {
    std::vector<Edit const*> edits;
    edits.reserve(typed.size());
    for (auto const& edit : typed) edits.push_back(&edit);
    return WorkingClaim(unit.block(), unit.segments(), unit.delimiters()).with(edits);
  };
  auto const found_with = [&](std::vector<Edit> const& typed) {
    auto const claim = with(typed);
    return claim ? scrubber_.found_in_typed(*claim, unit.inherited()) : Findings{};
  };
  auto const supply = supplies_->for_claim(unit.view(), unit.digest(), found, found_with);
  given.refused = supply.refused;
  given.consent = supply.consent;
  given.consented = supply.consented;
  given.released_by = supply.released_by;
  given.values = supply.values;
  if (supply.edits.empty() || now_->as_received()) return given;
  given.claim = with(supply.edits);
  return given;
}

// \return whether it went out from this very input
bool ClaimStage::note_earlier_sending(ClaimVerdict& verdict, ClaimUnit const& unit) {
  if (record_ == nullptr || !repeats_->looks_for_sent()) return false;
  auto const earlier = record_->earlier(unit, verdict);
  if (earlier) repeats_->note_sent(*earlier, verdict.found);
  return earlier && earlier->from_this_input;
}

// \return whether the claim went out from this very input
bool ClaimStage::complete(ClaimVerdict& verdict, ClaimUnit const& unit, Supplied const& given) {
  if (given.claim) {
    scrubber_.scrub_typed(*given.claim, unit.inherited(), verdict);
  } else if (now_->as_received()) {
    verdict.no_fixes();
  }
  auto const begin = static_cast<std::ptrdiff_t>(verdict.found.size());
  repeats_->note(verdict, now_->claim_index, verdict.found);
  bool const went_out = note_earlier_sending(verdict, unit);
  auto const add = [&](Rule const& notice) {
    if (!settings().enabled(notice)) return;
    verdict.found.push_back({&notice, settings().severity(notice), {}, -1, std::string(notice.doc.what), {}});
  };
  if (verdict.fix_result.did_not_converge) add(notice::did_not_converge);
  if (verdict.too_long) add(notice::not_mended);
  if (!verdict.mended) return went_out;
  auto& left = verdict.fix_result.left;
  left.insert(left.end(), verdict.found.begin() + begin, verdict.found.end());
  return went_out;
}

ClaimStage::Above ClaimStage::count_in_levels() {
  Above above;
  auto const look_at = [&](auto const& scope) {
    above.blocked = above.blocked || scope.blocked;
    above.released = above.released || !scope.released.empty();
  };
  look_at(now_->interchange);
  look_at(now_->group);
  look_at(now_->set);
  auto& levels = now_->hierarchy;
  for (int rank = 0; rank < static_cast<int>(EnvelopeWalker::ranks); ++rank) {
    if (!levels.is_open(rank)) continue;
    ++levels.verdict(rank).claims;
    look_at(levels.verdict(rank));
  }
  if (auto const innermost = levels.innermost()) ++levels.verdict(*innermost).own_claims;
  return above;
}

void ClaimStage::tell_went_out(Disposition disposition, bool released) {
  auto const tell = [&](auto const& scope) {
    for (auto const& key : scope.typed) supplies_->went_out_below(key, disposition);
    for (auto const& key : scope.released) {
      if (released && disposition == Disposition::released) supplies_->went_out_below(key, disposition);
    }
  };
  tell(now_->interchange);
  tell(now_->group);
  tell(now_->set);
  auto const& levels = now_->hierarchy;
  for (int rank = 0; rank < static_cast<int>(EnvelopeWalker::ranks); ++rank) {
    if (levels.is_open(rank)) tell(levels.verdict(rank));
  }
}

void ClaimStage::count_held() {
  ++now_->of_set.held;
  auto& levels = now_->hierarchy;
  for (int rank = 0; rank < static_cast<int>(EnvelopeWalker::ranks); ++rank) {
    if (levels.is_open(rank)) ++levels.verdict(rank).held;
  }
}

// Below a level with values that a person typed, the claim is judged anew.
Inherited const& ClaimStage::inherited_by(PieceClaim& claim, std::span<Segment const> segments) {
  auto const& received = piece_->contexts[claim.context];
  if (supplies_ == nullptr) return received;
  auto levels = now_->hierarchy.corrected_levels(now_->delimiters.terminator);
  if (!levels) return received;
  corrected_ =
      inherited_from(std::move(*levels), now_->delimiters, now_->receivers, settings().profiles.get());
  corrected_.transaction_type = received.transaction_type;
  corrected_.created = received.created;
  corrected_.level_is_full = received.level_is_full;
  claim.verdict.reset();
  scrubber_.scrub({&piece_->block, segments, now_->delimiters, &corrected_}, loop_spans_, claim.verdict);
  return corrected_;
}

// What begins a level, misplaced in a claim, says that an HL was lost, and data whose length is stated
// (BIN01, BDS02) may have run over one: of whom the claims are that follow in this level is a guess.
void ClaimStage::follow_lost_levels(std::span<Segment const> segments, Findings const& found) {
  std::optional<int> lost;
  auto const note = [&](std::optional<int> rank) {
    if (rank) lost = std::min(lost.value_or(*rank), *rank);
  };
  for (auto const& finding : found) {
    if (finding.severity != Severity::error) continue;
    auto const kind = segments[finding.place.segment].kind;
    if (finding.rule->duty == Duty::places_segments || kind == Kind::BIN || kind == Kind::BDS)
      note(rank_lost_before(segments, finding.place.segment));
  }
  // A claim that was cut off before its lines takes the next subscriber for another payer's.
  if (now_->hierarchy.judged().places && holds(segments, {Kind::SBR}) &&
      !holds(segments, {Kind::LX, Kind::SV1}))
    note(1);
  if (lost) now_->hierarchy.lose(*lost);
}

ClaimVerdict const& ClaimStage::take(std::span<Segment const> segments, Bytes bytes) {
  auto& claim_here = claim_of(segments);
  auto& verdict = claim_here.verdict;
  ++now_->claim_index;
  ++now_->of_set.claims;
  auto const above = count_in_levels();
  auto const& inherited = inherited_by(claim_here, segments);
  ClaimUnit const unit({.block = &piece_->block,
                        .segments = segments,
                        .delimiters = now_->delimiters,
                        .inherited = &inherited,
                        .settings = &settings(),
                        .above = &now_->hierarchy.contents(),
                        .room = &loop_spans_},
                       where());
  if (bytes.cut_off) {
    FindingContext const context{segments, {}, piece_->block.bytes, now_->delimiters};
    for (auto* const findings : {&verdict.found, &verdict.fix_result.left}) {
      leave_out_cut_off(*findings, context);
      // The trailers that are missing say so, unless they are added.
      if (settings().unsafe_fixes)
        Reporter(notice::cut_off, Severity::error, *findings)
            .add({static_cast<std::uint32_t>(segments.size()) - 1, 0, 0}, -1,
                 "The file ends inside this claim.");
    }
  }
  auto const given = supply_for(unit, verdict.found);
  auto const known =
      given.claim && given.consent != Consent::none ? rules_of(verdict.found) : std::vector<Rule const*>{};
  bool const went_out = complete(verdict, unit, given);
  auto const& left = verdict.left();
  bool const as_received = now_->as_received();
  verdict.disposition =
      decide({.faulty = given.refused || std::any_of(left.begin(), left.end(),
                                                     [&](Finding const& finding) {
                                                       return settings().holds(finding.severity);
                                                     }),
              .cut_off = bytes.cut_off,
              .went_out = went_out,
              .blocked_above = above.blocked,
              .released_above = above.released,
              .set_refused = as_received,
              .refused_to_clean = as_received && now_->to_clean(),
              .hold_never = settings().hold == Hold::never,
              .consented = !given.refused && releases(given.consent, given.consented, left, settings()) &&
                           (!given.claim || !is_unforeseen(known, given.values, left, settings())),
              .changed = verdict.fix_result.claim || bytes.surface});
  if (verdict.disposition == Disposition::released) verdict.released_by = given.released_by;
  now_->in.add(verdict.cents);
  if (verdict.disposition == Disposition::held) count_held();
  if (given.asked) {
    // What goes out as received took nothing, even if --hold never lets it out.
    supplies_->done(unit.digest(), as_received ? Disposition::held : verdict.disposition,
                    above.blocked || bytes.cut_off || as_received, left);
  }
  reporter_->claim(unit, verdict);
  events_->claim(unit, verdict);
  if (supplies_ != nullptr && verdict.disposition != Disposition::held && !as_received)
    tell_went_out(verdict.disposition, above.released);
  follow_lost_levels(segments, verdict.found);
  return verdict;
}

}  // namespace scrub837
