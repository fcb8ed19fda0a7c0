#include <doctest/doctest.h>

#include "tests/rules/code/loaded_lists.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test::cod012_diagnosis_form_test {
namespace {

std::string claim(std::string const& codes, std::string const& days = "D8*20260914") {
  return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~" + codes + "LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*" + days + "~";
}

TEST_CASE("COD012 diagnosis-form") {
  rule_test(
      "COD012",
      {.valid = {claim("HI*ABK:Z9181~"), claim("HI*ABK:I10*ABF:C4A9*ABF:S52521A*ABF:U071~"),
                 claim("HI*ABK:S52521A*ABF:W19XXXA~"), claim("HI*ABK:Z9181~HI*BG:17.1~"), claim(""),
                 claim("HI*BK:V5481*BF:25000~", "D8*20150930"), claim("HI*ABK:~")},
       .invalid = {
           {.segments = claim("HI*ABK:Z91.81~"), .at = "HI01-2", .fixed = claim("HI*ABK:Z9181~")},
           {.segments = claim("HI*ABK:Z9181*ABF:I10.~"),
            .at = "HI02-2",
            .fixed = claim("HI*ABK:Z9181*ABF:I10~")},
           {.segments = claim("HI*BK:250.00~", "D8*20150930"),
            .at = "HI01-2",
            .fixed = claim("HI*BK:25000~", "D8*20150930")},
           // Of no form that ICD-10-CM has.
           {.segments = claim("HI*ABK:Z9~"), .at = "HI01-2"},
           {.segments = claim("HI*ABK:S52521AA~"), .at = "HI01-2"},
           {.segments = claim("HI*ABK:ZZ181~"), .at = "HI01-2"},
           {.segments = claim("HI*ABK:25000~"), .at = "HI01-2"},
           {.segments = claim("HI*ABK:Z91-81~"), .at = "HI01-2"},
           {.segments = claim("HI*ABK:Z9181*ABF:9.181~"), .at = "HI02-2"},
           // ICD-9 where ICD-10 is due; one finding a claim.
           {.segments = claim("HI*BK:V5481*BF:25000~", "D8*20151001"), .at = "HI01-1"},
           {.segments = claim("HI*ABK:Z9181*BF:25000~"), .at = "HI02-1"},
           {.segments = claim("HI*BK:V5481~", "RD8*20150930-20151001"), .at = "HI01-1"},
           // Not wrong, but odd.
           {.segments = claim("HI*ABK:W19XXXA*ABF:S52521A~"), .at = "HI01-2", .severity = "warning"},
           {.segments = claim("HI*ABK:Y92009~"), .at = "HI01-2", .severity = "warning"},
           {.segments = claim("HI*ABK:Z9181*ABF:I10*ABF:Z9181~"), .at = "HI03-2", .severity = "warning"},
       }});
}

TEST_CASE("COD012: a diagnosis stated twice, once with a point, is mended and still stated twice") {
  auto const scrubbed = scrub_text(file_with(claim("HI*ABK:Z9181*ABF:Z91.81~")));
  CHECK(scrubbed.claims(Disposition::fixed) == 1);
  CHECK(count_of(scrubbed, "COD012") == 2);
}

std::string const order =
    "00001 Z918    0 x                                                            x\r\n"
    "00002 Z9181   1 x                                                            x\r\n"
    "00003 I10     1 x                                                            x\r\n";

std::string findings(std::string const& code, std::string const& day, Settings const& settings) {
  auto const scrubbed = scrub_text(file_with(claim("HI*ABK:" + code + "~", "D8*" + day)), settings);
  std::string text;
  for (auto const& found : findings_of(scrubbed, "COD012")) text += found.severity + " " + found.message;
  return text;
}

TEST_CASE("COD012: the edition of the service date has the code, and it can be billed") {
  auto const list = with_list(order, "icd10cm_order_2026.txt");
  CHECK(findings("Z9181", "20260914", list) == "");
  CHECK(findings("Z918", "20260914", list).starts_with("error The diagnosis cannot be billed"));
  CHECK(findings("Z9182", "20260914", list).starts_with("error This diagnosis is not in"));
  // The edition is of October 1, 2025 to September 30, 2026.
  CHECK(findings("Z9182", "20251001", list).starts_with("error"));
  CHECK(findings("Z9182", "20260930", list).starts_with("error"));
  CHECK(findings("Z9182", "20261001", list).starts_with("warning"));
  CHECK(findings("Z918", "20261001", list).starts_with("warning"));
  CHECK(findings("Z9181", "20261001", list) == "");
  CHECK(findings("Z9182", "20250930", list) == "");
  auto const held = scrub_text(file_with(claim("HI*ABK:Z918~")), list);
  CHECK(held.claims(Disposition::held) == 1);
  REQUIRE(held.rows.size() == 1);
  CHECK(held.rows[0].element == "HI01-2");
}

TEST_CASE("COD012: of several editions, the one of the service date is asked") {
  auto lists = std::make_shared<CodeLists>();
  lists->add(read_code_list("00001 Z9182   1 x\n", "icd10cm_order_2027.txt"));
  lists->add(read_code_list(order, "icd10cm_order_2026.txt"));
  Settings settings;
  settings.code_lists = lists;
  CHECK(findings("Z9181", "20260930", settings) == "");
  CHECK(findings("Z9181", "20261001", settings).starts_with("error"));
  CHECK(findings("Z9182", "20261001", settings) == "");
  // Services on both sides of October 1: what is right on one of them is right.
  auto const both = [&](std::string const& code) {
    return count_of(scrub_text(file_with(claim("HI*ABK:" + code + "~", "RD8*20260930-20261001")), settings),
                    "COD012");
  };
  CHECK(both("Z9181") == 0);
  CHECK(both("Z9182") == 0);
  CHECK(both("Z9183") == 1);
}

TEST_CASE("COD012: the point is mended before the list is asked") {
  auto const list = with_list(order, "icd10cm_order_2026.txt");
  auto const scrubbed = scrub_text(file_with(claim("HI*ABK:Z91.81~")), list);
  CHECK(scrubbed.claims(Disposition::fixed) == 1);
  CHECK(count_of(scrubbed, "COD012") == 1);
}

}  // namespace
}  // namespace scrub837::test::cod012_diagnosis_form_test
