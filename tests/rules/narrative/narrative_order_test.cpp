#include <doctest/doctest.h>

#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"
#include "tests/support/text_diff.hpp"

// What the narrative rules do together (docs/architecture.md, "Order of the narrative rules", "Order of
// fixes").

namespace scrub837::test::narrative_order_test {
namespace {

std::size_t narrative_findings(Scrubbed const& scrubbed) {
  std::size_t count = 0;
  for (auto const* const id : {"NAR001", "NAR002", "NAR003", "NAR004", "NAR005"}) {
    count += count_of(scrubbed, id);
  }
  return count;
}

std::string claim(std::string const& claim_note, std::string const& line) {
  return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~" + claim_note + "HI*ABK:Z9181~LX*1~" + line;
}

TEST_CASE("NAR001 to NAR005: one of them on a line, and none where SV101-7 holds usable text") {
  std::vector<std::string> const texts{"",
                                       "COMPLEX WOUND CARE LEFT HEEL",
                                       "UNLISTED",
                                       "0900-1130",
                                       "AUTH 123456789",
                                       "SEE ATTACHED NOTES",
                                       std::string(90, 'W') + " WOUND CARE"};
  for (auto const& description : texts) {
    for (auto const* const type : {"ADD", "DCP", "TPO"}) {
      for (auto const& note : texts) {
        for (auto const& claim_note : texts) {
          auto const snippet =
              claim(claim_note.empty() ? "" : "NTE*ADD*" + claim_note + "~",
                    "SV1*HC:99600:::::" + description + "*125*UN*1***1~DTP*472*D8*20260914~" +
                        (note.empty() ? "" : std::string("NTE*") + type + "*" + note + "~"));
          CAPTURE(snippet);
          bool const usable = description == texts[1] || description == texts[6];
          Settings const judge_only = ignoring({"ATT", "UNL", "ENV", "BAL", "NAR006", "NAR007", "NAR008"});
          CHECK(narrative_findings(scrub_text(file_with(snippet), judge_only)) == (usable ? 0 : 1));
        }
        if (note.empty()) break;
      }
    }
  }
}

TEST_CASE("Fixes go in by phases: tidy, join, move, complete") {
  auto const file = file_with(
      "SV1*HC:99600*125*UN*1***1~PWK*NN*EL****ACN0001 ~DTP*472*D8*20260914~"
      "NTE*ADD* \xE2\x80\x9CWOUND\xE2\x80\x9D CARE ~NTE*ADD*LEFT  HEEL 45 MIN~");
  auto const fixed = file_with(
      "SV1*HC:99600:::::\"WOUND\" CARE LEFT HEEL 45 MIN*125*UN*1***1~PWK*NN*EL***AC*ACN0001~"
      "DTP*472*D8*20260914~NTE*ADD*\"WOUND\" CARE LEFT HEEL 45 MIN~");
  auto const scrubbed = scrub_text(file);
  CHECK(difference(scrubbed.clean, fixed) == "");
  CHECK(scrubbed.held.empty());
  CHECK(scrubbed.rules() == "NAR007 NAR007 NAR007 NAR008 NAR002 ATT003");
  for (auto const& found : scrubbed.findings) CHECK(found.applied);
  auto const again = scrub_text(fixed);
  CHECK(again.rules() == "");
  CHECK(difference(again.clean, fixed) == "");
}

TEST_CASE("Fixes go in by phases: with unsafe ones, a joined note moves on") {
  // Joined first, it is the description; the claim's note is not asked.
  auto const scrubbed = scrub_text(file_with(claim("NTE*ADD*HOME SAFETY ASSESSMENT~",
                                                   "SV1*HC:99600*125*UN*1***1~DTP*472*D8*20260914~"
                                                   "NTE*ADD*WOUND~NTE*ADD*CARE LEFT HEEL~")),
                                   with_unsafe_fixes());
  CHECK(difference(scrubbed.clean, file_with(claim("NTE*ADD*HOME SAFETY ASSESSMENT~",
                                                   "SV1*HC:99600:::::WOUND CARE LEFT HEEL*125*UN*1***1~"
                                                   "DTP*472*D8*20260914~NTE*ADD*WOUND CARE LEFT HEEL~"))) ==
        "");
}

TEST_CASE("Fixes of several claims and lines don't touch each other") {
  auto const bare = std::string("SV1*HC:99600*125*UN*1***1~");
  auto const good = claim_with("B", "SV1*HC:99600:::::WOUND CARE LEFT HEEL*125*UN*1***1~");
  auto const before = claim_with("A", bare + "NTE*ADD*FALL RISK ASSESSMENT~SV1*HC:99213*10*UN*1***1~" + bare +
                                          "NTE*ADD*MEDICATION RECONCILIATION~");
  auto const after =
      claim_with("A",
                 "SV1*HC:99600:::::FALL RISK ASSESSMENT*125*UN*1***1~NTE*ADD*FALL RISK ASSESSMENT~"
                 "SV1*HC:99213*10*UN*1***1~"
                 "SV1*HC:99600:::::MEDICATION RECONCILIATION*125*UN*1***1~"
                 "NTE*ADD*MEDICATION RECONCILIATION~");
  auto const held = claim_with("C", bare);
  auto const scrubbed = scrub_text(file_with(before + good + held));
  CHECK(difference(scrubbed.clean, file_with(after + good)) == "");
  CHECK(difference(scrubbed.held, file_with(held)) == "");
  CHECK(scrubbed.claims(Disposition::fixed) == 1);
  CHECK(scrubbed.claims(Disposition::clean) == 1);
  CHECK(scrubbed.claims(Disposition::held) == 1);
}

TEST_CASE("A fix on a held claim is only told") {
  auto const file = file_with("SV1*HC:99600*125*UN*1***1~NTE*ADD* WOUND CARE  LEFT HEEL~PWK*NN*EL~");
  auto const scrubbed = scrub_text(file);
  CHECK(difference(scrubbed.held, file) == "");
  CHECK(scrubbed.clean.empty());
  for (auto const& found : scrubbed.findings) CHECK_FALSE(found.applied);
  CHECK(found_of(scrubbed, "NAR002").fix == Applicability::safe);
}

TEST_CASE("A fix after which a new error stands is withdrawn, and others go in") {
  // Without its blank the control number would be too short (ATT005).
  auto const lone = file_with("PWK*NN*EL***AC*A ~");
  auto const scrubbed = scrub_text(lone);
  CHECK_FALSE(found_of(scrubbed, "NAR007").applied);
  CHECK(count_of(scrubbed, "ATT005") == 0);
  CHECK(difference(scrubbed.clean, lone) == "");
  CHECK(scrubbed.claims(Disposition::clean) == 1);

  auto const both = scrub_text(file_with("PWK*NN*EL***AC*A ~NTE*ADD*TWO  NURSES~"));
  CHECK(difference(both.clean, file_with("PWK*NN*EL***AC*A ~NTE*ADD*TWO NURSES~")) == "");
}

TEST_CASE("A fix that is withdrawn keeps no other of the same line from going in") {
  auto const pwk = [](std::string const& blank) {
    return "PWK*NN*EL***AC*A ~PWK*OZ*EL***AC*ACN0002" + blank + "~PWK*B4*EL***AC*ACN0003" + blank + "~";
  };
  CHECK(difference(scrub_text(file_with(pwk(" "))).clean, file_with(pwk(""))) == "");
}

TEST_CASE("Tidying does not let clock times through") {
  for (std::string const times : {"0900\xE2\x80\x93"
                                  "1130",
                                  "0900\x96"
                                  "1130",
                                  "0900\xC2\xA0-\xC2\xA0"
                                  "1130",
                                  "0900\t-\t1130"}) {
    CAPTURE(times);
    auto const file = file_with("SV1*HC:99600:::::" + times + "*125*UN*1***1~");
    auto const scrubbed = scrub_text(file);
    CHECK(count_of(scrubbed, "NAR005") == 1);
    CHECK(difference(scrubbed.held, file) == "");
  }
}

TEST_CASE("An added note does not run into a last segment without terminator") {
  auto settings = with_unsafe_fixes();
  std::vector<std::string> const words{"ENV007"};
  REQUIRE(settings.ignore(words).empty());
  std::string const head = "COMPREHENSIVE CHRONIC ILLNESS ASSESSMENT CHF COPD DM2 WITH MEDICATION";
  auto const whole = file_with("SV1*HC:99600:::::" + head + " RECONCILIATION AND TEACHING*125*UN*1***1~");
  auto const cut = whole.substr(0, whole.find("~\nSE*"));
  auto const scrubbed = scrub_text(cut, settings);
  auto const wanted = file_with("SV1*HC:99600:::::" + head + "*125*UN*1***1~");
  CHECK(scrubbed.clean.find("20260914NTE") == std::string::npos);
  CHECK(scrubbed.clean.starts_with(wanted.substr(0, wanted.find("~\nSE*"))));
}

}  // namespace
}  // namespace scrub837::test::narrative_order_test
