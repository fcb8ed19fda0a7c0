#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::nar003_narrative_only_at_claim_level_test {
namespace {

std::string const note = "NTE*ADD*HOME SAFETY ASSESSMENT FALL RISK 60 MIN~";
std::string const description = ":::::HOME SAFETY ASSESSMENT FALL RISK 60 MIN";

// A claim with notes of its own and a line for each procedure, with what stands behind it.
std::string claim(std::string const& notes, std::vector<std::string> const& procedures,
                  std::string const& behind = {}) {
  auto text = "CLM*DEMO-1*" + std::to_string(125 * procedures.size()) + "***12:B:1*Y*A*Y*Y~" + notes +
              "HI*ABK:Z9181~";
  for (std::size_t i = 0; i < procedures.size(); ++i) {
    text += "LX*" + std::to_string(i + 1) + "~SV1*HC:" + procedures[i] +
            "*125*UN*1***1~DTP*472*D8*20260914~" + behind;
  }
  return text;
}

TEST_CASE("NAR003 narrative-only-at-claim-level") {
  std::string const eighty = "HOME SAFETY ASSESSMENT FALL RISK " + std::string(46, 'A') + "H";
  rule_test(
      "NAR003",
      {.valid =
           {
               claim(note, {"99600" + description}), claim(note, {"99600:::::WOUND CARE LEFT HEEL"}),
               claim(note, {"99213"}), claim("", {"99600"}), claim("NTE*ADD*AUTH 123456789~", {"99600"}),
               claim("NTE*CER*HOME SAFETY ASSESSMENT FALL RISK~", {"99600"}),
               claim(note, {"99600"}, "NTE*ADD*WOUND CARE LEFT HEEL~"),  // NAR002
               claim(note, {"99600"}, "NTE*DCP*WOUND CARE LEFT HEEL~"),
               claim(note, {"99600:::::SEE NOTES"}),  // NAR004
               claim(note, {"99600:::::0900-1130"}),  // NAR005
           },
       .invalid = {
           {.segments = claim(note, {"99600"}),
            .at = "SV101-7",
            .fixed = claim(note, {"99600" + description}),
            .unsafe = true},
           {.segments = claim(note, {"99600:GT"}),
            .at = "SV101-7",
            .fixed = claim(note, {"99600:GT::::HOME SAFETY ASSESSMENT FALL RISK 60 MIN"}),
            .unsafe = true},
           {.segments = claim("NTE*ADD*" + eighty + "~", {"99600"}),
            .at = "SV101-7",
            .fixed = claim("NTE*ADD*" + eighty + "~", {"99600:::::" + eighty}),
            .unsafe = true},
           {.segments = claim("NTE*ADD*HOME SAFETY EVAL: FALL RISK~", {"99600"}),
            .at = "SV101-7",
            .fixed = claim("NTE*ADD*HOME SAFETY EVAL: FALL RISK~", {"99600:::::HOME SAFETY EVAL; FALL RISK"}),
            .unsafe = true},
           // The line's own note says nothing of the work, so the claim's is looked at.
           {.segments = claim(note, {"99600"}, "NTE*ADD*AUTH 123456789~"),
            .at = "SV101-7",
            .fixed = claim(note, {"99600" + description}, "NTE*ADD*AUTH 123456789~"),
            .unsafe = true},
           // A remark is not copied, nor on a void anything.
           {.segments = claim("NTE*ADD*NO SHOW, PATIENT NOT HOME~", {"99600"}), .at = "SV101-7"},
           {.segments = claim("NTE*ADD*COPAY 20 COLLECTED FROM PATIENT~", {"99600"}), .at = "SV101-7"},
           // Whose description it is with two lines only a person knows; the second need not be unlisted.
           {.segments = claim(note, {"99600", "99600"}), .at = "SV101-7", .times = 2},
           {.segments = claim(note, {"99600", "99213"}), .at = "SV101-7"},
           {.segments = claim(note, {"99213", "99600"}), .at = "SV101-7"},
       }});
}

TEST_CASE("NAR003: a claim note of 81 characters is asked for") {
  auto const file = file_with(claim("NTE*ADD*HOME SAFETY " + std::string(69, 'A') + "~", {"99600"}));
  auto const scrubbed = scrub_text(file, with_unsafe_fixes());
  CHECK(found_of(scrubbed, "NAR003").fix == Applicability::input);
  CHECK(found_of(scrubbed, "NAR006").element == "NTE02");
  CHECK(difference(scrubbed.held, file) == "");
}

}  // namespace
}  // namespace scrub837::test::nar003_narrative_only_at_claim_level_test
