#include "src/letters/claim_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "scrub837/settings.hpp"
#include "src/claim/attachment.hpp"
#include "src/claim/diagnoses.hpp"
#include "src/report/claim_parties.hpp"
#include "src/scrub/claim_digest.hpp"
#include "src/scrub/claim_inheritance.hpp"
#include "src/scrub/described_row.hpp"
#include "src/scrub/row_key.hpp"
#include "src/scrub/segment_stream.hpp"
#include "src/text/utf8.hpp"

namespace scrub837 {
namespace {

// L89154 as L89.154, the way that people write it.
std::string with_point(std::string_view code) {
  constexpr std::size_t before_point = 3;
  if (code.size() <= before_point || code.find('.') != std::string_view::npos) return std::string(code);
  return std::string(code.substr(0, before_point)) + "." + std::string(code.substr(before_point));
}

// A letter goes with a document that is sent, if one is: first those of the line, then those of the claim.
void read_indicator(ClaimFacts& facts, ClaimView const& claim, std::int32_t line) {
  auto const read_first = [&](auto const& wanted) {
    for (auto const of : {line, -1}) {
      for (auto const mark : claim.indicators()) {
        auto const pwk = claim.segment(mark.segment);
        if (mark.line != of || !wanted(pwk)) continue;
        facts.attachment_type = latin1_as_utf8(pwk[1]);
        facts.attachment_transmission = latin1_as_utf8(pwk[2]);
        facts.attachment_control_number = latin1_as_utf8(pwk[6]);
        return true;
      }
      if (line < 0) break;
    }
    return false;
  };
  if (read_first([](SegmentView const& pwk) { return is_sent(pwk[2]); })) return;
  read_first([](SegmentView const&) { return true; });
}

void read_rendering(ClaimFacts& facts, ClaimView const& claim, std::int32_t line) {
  auto const nm1 = rendering_nm1(claim, line);
  if (!nm1) return;
  auto party = party_of_nm1(*nm1);
  facts.rendering = std::move(party.name);
  facts.rendering_npi = std::move(party.id);
}

void read_references(ClaimFacts& facts, ClaimView const& claim, std::int32_t line) {
  auto const read = [&](SegmentView const& ref) {
    if (ref[1] == "F8") facts.original_reference = latin1_as_utf8(ref[2]);
    if (ref[1] == "G1") facts.authorization = latin1_as_utf8(ref[2]);
  };
  for (auto const ref : claim.direct(0, Kind::REF)) read(claim.segment(ref));
  if (line < 0) return;
  for (auto const ref : claim.line(static_cast<std::size_t>(line)).direct(Kind::REF))
    read(claim.segment(ref));
}

// Those that the line points to (SV107), or else all of the claim.
void read_diagnoses(ClaimFacts& facts, ClaimView const& claim, std::int32_t line) {
  for (auto const code : diagnoses_of(claim, line)) {
    if (!facts.diagnoses.empty()) facts.diagnoses.append(", ");
    facts.diagnoses.append(latin1_as_utf8(with_point(code)));
  }
}

void read_service_of(ClaimFacts& facts, LineView const& line) {
  if (!line.has_service()) return;
  facts.unit = latin1_as_utf8(line.unit_basis());
  facts.units = latin1_as_utf8(line.units());
  auto const& state = line.narrative();
  if (!state.usable()) return;
  facts.narrative =
      latin1_as_utf8(state.in_note() ? line.claim().segment(state.note)[2] : line.description());
}

ClaimFacts facts_of(ClaimView const& claim, std::int32_t line, PartiesOfLetter const& parties) {
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
  facts.provider = parties.provider;
  facts.patient = parties.patient();
  facts.member_id = parties.subscriber.id;
  read_indicator(facts, claim, line);
  read_rendering(facts, claim, line);
  read_references(facts, claim, line);
  read_diagnoses(facts, claim, line);
  if (line >= 0) read_service_of(facts, claim.line(static_cast<std::size_t>(line)));
  return facts;
}

}  // namespace

void ClaimFactFinder::take(ClaimView const& claim, std::string const& digest, ClaimFacts const& where,
                           PartiesOfLetter const& parties) {
  auto const facts_at = [&](std::int64_t line) {
    auto facts = facts_of(claim, static_cast<std::int32_t>(line) - 1, parties);
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
  EnvelopeWalker walker(EnvelopeWalker::Keep::texts);
  Piece piece;
  LoopSpans loop_spans;
  bool readable = false;
  std::uint64_t claim_index = 0;
  for (stream.next(piece); piece.what != Piece::What::end; stream.next(piece)) {
    readable = readable || piece.what != Piece::What::gap;
    if (readable && left_ == 0 && !on_paper_) return true;
    inheritance.mark(piece);
    if (piece.what != Piece::What::segments) {
      walker = EnvelopeWalker(EnvelopeWalker::Keep::texts);
      continue;
    }
    auto const segments = std::as_const(piece.tokens).segments();
    auto const& starts = piece.tokens.unit_starts();
    std::size_t next_claim = 0;
    for (std::size_t i = 0; i < starts.size(); ++i) {
      auto const end = i + 1 < starts.size() ? starts[i + 1] : static_cast<std::uint32_t>(segments.size());
      auto const unit = segments.subspan(starts[i], end - starts[i]);
      walker.step(piece.block, unit, piece.delimiters);
      if (unit[0].kind != Kind::CLM) continue;
      auto const& marked = piece.claims[next_claim++];
      ++claim_index;
      bool const announces = on_paper_ && std::any_of(unit.begin(), unit.end(), [](Segment const& segment) {
                               return segment.kind == Kind::PWK;
                             });
      if (!announces && left_ == 0) continue;
      auto const digest = claim_digest(piece.block, unit, walker.contents());
      if (!announces && !wanted_.contains(digest)) continue;
      parse_loops(unit, loop_spans);
      ClaimView const claim(piece.block, unit, loop_spans, piece.delimiters, piece.contexts[marked.context],
                            settings);
      ClaimFacts where;
      where.input = number;
      where.claim_index = claim_index;
      take(claim, digest, where, parties_of_letter(walker.contents(), piece.delimiters));
    }
  }
  return readable;
}

}  // namespace scrub837
