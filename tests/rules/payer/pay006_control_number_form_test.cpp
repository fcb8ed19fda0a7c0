#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::pay006_control_number_form_test {
namespace {

std::string const line = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~";
std::string const other = "SV1*HC:99213*125*UN*1***1~";
std::string const claim = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~";
std::string const day = "DTP*472*D8*20260914~";

std::string with(std::string const& number) { return line + "PWK*NN*FX***AC*" + number + "~"; }

TEST_CASE("PAY006 control-number-form") {
  rule_test("PAY006", {.valid = {line, with("ACN0001"), with("ACN000000000001"), line + "PWK*NN*AA~",
                                 other + "PWK*NN*FX***AC*MARCH~",
                                 // ATT002 and ATT005 speak of these.
                                 line + "PWK*NN*FX~", with("A"), with(std::string(51, '9'))},
                       .invalid = {{.segments = with("ACN001"), .at = "PWK06"},
                                   {.segments = with("acn0001"), .at = "PWK06"},
                                   {.segments = with("ACN0001X"), .at = "PWK06"},
                                   {.segments = with("ACN0000000000001"), .at = "PWK06"}}});
}

TEST_CASE("PAY006: the message tells the form, and nothing of the claim") {
  auto const found = found_of(
      scrub_text(file_with(with("MARCH")), under("codes.99600.control_number_pattern = '9{8}'")), "PAY006");
  CHECK(found.message.find("9{8}") != std::string::npos);
  CHECK(found.message.find("MARCH") == std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::pay006_control_number_form_test
