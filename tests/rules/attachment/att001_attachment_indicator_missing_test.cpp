#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::att001_attachment_indicator_missing_test {
namespace {

constexpr auto line = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~";

TEST_CASE("ATT001 attachment-indicator-missing") {
  std::string const unlisted(line);
  rule_test("ATT001",
            {.valid =
                 {
                     unlisted + "PWK*NN*EL***AC*ACN0001~",
                     unlisted + "PWK*NN*AA~",
                     // Medicare contractors ask for the description alone (section 0.3).
                     "SBR*P*18*******MA~" + unlisted,
                     "SBR*P*18*******MB~" + unlisted,
                     // The claim's own indicator serves all of its lines.
                     "CLM*DEMO-1*250***12:B:1*Y*A*Y*Y~PWK*NN*EL***AC*ACN0001~HI*ABK:Z9181~LX*1~" + unlisted +
                         "DTP*472*D8*20260914~LX*2~" + unlisted + "DTP*472*D8*20260915~",
                     "SV1*HC:99213*125*UN*1***1~",
                     // A drug that is named by its NDC.
                     "SV1*HC:J3490:::::UNUSUAL DRUG 20 MG*125*UN*1***1~LIN**N4*12345678901~CTP****1*ML~",
                     // Drugs, equipment and supplies, whoever pays; a void, whose original the payer has.
                     "SV1*HC:A9999:::::CUSTOM FOOT ORTHOSIS*125*UN*1***1~",
                     "SV1*HC:J3490:::::UNUSUAL DRUG 20 MG*125*UN*1***1~",
                     "CLM*DEMO-1*125***12:B:8*Y*A*Y*Y~REF*F8*123~HI*ABK:Z9181~LX*1~" + unlisted +
                         "DTP*472*D8*20260914~",
                     // A certificate that goes with the line counts.
                     unlisted + "PWK*CT*AB~",
                     "SV1*ER:99600*125*UN*1***1~",
                     "SV1*HC:99601*125*UN*1***1~",
                 },
             .invalid = {
                 {.segments = unlisted, .at = "SV1"},
                 {.segments = "SBR*P*18*******MC~" + unlisted, .at = "SV1"},
                 {.segments = "SBR*P*18~" + unlisted, .at = "SV1"},
                 // The indicator of one line is not the other's.
                 {.segments = unlisted + "PWK*NN*AA~" + unlisted, .at = "SV1"},
                 {.segments = unlisted + unlisted, .at = "SV1", .times = 2},
                 {.segments = "SV1*HC:99199:::::GROUP EDUCATION ON WOUND CARE*20*UN*1***1~", .at = "SV1"},
             }});
}

TEST_CASE("ATT001: a profile asks for drugs and supplies by their code") {
  std::string const drug = "SV1*HC:J3490:::::UNUSUAL DRUG 20 MG*125*UN*1***1~";
  std::string const named = drug + "LIN**N4*12345678901~CTP****1*ML~";
  std::string const supply = "SV1*HC:A9999:::::CUSTOM FOOT ORTHOSIS*125*UN*1***1~";
  rule_test("ATT001", {.valid = {supply, named + "PWK*OZ*AA~"},
                       .invalid = {{.segments = drug, .at = "SV1", .severity = "error"},
                                   {.segments = named, .at = "SV1", .severity = "error"}},
                       .profile = "codes.J3490.attachment = \"required\""});
  // Said of all unlisted codes, it does not concern a drug that is named by its NDC.
  rule_test("ATT001", {.valid = {named},
                       .invalid = {{.segments = drug, .at = "SV1", .severity = "error"},
                                   {.segments = supply, .at = "SV1", .severity = "error"}},
                       .profile = "codes.unlisted.attachment = \"required\""});
}

TEST_CASE("ATT001: each line is named") {
  auto const scrubbed =
      scrub_text(file_with(std::string(line) + "PWK*NN*AA~" + line + "SV1*HC:99213*5*UN*1***1~" + line));
  REQUIRE(count_of(scrubbed, "ATT001") == 2);
  CHECK(scrubbed.findings[0].line_index == 2);
  CHECK(scrubbed.findings[0].line == "2");
  CHECK(scrubbed.findings[1].line_index == 4);
  CHECK(scrubbed.claims(Disposition::clean) == 1);
}

TEST_CASE("ATT001: asked for only with --optional-rows, and no indicator is made up") {
  auto const file = file_with(line);
  auto settings = with_unsafe_fixes();
  settings.optional_rows = true;
  auto const sent = scrub_text(file, settings);
  CHECK(sent.rows.empty());
  CHECK(difference(sent.clean, file) == "");
  // Held for its total, it can still be answered.
  auto const held = replaced(file, "CLM*DEMO-1*125*", "CLM*DEMO-1*130*");
  REQUIRE(held != file);
  CHECK(scrub_text(held).rows.size() == 1);
  auto const scrubbed = scrub_text(held, settings);
  REQUIRE(scrubbed.rows.size() == 2);
  auto const row = std::ranges::find(scrubbed.rows, "ATT001", &Asked::rule);
  REQUIRE(row != scrubbed.rows.end());
  CHECK_FALSE(row->required);
}

}  // namespace
}  // namespace scrub837::test::att001_attachment_indicator_missing_test
