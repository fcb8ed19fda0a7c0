#include <doctest/doctest.h>

#include "tests/rules/situational/coordinated_claim.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test::bal002_cob_claim_test {
namespace {

std::string const dated = "DTP*573*D8*20260920~";

// The decision about the claim's only line.
std::string decided(std::string const& svd, std::string const& adjustments, std::string const& payer = "P1") {
  return "SVD*" + payer + "*" + svd + "*HC:99213**1~" + adjustments + dated;
}

// A claim of 125 to the secondary payer, decided by the primary one without a word about its line.
std::string undivided(std::string const& paid, std::string const& adjustments) {
  return coordinated("S", other_payer("P", adjustments + "AMT*D*" + paid + "~", "P1", dated), {""});
}

// The same, decided for the line.
std::string divided(std::string const& paid, std::string const& at_claim, std::string const& svd,
                    std::string const& at_line) {
  return coordinated("S", other_payer("P", at_claim + "AMT*D*" + paid + "~"), {decided(svd, at_line)});
}

TEST_CASE("BAL002 cob-claim") {
  auto const later = [](std::string const& mine, std::string const& other) {
    return coordinated(mine, other_payer(other, "AMT*D*0~", "P1", dated), {""});
  };
  auto const twice = [](std::string const& second) {
    return coordinated(
        "T", other_payer("P", "CAS*PR*2*45~AMT*D*80~", "P1", dated) + other_payer("S", second, "P2", dated),
        {""});
  };
  auto const same_id = coordinated(
      "T",
      other_payer("P", "CAS*PR*2*45~AMT*D*80~", "P1", dated) + other_payer("S", "AMT*D*10~", "P1", dated),
      {""});
  rule_test("BAL002",
            {.valid =
                 {
                     undivided("80", "CAS*PR*2*45~"),
                     undivided("125", ""),
                     undivided("0", "CAS*CO*96*125~"),
                     undivided("79.99", "CAS*CO*45*45.01~"),
                     undivided("80.00", "CAS*CO*45*40.0~CAS*PR*2*5.00~"),
                     // Every adjustment of a CAS counts, also behind one that is left out.
                     undivided("80", "CAS*PR*1*10**2*20**3*15~"),
                     undivided("80", "CAS*PR*1*10*1*2*5**3*5**4*5**5*10**6*10~"),
                     undivided("80", "CAS*PR*1*10*****2*35~"),
                     // A payer that paid more than was charged, and one that takes back.
                     undivided("150", "CAS*OA*94*-25~"),
                     undivided("80", "CAS*CO*45*60~CAS*OA*94*-15~"),
                     divided("80", "", "80", "CAS*PR*2*45~"),
                     divided("75", "CAS*CO*137*5~", "80", "CAS*PR*2*45~"),
                     // Not prior: paid later than, or beside, the payer of 2000B; an order that is not known.
                     later("P", "S"),
                     later("S", "T"),
                     later("T", "A"),
                     later("A", "B"),
                     later("U", "P"),
                     later("S", "U"),
                     later("", "P"),
                     later("S", "S"),
                     // No AMT*D: the payer has not decided.
                     coordinated("S", other_payer("P", "AMT*EAF*10~", "P1"), {""}),
                     coordinated("S", other_payer("P", "", "P1"), {""}),
                     // Each payer by itself.
                     twice("CAS*OA*23*80~AMT*D*45~"),
                     twice("CAS*OA*23*80~CAS*PR*2*45~AMT*D*0~"),
                     same_id,
                     // No amounts: others report them.
                     undivided("8O", ""),
                     undivided("", ""),
                     undivided("80", "CAS*PR*2*4S~"),
                     undivided("-80", "CAS*PR*2*45~"),
                     undivided("80.001", "CAS*PR*2*45~"),
                     undivided("80", "CAS*PR*2~"),
                     undivided("80", "CAS*PR*1*10**2~"),
                     // Whose decision it is is not known: SIT019.
                     coordinated("S", other_payer("P", "AMT*D*80~"), {decided("80", "CAS*PR*2*45~", "P9")}),
                     coordinated("S", other_payer("P", "AMT*D*80~"), {decided("80", "CAS*PR*2*45~", "")}),
                     // The total is wrong, and what the lines add up to is explained: BAL001.
                     replaced(undivided("80", "CAS*PR*2*45~"), "CLM*DEMO-1*125*", "CLM*DEMO-1*130*"),
                 },
             .invalid = {
                 {.segments = undivided("80", "CAS*PR*2*44.99~"), .at = "AMT02"},
                 {.segments = undivided("80.01", "CAS*PR*2*45~"), .at = "AMT02"},
                 {.segments = undivided("0", ""), .at = "AMT02"},
                 {.segments = undivided("80", "CAS*PR*2*-45~"), .at = "AMT02"},
                 {.segments = undivided("80", "CAS*PR*1*10**2*20**3*16~"), .at = "AMT02"},
                 {.segments = undivided("80", "CAS*PR*1*10**2*5**3*5**4*5**5*10**6*11~"), .at = "AMT02"},
                 // A quantity is no amount.
                 {.segments = undivided("80", "CAS*PR*1*10*35~"), .at = "AMT02"},
                 // Reported for the claim and again for the line.
                 {.segments = divided("0", "CAS*CO*96*125~", "0", "CAS*CO*96*125~"), .at = "AMT02"},
                 {.segments = divided("80", "CAS*PR*2*45~", "80", "CAS*PR*2*45~"), .at = "AMT02"},
                 // In balance with the total, and not with what the lines were paid.
                 {.segments = divided("80", "", "85", "CAS*PR*2*45~"), .at = "AMT02"},
                 {.segments = divided("75", "CAS*CO*137*5~", "75", "CAS*PR*2*45~"), .at = "AMT02"},
                 {.segments = twice("CAS*OA*23*80~AMT*D*44~"), .at = "AMT02"},
                 {.segments = twice("AMT*D*45~"), .at = "AMT02"},
                 {.segments = replaced(twice("AMT*D*45~"), "CAS*PR*2*45~", ""), .at = "AMT02", .times = 2},
                 {.segments = later("T", "P"), .at = "AMT02"},
                 {.segments = later("T", "S"), .at = "AMT02"},
                 {.segments = later("A", "T"), .at = "AMT02"},
                 {.segments = later("H", "G"), .at = "AMT02"},
                 // The total is wrong, and so is what the payer decided.
                 {.segments = replaced(undivided("80", "CAS*PR*2*40~"), "CLM*DEMO-1*125*", "CLM*DEMO-1*130*"),
                  .at = "AMT02"},
             }});
}

TEST_CASE("BAL002: what the lines were paid counts only if the payer decided each of them") {
  auto const claim = [](std::string const& second) {
    return coordinated("S", other_payer("P", "AMT*D*200~"), {decided("100", "CAS*PR*2*25~"), second});
  };
  // 200 + 25 is not 250.
  CHECK(count_of(scrub_text(file_with(claim(""))), "BAL002") == 1);
  auto const part = replaced(claim(""), "AMT*D*200~", "AMT*D*225~");
  CHECK(count_of(scrub_text(file_with(part)), "BAL002") == 0);
  auto const whole = replaced(claim(decided("80", "")), "AMT*D*200~", "AMT*D*225~");
  CHECK(count_of(scrub_text(file_with(whole)), "BAL002") == 1);
  auto const right = replaced(claim(decided("125", "")), "AMT*D*200~", "AMT*D*225~");
  CHECK(scrub_text(file_with(right)).rules() == "");
}

TEST_CASE("BAL002: both amounts are told") {
  auto const scrubbed = scrub_text(file_with(undivided("80", "CAS*PR*2*44.99~")));
  auto const found = found_of(scrubbed, "BAL002");
  CHECK(found.loop == "2320");
  CHECK(found.message.find("$125.00") != std::string::npos);
  CHECK(found.message.find("$124.99") != std::string::npos);
  CHECK(scrubbed.claims(Disposition::held) == 1);
}

}  // namespace
}  // namespace scrub837::test::bal002_cob_claim_test
