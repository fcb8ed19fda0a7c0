#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::use006_too_many_repetitions_test {
namespace {

TEST_CASE("USE006 too-many-repetitions") {
  RuleCases cases;
  cases.valid.push_back("SV1*HC:99213*125*UN*1***1~");
  cases.invalid.push_back({.segments = "SV1*HC:99213*125^130*UN*1***1~", .at = "SV102"});
  cases.invalid.push_back({.segments = "NM1*IL*1*DOE^ROE*JANE****MI*DEMO0001~", .at = "NM103"});
  // A thirteenth diagnosis.
  std::string codes = "HI*ABK:Z9181";
  for (int i = 1; i <= 11; ++i) codes += "*ABF:E11" + std::to_string(i % 10);
  auto const claim = [](std::string const& hi) {
    return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~" + hi + "~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";
  };
  cases.valid.push_back(claim(codes));
  cases.invalid.push_back({.segments = claim(codes + "*ABF:I10"), .at = "HI13"});
  rule_test("USE006", cases);
}

}  // namespace
}  // namespace scrub837::test::use006_too_many_repetitions_test
