#include <doctest/doctest.h>

#include "tests/rules/situational/coordinated_claim.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test::bal003_cob_line_test {
namespace {

std::string const dated = "DTP*573*D8*20260920~";

std::string svd(std::string const& paid, std::string const& adjustments, std::string const& payer = "P1") {
  return "SVD*" + payer + "*" + paid + "*HC:99213**1~" + adjustments + dated;
}

// One line, decided by the primary payer; the claim goes to the secondary one.
std::string decided(std::string const& decision, std::string const& order = "P",
                    std::string const& mine = "S") {
  return coordinated(mine, other_payer(order, "AMT*D*80~"), {decision});
}

TEST_CASE("BAL003 cob-line") {
  auto const two_payers = [](std::string const& first, std::string const& second, std::string const& id) {
    return coordinated("T", other_payer("P", "AMT*D*80~") + other_payer("S", "AMT*D*45~", id),
                       {first + second});
  };
  rule_test(
      "BAL003",
      {.valid =
           {
               decided(svd("80", "CAS*PR*2*45~")),
               decided(svd("125", "")),
               decided(svd("0", "CAS*CO*96*125~")),
               decided(svd("79.99", "CAS*CO*45*45.01~")),
               decided(svd("80.0", "CAS*PR*1*10**2*20**3*15~")),
               decided(svd("80", "CAS*CO*45*40~CAS*PR*2*5~")),
               decided(svd("150", "CAS*OA*94*-25~")),
               // An unbundled line: its decisions count together.
               decided(svd("50", "CAS*CO*45*20~") + svd("30", "CAS*CO*45*25~")),
               decided(svd("125", "") + svd("0", "")),
               // A line that the payer did not decide, and a claim that it decided as a whole.
               decided(""),
               coordinated("S", other_payer("P", "AMT*D*80~"), {svd("80", "CAS*PR*2*45~"), ""}),
               // Not a prior payer, or one that has not decided.
               decided(svd("1", ""), "T"),
               decided(svd("1", ""), "S"),
               decided(svd("1", ""), "U"),
               decided(svd("1", ""), "P", "U"),
               decided(svd("1", ""), "P", "P"),
               coordinated("S", other_payer("P", ""), {svd("1", "")}),
               // Each payer by itself; two of the same id can't be told apart.
               two_payers(svd("80", "CAS*PR*2*45~"), svd("45", "CAS*OA*23*80~", "P2"), "P2"),
               two_payers(svd("80", ""), svd("45", "CAS*OA*23*80~"), "P1"),
               // Another's fault: no amount, no such payer.
               decided(svd("8O", "")),
               decided(svd("", "CAS*PR*2*45~")),
               decided(svd("80", "CAS*PR*2*X~")),
               decided(svd("1", "", "P9")),
           },
       .invalid = {
           {.segments = decided(svd("85", "CAS*PR*2*45~")), .at = "SVD02"},
           {.segments = decided(svd("80", "CAS*PR*2*44.99~")), .at = "SVD02"},
           {.segments = decided(svd("80", "CAS*PR*2*-45~")), .at = "SVD02"},
           {.segments = decided(svd("80", "")), .at = "SVD02"},
           {.segments = decided(svd("80", "CAS*PR*1*10**2*20**3*16~")), .at = "SVD02"},
           {.segments = decided(svd("50", "CAS*CO*45*20~") + svd("30", "CAS*CO*45*20~")), .at = "SVD02"},
           {.segments = decided(svd("80", "CAS*PR*2*45~") + svd("80", "CAS*PR*2*45~")), .at = "SVD02"},
           {.segments =
                coordinated("S", other_payer("P", "AMT*D*80~"), {svd("80", "CAS*PR*2*45~"), svd("0", "")}),
            .at = "SVD02"},
           {.segments = coordinated("S", other_payer("P", "AMT*D*80~"), {svd("1", ""), svd("2", "")}),
            .at = "SVD02",
            .times = 2},
           {.segments = two_payers(svd("80", "CAS*PR*2*45~"), svd("45", "", "P2"), "P2"), .at = "SVD02"},
           {.segments = two_payers(svd("80", ""), svd("45", "", "P2"), "P2"), .at = "SVD02", .times = 2},
           {.segments = decided(svd("1", ""), "A", "B"), .at = "SVD02"},
           // An id with a blank beside it is the same id.
           {.segments = decided(svd("80", "", "P1 ")), .at = "SVD02"},
       }});
}

TEST_CASE("BAL003: the first decision of the line is named, with both amounts") {
  auto const scrubbed = scrub_text(file_with(
      coordinated("S", other_payer("P", "AMT*D*205~"),
                  {svd("100", "CAS*PR*2*25~"), svd("50", "CAS*CO*45*20~") + svd("30.5", "CAS*CO*45*25~")})));
  auto const found = found_of(scrubbed, "BAL003");
  CHECK(found.line_index == 2);
  CHECK(found.loop == "2430");
  CHECK(found.segment == "SVD*P1*50*HC:99213**1");
  CHECK(found.message.find("$125.00") != std::string::npos);
  CHECK(found.message.find("$125.50") != std::string::npos);
}

TEST_CASE("BAL003: more payers than the guide allows are not compared") {
  std::string payers;
  for (int i = 0; i < 2000; ++i) payers += other_payer("P", "AMT*D*80~", "P" + std::to_string(i));
  auto const file = file_with(coordinated("S", payers, {svd("1", "", "P1")}));
  CHECK(count_of(scrub_text(file), "BAL003") == 0);
  CHECK(count_of(scrub_text(file), "SIT019") == 0);
}

}  // namespace
}  // namespace scrub837::test::bal003_cob_line_test
