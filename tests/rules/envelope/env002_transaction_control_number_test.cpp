#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::env002_transaction_control_number_test {
namespace {

// Two claims, the second with doubled blanks.
std::string claims(std::string const& id, std::string const& blanks) {
  return claim_with(id + "1", "SV1*HC:99213*125*UN*1***1~") +
         claim_with(id + "2", "SV1*HC:99600:::::WOUND" + blanks + "CARE LEFT HEEL*125*UN*1***1~");
}

TEST_CASE("ENV002 transaction-control-number") {
  rule_test("ENV002", {.valid = {"", "SE*25*0001~", "ST*837*A1*005010X222A1~SE*25*A1~"},
                       .invalid = {
                           {.segments = "SE*25*0002~", .at = "SE02", .fixed = "SE*25*0001~", .unsafe = true},
                           {.segments = "SE*25*~", .at = "SE02", .fixed = "SE*25*0001~", .unsafe = true},
                           {.segments = "SE*25~", .at = "SE02", .fixed = "SE*25*0001~", .unsafe = true},
                           // Text, not a number: zeros count.
                           {.segments = "SE*25*1~", .at = "SE02", .fixed = "SE*25*0001~", .unsafe = true},
                           // The count is mended at the same time.
                           {.segments = "SE*7*0002~", .at = "SE02", .fixed = "SE*25*0001~", .unsafe = true},
                       }});
}

TEST_CASE("ENV002: all claims of the set are held as received, those of others are not") {
  auto const one = set_with("0001", claims("A", "  "));
  auto const one_fixed = set_with("0001", claims("A", " "));
  auto const two = replaced(set_with("0002", claims("B", "  ")), "*0002~", "*0009~");
  auto const three = set_with("0003", claims("C", " "));
  for (auto const& style : styles()) {
    CAPTURE(style.name);
    auto const file = file_with(interchange_with(group_with(one + two + three, "1", "3")), style);
    auto const scrubbed = scrub_text(file, {}, style.block_size);
    CHECK(difference(scrubbed.clean,
                     file_with(interchange_with(group_with(one_fixed + three, "1", "2")), style)) == "");
    CHECK(difference(scrubbed.held, file_with(interchange_with(group_with(two)), style)) == "");
    CHECK(scrubbed.outcome.status == Status::refused);
    CHECK(scrubbed.claims(Disposition::held) == 2);
    CHECK(scrubbed.claims(Disposition::fixed) == 1);
    CHECK(scrubbed.claims(Disposition::clean) == 3);
    CHECK(scrubbed.outcome.totals.balanced());
    auto const found = found_of(scrubbed, "ENV002");
    CHECK_FALSE(found.applied);
    CHECK(found.claim_index == 0);
    // The tidying of a held claim is only told.
    REQUIRE(count_of(scrubbed, "NAR007") == 2);
    for (auto const& each : scrubbed.findings) {
      if (each.rule == "NAR007") CHECK(each.applied == (each.claim == "A2"));
    }
    // One row for the set, whatever the number of its claims.
    REQUIRE(scrubbed.rows.size() == 1);
    CHECK(scrubbed.rows[0].rule == "ENV002");
    CHECK(scrubbed.rows[0].claim == "");
  }
}

TEST_CASE("ENV002: with --unsafe-fixes the set goes out, mended") {
  auto const two = set_with("0002", claims("B", "  "));
  auto const scrubbed = scrub_text(file_with(interchange_with(group_with(replaced(two, "*0002~", "*0009~")))),
                                   with_unsafe_fixes());
  CHECK(difference(scrubbed.clean,
                   file_with(interchange_with(group_with(set_with("0002", claims("B", " ")))))) == "");
  CHECK(scrubbed.held.empty());
  CHECK(scrubbed.rows.empty());
  CHECK(scrubbed.outcome.status == Status::ok);
}

TEST_CASE("ENV002: --hold never does not let the set through: a receiver refuses it") {
  Settings settings;
  settings.hold = Hold::never;
  auto const file = file_with("SV1*HC:99600:::::WOUND  CARE LEFT HEEL*125*UN*1***1~SE*25*0002~");
  auto const scrubbed = scrub_text(file, settings);
  CHECK(difference(scrubbed.held, file) == "");
  CHECK(scrubbed.clean.empty());
  CHECK(scrubbed.claims(Disposition::held) == 1);
}

TEST_CASE("ENV002: a set without claims that is refused is no more sent than one with claims") {
  auto const empty = set_with("0002");
  auto const begin = empty.find("HL*1");
  auto const set = empty.substr(0, begin) + "SE*6*0009~";
  auto const with = [](std::string const& sets, std::string const& count) {
    return file_with(interchange_with(group_with(sets, "1", count)));
  };
  auto const scrubbed = scrub_text(with(set_with("0001") + set, "2"));
  CHECK(difference(scrubbed.clean, with(set_with("0001"), "1")) == "");
  CHECK(difference(scrubbed.held, with(set, "1")) == "");
  CHECK(scrubbed.claims(Disposition::held) == 0);
  CHECK(scrubbed.outcome.totals.withheld);
  CHECK(scrubbed.outcome.status == Status::refused);
}

}  // namespace
}  // namespace scrub837::test::env002_transaction_control_number_test
