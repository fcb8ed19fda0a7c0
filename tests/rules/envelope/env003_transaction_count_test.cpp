#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test {
namespace {

TEST_CASE("ENV003 transaction-count") {
  auto const sets = set_with("0001") + set_with("0002", claim_with("B"));
  auto const counted = [&](std::string const& count) {
    return interchange_with(group_with(sets, "1", count));
  };
  rule_test("ENV003", {.valid = {"", "GE*1*1~", "GE*01*1~", "GE*000001*1~", counted("2"), counted("02")},
                       .invalid = {
                           {.segments = "GE*4*1~", .at = "GE01", .fixed = "GE*1*1~"},
                           {.segments = "GE*0*1~", .at = "GE01", .fixed = "GE*1*1~"},
                           {.segments = "GE**1~", .at = "GE01", .fixed = "GE*1*1~"},
                           {.segments = "GE*ONE*1~", .at = "GE01", .fixed = "GE*1*1~"},
                           {.segments = counted("1"), .at = "GE01", .fixed = counted("2")},
                           {.segments = counted("3"), .at = "GE01", .fixed = counted("2")},
                       }});
}

TEST_CASE("ENV003: each file counts the sets that stand in it") {
  auto const held = set_with("0002", claim_with("B", "SV1*HC:99600*125*UN*1***1~"));
  auto const scrubbed =
      scrub_text(file_with(interchange_with(group_with(set_with("0001") + held, "1", "7"))));
  CHECK(difference(scrubbed.clean, file_with(interchange_with(group_with(set_with("0001"))))) == "");
  CHECK(difference(scrubbed.held, file_with(interchange_with(group_with(held)))) == "");
  CHECK(count_of(scrubbed, "ENV003") == 1);
  CHECK(scrubbed.outcome.status == Status::held);
}

}  // namespace
}  // namespace scrub837::test
