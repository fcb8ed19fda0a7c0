#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/header.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test::env009_segment_unknown_test {
namespace {

std::string const listed = "SV1*HC:99213*125*UN*1***1~";

TEST_CASE("ENV009 segment-unknown") {
  std::string const claim = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~";
  std::string const line = "LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";
  rule_test(
      "ENV009",
      {.valid =
           {
               listed,
               listed + "K3*TEXT~",
               // Known, and out of place: ENV010 speaks of it.
               listed + "DMG*D8*19500101*F~",
           },
       .invalid = {
           {.segments = listed + "ZZZ*1~", .at = "ZZZ"},
           {.segments = listed + "ZZZ~", .at = "ZZZ"},
           {.segments = listed + "NTEX*ADD*TEXT~", .at = "NTEX"},
           {.segments = listed + "nte*ADD*TEXT~", .at = "nte"},
           {.segments = listed + "Z*1~", .at = "Z"},
           {.segments = listed + "TOO1*ADD*TEXT~", .at = "TOO1"},
           // An institutional line beside a professional one.
           {.segments = listed + "SV2*0551*HC:99213*125*UN*1~", .at = "SV2"},
           {.segments = claim + "ZZZ*1~HI*ABK:Z9181~" + line, .at = "ZZZ"},
           {.segments = claim + "HI*ABK:Z9181~ZZZ*1~ZZZ*2~" + line, .at = "ZZZ", .times = 2},
           {.segments = claim + "HI*ABK:Z9181~NM1*82*1*DOE*ANN****XX*1234567893~ZZZ*1~" + line, .at = "ZZZ"},
       }});
}

TEST_CASE("ENV009: a claim is held, the others are not; the segment is no part of the loops") {
  auto const bad = claim_with("B", listed + "ZZZ*1~NTE*ADD*TWO NURSES~");
  auto const scrubbed = scrub_text(file_with(claim_with("A", listed) + bad + claim_with("C", listed)));
  CHECK(difference(scrubbed.clean, file_with(claim_with("A", listed) + claim_with("C", listed))) == "");
  CHECK(difference(scrubbed.held, file_with(bad)) == "");
  auto const found = found_of(scrubbed, "ENV009");
  CHECK(found.claim == "B");
  CHECK(found.line_index == 1);
  CHECK(scrubbed.rows.size() == 1);
}

// Two subscribers, and what stands in front of the first one's payer, in front of the provider, or in the
// header.
std::string household(std::string const& header, std::string const& provider, std::string const& subscriber,
                      bool first, bool second, std::string const& number = "3") {
  std::string const about = "N3*2 DEMO ST~N4*RICHMOND*VA*23219~DMG*D8*19500101*F~";
  std::string text =
      st_segment() + "~" + bht_segment() + "~" + std::string(submitter_name) + "~" + header +
      std::string(submitter_contact) + "~" + std::string(receiver_name) + "~HL*1**20*1~" + provider +
      "NM1*85*2*DEMO HOME CARE*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*VA*232190000~REF*EI*123456789~";
  if (first) {
    text += "HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*DOE*JANE****MI*DEMO0001~" + about + subscriber +
            "NM1*PR*2*DEMO PAYER*****PI*PAYER01~" + claim_with("A", listed) + claim_with("B", listed);
  }
  if (second) {
    text += "HL*" + number + "*1*22*0~SBR*P*18*******CI~NM1*IL*1*ROE*JOHN****MI*DEMO0002~" + about +
            "NM1*PR*2*DEMO PAYER*****PI*PAYER01~" + claim_with("C", listed);
  }
  auto const count = std::to_string(std::count(text.begin(), text.end(), '~') + 1);
  return file_with(interchange_with(group_with(text + "SE*" + count + "*0001~")));
}

TEST_CASE("ENV009: above the claims it holds those below, with one row and no claim named") {
  std::string const unknown = "ZZZ*1~";
  auto const in_subscriber = scrub_text(household("", "", unknown, true, true));
  CHECK(difference(in_subscriber.held, household("", "", unknown, true, false)) == "");
  CHECK(difference(in_subscriber.clean, household("", "", "", false, true, "2")) == "");
  CHECK(in_subscriber.claims(Disposition::held) == 2);
  CHECK(in_subscriber.claims(Disposition::clean) == 1);

  auto const in_provider = scrub_text(household("", unknown, "", true, true));
  CHECK(difference(in_provider.held, household("", unknown, "", true, true)) == "");
  CHECK(in_provider.clean.empty());
  CHECK(in_provider.claims(Disposition::held) == 3);

  auto const in_header = scrub_text(household(unknown, "", "", true, true));
  CHECK(difference(in_header.held, household(unknown, "", "", true, true)) == "");
  CHECK(in_header.claims(Disposition::held) == 3);

  for (auto const* const scrubbed : {&in_subscriber, &in_provider, &in_header}) {
    auto const found = found_of(*scrubbed, "ENV009");
    CHECK(count_of(*scrubbed, "ENV009") == 1);
    CHECK(found.claim_index == 0);
    CHECK(found.claim == "");
    CHECK(found.disposition == "");
    CHECK(found.severity == "error");
    REQUIRE(scrubbed->rows.size() == 1);
    CHECK(scrubbed->rows[0].claim_index == 0);
    CHECK(scrubbed->outcome.status == Status::held);
  }
}

TEST_CASE("ENV009: between sets and groups it holds what stands around it") {
  auto const in_group = file_with(interchange_with(group_with(
      set_with("0001", claim_with("A")) + "ZZZ*1~" + set_with("0002", claim_with("B")), "1", "2")));
  auto const scrubbed = scrub_text(in_group);
  CHECK(count_of(scrubbed, "ENV009") == 1);
  CHECK(found_of(scrubbed, "ENV009").segment == "ZZZ*1");
  // Nothing is lost, wherever it goes.
  CHECK((scrubbed.clean + scrubbed.held).find("ZZZ*1~\n") != std::string::npos);
  CHECK(scrubbed.claims(Disposition::held) >= 1);
}

TEST_CASE("ENV009: the id is told as it stands there") {
  auto const found = found_of(scrub_text(file_with("SV1*HC:99213*125*UN*1***1~REFX*1~")), "ENV009");
  CHECK(found.segment == "REFX*1");
}

}  // namespace
}  // namespace scrub837::test::env009_segment_unknown_test
