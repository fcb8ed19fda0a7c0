#include <doctest/doctest.h>

#include "tests/support/header.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test::env016_version_differs_test {
namespace {

std::string gs(std::string const& version) { return gs_segment("1", version) + "~"; }
std::string st(std::string const& version) { return st_segment("0001", version) + "~"; }
std::string with_isa12(std::string const& version) {
  return replaced(isa_segment() + "~", "*00501*", "*" + version + "*");
}

TEST_CASE("ENV016 version-differs") {
  rule_test("ENV016", {.valid = {"", gs("005010X222A1"), st("005010X222A1"), st(""), st("005010x222a1")},
                       .invalid = {
                           // Editions that are not the adopted one.
                           {.segments = gs("005010X222"), .at = "GS08"},
                           {.segments = gs("005010X222A2"), .at = "GS08"},
                           {.segments = gs("005010X222") + st("005010X222"), .at = "GS08"},
                           {.segments = gs(""), .at = "GS08"},
                           {.segments = gs("5010"), .at = "GS08"},
                           {.segments = st("005010X222"), .at = "ST03"},
                           {.segments = st("005010X222A2"), .at = "ST03"},
                           {.segments = with_isa12("     "), .at = "ISA12"},
                           // Another standard, above lines that are professional.
                           {.segments = with_isa12("00401"), .at = "ISA12", .severity = "error"},
                           {.segments = with_isa12("00601"), .at = "ISA12", .severity = "error"},
                           {.segments = gs("004010X098A1"), .at = "GS08", .severity = "error"},
                           {.segments = gs("005010X223A2"), .at = "GS08", .severity = "error"},
                           {.segments = gs("006020X323"), .at = "GS08", .severity = "error"},
                       }});
}

TEST_CASE("ENV016: GS08 and ST03 that are both wrong, and not alike, are both named") {
  auto const scrubbed = scrub_text(file_with(gs("005010X222A2") + st("005010X222")));
  auto const found = findings_of(scrubbed, "ENV016");
  REQUIRE(found.size() == 2);
  CHECK(found[0].element == "GS08");
  CHECK(found[1].element == "ST03");
}

TEST_CASE("ENV016: another standard in GS08 holds its group and no other, whatever is released") {
  auto const good = group_with(set_with("0001", claim_with("A")));
  auto const other =
      replaced(group_with(set_with("0002", claim_with("B")), "2"), "*2*X*005010X222A1", "*2*X*004010X098A1");
  auto const file = file_with(interchange_with(good + other, "000000001", "2"));
  Settings settings;
  settings.hold = Hold::never;
  auto const scrubbed = scrub_text(file, settings);
  CHECK(difference(scrubbed.clean, file_with(interchange_with(good))) == "");
  CHECK(difference(scrubbed.held, file_with(interchange_with(other))) == "");
  CHECK(count_of(scrubbed, "ENV016") == 1);
  CHECK(found_of(scrubbed, "ENV016").group == "2");
}

TEST_CASE("ENV016: an institutional file is none of ours") {
  auto file = file_with("SV1*HC:99213*125*UN*1***1~");
  file = replaced(replaced(file, "*X*005010X222A1", "*X*005010X223A2"), "ST*837*0001*005010X222A1",
                  "ST*837*0001*005010X223A2");
  file = replaced(file, "SV1*", "SV2*");
  CHECK(count_of(scrub_text(file), "ENV016") == 0);
}

}  // namespace
}  // namespace scrub837::test::env016_version_differs_test
