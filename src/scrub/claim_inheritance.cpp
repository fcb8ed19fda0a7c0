#include "src/scrub/claim_inheritance.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "src/text/quick_hash.hpp"

namespace scrub837 {
namespace {

// 0 of an empty name.
std::uint64_t hash_of_name(std::string_view name) {
  return name.empty() ? 0 : QuickHash().add_name(name).value();
}

}  // namespace

void ClaimInheritance::begin_set() {
  current_ = {};
  account_ = {};
  subscriber_ = 0;
  claims_in_level_ = 0;
  changed_ = true;
}

// What stands above the sets.
void ClaimInheritance::open_envelope(Piece const& piece) {
  walker_.leave_set();
  if (piece.what == Piece::What::interchange) {
    receivers_ = {piece.header.elements[8], {}};
  } else if (piece.what == Piece::What::bare) {
    receivers_ = {};
  }
}

Profile const* ClaimInheritance::profile() const {
  if (profiles_ == nullptr) return nullptr;
  return profiles_->match({current_.payer_id, current_.payer_name, receivers_.group, receivers_.interchange,
                           current_.claim_filing});
}

void ClaimInheritance::add_to_patient(std::string_view value) {
  current_.patient = QuickHash(current_.patient).add(value).value();
  if (unit_ == Unit::subscriber) subscriber_ = current_.patient;
}

// NM1 of the patient: NM103 and NM104, and whether there is NM109, which a dependent does not have. Found by
// the separators in its first 64 bytes, as it is done for every subscriber.
void ClaimInheritance::take_name(std::string_view nm1, std::uint64_t separators) {
  auto const drop = [&](int count) {
    for (int i = 0; i < count; ++i) separators &= separators - 1;
    return separators == 0 ? nm1.size() : static_cast<std::size_t>(std::countr_zero(separators));
  };
  auto const name = drop(2) + 1;
  auto const name_end = drop(2);
  account_.name = name_end > name + 1 ? hash_of_name(nm1.substr(name, name_end - name)) : 0;
  if (unit_ == Unit::subscriber) account_.member_id = drop(4) + 1 < nm1.size();
}

void ClaimInheritance::take_payer_order(SegmentView sbr) {
  current_.payer_order = sbr[1];
  current_.relationship = sbr[2];
  current_.insurance_type = sbr[5];
  current_.claim_filing = sbr[9];
}

std::uint64_t ClaimInheritance::account() const {
  auto const& [provider, name, birth_date, payer_order, member_id] = account_;
  // Name and member id are in the patient's hash.
  auto const person = birth_date != 0 ? birth_date : member_id ? current_.patient : 0;
  if (provider == 0 || name == 0 || person == 0) return 0;
  return QuickHash(provider).add(name).add(person).add(payer_order).value();
}

// What a segment that begins no claim says about the claims below it.
void ClaimInheritance::take(Piece const& piece, Segment const& segment) {
  auto const seen = [&] { return piece.block.view(segment, piece.delimiters); };
  switch (segment.kind) {
    case Kind::BHT:
      if (unit_ != Unit::other || !walker_.in_set()) return;
      current_.created = seen()[4];
      current_.transaction_type = seen()[6];
      break;
    case Kind::PRV:
      if (unit_ != Unit::billing_provider) return;
      current_.billing_taxonomy = seen()[3];
      break;
    case Kind::SBR:
      // The HL of the subscriber was lost: ENV010 reports the SBR, and not each claim below.
      if (unit_ == Unit::billing_provider) {
        current_.has_subscriber = true;
      } else if (unit_ == Unit::subscriber) {
        take_payer_order(seen());
        account_.payer_order = segment.qualifier;
      } else {
        return;
      }
      break;
    case Kind::DMG:
      if (unit_ != Unit::subscriber && unit_ != Unit::deeper_level) return;
      current_.birth_date = seen()[2];
      add_to_patient(current_.birth_date);
      account_.birth_date = hash_of_name(current_.birth_date);
      break;
    case Kind::NM1:
      if (segment.qualifier == pack_tag(unit_ == Unit::subscriber ? "IL" : "QC") &&
          (unit_ == Unit::subscriber || unit_ == Unit::deeper_level)) {
        // NM103 to NM109: the name, and the member id.
        auto const name = piece.block.text(segment);
        auto separators = segment.separators;
        separators &= separators - 1;
        separators &= separators - 1;
        add_to_patient(
            separators == 0 ? name : name.substr(static_cast<std::size_t>(std::countr_zero(separators)) + 1));
        take_name(name, segment.separators);
        break;
      }
      if (unit_ == Unit::billing_provider && segment.qualifier == pack_tag("85")) {
        auto const nm1 = seen();
        account_.provider = hash_of_name(nm1[9].empty() ? nm1[3] : nm1[9]);
        current_.billing_npi = nm1[8] == "XX" ? nm1[9] : std::string_view{};
        break;
      }
      if (unit_ != Unit::subscriber || segment.qualifier != pack_tag("PR")) return;
      current_.payer_name = seen()[3];
      current_.payer_id = seen()[9];
      break;
    default:
      return;
  }
  changed_ = true;
}

// A unit that is no claim: a level, or an envelope segment with what stands behind it.
void ClaimInheritance::open_unit(Piece& piece, std::uint32_t head, std::uint32_t end) {
  auto const segments = std::as_const(piece.tokens).segments().subspan(head, end - head);
  unit_ = Unit::other;
  bool const was_in_set = walker_.in_set();
  switch (walker_.step(piece.block, segments, piece.delimiters)) {
    case EnvelopeWalker::Step::set:
      return begin_set();
    case EnvelopeWalker::Step::level:
      if (!was_in_set) begin_set();
      return open_level(*walker_.innermost());
    case EnvelopeWalker::Step::claim:
    case EnvelopeWalker::Step::outside:
      break;
  }
  if (segments[0].kind == Kind::GS) receivers_.group = piece.block.view(segments[0], piece.delimiters)[3];
}

void ClaimInheritance::open_level(int rank) {
  unit_ = rank == 0 ? Unit::billing_provider : rank == 1 ? Unit::subscriber : Unit::deeper_level;
  changed_ = true;
  account_.name = account_.birth_date = 0;
  current_.of_dependent = rank == 2;
  current_.level_is_full = false;
  claims_in_level_ = 0;
  current_.birth_date.clear();
  // A dependent is told from others by the subscriber's number, too.
  if (rank > 1) {
    current_.has_subscriber = current_.has_subscriber || (rank == 2 && hierarchy_judged_);
    current_.patient = subscriber_ + 1;
    return;
  }
  current_.patient = subscriber_ = 0;
  account_.payer_order = 0;
  account_.member_id = false;
  if (rank == 0) {
    current_.billing_taxonomy.clear();
    current_.billing_npi.clear();
    account_.provider = 0;
  }
  current_.payer_order.clear();
  current_.relationship.clear();
  current_.insurance_type.clear();
  current_.claim_filing.clear();
  current_.payer_id.clear();
  current_.payer_name.clear();
  current_.has_subscriber = rank == 1;
}

void ClaimInheritance::count_in_level() {
  if (++claims_in_level_ != most_claims_ + 1 || most_claims_ == 0) return;
  // A claim without a subscriber has other faults.
  if (walker_.innermost().value_or(0) == 0) return;
  current_.level_is_full = true;
  changed_ = true;
}

void ClaimInheritance::add_claim(Piece& piece, std::uint32_t first, std::uint32_t last) {
  bool const was_in_set = walker_.in_set();
  walker_.step(piece.block, std::as_const(piece.tokens).segments().subspan(first, last - first),
               piece.delimiters);
  if (!was_in_set) begin_set();
  count_in_level();
  if (changed_) {
    current_.profile = profile();
    current_.account = account();
    piece.contexts.add() = current_;
  }
  changed_ = false;
  auto& claim = piece.claims.add();
  claim.verdict.reset();
  claim.first = first;
  claim.last = last;
  claim.context = static_cast<std::uint32_t>(piece.contexts.size() - 1);
}

void ClaimInheritance::mark(Piece& piece) {
  piece.claims.clear();
  piece.contexts.clear();
  if (piece.what == Piece::What::segments) {
    mark_claims(piece);
  } else {
    open_envelope(piece);
  }
}

void ClaimInheritance::mark_claims(Piece& piece) {
  changed_ = true;
  unit_ = Unit::other;
  auto const segments = std::as_const(piece.tokens).segments();
  auto const& unit_starts = piece.tokens.unit_starts();
  auto const end_of = [&](std::size_t unit) {
    return unit < unit_starts.size() ? unit_starts[unit] : static_cast<std::uint32_t>(segments.size());
  };
  for (std::uint32_t i = 0; i < end_of(0); ++i) take(piece, segments[i]);
  for (std::size_t unit = 0; unit < unit_starts.size(); ++unit) {
    auto const head = unit_starts[unit];
    auto const end = end_of(unit + 1);
    if (segments[head].kind == Kind::CLM) {
      add_claim(piece, head, end);
      continue;
    }
    open_unit(piece, head, end);
    for (auto i = head + 1; i < end; ++i) take(piece, segments[i]);
  }
}

Inherited inherited_from(std::string levels, Delimiters delimiters, Receivers receivers,
                         Profiles const* profiles) {
  Piece piece;
  piece.what = Piece::What::segments;
  piece.delimiters = delimiters;
  piece.block.bytes = std::move(levels);
  piece.block.bytes.append("CLM").push_back(delimiters.terminator);
  piece.block.data_size = piece.block.bytes.size();
  static_cast<void>(piece.indexer.index(piece.block.bytes, delimiters, LineEnds::typed, true, piece.tokens));
  ClaimInheritance inheritance(profiles);
  inheritance.reset(std::move(receivers));
  inheritance.mark(piece);
  return piece.contexts.size() == 0 ? Inherited{} : piece.contexts[0];
}

}  // namespace scrub837
