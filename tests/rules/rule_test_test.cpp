#include "tests/support/rule_test.hpp"

#include <doctest/doctest.h>

#include <string>

// The harness itself: that it fails where it should.

namespace scrub837::test {
namespace {

constexpr auto bad = "PWK*OZ*EL***ZZ*A123~";
constexpr auto good = "PWK*OZ*EL***AC*A123~";

std::string said(std::string_view rule, RuleCases const& cases) {
  std::string text;
  for (auto const& problem : problems_of(rule, cases)) text += problem + "\n";
  return text;
}

bool says(std::string const& text, std::string_view what) { return text.find(what) != std::string::npos; }

TEST_CASE("rule_test: a right case passes") {
  CHECK(said("ATT003", {.valid = {good}, .invalid = {{.segments = bad, .at = "PWK05", .fixed = good}}})
            .empty());
}

TEST_CASE("rule_test: empty lists, cases that stand twice and unknown rules are refused") {
  InvalidCase const right{.segments = bad, .at = "PWK05", .fixed = good};
  CHECK(says(said("ATT003", {.valid = {}, .invalid = {right}}), "there is no valid case"));
  CHECK(says(said("ATT003", {.valid = {good}, .invalid = {}}), "there is no invalid case"));
  CHECK(says(said("ATT003", {.valid = {good}, .invalid = {right, right}}), "a case stands twice"));
  CHECK(says(said("ATT003", {.valid = {good, bad}, .invalid = {right}}), "a case stands twice"));
  CHECK(says(said("ATT999", {.valid = {good}, .invalid = {right}}), "there is no rule"));
}

TEST_CASE("rule_test: what a case says wrongly is seen") {
  auto const with = [](InvalidCase const& invalid) {
    return said("ATT003", {.valid = {"PWK*OZ*AA~"}, .invalid = {invalid}});
  };
  CHECK(says(with({.segments = bad, .at = "PWK06", .fixed = good}), "is reported at PWK05 instead of PWK06"));
  CHECK(says(with({.segments = bad, .at = "PWK05", .severity = "warning", .fixed = good}),
             "is reported as error instead of warning"));
  CHECK(says(with({.segments = bad, .at = "PWK05", .times = 2, .fixed = good}),
             "is reported 1 times instead of 2"));
  CHECK(says(with({.segments = bad, .at = "PWK05"}), "has a safe fix that the case doesn't tell of"));
  CHECK(
      says(with({.segments = bad, .at = "PWK05", .fixed = "PWK*OZ*EL***AC*A124~"}), "is not fixed as told"));
  CHECK(says(with({.segments = bad, .at = "PWK05", .fixed = good, .unsafe = true}), "its fix is unsafe"));
  CHECK(says(with({.segments = good, .at = "PWK05", .fixed = good}), "is reported 0 times"));
  CHECK(says(said("ATT003", {.valid = {bad}, .invalid = {{.segments = bad, .at = "PWK05"}}}),
             "is valid, and is reported"));
}

TEST_CASE("rule_test: an unsafe fix that isn't told of is seen") {
  auto const text = said(
      "NAR002",
      {.valid = {good},
       .invalid = {{.segments = "SV1*HC:99600*125*UN*1***1~NTE*ADD*WOUND CARE: HEEL~", .at = "SV101-7"}}});
  CHECK(says(text, "has a unsafe fix that the case doesn't tell of"));
}

TEST_CASE("file_with: the template is found clean, and snippets stand where they belong") {
  for (auto const& style : styles()) {
    CAPTURE(style.name);
    auto const file = file_with("", style);
    auto const scrubbed = scrub_text(file, ignoring({"ATT001"}), style.block_size);
    CHECK(scrubbed.rules() == "");
    CHECK(scrubbed.clean == file);
    CHECK(scrubbed.claims(Disposition::clean) == 1);
    CHECK(claim_bytes(file, 1, style.delimiters).size() > 100);
  }
  CHECK(file_with("BHT*0019*00*DEMO2*20260914*1200*RP~PWK*OZ*AA~NTE*ADD*TEXT~SE*9*0001~")
            .find("BHT*0019*00*DEMO2*20260914*1200*RP~\n") != std::string::npos);
  CHECK(file_with("PWK*OZ*AA~NTE*ADD*TEXT~")
            .find("*1~\nPWK*OZ*AA~\nDTP*472*D8*20260914~\nNTE*ADD*TEXT~\nSE*27*0001~\n") !=
        std::string::npos);
  CHECK(file_with("SV1*HC:99213*125.50*UN*1***1~SV1*HC:99213*10*UN*1***1~")
            .find("CLM*DEMO-1*135.50***12:B:1*Y*A*Y*Y~\nHI*ABK:Z9181~\nLX*1~\nSV1*HC:99213*125.50") !=
        std::string::npos);
  CHECK(file_with("SE*25*0001~IEA*1*000000001~").find("SE*25*0001~\nIEA*1") != std::string::npos);
  CHECK(file_with("IEA*1*000000001").ends_with("IEA*1*000000001"));
  auto const file = interchange_with(group_with(set_with("0001") + set_with("0002"), "1", "2"));
  CHECK(file_with(interchange_with(group_with(set_with("0001")))) == file_with(""));
  CHECK(scrub_text(file_with(file), ignoring({"ATT001", "ENV014"})).rules() == "");
}

}  // namespace
}  // namespace scrub837::test
