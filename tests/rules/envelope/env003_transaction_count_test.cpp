#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::env003_transaction_count_test {
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

TEST_CASE("ENV003: a set that is no 837P counts, and its own trailer is not looked at") {
  std::string const inquiry = "ST*270*0007*005010X279A1~BHT*0022*13*1*20260914*1200~SE*99*0008~";
  auto const mixed = [&](std::string const& count) {
    return file_with(interchange_with(group_with(inquiry + set_with("0001"), "1", count)));
  };
  CHECK(scrub_text(mixed("2"), ignoring({"ATT001"})).rules() == "SCR001");
  auto const scrubbed = scrub_text(mixed("1"), ignoring({"ATT001"}));
  CHECK(scrubbed.rules() == "SCR001 ENV003");
  CHECK(difference(scrubbed.clean, mixed("2")) == "");
}

TEST_CASE("ENV003: a group without an 837P is not looked at") {
  std::string const inquiry = "ST*270*0007*005010X279A1~BHT*0022*13*1*20260914*1200~SE*99*0008~";
  auto const other = replaced(group_with(inquiry, "2", "5"), "GE*5*2~", "GE*5*3~");
  auto const file = file_with(interchange_with(group_with(set_with("0001")) + other, "000000001", "2"));
  auto const scrubbed = scrub_text(file, ignoring({"ATT001"}));
  CHECK(scrubbed.rules() == "SCR001");
  CHECK(difference(scrubbed.clean, file) == "");
}

}  // namespace
}  // namespace scrub837::test::env003_transaction_count_test
