#include "src/claim/guide_order.hpp"

#include <array>
#include <initializer_list>

namespace scrub837 {
namespace {

using enum Kind;
using Ranks = std::array<std::uint8_t, static_cast<std::size_t>(count_)>;

// What is not in the list has rank 0, which is after nothing.
consteval Ranks ranks(std::initializer_list<Kind> in_order) {
  Ranks result{};
  std::uint8_t rank = 0;
  for (auto const kind : in_order) result[static_cast<std::size_t>(kind)] = ++rank;
  return result;
}

constexpr Ranks in_claim = ranks({CLM, DTP, PWK, CN1, AMT, REF, K3, NTE, CR1, CR2, CRC, HI, HCP});
constexpr Ranks in_line =
    ranks({LX, SV1, SV5, PWK, CR1, CR3, CRC, DTP, QTY, MEA, CN1, REF, AMT, K3, NTE, PS1, HCP});

}  // namespace

// Both loops have PWK, NTE and what else is put in by fixes in one order.
bool precedes(Kind left, Kind right) {
  return in_line[static_cast<std::size_t>(left)] < in_line[static_cast<std::size_t>(right)];
}

std::uint32_t first_behind(ClaimView const& claim, Loop const& loop, Kind kind) {
  auto const& order = loop.id == LoopId::L2300 ? in_claim : in_line;
  auto const rank_of = [&](Kind other) { return order[static_cast<std::size_t>(other)]; };
  auto const loops = claim.loops();
  auto child = static_cast<std::size_t>(&loop - loops.data()) + 1;
  for (auto at = loop.first; at < loop.last; ++at) {
    if (child < loops.size() && loops[child].first == at) {
      if (loops[child].id != LoopId::stray) return at;
      ++child;
    } else if (rank_of(claim.segments()[at].kind) > rank_of(kind)) {
      return at;
    }
  }
  return loop.last;
}

}  // namespace scrub837
