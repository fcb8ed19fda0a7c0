#include "src/pipeline/judge_piece.hpp"

#include <algorithm>
#include <functional>
#include <unordered_set>

#include "scrub837/claim/money.hpp"
#include "src/claim/compared_text.hpp"
#include "src/claim/narrative.hpp"
#include "src/claim/service_line.hpp"

namespace scrub837 {

std::uint64_t repeat_key(RepeatKey kind, std::string_view scope, std::string_view text) {
  auto const hash = std::hash<std::string_view>{};
  auto const salt = scope.empty() ? 0 : hash(scope);
  return hash(text) ^ (salt + static_cast<std::size_t>(kind)) * 0x9E3779B97F4A7C15U;
}

namespace {

// Once a text, however many lines of the claim have it.
void note_texts(ClaimView const& claim, JudgedClaim& judged) {
  if (claim.unlisted_count() == 0) return;
  std::unordered_set<std::uint64_t> seen;
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (!line.has_service() || !line.unlisted() || identifies_drug(line)) continue;
    if (described_as(line).empty()) continue;
    auto const& state = line.narrative();
    auto const key = state.compared ^ claim.inherited().patient;
    if (claim.line_count() > 1 && !seen.insert(key).second) continue;
    judged.texts.push_back({key, state.in_note() ? Place{state.note, 2, 0} : Place{line.sv1_index(), 1, 7},
                            static_cast<std::int32_t>(i)});
  }
}

}  // namespace

void judge_piece(Piece& piece, Judge const& judge) {
  auto const& repeats = judge.rules<RepeatCheck>();
  bool const texts_compared = std::any_of(repeats.begin(), repeats.end(), [](auto const& active) {
    return active.check(RepeatKey::narrative).has_value();
  });
  Tape tape;
  for (auto& judged : piece.claims) {
    auto const tokens = piece.segments(judged);
    auto const& inherited = piece.contexts[judged.context];
    parse_loops(tokens, tape);
    ClaimView const claim(piece.block, tokens, tape, piece.delimiters, inherited, judge.settings());
    judge.judge_claim(claim, judged.findings);
    auto const clm = claim.clm();
    judged.cents = to_cents(claim.total().value_or(0));
    judged.services = claim.service_count();
    judged.unlisted = claim.unlisted_count();
    if (!trimmed(clm[1]).empty()) judged.id_key = repeat_key(RepeatKey::claim_id, {}, clm[1]);
    for (auto const mark : claim.indicators()) {
      auto const number = trimmed(claim.segment(mark.segment)[6]);
      auto const key = number.empty() ? 0 : repeat_key(RepeatKey::attachment_control, {}, number);
      judged.indicators.push_back({key, mark});
    }
    if (texts_compared) note_texts(claim, judged);
  }
}

}  // namespace scrub837
