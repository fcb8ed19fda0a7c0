#include <doctest/doctest.h>

#include "tests/rules/code/loaded_lists.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test::cod003_taxonomy_form_test {
namespace {

std::string rendering(std::string const& code) {
  return "NM1*82*1*DOE*JOHN****XX*1234567893~PRV*PE*PXC*" + code + "~";
}

TEST_CASE("COD003 taxonomy-form") {
  rule_test("COD003", {.valid = {"", rendering("207Q00000X"), rendering("203BF0100Y"), rendering("")},
                       .invalid = {
                           {.segments = rendering("207Q0000X"), .at = "PRV03"},
                           {.segments = rendering("ABCDEFGHIJ"), .at = "PRV03"},
                           {.segments = rendering("2070000000"), .at = "PRV03"},
                           {.segments = rendering("207Q000000X"), .at = "PRV03"},
                           {.segments = rendering("207Q00000 "), .at = "PRV03"},
                           {.segments = rendering("207Q-0000X"), .at = "PRV03"},
                       }});
}

TEST_CASE("COD003: the billing provider's is judged above the claims") {
  auto const file = replaced(file_with(""), "PRV*BI*PXC*251E00000X", "PRV*BI*PXC*251E0000X");
  auto const scrubbed = scrub_text(file);
  auto const found = found_of(scrubbed, "COD003");
  CHECK(found.loop == "2000A");
  CHECK(found.claim_index == 0);
  CHECK(scrubbed.held == file);
  CHECK(scrubbed.rows.size() == 1);
}

// The claims of tests are of 2026-09-14 and have 251E00000X above them.
std::string taxonomy(std::string const& code) {
  return "Code,Grouping,Classification,Specialization,Definition,Notes,Display "
         "Name,Section\n251E00000X,a,b,,,,,\n" +
         code + ",a,\"b, c\",,\"two\nlines\",,,\n";
}

TEST_CASE("COD003: a list of that day holds what it lacks, an older one warns, a newer one does not know") {
  auto const file = file_with("SV1*HC:99213*125*UN*1***1~" + rendering("207Q00000X"));
  CHECK(count_of(scrub_text(file, with_list(taxonomy("207Q00000X"), "nucc_taxonomy_260.csv")), "COD003") ==
        0);
  auto scrubbed = scrub_text(file, with_list(taxonomy("207R00000X"), "nucc_taxonomy_260.csv"));
  CHECK(found_of(scrubbed, "COD003").severity == "error");
  CHECK(found_of(scrubbed, "COD003").loop == "2420A");
  CHECK(scrubbed.claims(Disposition::held) == 1);
  scrubbed = scrub_text(file, with_list(taxonomy("207R00000X"), "nucc_taxonomy_251.csv"));
  CHECK(found_of(scrubbed, "COD003").severity == "warning");
  CHECK(scrubbed.claims(Disposition::held) == 0);
  CHECK(count_of(scrub_text(file, with_list(taxonomy("207R00000X"), "nucc_taxonomy_261.csv")), "COD003") ==
        0);
}

TEST_CASE("COD003: a code that was deactivated") {
  std::string const list =
      "Code,Grouping,Classification,Effective Date,Deactivation "
      "Date\n251E00000X,a,b,,\n207Q00000X,a,b,,9/13/2026\n";
  auto const scrubbed =
      scrub_text(file_with(rendering("207Q00000X")), with_list(list, "nucc_taxonomy_260.csv"));
  CHECK(found_of(scrubbed, "COD003").message.find("not for the date") != std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::cod003_taxonomy_form_test
