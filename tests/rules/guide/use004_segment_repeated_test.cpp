#include <doctest/doctest.h>

#include "tests/support/file_builder.hpp"
#include "tests/support/rule_test.hpp"
#include "tests/support/scrub_text.hpp"

namespace scrub837::test::use004_segment_repeated_test {
namespace {

TEST_CASE("USE004 segment-repeated") {
  RuleCases cases;
  cases.valid.push_back("SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~");
  cases.valid.push_back(
      "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~DTP*090*D8*20260901~DTP*091*D8*20260902~HI*ABK:Z9181~LX*1~SV1*HC:"
      "99213*125*UN*1***1~DTP*472*D8*20260914~");
  cases.invalid.push_back(
      {.segments = "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~DTP*472*D8*20260914~", .at = "DTP"});
  cases.invalid.push_back(
      {.segments = "SV1*HC:99213*125*UN*1***1~REF*6R*1~REF*6R*2~REF*6R*3~", .at = "REF", .times = 2});
  rule_test("USE004", cases);
  auto const found =
      findings_of(scrub_text(file_with("SV1*HC:99213*125*UN*1***1~REF*6R*1~REF*6R*2~REF*6R*3~")), "USE004");
  REQUIRE(found.size() == 2);
  CHECK(found[1].message ==
        "REF*6R (line control number) of the service line (2400) appears 3 times; only 1 is allowed.");
}

}  // namespace
}  // namespace scrub837::test::use004_segment_repeated_test
