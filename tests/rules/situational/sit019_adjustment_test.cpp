#include <doctest/doctest.h>

#include "tests/rules/situational/coordinated_claim.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test::sit019_adjustment_test {
namespace {

std::string const dated = "DTP*573*D8*20260920~";
std::string const paid = "CAS*PR*2*45~AMT*D*80~";

std::string svd(std::string const& payer, std::string const& adjustments = "CAS*PR*2*45~",
                std::string const& date = dated) {
  return "SVD*" + payer + "*80*HC:99213**1~" + adjustments + date;
}

// A claim for the secondary payer: what the primary one decided about it, and about its only line.
std::string decided(std::string const& amounts, std::string const& behind, std::string const& decision = "",
                    std::string const& order = "P") {
  return coordinated("S", other_payer(order, amounts, "P1", behind), {decision});
}

TEST_CASE("SIT019 adjustment: the remittance date") {
  rule_test(
      "SIT019",
      {.valid =
           {
               decided(paid, dated),
               decided(paid, "N3*1 MAIN ST~N4*RICHMOND*VA*23219~" + dated + "REF*F8*ICN1~"),
               decided("AMT*D*80~", "", svd("P1")),
               coordinated("S", other_payer("P", "AMT*D*160~"), {svd("P1"), svd("P1")}),
               // A date with a wrong qualifier may be it: COD001.
               decided(paid, "DTP*472*D8*20260920~"),
               // A line with a date is enough.
               coordinated("S", other_payer("P", "AMT*D*80~"), {"", svd("P1")}),
               // A line without one lacks it itself: USE001.
               decided("AMT*D*80~", "", svd("P1", "CAS*PR*2*45~", "")),
               // Not a prior payer, or none that paid.
               decided(paid, "", "", "T"),
               decided(paid, "", "", "U"),
               decided(paid, "", "", "S"),
               decided("", ""),
               decided("AMT*EAF*80~", ""),
               // Two payers of one id can't be told apart.
               coordinated("T", other_payer("P", paid) + other_payer("S", paid), {""}),
           },
       .invalid = {
           {.segments = decided(paid, ""), .at = ""},
           {.segments = decided("AMT*D*0~", "N3*1 MAIN ST~N4*RICHMOND*VA*23219~REF*F8*ICN1~"), .at = ""},
           // Another payer's date is not this one's.
           {.segments =
                coordinated("T", other_payer("P", paid, "P1", dated) + other_payer("S", paid, "P2"), {""}),
            .at = ""},
           // Given twice.
           {.segments = decided("AMT*D*80~", dated, svd("P1")), .at = "DTP", .severity = "warning"},
       }});
}

TEST_CASE("SIT019 adjustment: the payer of a line") {
  rule_test("SIT019",
            {.valid =
                 {
                     decided("AMT*D*80~", "", svd("P1 ")),
                     // A payer without an id may be the one, and a line may name none.
                     coordinated("S", other_payer("P", "", ""), {svd("P9")}),
                     decided("AMT*D*80~", dated, svd("", "CAS*PR*2*45~", "")),
                     // Of a payer that is not prior.
                     coordinated("P", other_payer("S", "", "P2"), {svd("P2")}),
                 },
             .invalid = {
                 {.segments = decided("AMT*D*80~", dated, svd("P2")), .at = "SVD01"},
                 // It may be the payer whose date is missing.
                 {.segments = decided("AMT*D*80~", "", svd("P2")), .at = "SVD01"},
                 {.segments = decided("AMT*D*80~", dated, svd("p1")), .at = "SVD01"},
                 {.segments = decided("AMT*D*80~", dated, svd("P11") + svd("P")), .at = "SVD01", .times = 2},
                 {.segments = coordinated("S", "", {svd("P1")}), .at = "SVD01"},
             }});
}

TEST_CASE("SIT019 adjustment: groups and amounts") {
  auto const at_line = [](std::string const& adjustments) {
    return decided("AMT*D*80~", "", svd("P1", adjustments));
  };
  rule_test(
      "SIT019",
      {.valid =
           {
               decided("CAS*CO*45*20~CAS*PR*2*25~AMT*D*80~", dated),
               at_line("CAS*CO*45*20~CAS*PR*2*25~CAS*OA*23*1~CAS*PI*1*1~CAS*CR*1*1~"),
               // Each loop by itself.
               decided("CAS*CO*45*20~AMT*D*80~", "", svd("P1", "CAS*CO*45*25~") + svd("P1", "CAS*CO*45*25~")),
               at_line("CAS*CO*45*0.01**96*-5*0~"),
               // Of a payer that is not prior.
               decided("CAS*CO*45*0~CAS*CO*45*1~AMT*D*80~", dated, "", "T"),
           },
       .invalid = {
           {.segments = decided("CAS*CO*45*20~CAS*CO*96*25~AMT*D*80~", dated),
            .at = "CAS01",
            .severity = "warning"},
           {.segments = at_line("CAS*PR*1*20~CAS*CO*45*1~CAS*PR*2*25~"),
            .at = "CAS01",
            .severity = "warning"},
           {.segments = at_line("CAS*PR*1*20~CAS*PR*2*25~CAS*PR*3*25~"),
            .at = "CAS01",
            .severity = "warning",
            .times = 2},
           {.segments = decided("CAS*CO*45*0~AMT*D*80~", dated), .at = "CAS03", .severity = "warning"},
           {.segments = at_line("CAS*CO*45*0.00~"), .at = "CAS03", .severity = "warning"},
           {.segments = at_line("CAS*CO*45*45**96*0~"), .at = "CAS06", .severity = "warning"},
           {.segments = at_line("CAS*CO*45*45**1*1**2*1**3*1**4*1**5*0~"),
            .at = "CAS18",
            .severity = "warning"},
       }});
}

TEST_CASE("SIT019 adjustment: the payment") {
  auto const warning = [](std::string const& segments) {
    return InvalidCase{.segments = segments, .at = "", .severity = "warning"};
  };
  rule_test("SIT019",
            {.valid =
                 {
                     decided("CAS*PR*2*125~AMT*D*0~", dated),
                     // Nothing says that it has decided.
                     decided("", ""),
                     decided("AMT*EAF*125~", ""),
                     decided("AMT*A8*125~", ""),
                     decided("", dated),
                     // Not a prior payer.
                     decided("CAS*PR*2*125~", dated, "", "T"),
                     decided("CAS*PR*2*125~", dated, "", "U"),
                     coordinated("P", other_payer("S", "", "P2"), {svd("P2")}),
                     // These may be the payment, and are reported as what they are.
                     decided("CAS*PR*2*45~AMT*D80~", dated),
                     decided("CAS*PR*2*45~AMTD*80~", dated),
                     coordinated("T", other_payer("P", "CAS*PR*2*45~") + other_payer("S", ""), {""}),
                 },
             .invalid = {
                 warning(decided("CAS*PR*2*125~", dated)),
                 warning(decided("CAS*CO*45*25~CAS*PR*2*20~AMT*EAF*20~", dated)),
                 warning(decided("", "", svd("P1"))),
                 warning(coordinated(
                     "T", other_payer("P", paid, "P1", dated) + other_payer("S", "CAS*PR*2*45~", "P2", dated),
                     {""})),
             }});
  auto const found = found_of(scrub_text(file_with(decided("CAS*PR*2*125~", dated))), "SIT019");
  CHECK(found.loop == "2320");
  CHECK(found.missing == "AMT");
}

TEST_CASE("SIT019: a date that is missing belongs into 2330B") {
  auto const found = found_of(
      scrub_text(file_with(decided(paid, "N3*1 MAIN ST~N4*RICHMOND*VA*23219~REF*F8*ICN1~"))), "SIT019");
  CHECK(found.loop == "2330B");
  CHECK(found.missing == "DTP");
}

TEST_CASE("SIT019: a severity of the user's is that of every finding") {
  Settings settings;
  REQUIRE(settings.set_severity("SIT019", Severity::info));
  settings.info = true;
  auto const scrubbed = scrub_text(file_with(decided("CAS*CO*45*0~AMT*D*80~", "")), settings);
  CHECK(count_of(scrubbed, "SIT019") == 2);
  for (auto const& found : findings_of(scrubbed, "SIT019")) CHECK(found.severity == "info");
}

}  // namespace
}  // namespace scrub837::test::sit019_adjustment_test
