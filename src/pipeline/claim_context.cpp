#include "src/pipeline/claim_context.hpp"

namespace scrub837 {

int rank_of(std::string_view code) {
  if (code == "20") return 0;
  if (code == "22") return 1;
  if (code == "23") return 2;
  return 3;
}

void ClaimContext::open_set() {
  current_ = {};
  in_set_ = changed_ = true;
}

// What stands above the sets.
void ClaimContext::open_envelope(Piece const& piece) {
  in_set_ = false;
  if (piece.what == Piece::What::interchange) {
    receivers_ = {piece.header.elements[8], {}};
  } else if (piece.what == Piece::What::bare) {
    receivers_ = {};
  }
}

Profile const* ClaimContext::profile() const {
  if (profiles_ == nullptr) return nullptr;
  return profiles_->match({current_.payer_id, current_.payer_name, receivers_.group, receivers_.interchange,
                           current_.claim_filing});
}

// What a segment that begins no claim says about the claims below it.
void ClaimContext::take(Piece const& piece, Segment const& segment) {
  auto const seen = [&] { return piece.block.view(segment, piece.delimiters); };
  switch (segment.kind) {
    case Kind::BHT:
      if (unit_ != Unit::other || !in_set_) return;
      current_.transaction_type = seen()[6];
      break;
    case Kind::PRV:
      if (unit_ != Unit::billing_provider) return;
      current_.billing_taxonomy = seen()[3];
      break;
    case Kind::SBR:
      if (unit_ != Unit::subscriber) return;
      current_.claim_filing = seen()[9];
      break;
    case Kind::NM1:
      if (unit_ != Unit::subscriber || segment.qualifier != pack_tag("PR")) return;
      current_.payer_name = seen()[3];
      current_.payer_id = seen()[9];
      break;
    default:
      return;
  }
  changed_ = true;
}

void ClaimContext::mark(Piece& piece) {
  piece.claims.clear();
  piece.contexts.clear();
  if (piece.what != Piece::What::segments) return open_envelope(piece);
  changed_ = true;
  unit_ = Unit::other;
  for (std::uint32_t i = 0; i < piece.segments.size(); ++i) {
    auto const& segment = piece.segments[i];
    if (!begins_unit(segment.kind)) {
      if (unit_ != Unit::claim) take(piece, segment);
      continue;
    }
    if (unit_ == Unit::claim) piece.claims.back().last = i;
    unit_ = Unit::other;
    switch (segment.kind) {
      case Kind::ST:
        open_set();
        break;
      case Kind::TA1:
        break;
      case Kind::CLM:
        if (!in_set_) open_set();
        if (changed_) {
          current_.profile = profile();
          piece.contexts.push_back(current_);
        }
        changed_ = false;
        piece.claims.emplace_back();
        piece.claims.back().first = i;
        piece.claims.back().context = static_cast<std::uint32_t>(piece.contexts.size() - 1);
        unit_ = Unit::claim;
        break;
      case Kind::HL: {
        if (!in_set_) open_set();
        auto const rank = rank_of(piece.block.view(segment, piece.delimiters)[3]);
        unit_ = rank == 0 ? Unit::billing_provider : rank == 1 ? Unit::subscriber : Unit::deeper_level;
        if (rank > 1) break;
        if (rank == 0) current_.billing_taxonomy.clear();
        current_.claim_filing.clear();
        current_.payer_id.clear();
        current_.payer_name.clear();
        current_.has_subscriber = rank == 1;
        changed_ = true;
        break;
      }
      case Kind::GS:
        receivers_.group = piece.block.view(segment, piece.delimiters)[3];
        in_set_ = false;
        break;
      default:
        in_set_ = false;
    }
  }
  if (unit_ == Unit::claim) piece.claims.back().last = static_cast<std::uint32_t>(piece.segments.size());
}

}  // namespace scrub837
