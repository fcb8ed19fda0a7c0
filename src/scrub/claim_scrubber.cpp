#include "src/scrub/claim_scrubber.hpp"

#include <algorithm>
#include <boost/container/static_vector.hpp>
#include <unordered_set>

#include "scrub837/claim/money.hpp"
#include "src/claim/compared_text.hpp"
#include "src/claim/mendable.hpp"
#include "src/claim/narrative.hpp"
#include "src/claim/replaces_another.hpp"
#include "src/claim/service_line.hpp"
#include "src/text/quick_hash.hpp"

namespace scrub837 {

std::uint64_t repeat_key(RepeatKey kind, std::string_view scope, std::string_view text) {
  QuickHash key(static_cast<std::uint64_t>(kind));
  if (!scope.empty()) key.add(scope);
  return key.add(text).value();
}

namespace {

// Once a text, however many lines of the claim have it.
void note_texts(ClaimView const& claim, ClaimVerdict& verdict) {
  if (claim.unlisted_count() == 0) return;
  constexpr std::size_t few = 64;  // looking at each is cheaper than a table
  std::unordered_set<std::uint64_t> seen;
  auto const is_new = [&](std::uint64_t key) {
    if (claim.line_count() <= few)
      return std::ranges::find(verdict.texts, key, &TextKey::key) == verdict.texts.end();
    return seen.insert(key).second;
  };
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (!line.has_service() || !line.unlisted() || identifies_drug(line)) continue;
    if (described_as(line).empty()) continue;
    auto const& state = line.narrative();
    auto const key = state.compared ^ claim.inherited().patient;
    if (!is_new(key)) continue;
    verdict.texts.push_back({key, state.in_note() ? Place{state.note, 2, 0} : Place{line.sv1_index(), 1, 7},
                             static_cast<std::int32_t>(i)});
  }
}

void note_indicators(ClaimView const& claim, ClaimVerdict& verdict) {
  for (auto const mark : claim.indicators()) {
    auto const number = trimmed(claim.segment(mark.segment)[6]);
    auto const key = number.empty() ? 0 : repeat_key(RepeatKey::attachment_control, {}, number);
    verdict.indicators.push_back({key, mark});
  }
}

// What must not be used twice in an input.
void note_keys(ClaimView const& claim, ClaimVerdict& verdict) {
  auto const id = claim.clm()[1];
  if (!trimmed(id).empty()) verdict.id_key = repeat_key(RepeatKey::claim_id, {}, id);
  note_indicators(claim, verdict);
}

// A claim that replaces or takes back another repeats nothing. The order of the lines does not count.
std::uint64_t services_key(ClaimView const& claim) {
  auto const account = claim.inherited().account;
  if (account == 0 || claim.line_count() == 0) return 0;
  std::uint64_t services = 0;
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    auto const service = line.has_service() ? line.billed() : 0;
    if (service == 0) return 0;
    services += service;
  }
  if (replaces_another(claim)) return 0;
  constexpr auto kind = static_cast<std::uint64_t>(RepeatKey::services);
  return QuickHash(account).add(services).add(kind).value();
}

// Places in the typed claim become those in the claim as received.
void place_as_received(WorkingClaim const& typed, Findings& findings) {
  for (auto& finding : findings) finding.place.segment = typed.lines()[finding.place.segment].origin;
}

}  // namespace

ClaimScrubber::ClaimScrubber(Judge const& judge) : judge_(&judge) {
  auto const& repeats = judge.rules<RepeatCheck>();
  auto const compared = [&](RepeatKey kind) {
    return std::any_of(repeats.begin(), repeats.end(),
                       [&](auto const& active) { return active.check(kind).has_value(); });
  };
  texts_compared_ = compared(RepeatKey::narrative);
  services_compared_ = compared(RepeatKey::services) || compared(RepeatKey::sent_services);
}

bool ClaimScrubber::has_fixes(Findings const& found) const {
  return std::any_of(found.begin(), found.end(), [&](Finding const& finding) {
    return !finding.fix.edits.empty() && judge_->settings().applies(finding.fix.applicability);
  });
}

void ClaimScrubber::scrub(ClaimSource const& source, LoopSpans& loop_spans, ClaimVerdict& verdict) const {
  parse_loops(source.segments, loop_spans);
  ClaimView const claim(*source.block, source.segments, loop_spans, source.delimiters, *source.inherited,
                        judge_->settings());
  judge_->judge_claim(claim, verdict.found);
  settle_fixes(source, claim, verdict);
}

void ClaimScrubber::scrub(std::span<Task const> claims, Rooms& rooms) const {
  while (!claims.empty()) {
    auto const some = claims.first(std::min(claims.size(), Judge::batch));
    claims = claims.subspan(some.size());
    boost::container::static_vector<ClaimView, Judge::batch> views;
    boost::container::static_vector<Judge::Judged, Judge::batch> judged;
    for (std::size_t i = 0; i < some.size(); ++i) {
      auto const& source = some[i].source;
      parse_loops(source.segments, rooms[i]);
      auto const& view = views.emplace_back(*source.block, source.segments, rooms[i], source.delimiters,
                                            *source.inherited, judge_->settings());
      judged.push_back({&view, &some[i].verdict->found});
    }
    judge_->judge_claims(judged);
    for (std::size_t i = 0; i < some.size(); ++i) settle_fixes(some[i].source, views[i], *some[i].verdict);
  }
}

void ClaimScrubber::settle_fixes(ClaimSource const& source, ClaimView const& claim,
                                 ClaimVerdict& verdict) const {
  verdict.cents = to_cents(claim.total().value_or(0));
  verdict.services = claim.service_count();
  verdict.unlisted = claim.unlisted_count();
  note_keys(claim, verdict);
  if (texts_compared_) note_texts(claim, verdict);
  if (services_compared_) verdict.services_key = services_key(claim);
  if (!has_fixes(verdict.found)) return;
  verdict.too_long = source.segments.size() > max_segments_mended;
  if (verdict.too_long) return;
  verdict.fix_result = settle(WorkingClaim(*source.block, source.segments, source.delimiters), verdict.found,
                              *source.inherited, *judge_);
  verdict.mended = true;
}

Findings ClaimScrubber::found_in_typed(WorkingClaim const& typed, Inherited const& inherited) const {
  Findings found;
  judge_->judge_claim(typed.view(inherited, judge_->settings()), found);
  place_as_received(typed, found);
  return found;
}

void ClaimScrubber::scrub_typed(WorkingClaim const& typed, Inherited const& inherited,
                                ClaimVerdict& verdict) const {
  auto& found = verdict.found;
  auto& fix_result = verdict.fix_result;
  found.clear();
  auto const claim = typed.view(inherited, judge_->settings());
  judge_->judge_claim(claim, found);
  verdict.indicators.clear();
  note_indicators(claim, verdict);
  for (auto& indicator : verdict.indicators)
    indicator.mark.segment = typed.lines()[indicator.mark.segment].origin;
  verdict.mended = true;
  verdict.too_long = typed.lines().size() > max_segments_mended && has_fixes(found);
  if (verdict.too_long) {
    fix_result = {.applied = {}, .left = found, .claim = {}};
    place_as_received(typed, fix_result.left);
  } else {
    fix_result = settle(typed, found, inherited, *judge_);
  }
  // What was typed goes out even if nothing else is mended.
  if (!fix_result.claim) fix_result.claim = typed;
  place_as_received(typed, found);
  // Their places are in the typed claim, which is not what was received.
  for (auto& finding : fix_result.did_not_converge ? fix_result.left : found) finding.fix.edits.clear();
}

}  // namespace scrub837
