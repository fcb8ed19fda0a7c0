#include <doctest/doctest.h>

#include "tests/rules/situational/coordinated_claim.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test::bal004_amount_negative_test {
namespace {

std::string claim(std::string const& total, std::string const& amounts,
                  std::vector<std::string> const& charges) {
  auto text = "CLM*DEMO-1*" + total + "***12:B:1*Y*A*Y*Y~" + amounts + "HI*ABK:Z9181~";
  for (std::size_t i = 0; i < charges.size(); ++i) {
    text += "LX*" + std::to_string(i + 1) + "~SV1*HC:99213*" + charges[i] + "*UN*1***1~DTP*472*D8*20260914~";
  }
  return text;
}

std::string decided(std::string const& paid, std::string const& svd) {
  return coordinated("S", other_payer("P", "CAS*OA*94*-25~AMT*D*" + paid + "~AMT*A8*-5~AMT*EAF*-10~"),
                     {"SVD*P1*" + svd + "*HC:99213**1~CAS*CO*45*-25~DTP*573*D8*20260920~AMT*EAF*-10~"});
}

TEST_CASE("BAL004 amount-negative") {
  rule_test("BAL004", {.valid =
                           {
                               claim("125", "", {"125"}),
                               claim("0", "AMT*F5*0~", {"0"}),
                               claim("-0", "AMT*F5*-0.00~", {"-0.0"}),
                               claim("0.01", "AMT*F5*0.01~", {".01"}),
                               claim("", "AMT*F5~", {""}),
                               // Not numbers: LEN003.
                               claim("-", "AMT*F5*-A~", {"--1"}),
                               decided("150", "150"),
                               decided("0", "0"),
                           },
                       .invalid = {
                           {.segments = claim("-125", "", {"125"}), .at = "CLM02"},
                           {.segments = claim("-0.01", "", {"0"}), .at = "CLM02"},
                           {.segments = claim("125", "", {"-125"}), .at = "SV102"},
                           {.segments = claim("100", "", {"125", "-25"}), .at = "SV102"},
                           {.segments = claim("0", "", {"-1", "-.5", "0"}), .at = "SV102", .times = 2},
                           {.segments = claim("125", "AMT*F5*-10~", {"125"}), .at = "AMT02"},
                           {.segments = decided("-150", "150"), .at = "AMT02"},
                           {.segments = decided("150", "-0.01"), .at = "SVD02"},
                       }});
}

TEST_CASE("BAL004 amount-negative: what is counted") {
  auto const line = [](std::string const& behind_date) {
    return "SV1*HC:J1030*125*UN*1***1~DTP*472*D8*20260914~" + behind_date;
  };
  auto const warning = [](std::string const& segments, std::string const& at) {
    return InvalidCase{.segments = segments, .at = at, .severity = "warning"};
  };
  std::string const drug = "LIN**N4*12345678901~CTP****";
  rule_test("BAL004", {.valid =
                           {
                               line(drug + "2*UN~"),
                               line(drug + "-0*UN~"),
                               line("QTY*PT*2~AMT*T*0~PS1*PROV1*50~"),
                               claim("125", "CR1*LB*150**A*DH*12~", {"125"}),
                           },
                       .invalid = {
                           warning(line(drug + "-2*UN~"), "CTP04"),
                           warning(line("QTY*PT*-2~"), "QTY02"),
                           warning(line("AMT*T*-2.10~"), "AMT02"),
                           warning(line("AMT*F4*-2~"), "AMT02"),
                           warning(line("PS1*PROV1*-50~"), "PS102"),
                           warning(claim("125", "CR1*LB*150**A*DH*-12~", {"125"}), "CR106"),
                           warning(coordinated("S", other_payer("P", "AMT*D*80~"),
                                               {"SVD*P1*80*HC:99213**-1~CAS*CO*45*45~DTP*573*D8*20260920~"}),
                                   "SVD05"),
                       }});
}

TEST_CASE("BAL004: the place of each") {
  auto const line = found_of(scrub_text(file_with(claim("100", "", {"125", "-25"}))), "BAL004");
  CHECK(line.loop == "2400");
  CHECK(line.line_index == 2);
  CHECK(found_of(scrub_text(file_with(decided("-150", "150"))), "BAL004").loop == "2320");
  auto const decision = found_of(scrub_text(file_with(decided("150", "-150"))), "BAL004");
  CHECK(decision.loop == "2430");
  CHECK(decision.line_index == 1);
}

}  // namespace
}  // namespace scrub837::test::bal004_amount_negative_test
