#include <doctest/doctest.h>

#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"

// What SYN003 and SYN004 mend is judged as it is then.
namespace scrub837::test::tidied_first_test {
namespace {

TEST_CASE("COD: a code in lower case, and blanks around a number, are mended before their form is judged") {
  std::string const facility = "NM1*77*2*DEMO CLINIC*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*";
  for (std::string const snippet :
       {"SV1*HC:j1885*125*UN*1***1~", "SV1*HC:J1885*125*UN*1***1~LIN**N4*01234567890 ~CTP****1*ML~",
        "SV1*HC:99213:td*125*UN*1***1~"}) {
    CAPTURE(snippet);
    auto const scrubbed = scrub_text(file_with(snippet));
    CHECK(scrubbed.claims(Disposition::fixed) == 1);
    CHECK(scrubbed.rules().find("COD") == std::string::npos);
  }
  auto const scrubbed = scrub_text(file_with(facility + "va*232190000~"));
  CHECK(scrubbed.rules().find("COD") == std::string::npos);
  CHECK(scrubbed.clean.find("*VA*232190000") != std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::tidied_first_test
