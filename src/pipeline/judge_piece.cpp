#include "src/pipeline/judge_piece.hpp"

#include <functional>

#include "scrub837/claim/money.hpp"
#include "src/claim/narrative.hpp"

namespace scrub837 {

std::uint64_t repeat_key(RepeatKey kind, std::string_view scope, std::string_view text) {
  auto const hash = std::hash<std::string_view>{};
  auto const salt = scope.empty() ? 0 : hash(scope);
  return hash(text) ^ (salt + static_cast<std::size_t>(kind)) * 0x9E3779B97F4A7C15U;
}

void judge_piece(Piece& piece, Judge const& judge) {
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
  }
}

}  // namespace scrub837
