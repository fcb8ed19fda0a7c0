#include <doctest/doctest.h>

#include "tests/support/header.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test::env015_test_indicator_test {
namespace {

std::string with_isa15(std::string const& indicator) {
  return replaced(isa_segment() + "~", "*0*P*", "*0*" + indicator + "*");
}

TEST_CASE("ENV015 test-indicator") {
  rule_test("ENV015", {.valid = {"", isa_segment() + "~"},
                       .invalid = {
                           {.segments = with_isa15("T"), .at = "ISA15"},
                           {.segments = with_isa15("X"), .at = "ISA15", .severity = "error"},
                           {.segments = with_isa15("p"), .at = "ISA15", .severity = "error"},
                           {.segments = with_isa15(" "), .at = "ISA15", .severity = "error"},
                       }});
}

TEST_CASE("ENV015: test claims go out, once told an interchange; another indicator holds all of it") {
  auto const test = file_with(with_isa15("T"));
  auto const sent = scrub_text(test);
  CHECK(difference(sent.clean, test) == "");
  CHECK(sent.rows.empty());
  CHECK(count_of(sent, "ENV015") == 1);
  auto const odd = file_with(with_isa15("X"));
  for (auto const hold : {Hold::error, Hold::never}) {
    Settings settings;
    settings.hold = hold;
    auto const refused = scrub_text(odd, settings);
    CHECK(difference(refused.held, odd) == "");
    CHECK(refused.outcome.status == Status::refused);
    CHECK(count_of(refused, "ENV015") == 1);
    CHECK(refused.rows.size() == 1);
  }
}

TEST_CASE("ENV015: a severity that was set counts for both") {
  Settings settings;
  REQUIRE(settings.set_severity("ENV015", Severity::info));
  auto const scrubbed = scrub_text(file_with(with_isa15("X")), settings);
  CHECK(scrubbed.held.empty());
}

TEST_CASE(
    "ENV015: nothing is told of an interchange that has no 837P, or an ISA of which elements are missing") {
  auto other = replaced(file_with(with_isa15("T") + "SV1*HC:99213*125*UN*1***1~"), "SV1*", "SV2*");
  for (std::string const header : {"1200*1*X*", "ST*837*0001*"})
    other = replaced(other, header + "005010X222A1", header + "005010X223A2");
  CHECK(count_of(scrub_text(other), "ENV015") == 0);
  auto const shifted = replaced(file_with(with_isa15("T")), "*260914*1200*^*", "*260914*^*");
  CHECK(count_of(scrub_text(shifted), "ENV015") == 0);
}

}  // namespace
}  // namespace scrub837::test::env015_test_indicator_test
