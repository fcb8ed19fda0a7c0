#include "src/report/shown_example.hpp"

#include <doctest/doctest.h>

namespace scrub837::test::shown_example_test {
namespace {

TEST_CASE("shown_example: a short one is shown as it is") {
  auto const shown = shown_example("LX*1~SV1*HC:99600*1~", "LX*1~SV1*HC:99600*2");
  CHECK(!shown.marked);
  CHECK(shown.wrong == "LX*1~\nSV1*HC:99600*1~\n");
  CHECK(shown.right == "LX*1~\nSV1*HC:99600*2\n");
}

TEST_CASE("shown_example: of a long one the lines that differ are marked, and the others left out") {
  auto const shown = shown_example("A~B~C~D*1~E~F~", "A~B~C~D*2~E~F~");
  CHECK(shown.marked);
  CHECK(shown.wrong == "  A~\n  B~\n  C~\n> D*1~\n  E~\n  F~\n");
  CHECK(shown.right == "  …\n  C~\n> D*2~\n  E~\n  …\n");
}

TEST_CASE("shown_example: segments that are added or removed, at the ends too") {
  auto const added = shown_example("A~B~C~D~E~", "A~B~C~X~D~E~Y~");
  CHECK(added.wrong == "  A~\n  B~\n  C~\n  D~\n  E~\n");
  CHECK(added.right == "  …\n  C~\n> X~\n  D~\n  E~\n> Y~\n");
  auto const removed = shown_example("A~B~C~X~D~E~", "A~B~C~D~E~");
  CHECK(removed.wrong == "  A~\n  B~\n  C~\n> X~\n  D~\n  E~\n");
  CHECK(removed.right == "  …\n  C~\n  D~\n  …\n");
  auto const moved = shown_example("A~B~C~D~E~", "B~C~D~A~E~");
  CHECK(moved.wrong == "> A~\n  B~\n  C~\n  D~\n  E~\n");
  CHECK(moved.right == "  B~\n  …\n  D~\n> A~\n  E~\n");
}

}  // namespace
}  // namespace scrub837::test::shown_example_test
