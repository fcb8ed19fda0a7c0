#include <doctest/doctest.h>

#include "tests/rules/situational/household_file.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test::sit017_post_office_box_test {
namespace {

std::string provider_at(std::string const& n3, std::string const& pay_to = "") {
  return provider_level("NM1*85*2*DEMO HOME CARE*****XX*1234567893~", n3 + "N4*RICHMOND*VA*232190000~") +
         pay_to + subscriber_level() + listed_claim("A");
}

TEST_CASE("SIT017 post-office-box") {
  rule_test("SIT017",
            {.valid =
                 {
                     provider_at("N3*1 DEMO ST~"),
                     provider_at("N3*1 DEMO ST*SUITE 4~"),
                     provider_at("N3*RR 2 BOX 45~"),
                     provider_at("N3*BOX 45~"),
                     provider_at("N3*12 P O BOXWOOD LN~"),
                     provider_at("N3*EXPO BOX FACTORY RD~"),
                     provider_at("N3*12 POBOXER ST~"),
                     provider_at("N3*9 LOCK ST BOX ELDER~"),
                     provider_at("N3*1 POST OFFICE SQ~"),
                     provider_at("N3*C/O BOX STORE~"),
                     provider_at("N3*POB 2 SUITE 100~"),
                     provider_at("N3*1 PO BXS ST~"),
                     provider_at("N3*1 DRAWER LN~"),
                     // The pay-to address, whose NM1 is lost: USE004.
                     provider_at("N3*1 DEMO ST~", "N3*PO BOX 114~N4*RICHMOND*VA*23219~"),
                     provider_at("N3~"),
                     provider_at(""),
                     // A box is right where payments go, and where people live.
                     provider_at("N3*1 DEMO ST~", "NM1*87*2~N3*PO BOX 114~N4*RICHMOND*VA*23219~"),
                     provider_level() +
                         subscriber_level("2*1*22*0", "SBR*P*18*******CI~",
                                          "N3*PO BOX 7~N4*RICHMOND*VA*23219~DMG*D8*19500101*F~") +
                         listed_claim("A"),
                 },
             .invalid = {
                 {.segments = provider_at("N3*PO BOX 114~"), .at = "N301"},
                 {.segments = provider_at("N3*P O BOX 114~"), .at = "N301"},
                 {.segments = provider_at("N3*P.O. BOX 114~"), .at = "N301"},
                 {.segments = provider_at("N3*P.O.BOX 114~"), .at = "N301"},
                 {.segments = provider_at("N3*P0 BOX 114~"), .at = "N301"},
                 {.segments = provider_at("N3*P 0 BOX 114~"), .at = "N301"},
                 {.segments = provider_at("N3*po box 114~"), .at = "N301"},
                 {.segments = provider_at("N3*Po Box114~"), .at = "N301"},
                 {.segments = provider_at("N3*POBOX 114~"), .at = "N301"},
                 {.segments = provider_at("N3*LOCK BOX 114~"), .at = "N301"},
                 {.segments = provider_at("N3*LOCKBOX 114~"), .at = "N301"},
                 {.segments = provider_at("N3*POST OFFICE BOX 114~"), .at = "N301"},
                 {.segments = provider_at("N3*PO BX 114~"), .at = "N301"},
                 {.segments = provider_at("N3*P.O. BX114~"), .at = "N301"},
                 {.segments = provider_at("N3*POST OFFICE BX 114~"), .at = "N301"},
                 {.segments = provider_at("N3*PO DRAWER 114~"), .at = "N301", .severity = "warning"},
                 {.segments = provider_at("N3*LOCK BIN 7~"), .at = "N301", .severity = "warning"},
                 {.segments = provider_at("N3*DEPT 7, PO BOX 114~"), .at = "N301"},
                 {.segments = provider_at("N3*PO BOX~"), .at = "N301"},
                 {.segments = provider_at("N3*1 DEMO ST*PO BOX 114~"), .at = "N302"},
             }});
}

TEST_CASE("SIT017: it holds the claims of that provider") {
  auto const box = provider_level("NM1*85*2*DEMO HOME CARE*****XX*1234567893~",
                                  "N3*PO BOX 1*LOCK BOX 2~N4*RICHMOND*VA*232190000~");
  auto const next = provider_level("NM1*85*1*ROE*ANN****XX*1093817462~",
                                   "N3*1 DEMO ST~N4*RICHMOND*VA*232190000~", "3**20*1");
  auto const scrubbed =
      scrub_text(file_with(box + subscriber_level() + listed_claim("A") + listed_claim("B") + next +
                           subscriber_level("4*3*22*0") + listed_claim("C")));
  CHECK(count_of(scrubbed, "SIT017") == 2);
  CHECK(found_of(scrubbed, "SIT017").loop == "2010AA");
  CHECK(scrubbed.claims(Disposition::held) == 2);
  CHECK(scrubbed.rows.size() == 1);
}

}  // namespace
}  // namespace scrub837::test::sit017_post_office_box_test
