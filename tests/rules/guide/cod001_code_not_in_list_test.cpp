#include <doctest/doctest.h>

#include "scrub837/code_lists.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test::cod001_code_not_in_list_test {
namespace {

TEST_CASE("COD001 code-not-in-list") {
  RuleCases cases;
  cases.valid.push_back("SV1*HC:99213*125*UN*1***1~");
  cases.valid.push_back("SBR*P*18*******CI~");
  cases.invalid.push_back({.segments = "SBR*X*18*******CI~", .at = "SBR01"});
  cases.invalid.push_back({.segments = "SBR*P*18*******XX~", .at = "SBR09"});
  cases.invalid.push_back({.segments = "SV1*HC:99213*125*XX*1***1~", .at = "SV103"});
  cases.invalid.push_back({.segments = "SV1*HC:99213*125*UN*1***1~DTP*999*D8*20260914~", .at = "DTP01"});
  rule_test("COD001", cases);
}

TEST_CASE("COD001: claim filing indicators that the configuration adds are right, and no others") {
  auto lists = std::make_shared<CodeLists>();
  lists->add_code(CodeListKind::claim_filing_indicator, "QQ");
  lists->add_code(CodeListKind::state, "XX");
  Settings settings;
  settings.code_lists = lists;
  auto const other = [](std::string const& filing) {
    return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~SBR*S*18*******" + filing +
           "~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*DEMO0002~NM1*PR*2*OTHER "
           "PAYER*****PI*PAYER02~LX*1~SV1*HC:99213*"
           "125*UN*1***1~DTP*472*D8*20260914~";
  };
  for (auto const& text : {std::string("SBR*P*18*******QQ~SV1*HC:99213*125*UN*1***1~"), other("QQ")}) {
    CHECK(scrub_text(file_with(text)).rules() == "COD001");
    CHECK(scrub_text(file_with(text), settings).rules() == "");
  }
  auto const wrong = scrub_text(file_with("SBR*P*18*******XX~SV1*HC:99213*125*UN*1***1~"), settings);
  CHECK(wrong.rules() == "COD001");
  CHECK(wrong.findings[0].message.find("OF, QQ, TV") != std::string::npos);
  CHECK(scrub_text(file_with("SBR*P*18*******qq~SV1*HC:99213*125*UN*1***1~"), settings).rules() == "SYN004");
  // Those of the guide stay right, also with a companion guide that lists its own.
  CHECK(scrub_text(file_with("SBR*P*18*******CI~SV1*HC:99213*125*UN*1***1~"), settings).rules() == "");
}

}  // namespace
}  // namespace scrub837::test::cod001_code_not_in_list_test
