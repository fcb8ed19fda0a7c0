#include "src/claim/guide_order.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "scrub837/settings.hpp"
#include "src/guide/bound_guide.hpp"
#include "tests/support/units.hpp"

// The order that fixes keep is that of the guide table.
namespace scrub837::test::guide_order_test {
namespace {

// Of each kind of segment in a loop its position; a loop has those of a kind side by side.
template <typename Use>
void for_each_pair(LoopId loop, Use use) {
  auto const& uses = guide::shipped_guide()->loop(loop).uses;
  CHECK(uses.size() > 10);
  for (auto const& left : uses) {
    for (auto const& right : uses) {
      if (left.kind != right.kind) use(left, right);
    }
  }
}

TEST_CASE("guide order: of two segments of a line, the one that the guide table has first") {
  for_each_pair(LoopId::L2400, [](auto const& left, auto const& right) {
    CAPTURE(std::string(name_of(left.kind)) + " " + std::string(name_of(right.kind)));
    CHECK(precedes(left.kind, right.kind) == (left.position < right.position));
  });
}

TEST_CASE("guide order: of two segments of a claim, too: one is late behind another that comes after it") {
  Settings const settings;
  Inherited const above;
  for_each_pair(LoopId::L2300, [&](auto const& left, auto const& right) {
    if (right.kind == Kind::CLM) return;
    CAPTURE(std::string(name_of(left.kind)) + " " + std::string(name_of(right.kind)));
    auto const text = "CLM*A*1~" + std::string(name_of(right.kind)) + "*X~";
    Units const units(text);
    std::vector<Loop> const loops{{LoopId::L2300, 0, 2}};
    ClaimView const claim(units.block(), units.all().front(), loops, {}, above, settings);
    CHECK(first_behind(claim, loops[0], left.kind) == (left.position < right.position ? 1U : 2U));
  });
}

}  // namespace
}  // namespace scrub837::test::guide_order_test
