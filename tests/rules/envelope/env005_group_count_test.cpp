#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::env005_group_count_test {
namespace {

TEST_CASE("ENV005 group-count") {
  auto const groups = group_with(set_with("0001"), "1") + group_with(set_with("0001", claim_with("B")), "2");
  auto const counted = [&](std::string const& count) { return interchange_with(groups, "000000001", count); };
  rule_test("ENV005", {.valid = {"", "IEA*1*000000001~", "IEA*01*000000001~", counted("2"), counted("00002"),
                                 // An acknowledgment before the first group is no group.
                                 replaced(interchange_with(group_with(set_with("0001"))), "~GS*",
                                          "~TA1*000000005*260914*1200*A*000~GS*")},
                       .invalid = {
                           {.segments = "IEA*3*000000001~", .at = "IEA01", .fixed = "IEA*1*000000001~"},
                           {.segments = "IEA*0*000000001~", .at = "IEA01", .fixed = "IEA*1*000000001~"},
                           {.segments = "IEA**000000001~", .at = "IEA01", .fixed = "IEA*1*000000001~"},
                           {.segments = "IEA*X*000000001~", .at = "IEA01", .fixed = "IEA*1*000000001~"},
                           {.segments = counted("1"), .at = "IEA01", .fixed = counted("2")},
                       }});
}

TEST_CASE("ENV005: each file counts the groups that stand in it") {
  auto const good = group_with(set_with("0001"), "1");
  auto const held = group_with(set_with("0001", claim_with("B", "SV1*HC:99600*125*UN*1***1~")), "2");
  auto const scrubbed = scrub_text(file_with(interchange_with(good + held, "000000001", "9")));
  CHECK(difference(scrubbed.clean, file_with(interchange_with(good))) == "");
  CHECK(difference(scrubbed.held, file_with(interchange_with(held))) == "");
}

}  // namespace
}  // namespace scrub837::test::env005_group_count_test
