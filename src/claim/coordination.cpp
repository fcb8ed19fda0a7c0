#include "src/claim/coordination.hpp"

#include <algorithm>
#include <array>

#include "src/claim/narrative.hpp"

namespace scrub837 {
namespace {

// The guide allows ten. What is decided by a hundred is not worth the time that it takes.
constexpr std::ptrdiff_t max_payers = 100;

// P pays first, then S, T and A to H; U is not known.
std::optional<std::size_t> rank_of(std::string_view order) {
  constexpr std::string_view orders = "PSTABCDEFGH";
  if (order.size() != 1) return std::nullopt;
  auto const rank = orders.find(order[0]);
  return rank == std::string_view::npos ? std::nullopt : std::optional(rank);
}

// The first segment of a loop's own with that kind and first element.
std::optional<std::uint32_t> find_in(ClaimView const& claim, std::size_t loop, Kind kind,
                                     std::string_view qualifier) {
  for (auto const index : claim.direct(loop, kind)) {
    if (claim.segments()[index].qualifier == pack_tag(qualifier)) return index;
  }
  return std::nullopt;
}

// An adjustment with a reason has an amount; one with a quantity alone moves no money.
void add_adjustments(SegmentView cas, AmountSum& sum) {
  for (auto amount = first_adjustment_amount; amount <= last_adjustment_amount; amount += adjustment_size) {
    auto const text = cas[amount];
    bool const stated = !cas[amount - 1U].empty() && cas[amount + 1U].empty();
    if (!text.empty() || stated || amount == first_adjustment_amount) sum.add(text);
  }
}

// Their first segments are strays then, and their dates are among those of a line.
bool has_torn_parts(ClaimView const& claim) {
  constexpr std::array heads{Kind::CAS, Kind::AMT, Kind::OI, Kind::MOA};
  for (std::size_t i = 0; i < claim.loops().size(); ++i) {
    auto const& loop = claim.loops()[i];
    if (loop.id == LoopId::stray &&
        std::ranges::find(heads, claim.segments()[loop.first].kind) != heads.end())
      return true;
    if (loop.id == LoopId::L2400 && find_in(claim, i, Kind::DTP, "573")) return true;
  }
  return false;
}

}  // namespace

Coordination::Coordination(ClaimView const& claim) {
  auto const loops = claim.loops();
  auto const count = std::ranges::count(loops, LoopId::L2320, &Loop::id);
  if (count > max_payers) return;
  torn_ = has_torn_parts(claim);
  auto const destination = rank_of(claim.inherited().payer_order);
  for (std::size_t i = 0; i < loops.size(); ++i) {
    auto const& loop = loops[i];
    if (loop.id == LoopId::L2320) {
      auto const rank = rank_of(claim.segment(loop.first)[1]);
      payers_.push_back({.loop = i,
                         .id = {},
                         .paid = find_in(claim, i, Kind::AMT, "D"),
                         .prior = rank && destination && *rank < *destination});
    } else if (loop.id == LoopId::L2330B) {
      add_payer_name(claim, loop, i);
    } else if (loop.id == LoopId::L2430) {
      decisions_.push_back({.loop = i,
                            .line = claim.line_of(loop.first),
                            .payer = trimmed(claim.segment(loop.first)[1]),
                            .decided = find_in(claim, i, Kind::DTP, "573")});
    }
  }
  for (auto& payer : payers_) {
    payer.shares_id = std::ranges::count(payers_, payer.id, &OtherPayer::id) > 1;
  }
  complete_ = !torn_ && std::ranges::all_of(decisions_, [&](LineDecision const& decision) {
    return !decision.payer.empty() &&
           std::ranges::find(payers_, decision.payer, &OtherPayer::id) != payers_.end();
  });
}

// A payer's second name is a loop too many, and not its name.
void Coordination::add_payer_name(ClaimView const& claim, Loop const& loop, std::size_t index) {
  if (payers_.empty() || claim.loops()[payers_.back().loop].last < loop.last || payers_.back().name_loop != 0)
    return;
  auto& payer = payers_.back();
  payer.name_loop = index;
  payer.id = trimmed(claim.segment(loop.first)[9]);
  payer.decided = find_in(claim, index, Kind::DTP, "573");
}

bool Coordination::names_payer(LineDecision const& decision) const {
  return torn_ || decision.payer.empty() || std::ranges::any_of(payers_, [&](OtherPayer const& payer) {
           return payer.id.empty() || payer.id == decision.payer;
         });
}

Coordination const& coordination_of(ClaimView const& claim) {
  return claim.once<Coordination>([&] { return Coordination(claim); });
}

AmountSum adjustments_in(ClaimView const& claim, std::size_t loop) {
  AmountSum sum;
  for (auto const index : claim.direct(loop, Kind::CAS)) add_adjustments(claim.segment(index), sum);
  return sum;
}

}  // namespace scrub837
