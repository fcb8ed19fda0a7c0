#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::unl009_charge_zero_test {
namespace {

std::string line(std::string const& charge) {
  return "SV1*HC:99600:::::WOUND CARE LEFT HEEL*" + charge + "*UN*1***1~";
}

std::string claim(std::string const& total, std::string const& charge) {
  return "CLM*DEMO-1*" + total + "***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~" + line(charge) +
         "DTP*472*D8*20260914~";
}

TEST_CASE("UNL009 charge-zero") {
  std::string const listed = "SV1*HC:99213*125*UN*1***1~";
  std::string const reporting = "BHT*0019*00*DEMO1*20260914*1200*RP~";
  rule_test(
      "UNL009",
      {.valid =
           {
               line("125"),
               line("0.01"),
               line("-125"),
               line("ZERO"),  // BAL001 speaks of it
               "SV1*HC:99213*0*UN*1***1~",
               "SV1*ER:99600*0*UN*1***1~",
           },
       .invalid = {
           // A zero line beside a charged one: some payers want it so.
           {.segments = listed + line("0"), .at = "SV102", .severity = "warning"},
           {.segments = listed + line("0.00"), .at = "SV102", .severity = "warning"},
           {.segments = listed + line(""), .at = "SV102", .severity = "warning"},
           // Nothing charged at all, with BHT06 CH.
           {.segments = line("0"), .at = "SV102", .severity = "error"},
           {.segments = line("0.00"), .at = "SV102", .severity = "error"},
           {.segments = line(""), .at = "SV102", .severity = "error"},
           {.segments = claim("", "0"), .at = "SV102", .severity = "error"},
           {.segments = line("0") + line(""), .at = "SV102", .severity = "error", .times = 2},
           // Encounters are reported, not charged.
           {.segments = reporting + line("0"), .at = "SV102", .severity = "warning"},
           {.segments = "BHT*0019*00*DEMO1*20260914*1200*31~" + line("0"),
            .at = "SV102",
            .severity = "warning"},
           {.segments = "BHT*0019*00*DEMO1*20260914*1200~" + line("0"), .at = "SV102", .severity = "warning"},
       }});
}

TEST_CASE("UNL009: the purpose is that of the claim's own set") {
  auto const charged = set_with("0001", claim("0", "0"));
  auto const reported = replaced(set_with("0002", claim("0", "0")), "*CH~", "*RP~");
  auto const scrubbed = scrub_text(file_with(interchange_with(group_with(charged + reported, "1", "2"))));
  REQUIRE(count_of(scrubbed, "UNL009") == 2);
  CHECK(scrubbed.claims(Disposition::held) == 1);
  CHECK(scrubbed.claims(Disposition::clean) == 1);
}

}  // namespace
}  // namespace scrub837::test::unl009_charge_zero_test
