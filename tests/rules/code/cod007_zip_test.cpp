#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::cod007_zip_test {
namespace {

// A service facility, which needs nine digits.
std::string facility(std::string const& zip) {
  return "NM1*77*2*DEMO CLINIC*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*VA*" + zip + "~";
}
// Where an ambulance picked the patient up: five or nine.
std::string pick_up(std::string const& zip) { return "NM1*PW*2~N3*1 DEMO ST~N4*RICHMOND*VA*" + zip + "~"; }

TEST_CASE("COD007 zip") {
  rule_test("COD007",
            {.valid = {facility("232190000"), facility("232190000*US"), pick_up("23219"),
                       pick_up("232190000"), facility("M5V 3L9*CA"), facility(""), pick_up("75008*FR")},
             .invalid = {
                 {.segments = facility("23219"), .at = "N403"},
                 {.segments = facility("23219-"), .at = "N403"},
                 {.segments = facility("2321"), .at = "N403"},
                 {.segments = facility("23219000"), .at = "N403"},
                 {.segments = facility("2321900001"), .at = "N403"},
                 {.segments = facility("23219 0000"), .at = "N403"},
                 {.segments = facility("23219*US"), .at = "N403"},
                 {.segments = facility("23219-0000"), .at = "N403", .fixed = facility("232190000")},
                 {.segments = pick_up("2321"), .at = "N403"},
                 {.segments = pick_up("23219000"), .at = "N403"},
                 {.segments = pick_up("M5V 3L9"), .at = "N403"},
                 {.segments = pick_up("23219-0000"), .at = "N403", .fixed = pick_up("232190000")},
                 {.segments = pick_up("23219-"), .at = "N403", .fixed = pick_up("23219")},
             }});
}

std::string findings(std::string const& file) {
  std::string text;
  for (auto const& found : findings_of(scrub_text(file), "COD007")) text += found.loop + " ";
  return text;
}

TEST_CASE("COD007: the billing provider needs nine digits, the subscriber five or nine") {
  // Both have the same address line in the tests' file.
  auto const with_zips = [](std::string const& billing, std::string const& subscriber) {
    auto file = file_with("");
    auto const first = file.find("232190000");
    auto const second = file.find("232190000", first + 1);
    file.replace(second, 9, subscriber);
    return file.replace(first, 9, billing);
  };
  CHECK(findings(with_zips("232190000", "23219")) == "");
  CHECK(findings(with_zips("23219", "23219")) == "2010AA ");
  CHECK(findings(with_zips("232190000", "2321")) == "2010BA ");
}

TEST_CASE("COD007: the pay-to address, whose NM1 is lost, is not the billing provider's") {
  auto file = file_with("");
  auto const behind = file.find("232190000~") + std::string_view("232190000~").size();
  file.insert(behind, "N3*PO BOX 1~N4*RICHMOND*VA*23219~");
  CHECK(findings(file) == "");
}

}  // namespace
}  // namespace scrub837::test::cod007_zip_test
