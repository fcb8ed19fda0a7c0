#include <algorithm>

#include "grammar/bare_start.hpp"
#include "src/scrub/envelope_scrubber.hpp"

namespace scrub837 {
namespace {

constexpr std::size_t longest_gap = std::size_t{1} << 20U;

}  // namespace

void EnvelopeScrubber::take_gap(Piece const& piece) {
  if (now_.gap.bytes.empty() && !now_.gap.reported) {
    now_.gap.offset = piece.offset();
    now_.gap.text = false;
  }
  bool const padding = std::all_of(piece.bytes().begin(), piece.bytes().end(), [](char c) {
    return is_padding(c) || c == '\xEF' || c == '\xBB' || c == '\xBF';
  });
  now_.gap.text = now_.gap.text || !padding;
  now_.gap.bytes.append(piece.bytes());
  if (isa_required_ && !now_.headless && grammar::could_hold_claims(piece.bytes())) {
    now_.headless = now_.refused = true;
    judge_missing_isa();
  }
  // What is around claims without an ISA is held with them.
  if (now_.headless && now_.gap.text) {
    splitter_->append(now_.gap.bytes, Destination::held);
    now_.withheld = true;
    now_.gap.bytes.clear();
    now_.gap.text = false;
    return;
  }
  if (now_.gap.bytes.size() <= longest_gap) return;
  // Too much to keep in memory: it is kept in the clean file, whatever follows.
  if (now_.gap.text || !surface().strip) splitter_->append(now_.gap.bytes, Destination::clean);
  now_.gap.bytes.clear();
}

void EnvelopeScrubber::judge_missing_isa() {
  IsaView missing;
  missing.readable = false;
  for (auto const& active : judge_->rules<IsaCheck>()) {
    if (auto const fault = active.check(missing))
      findings_.say(*active.rule, active.severity, *fault, {Kind::gap, now_.gap.offset, 0, {}, LoopId::stray},
                    false, {});
  }
}

void EnvelopeScrubber::flush_gap_at_end() {
  if (now_.gap.bytes.empty() || !envelope_seen_) return;
  bool drop = false;
  if (now_.clean_ends_scrubbed) {
    for (auto const& active : judge_->rules<BytesCheck>()) {
      auto const fault = active.check({BytesView::Where::gap, !now_.gap.text});
      if (!fault) continue;
      drop = settings().applies(fault->fix);
      findings_.say(*active.rule, active.severity, *fault, {Kind::gap, now_.gap.offset, 0, {}, LoopId::stray},
                    drop, {});
    }
  }
  // Text alone is nothing to send: it stays with the interchange that is held before it.
  bool const any_clean = splitter_->any(Destination::clean);
  bool const to_held =
      (!any_clean || (now_.gap.text && !now_.last_in_clean)) && splitter_->any(Destination::held);
  if (!drop && (now_.gap.text || any_clean))
    splitter_->append(now_.gap.bytes, to_held ? Destination::held : Destination::clean);
  now_.gap.bytes.clear();
}

}  // namespace scrub837
