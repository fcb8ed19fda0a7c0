#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::env004_group_control_number_test {
namespace {

TEST_CASE("ENV004 group-control-number") {
  rule_test("ENV004", {.valid = {"", "GE*1*1~", "GE*1*01~"},  // GS06 is a number: zeros don't count
                       .invalid = {
                           {.segments = "GE*1*7~", .at = "GE02", .fixed = "GE*1*1~", .unsafe = true},
                           {.segments = "GE*1*10~", .at = "GE02", .fixed = "GE*1*1~", .unsafe = true},
                           {.segments = "GE*1*~", .at = "GE02", .fixed = "GE*1*1~", .unsafe = true},
                           {.segments = "GE*1~", .at = "GE02", .fixed = "GE*1*1~", .unsafe = true},
                           {.segments = "GE*1*A~", .at = "GE02", .fixed = "GE*1*1~", .unsafe = true},
                           {.segments = "GE*5*7~", .at = "GE02", .fixed = "GE*1*1~", .unsafe = true},
                       }});
}

TEST_CASE("ENV004: all claims of the group are held as received, those of other groups are not") {
  auto const one = group_with(set_with("0001", claim_with("A")), "1");
  auto const sets = set_with("0001", claim_with("B")) + set_with("0002", claim_with("C"));
  auto const two = replaced(group_with(sets, "2", "2"), "GE*2*2~", "GE*2*9~");
  auto const three = group_with(set_with("0001", claim_with("D")), "3");
  for (auto const& style : styles()) {
    CAPTURE(style.name);
    auto const file = file_with(interchange_with(one + two + three, "000000001", "3"), style);
    auto const scrubbed = scrub_text(file, {}, style.block_size);
    CHECK(difference(scrubbed.clean, file_with(interchange_with(one + three, "000000001", "2"), style)) ==
          "");
    CHECK(difference(scrubbed.held, file_with(interchange_with(two, "000000001", "1"), style)) == "");
    CHECK(scrubbed.claims(Disposition::held) == 2);
    CHECK(scrubbed.claims(Disposition::clean) == 2);
    CHECK(scrubbed.outcome.status == Status::refused);
    CHECK(scrubbed.rows.size() == 1);

    auto const mended = scrub_text(file, with_unsafe_fixes(), style.block_size);
    CHECK(difference(mended.clean,
                     file_with(interchange_with(one + group_with(sets, "2", "2") + three, "000000001", "3"),
                               style)) == "");
    CHECK(mended.held.empty());
    CHECK(mended.outcome.status == Status::ok);
  }
}

}  // namespace
}  // namespace scrub837::test::env004_group_control_number_test
