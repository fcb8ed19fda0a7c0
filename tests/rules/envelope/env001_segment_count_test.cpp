#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::env001_segment_count_test {
namespace {

TEST_CASE("ENV001 segment-count") {
  rule_test("ENV001", {.valid =
                           {
                               "",
                               "SE*25*0001~",
                               // Counts compare as numbers.
                               "SE*025*0001~",
                               "SE*0000000025*0001~",
                               "NTE*ADD*TWO NURSES~SE*26*0001~",
                           },
                       .invalid = {
                           {.segments = "SE*99*0001~", .at = "SE01", .fixed = "SE*25*0001~"},
                           {.segments = "SE*24*0001~", .at = "SE01", .fixed = "SE*25*0001~"},
                           {.segments = "SE*26*0001~", .at = "SE01", .fixed = "SE*25*0001~"},
                           {.segments = "SE*0*0001~", .at = "SE01", .fixed = "SE*25*0001~"},
                           {.segments = "SE**0001~", .at = "SE01", .fixed = "SE*25*0001~"},
                           {.segments = "SE*XX*0001~", .at = "SE01", .fixed = "SE*25*0001~"},
                           {.segments = "SE*2 5*0001~", .at = "SE01", .fixed = "SE*25*0001~"},
                           {.segments = "SE*-25*0001~", .at = "SE01", .fixed = "SE*25*0001~"},
                           {.segments = "NTE*ADD*TWO NURSES~SE*25*0001~",
                            .at = "SE01",
                            .fixed = "NTE*ADD*TWO NURSES~SE*26*0001~"},
                           // Each set counts its own; trailing empty elements stay.
                           {.segments = interchange_with(group_with(set_with("0001", "SE*9*0001~") +
                                                                        set_with("0002", "SE*25*0002*~") +
                                                                        set_with("0003", "SE*10*0003*~"),
                                                                    "1", "3")),
                            .at = "SE01",
                            .times = 2,
                            .fixed = interchange_with(group_with(set_with("0001", "SE*25*0001~") +
                                                                     set_with("0002", "SE*25*0002*~") +
                                                                     set_with("0003", "SE*25*0003*~"),
                                                                 "1", "3"))},
                       }});
}

TEST_CASE("ENV001: an error of the set, and no claim's") {
  auto const scrubbed = scrub_text(file_with("SE*99*0001~"));
  auto const found = found_of(scrubbed, "ENV001");
  CHECK(found.applied);
  CHECK(found.claim_index == 0);
  CHECK(found.claim == "");
  CHECK(found.disposition == "");
  CHECK(found.segment_number == 25);
  CHECK(found.after == "SE*25*0001");
  CHECK(scrubbed.claims(Disposition::clean) == 1);
  CHECK(scrubbed.rows.empty());
  CHECK(scrubbed.outcome.status == Status::ok);
}

TEST_CASE("ENV001: both files of a set that is split count what stands in them") {
  auto const good = claim_with("A", "SV1*HC:99213*125*UN*1***1~");
  auto const held = claim_with("B", "SV1*HC:99600*125*UN*1***1~");
  auto const scrubbed = scrub_text(file_with(good + held + "SE*7*0001~"));
  CHECK(difference(scrubbed.clean, file_with(good)) == "");
  CHECK(difference(scrubbed.held, file_with(held)) == "");
  CHECK(count_of(scrubbed, "ENV001") == 1);
}

TEST_CASE("ENV001: a fix that adds a segment is counted") {
  auto const text = std::string("COMPREHENSIVE CHRONIC ILLNESS ASSESSMENT WITH MEDICATION RECONCILIATION") +
                    " AND CAREGIVER TEACHING";
  auto const scrubbed =
      scrub_text(file_with("SV1*HC:99600:::::" + text + "*125*UN*1***1~"), with_unsafe_fixes());
  CHECK(scrubbed.clean.find("SE*26*0001~") != std::string::npos);
  CHECK(count_of(scrubbed, "ENV001") == 0);
}

TEST_CASE("ENV001: ignored, the count stays") {
  auto const file = file_with("SE*99*0001~");
  CHECK(difference(scrub_text(file, ignoring({"ENV001"})).clean, file) == "");
}

}  // namespace
}  // namespace scrub837::test::env001_segment_count_test
