#include "src/scrub/piece_order.hpp"

#include <doctest/doctest.h>

#include <array>
#include <thread>
#include <vector>

namespace scrub837::test::piece_order_test {
namespace {

TEST_CASE("PieceOrder: whoever comes first, pieces have their turn by their numbers") {
  constexpr std::uint32_t pieces = 300;
  PieceOrder order;
  std::vector<std::uint32_t> written;
  auto const work = [&](std::uint32_t first) {
    for (auto number = first; number < pieces; number += 3) {
      while (!order.is_next(number)) order.wait_for(number);
      written.push_back(number);
      order.leave();
    }
  };
  {
    std::array<std::jthread, 3> const workers{std::jthread(work, 2), std::jthread(work, 0),
                                              std::jthread(work, 1)};
  }
  REQUIRE(written.size() == pieces);
  for (std::uint32_t i = 0; i < pieces; ++i) REQUIRE(written[i] == i);
}

TEST_CASE("PieceOrder: stopped, it lets go of those who wait, and nobody has a turn") {
  PieceOrder order;
  bool turn = false;
  {
    std::jthread const waiting([&] {
      while (!order.is_next(1) && !order.stopped()) order.wait_for(1);
      turn = order.is_next(1);
    });
    order.stop();
  }
  CHECK(order.stopped());
  CHECK_FALSE(turn);
}

}  // namespace
}  // namespace scrub837::test::piece_order_test
