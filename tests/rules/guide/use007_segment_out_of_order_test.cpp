#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::use007_segment_out_of_order_test {
namespace {

TEST_CASE("USE007 segment-out-of-order") {
  RuleCases cases;
  cases.valid.push_back(
      "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~REF*EA*1234~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*"
      "20260914~");
  cases.valid.push_back(
      "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~REF*EA*1234~REF*G1*12~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*"
      "472*D8*20260914~");
  cases.invalid.push_back({.segments = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~REF*EA*1234~LX*1~SV1*HC:"
                                       "99213*125*UN*1***1~DTP*472*D8*20260914~",
                           .at = "REF",
                           .fixed = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~REF*EA*1234~HI*ABK:Z9181~LX*1~SV1*HC:"
                                    "99213*125*UN*1***1~DTP*472*D8*20260914~",
                           .unsafe = true});
  rule_test("USE007", cases);
}

TEST_CASE("USE007: behind a note or PWK that stands too early, the others are out of order") {
  std::string const begin = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~";
  std::string const end = "HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";
  std::string const line = begin + "HI*ABK:Z9181~LX*1~";
  std::string const service = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~";
  struct Case {
    std::string received, at, fixed;
  };
  RuleCases cases;
  for (auto const& [received, at, fixed] : std::vector<Case>{
           {begin + "NTE*ADD*SOME NOTE~REF*G1*12~" + end, "REF",
            begin + "REF*G1*12~NTE*ADD*SOME NOTE~" + end},
           {begin + "NTE*ADD*SOME NOTE~K3*DATA~" + end, "K3", begin + "K3*DATA~NTE*ADD*SOME NOTE~" + end},
           {begin + "PWK*NN*AA~DTP*431*D8*20260901~" + end, "DTP",
            begin + "DTP*431*D8*20260901~PWK*NN*AA~" + end},
           {line + "PWK*NN*AA~" + service + "DTP*472*D8*20260914~", "SV1",
            line + service + "PWK*NN*AA~DTP*472*D8*20260914~"},
           {line + service + "NTE*ADD*SOME NOTE~DTP*472*D8*20260914~", "DTP",
            line + service + "DTP*472*D8*20260914~NTE*ADD*SOME NOTE~"},
       })
    cases.invalid.push_back({.segments = received, .at = at, .fixed = fixed, .unsafe = true});
  // Each of several; what is right among them stays.
  cases.invalid.push_back({.segments = begin + "NTE*ADD*SOME NOTE~REF*G1*12~REF*EA*1234~" + end,
                           .at = "REF",
                           .times = 2,
                           .fixed = begin + "REF*G1*12~REF*EA*1234~NTE*ADD*SOME NOTE~" + end,
                           .unsafe = true});
  // A late one has a rule of its own (ATT012).
  cases.valid.push_back(begin + "HI*ABK:Z9181~NTE*ADD*SOME NOTE~LX*1~" + service + "DTP*472*D8*20260914~");
  rule_test("USE007", cases);
}

}  // namespace
}  // namespace scrub837::test::use007_segment_out_of_order_test
