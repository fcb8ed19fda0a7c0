#include "src/letters/claim_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "scrub837/settings.hpp"
#include "src/report/described_row.hpp"
#include "src/scrub/claim_digest.hpp"
#include "src/scrub/claim_inheritance.hpp"
#include "src/scrub/segment_stream.hpp"
#include "src/text/utf8.hpp"
#include "src/worklist/row_key.hpp"

namespace scrub837 {
namespace {

std::string name_in(SegmentView const& nm1) {
  std::string name;
  for (std::size_t const element : {4U, 5U, 3U, 7U}) {
    // An organization has one name; what stands in the others is not meant.
    if (nm1[2] == "2" && element != 3) continue;
    if (nm1[element].empty()) continue;
    if (!name.empty()) name.push_back(' ');
    name += latin1_as_utf8(nm1[element]);
  }
  return name;
}

}  // namespace

/// Follows the names that stand above the claims, from unit to unit.
class NamesAbove {
 public:
  std::string provider, provider_npi, subscriber, member_id, dependent;

  [[nodiscard]] LevelContents const& contents() const { return walker_.contents(); }

  void reset() { *this = NamesAbove{}; }

  /// \param unit a level, a claim, or an envelope segment with what stands behind it
  void take(Piece const& piece, std::span<Segment const> unit) {
    auto const step = walker_.step(piece.block, unit, piece.delimiters);
    if (step == EnvelopeWalker::Step::set) return forget(0);
    if (step != EnvelopeWalker::Step::level) return;
    forget(*walker_.innermost());
    for (auto const& segment : unit.subspan(1)) {
      if (segment.kind == Kind::NM1) take_name(piece.block.view(segment, piece.delimiters));
    }
  }

 private:
  void forget(int rank) {
    dependent.clear();
    if (rank <= 1) subscriber = member_id = {};
    if (rank == 0) provider = provider_npi = {};
  }

  void take_name(SegmentView const& nm1) {
    if (nm1[1] == "85") {
      provider = name_in(nm1);
      provider_npi = latin1_as_utf8(nm1[9]);
    } else if (nm1[1] == "IL") {
      subscriber = name_in(nm1);
      member_id = latin1_as_utf8(nm1[9]);
    } else if (nm1[1] == "QC") {
      dependent = name_in(nm1);
    }
  }

  EnvelopeWalker walker_{EnvelopeWalker::Keep::texts};
};

namespace {

void read_indicator(ClaimFacts& facts, ClaimView const& claim, std::int32_t line) {
  for (auto const wanted : {line, -1}) {
    for (auto const mark : claim.indicators()) {
      if (mark.line != wanted) continue;
      auto const pwk = claim.segment(mark.segment);
      facts.attachment_type = latin1_as_utf8(pwk[1]);
      facts.attachment_transmission = latin1_as_utf8(pwk[2]);
      facts.attachment_control_number = latin1_as_utf8(pwk[6]);
      return;
    }
  }
}

void read_narrative_of(ClaimFacts& facts, LineView const& line) {
  if (!line.has_service()) return;
  auto const& state = line.narrative();
  if (!state.usable()) return;
  facts.narrative =
      latin1_as_utf8(state.in_note() ? line.claim().segment(state.note)[2] : line.description());
}

ClaimFacts facts_of(ClaimView const& claim, std::int32_t line, NamesAbove const& names) {
  WorklistRow row;
  describe_row(row, claim, line);
  ClaimFacts facts;
  facts.claim = latin1_as_utf8(row.claim);
  facts.line = latin1_as_utf8(row.line);
  facts.procedure = latin1_as_utf8(row.procedure);
  facts.modifiers = latin1_as_utf8(row.modifiers);
  facts.date_from = latin1_as_utf8(row.date_from);
  facts.date_to = latin1_as_utf8(row.date_to);
  facts.charge = latin1_as_utf8(row.charge);
  facts.place = latin1_as_utf8(row.place);
  facts.payer = latin1_as_utf8(row.payer);
  facts.payer_id = latin1_as_utf8(row.payer_id);
  facts.provider = names.provider;
  facts.provider_npi = names.provider_npi;
  facts.patient = names.dependent.empty() ? names.subscriber : names.dependent;
  facts.member_id = names.member_id;
  read_indicator(facts, claim, line);
  if (line >= 0) read_narrative_of(facts, claim.line(static_cast<std::size_t>(line)));
  return facts;
}

}  // namespace

void ClaimFactFinder::take(ClaimView const& claim, std::string const& digest, ClaimFacts const& where,
                           NamesAbove const& names) {
  auto const facts_at = [&](std::int64_t line) {
    auto facts = facts_of(claim, static_cast<std::int32_t>(line) - 1, names);
    facts.input = where.input;
    facts.claim_index = where.claim_index;
    return facts;
  };
  auto const key_of = [&](std::int64_t line) { return fmt::format("C{}-{}", digest, line); };
  if (auto const wanted = wanted_.find(digest); wanted != wanted_.end() && !wanted->second.empty()) {
    for (auto const line : std::exchange(wanted->second, {})) {
      if (line <= static_cast<std::int64_t>(claim.line_count())) found_.emplace(key_of(line), facts_at(line));
    }
    --left_;
  }
  if (!on_paper_ || claim.indicators().empty()) return;
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    if (claim.line(i).procedure() != letter_procedure) continue;
    auto const line = static_cast<std::int64_t>(i) + 1;
    if (auto const facts = facts_at(line); facts.on_paper()) on_paper_(key_of(line), facts);
  }
}

ClaimFactFinder::ClaimFactFinder(std::set<std::string> const& keys, OnPaper on_paper)
    : on_paper_(std::move(on_paper)) {
  for (auto const& key : keys) {
    if (auto const parts = parse_row_key(key)) wanted_[std::string(parts->digest)].insert(parts->line);
  }
  left_ = wanted_.size();
}

bool ClaimFactFinder::read(Input& input, std::size_t number, std::size_t block_size) {
  try {
    return search(input, number, block_size);
  } catch (SegmentStream::UnitTooLarge const&) {
    return false;
  }
}

bool ClaimFactFinder::search(Input& input, std::size_t number, std::size_t block_size) {
  Settings const settings;
  SegmentStream stream(input, block_size);
  ClaimInheritance inheritance(nullptr);
  NamesAbove names;
  Piece piece;
  LoopSpans loop_spans;
  bool readable = false;
  std::uint64_t claim_index = 0;
  for (stream.next(piece); piece.what != Piece::What::end; stream.next(piece)) {
    readable = readable || piece.what != Piece::What::gap;
    if (readable && left_ == 0 && !on_paper_) return true;
    inheritance.mark(piece);
    if (piece.what != Piece::What::segments) {
      names.reset();
      continue;
    }
    auto const segments = std::as_const(piece.tokens).segments();
    auto const& starts = piece.tokens.unit_starts();
    std::size_t next_claim = 0;
    for (std::size_t i = 0; i < starts.size(); ++i) {
      auto const end = i + 1 < starts.size() ? starts[i + 1] : static_cast<std::uint32_t>(segments.size());
      auto const unit = segments.subspan(starts[i], end - starts[i]);
      names.take(piece, unit);
      if (unit[0].kind != Kind::CLM) continue;
      auto const& marked = piece.claims[next_claim++];
      ++claim_index;
      bool const announces = on_paper_ && std::any_of(unit.begin(), unit.end(), [](Segment const& segment) {
                               return segment.kind == Kind::PWK;
                             });
      if (!announces && left_ == 0) continue;
      auto const digest = claim_digest(piece.block, unit, names.contents());
      if (!announces && !wanted_.contains(digest)) continue;
      parse_loops(unit, loop_spans);
      ClaimView const claim(piece.block, unit, loop_spans, piece.delimiters, piece.contexts[marked.context],
                            settings);
      ClaimFacts where;
      where.input = number;
      where.claim_index = claim_index;
      take(claim, digest, where, names);
    }
  }
  return readable;
}

}  // namespace scrub837
