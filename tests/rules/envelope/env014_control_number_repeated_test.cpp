#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::env014_control_number_repeated_test {
namespace {

std::string const listed = "SV1*HC:99213*125*UN*1***1~";

std::string claim(std::string const& id) { return claim_with(id, listed); }
std::string one_set(std::string const& id) { return set_with("0001", claim(id)); }

TEST_CASE("ENV014 control-number-repeated") {
  auto const interchange = [](std::string const& id, std::string const& control) {
    return interchange_with(group_with(one_set(id)), control);
  };
  auto const of_another_sender =
      replaced(interchange("B", "000000001"), "DEMOSENDER     ", "OTHERSENDER    ");
  auto const of_another_qualifier =
      replaced(interchange("B", "000000001"), "ZZ*DEMOSENDER     ", "30*DEMOSENDER     ");
  rule_test(
      "ENV014",
      {.valid =
           {
               "",
               interchange("A", "000000001") + interchange("B", "000000002"),
               interchange("A", "000000001") + of_another_sender,
               interchange("A", "000000001") + of_another_qualifier,
               // An ST02 is used once in its group, and may stand in another.
               interchange_with(group_with(one_set("A"), "1") + group_with(one_set("B"), "2"), "000000001",
                                "2"),
               interchange_with(
                   group_with(set_with("0001", claim("A")) + set_with("0002", claim("B")), "1", "2")),
               claim("A") + claim("B"),
               claim("A") + claim("a"),
               // Nothing is no number.
               claim("") + claim(""),
           },
       .invalid = {
           {.segments = interchange("A", "000000001") + interchange("B", "000000001"), .at = "ISA13"},
           {.segments =
                interchange("A", "000000001") + interchange("B", "000000002") + interchange("C", "000000001"),
            .at = "ISA13"},
           {.segments = interchange_with(group_with(one_set("A") + one_set("B"), "1", "2")), .at = "ST02"},
           {.segments = claim("A") + claim("A"), .at = "CLM01"},
           {.segments = claim("A") + claim("B") + claim("A") + claim("A"), .at = "CLM01", .times = 2},
           {.segments = interchange_with(
                group_with(set_with("0001", claim("A")) + set_with("0002", claim("A")), "1", "2")),
            .at = "CLM01"},
           {.segments = interchange("A", "000000001") + interchange("A", "000000002"), .at = "CLM01"},
       }});
}

TEST_CASE("ENV014: a warning that holds nothing and names the first") {
  auto const file = file_with(claim("A") + claim("B") + claim("A"));
  auto const scrubbed = scrub_text(file);
  auto const found = found_of(scrubbed, "ENV014");
  CHECK(found.severity == "warning");
  CHECK(found.claim_index == 3);
  CHECK(found.message.find("claim 1 of the file") != std::string::npos);
  CHECK(difference(scrubbed.clean, file) == "");
  CHECK(scrubbed.claims(Disposition::clean) == 3);
  CHECK(scrubbed.rows.empty());
}

TEST_CASE("ENV014: what is read twice is not reported twice, and not against itself") {
  // A held claim, a wrong control number: both make the set, or more, be read again.
  auto const bad = claim_with("A", "SV1*HC:99600*125*UN*1***1~");
  auto const sets = set_with("0001", claim("A") + bad + claim("B")) +
                    replaced(set_with("0002", claim("C") + bad), "*0002~", "*0009~");
  auto const scrubbed = scrub_text(file_with(interchange_with(group_with(sets, "1", "2"))));
  CHECK(count_of(scrubbed, "ENV014") == 2);
  for (auto const& found : scrubbed.findings) {
    if (found.rule != "ENV014") continue;
    CHECK(found.message.find("claim 1 of the file") != std::string::npos);
  }
}

}  // namespace
}  // namespace scrub837::test::env014_control_number_repeated_test
