#include <doctest/doctest.h>

#include "tests/support/header.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test::env018_envelope_id_missing_test {
namespace {

std::string isa(std::string const& from, std::string const& to) {
  return replaced(isa_segment() + "~", from, to);
}
std::string gs(std::string const& sender, std::string const& receiver) {
  return replaced(gs_segment() + "~", "DEMOSENDER*DEMORECEIVER", sender + "*" + receiver);
}

TEST_CASE("ENV018 envelope-id-missing") {
  rule_test("ENV018", {.valid =
                           {
                               "",
                               gs("DEMOSENDER", "SOMEBODY ELSE"),
                           },
                       .invalid = {
                           {.segments = isa("*ZZ*DEMOSENDER", "*  *DEMOSENDER"), .at = "ISA05"},
                           {.segments = isa("DEMOSENDER     ", "               "), .at = "ISA06"},
                           {.segments = isa("*ZZ*DEMORECEIVER", "*  *DEMORECEIVER"), .at = "ISA07"},
                           {.segments = isa("DEMORECEIVER   ", "               "), .at = "ISA08"},
                           // One finding for all of them.
                           {.segments = isa("*ZZ*DEMOSENDER     *ZZ*DEMORECEIVER   ",
                                            "*  *               *  *               "),
                            .at = "ISA05"},
                           {.segments = gs("", "DEMORECEIVER"), .at = "GS02"},
                           {.segments = gs("DEMOSENDER", ""), .at = "GS03"},
                           {.segments = gs("  ", " "), .at = "GS02"},
                       }});
}

TEST_CASE("ENV018: another sender in GS02 is information") {
  auto const file = file_with(gs("OTHERSENDER", "DEMORECEIVER"));
  auto const scrubbed = scrub_text(file, with_advice());
  CHECK(found_of(scrubbed, "ENV018").severity == "info");
  CHECK(found_of(scrubbed, "ENV018").element == "GS02");
  CHECK(difference(scrubbed.clean, file) == "");
  CHECK(count_of(scrub_text(file_with(""), with_advice()), "ENV018") == 0);
}

TEST_CASE("ENV018: it can't be released, and holds the interchange or the group that it is in") {
  Settings settings;
  settings.hold = Hold::never;
  auto const file = file_with(isa("DEMOSENDER     ", "               "));
  auto const refused = scrub_text(file, settings);
  CHECK(difference(refused.held, file) == "");
  CHECK(refused.outcome.status == Status::refused);
  CHECK(found_of(refused, "ENV018").message == "ISA06 is blank.");
  CHECK(refused.rows.size() == 1);

  auto const good = group_with(set_with("0001", claim_with("A")));
  auto const blank =
      replaced(group_with(set_with("0002", claim_with("B")), "2"), "GS*HC*DEMOSENDER*", "GS*HC**");
  auto const one = scrub_text(file_with(interchange_with(good + blank, "000000001", "2")));
  CHECK(difference(one.clean, file_with(interchange_with(good))) == "");
  CHECK(difference(one.held, file_with(interchange_with(blank))) == "");
}

}  // namespace
}  // namespace scrub837::test::env018_envelope_id_missing_test
