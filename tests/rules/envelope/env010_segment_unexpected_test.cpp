#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::env010_segment_unexpected_test {
namespace {

std::string const listed = "SV1*HC:99213*125*UN*1***1~";

TEST_CASE("ENV010 segment-unexpected") {
  std::string const claim = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~";
  std::string const line = "LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";
  std::string const levels =
      "HL*1**20*1~NM1*85*2*DEMO HOME CARE*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*VA*232190000~"
      "REF*EI*123456789~HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*DOE*JANE****MI*DEMO0001~";
  std::string const payer = "NM1*PR*2*DEMO PAYER*****PI*PAYER01~";
  auto const other_payer = [&](std::string const& in_2320, std::string const& in_2330A,
                               std::string const& in_2330B) {
    return "SBR*S*18*******CI~OI***Y***Y~" + in_2320 + "NM1*IL*1*DOE*JANE****MI*DEMO0001~" + in_2330A +
           "N3*2 DEMO ST~N4*RICHMOND*VA*232190000~NM1*PR*2*OTHER PAYER*****PI*PAYER02~" + in_2330B +
           "REF*F8*ICN1~NM1*82*1~REF*G2*A1~";
  };
  rule_test(
      "ENV010",
      {.valid =
           {
               listed,
               levels + payer + claim + line,
               // Late, and not lost: order is another rule's.
               listed + "NTE*ADD*TWO NURSES~REF*6R*A1~",
               listed + "NM1*82*1*DOE*ANN****XX*1234567893~NTE*ADD*TWO NURSES~",
               claim + line + "NM1*82*1*DOE*ANN****XX*1234567893~PRV*PE*PXC*163W00000X~",
               // Unknown: ENV009 speaks of it.
               listed + "ZZZ*1~",
               claim + "SBR*S*18*******CI~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*DEMO0001~" + payer + line,
           },
       .invalid = {
           {.segments = listed + "DMG*D8*19500101*F~", .at = "DMG"},
           {.segments = listed + "PAT*19~", .at = "PAT"},
           {.segments = listed + "MOA***MA01~", .at = "MOA"},
           // Of the claim, in a line or behind a party; the loops go on.
           {.segments = "LX*1~" + listed + "HI*ABK:Z9181~DTP*472*D8*20260914~NTE*ADD*TWO NURSES~",
            .at = "HI"},
           {.segments = listed + "CR2********A~DTP*472*D8*20260914~", .at = "CR2"},
           {.segments = listed + "NM1*82*1*DOE*ANN****XX*1234567893~DTP*472*D8*20260914~", .at = "DTP"},
           {.segments = claim + "NM1*82*1*DOE*ANN****XX*1234567893~K3*X~PRV*PE*PXC*163W00000X~" + line,
            .at = "K3"},
           {.segments = claim + other_payer("K3*X~", "", "") + line, .at = "K3"},
           {.segments = claim + other_payer("", "HI*ABF:I10~", "") + line, .at = "HI"},
           {.segments = claim + other_payer("", "", "PAT*19~") + line, .at = "PAT"},
           {.segments = claim + line + "SVD*PAYER02*100*HC:99213**1~N3*X~CAS*CO*45*25~DTP*573*D8*20260920~",
            .at = "N3"},
           {.segments = claim + line + "LIN**N4*00002879401~K3*X~CTP****1*UN~", .at = "K3"},
           {.segments = claim + line + "LQ*UT*04.04A~HI*ABK:Z9181~FRM*1*Y~", .at = "HI"},
           {.segments = levels + "HI*ABK:Z9181~N3*1 DEMO ST~N4*RICHMOND*VA*232190000~" + payer + claim + line,
            .at = "HI"},
           // A party that the claim doesn't have, and its address.
           {.segments = claim + "NM1*QC*1*DOE*JOE~N3*1 DEMO ST~N4*RICHMOND*VA*232190000~" + line,
            .at = "NM1"},
           {.segments = claim + "N3*1 DEMO ST~" + line, .at = "N3"},
           // A service without its LX.
           {.segments = claim + "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~", .at = "SV1"},
           {.segments = "CLM*DEMO-1*250***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~" + line +
                        "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260915~",
            .at = "SV1"},
       }});
}

std::string const provider =
    "NM1*85*2*DEMO HOME CARE*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*VA*232190000~REF*EI*123456789~";
std::string const subscriber =
    "SBR*P*18*******CI~NM1*IL*1*DOE*JANE****MI*DEMO0001~N3*2 DEMO "
    "ST~N4*RICHMOND*VA*232190000~DMG*D8*19500101*F~"
    "NM1*PR*2*DEMO PAYER*****PI*PAYER01~";

TEST_CASE("ENV010: the loop that a stray is in is named, and the line keeps what is behind it") {
  auto const in_line =
      scrub_text(file_with("SV1*HC:99600*125*UN*1***1~HI*ABK:Z9181~DTP*472*D8*20260914~"
                           "NTE*ADD*WOUND CARE LEFT HEEL 45 MINUTES~"));
  CHECK(found_of(in_line, "ENV010").loop == "2400");
  CHECK(count_of(in_line, "NAR002") == 1);
  CHECK(count_of(in_line, "NAR003") == 0);
  auto const in_party = scrub_text(file_with(listed + "NM1*77*2*DEMO CLINIC~K3*X~N3*1 DEMO ST~"));
  CHECK(found_of(in_party, "ENV010").loop == "2420C");
}

TEST_CASE("ENV010: a claim outside of any subscriber") {
  auto const file = file_with(
      interchange_with(group_with("ST*837*0001*005010X222A1~BHT*0019*00*DEMO1*20260914*1200*CH~"
                                  "NM1*41*2*DEMO SENDER*****46*SENDER01~PER*IC*DEMO DESK*TE*5555550100~"
                                  "NM1*40*2*DEMO PAYER*****46*PAYER01~HL*1**20*0~" +
                                  provider + claim_with("A", listed) + "SE*16*0001~")));
  auto const scrubbed = scrub_text(file);
  auto const found = found_of(scrubbed, "ENV010");
  CHECK(count_of(scrubbed, "ENV010") == 1);
  CHECK(found.claim == "A");
  CHECK(found.segment.starts_with("CLM*A"));
  CHECK(difference(scrubbed.held, file) == "");
  CHECK(scrubbed.rows.size() == 1);
}

TEST_CASE("ENV010: above the claims it holds those below, with one row and no claim named") {
  auto const household = [&](std::string const& stray, bool first, std::string const& number, bool second) {
    std::string text = "HL*1**20*1~" + provider;
    if (first)
      text += "HL*2*1*22*0~" + subscriber + stray + claim_with("A", listed) + claim_with("B", listed);
    if (second) text += "HL*" + number + "*1*22*0~" + subscriber + claim_with("C", listed);
    return file_with(text.find("CLM") == std::string::npos ? "" : text);
  };
  std::string const stray = "LIN**N4*00002879401~";
  auto const scrubbed = scrub_text(household(stray, true, "3", true));
  CHECK(difference(scrubbed.held, household(stray, true, "", false)) == "");
  CHECK(difference(scrubbed.clean, household("", false, "2", true)) == "");
  auto const found = found_of(scrubbed, "ENV010");
  CHECK(count_of(scrubbed, "ENV010") == 1);
  CHECK(found.claim_index == 0);
  CHECK(found.claim == "");
  REQUIRE(scrubbed.rows.size() == 1);
  CHECK(scrubbed.rows[0].rule == "ENV010");
  CHECK(scrubbed.claims(Disposition::held) == 2);
  CHECK(scrubbed.outcome.status == Status::held);
}

TEST_CASE("ENV010: a level that an 837P doesn't have holds the claims below it") {
  auto const file = file_with("HL*1**20*1~" + provider + "HL*2*1*22*0~" + subscriber +
                              claim_with("A", listed) + "HL*3*1*19*0~" + claim_with("B", listed));
  auto const scrubbed = scrub_text(file);
  auto const found = found_of(scrubbed, "ENV010");
  CHECK(found.element == "HL03");
  CHECK(found.claim_index == 0);
  CHECK(scrubbed.claims(Disposition::clean) == 1);
  CHECK(scrubbed.claims(Disposition::held) == 1);
  CHECK(difference(scrubbed.clean, file_with("HL*1**20*1~" + provider + "HL*2*1*22*0~" + subscriber +
                                             claim_with("A", listed))) == "");
}

TEST_CASE("ENV010: a level whose HL was lost is one finding, in a level as in a claim") {
  auto const in_provider =
      scrub_text(file_with("HL*1**20*1~" + provider + subscriber + claim_with("A", listed) +
                           claim_with("B", listed) + "HL*3*1*22*0~" + subscriber + claim_with("C", listed)));
  CHECK(count_of(in_provider, "ENV010") == 1);
  CHECK(found_of(in_provider, "ENV010").segment.starts_with("SBR"));
  CAPTURE(in_provider.rules());
  CHECK(in_provider.rows.size() == 1);
  CHECK(in_provider.claims(Disposition::held) == 3);

  std::string const child =
      "PAT*19~NM1*QC*1*DOE*JOE~N3*2 DEMO ST~N4*RICHMOND*VA*232190000~DMG*D8*20150101*M~";
  for (std::string const before : {"", "A"}) {
    auto const in_subscriber =
        scrub_text(file_with("HL*1**20*1~" + provider + "HL*2*1*22*1~" + subscriber +
                             (before.empty() ? "" : claim_with(before, listed)) + child +
                             claim_with("B", listed) + "HL*4*1*22*0~" + subscriber + claim_with("C", listed)),
                   ignoring({"DUP001"}));
    CHECK(in_subscriber.rules() == "ENV010");
    CHECK(found_of(in_subscriber, "ENV010").segment == "PAT*19");
    CHECK(in_subscriber.claims(Disposition::clean) == 1);
  }
}

TEST_CASE("ENV010: a known segment in the header of the set") {
  auto const file = replaced(file_with(""), "HL*1**20*1~\n", "SBR*P*18*******CI~\nHL*1**20*1~\n");
  auto const counted = replaced(file, "SE*25*0001", "SE*26*0001");
  auto const scrubbed = scrub_text(counted);
  CHECK(count_of(scrubbed, "ENV010") == 1);
  CHECK(difference(scrubbed.held, counted) == "");
  CHECK(scrubbed.rows.size() == 1);
}

TEST_CASE("ENV010: the segment is named, and its worklist row shows it") {
  auto const scrubbed = scrub_text(file_with("SV1*HC:99213*125*UN*1***1~DMG*D8*19500101*F~"));
  CHECK(found_of(scrubbed, "ENV010").message == "DMG is not allowed at this position.");
  REQUIRE(scrubbed.rows.size() == 1);
  CHECK(scrubbed.rows[0].element == "DMG");
  CHECK(scrubbed.rows[0].current_value == "DMG*D8*19500101*F");
  auto const old =
      scrub_text(file_with("CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~NM1*FA*2*CLINIC~LX*1~SV1*HC:99213*"
                           "125*UN*1***1~DTP*472*D8*20260914~"));
  CHECK(found_of(old, "ENV010").message.find("The service facility is 77") != std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::env010_segment_unexpected_test
