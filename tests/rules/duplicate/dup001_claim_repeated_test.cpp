#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::dup001_claim_repeated_test {
namespace {

std::string line(std::string const& code = "99213", std::string const& charge = "125",
                 std::string const& day = "20260914") {
  return "SV1*HC:" + code + "*" + charge + "*UN*1***1~DTP*472*D8*" + day + "~";
}

// A claim of the template's patient. \param place CLM05
std::string claim(std::string const& id, std::vector<std::string> const& lines,
                  std::string const& place = "12:B:1") {
  std::string text = "CLM*" + id + "*0***" + place + "*Y*A*Y*Y~HI*ABK:Z9181~";
  for (std::size_t i = 0; i < lines.size(); ++i) text += "LX*" + std::to_string(i + 1) + "~" + lines[i];
  return text;
}

// A subscriber with one claim.
std::string subscriber(std::string const& number, std::string const& name, std::string const& birth_date,
                       std::string const& id, std::string const& order = "P") {
  return "HL*" + number + "*1*22*0~SBR*" + order + "*18*******CI~NM1*IL*1*" + name + "~" +
         (birth_date.empty() ? "" : "DMG*D8*" + birth_date + "*F~") + "NM1*PR*2*DEMO PAYER*****PI*P1~" +
         claim(id, {line()});
}

std::string set_of(std::string const& first, std::string const& second) {
  return "ST*837*0001*005010X222A1~BHT*0019*00*1*20260915*1200*CH~NM1*41*2*DEMO*****46*1~"
         "NM1*40*2*DEMO*****46*2~HL*1**20*1~NM1*85*2*DEMO HOME CARE*****XX*1234567893~" +
         first + second;
}

TEST_CASE("DUP001 claim-repeated") {
  auto const one = claim("A", {line()});
  RuleCases cases;
  cases.valid = {
      "",
      one,
      // The same CLM01 is another rule's.
      one + one,
      one + claim("B", {line("99214")}),
      one + claim("B", {line("99213:25")}),
      one + claim("B", {line("99213:76")}),
      one + claim("B", {line("99213", "126")}),
      one + claim("B", {line("99213", "125", "20260915")}),
      one + claim("B", {line(), line("36415", "5")}),
      claim("A", {line(), line("36415", "5")}) + claim("B", {line(), line("36415", "6")}),
      // What replaces or takes back a claim, and what was replaced.
      one + claim("B", {line()}, "12:B:7"),
      one + claim("B", {line()}, "12:B:8"),
      claim("B", {line()}, "12:B:7") + one,
      // No day, no code: nothing to compare.
      "CLM*A*0***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*5*UN*1***1~"
      "CLM*B*0***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*5*UN*1***1~",
      set_of(subscriber("2", "DOE*JANE****MI*M1", "19500101", "A"),
             subscriber("3", "DOE*JOAN****MI*M1", "19500101", "B")),
      set_of(subscriber("2", "DOE*JANE****MI*M1", "19500101", "A"),
             subscriber("3", "DOE*JANE****MI*M2", "19500102", "B")),
      set_of(subscriber("2", "DOE*JANE****MI*M1", "", "A"), subscriber("3", "DOE*JANE****MI*M2", "", "B")),
      set_of(subscriber("2", "DOE*JANE", "", "A"), subscriber("3", "DOE*JANE", "", "B")),
      // To the first payer, and to the second.
      set_of(subscriber("2", "DOE*JANE****MI*M1", "19500101", "A"),
             subscriber("3", "DOE*JANE****MI*M1", "19500101", "B", "S")),
  };
  cases.invalid = {
      {.segments = one + claim("B", {line()}), .at = "CLM01"},
      {.segments = one + claim("B", {line()}) + claim("C", {line()}), .at = "CLM01", .times = 2},
      {.segments = one + claim("C", {line("99214")}) + claim("B", {line("99213", "125.00")}), .at = "CLM01"},
      {.segments = one + claim("B", {line()}, "11:B:1"), .at = "CLM01"},
      {.segments = one + claim("B", {line()}, "12:B:6"), .at = "CLM01"},
      // The order of the lines does not count.
      {.segments = claim("A", {line(), line("36415", "5")}) + claim("B", {line("36415", "5"), line()}),
       .at = "CLM01"},
      // The patient by name and birth date, or by name and member id.
      {.segments = set_of(subscriber("2", "DOE*JANE*Q***MI*M1", "19500101", "A"),
                          subscriber("3", "Doe*Jane****MI*M2", "19500101", "B")),
       .at = "CLM01"},
      {.segments = set_of(subscriber("2", "DOE*JANE****MI*M1", "", "A"),
                          subscriber("3", "DOE*JANE****MI*M1", "", "B")),
       .at = "CLM01"},
  };
  rule_test("DUP001", cases);
}

TEST_CASE("DUP001: another provider's claim is no repetition") {
  auto const level = [](std::string const& number, std::string const& npi, std::string const& id) {
    return "HL*" + number + "**20*1~NM1*85*2*DEMO HOME CARE*****XX*" + npi + "~HL*" +
           std::to_string(std::stoi(number) + 1) + "*" + number +
           "*22*0~SBR*P*18*******CI~NM1*IL*1*DOE*JANE****MI*M1~DMG*D8*19500101*F~" +
           "NM1*PR*2*DEMO PAYER*****PI*P1~" + claim(id, {line()});
  };
  auto const set = [&](std::string const& second) {
    return file_with(interchange_with(
        group_with("ST*837*0001*005010X222A1~BHT*0019*00*1*20260915*1200*CH~NM1*41*2*DEMO*****46*1~"
                   "NM1*40*2*DEMO*****46*2~" +
                   level("1", "1234567893", "A") + level("3", second, "B") + "SE*33*0001~")));
  };
  CHECK(count_of(scrub_text(set("1234567893")), "DUP001") == 1);
  CHECK(count_of(scrub_text(set("1999999984")), "DUP001") == 0);
}

TEST_CASE("DUP001: one fault is one finding, and it names the first claim") {
  auto const again =
      scrub_text(file_with(claim("A", {line()}) + claim("B", {line()}) + claim("A", {line()})));
  auto const found = findings_of(again, "DUP001");
  REQUIRE(found.size() == 1);
  CHECK(found[0].claim_index == 2);
  CHECK(found[0].severity == "warning");
  CHECK(found[0].message.find("(claim 1 of the file)") != std::string::npos);
  CHECK(count_of(again, "ENV014") == 1);
}

}  // namespace
}  // namespace scrub837::test::dup001_claim_repeated_test
