#include "tests/support/rule_test.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "tests/io/temporary_folder.hpp"

// The harness itself: that it fails where it should.

namespace scrub837::test {
namespace {

constexpr auto bad = "PWK*OZ*EL***ZZ*A123~";
constexpr auto good = "PWK*OZ*EL***AC*A123~";

std::string said(std::string_view rule, RuleCases const& cases) {
  std::string text;
  for (auto const& failed : failed_cases(rule, cases)) {
    for (auto const& problem : failed.problems) text += problem + "\n";
  }
  return text;
}

bool says(std::string const& text, std::string_view what) { return text.find(what) != std::string::npos; }

TEST_CASE("rule_test: a right case passes") {
  CHECK(said("ATT003", {.valid = {good}, .invalid = {{.segments = bad, .at = "PWK05", .fixed = good}}})
            .empty());
}

TEST_CASE("rule_test: empty lists, repeated cases and unknown rules are refused") {
  InvalidCase const right{.segments = bad, .at = "PWK05", .fixed = good};
  CHECK(says(said("ATT003", {.valid = {}, .invalid = {right}}), "there is no valid case"));
  CHECK(says(said("ATT003", {.valid = {good}, .invalid = {}}), "there is no invalid case"));
  CHECK(says(said("ATT003", {.valid = {good}, .invalid = {right, right}}), "the case is listed twice"));
  CHECK(says(said("ATT003", {.valid = {good, bad}, .invalid = {right}}), "the case is listed twice"));
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

TEST_CASE("rule_test: a failed case names its line") {
  RuleCases const cases{.valid = {good, "PWK*OZ*AA~"},
                        .invalid = {{.segments = bad, .at = "PWK06", .fixed = good},  // this line
                                    {.segments = bad + std::string("NTE*ADD*MORE~"), .at = "PWK06"}}};
  auto const line = __builtin_LINE() - 2U;
  auto const failed = failed_cases("ATT003", cases);
  REQUIRE(failed.size() == 2 * styles().size());
  std::istringstream nothing;
  CHECK(line_of_case(failed[0], nothing, line - 1) == line);
  CHECK(line_of_case(failed[1], nothing, line - 1) == line + 1);
}

TEST_CASE("rule_test: the line of a valid case, or of one that a function makes, is found by its text") {
  std::string const source =
      "auto made(std::string note) { return \"NTE*ADD*\" + note; }\n"
      "rule_test(\"NAR001\",\n"
      "  {.valid = {\"PWK*OZ*AA~\",\n"
      "             \"PWK*OZ*EL***AC*A1~\",\n"
      "   .invalid = {made(\"WOUND CARE\")}});\n"
      "  {.valid = {\"PWK*OZ*EL***AC*A1~\",\n";
  auto const line = [&](std::string const& text, unsigned at, bool valid) {
    FailedCase const failed{.snippet = {text, at}, .valid = valid};
    std::istringstream stream(source);
    return line_of_case(failed, stream, 2);
  };
  CHECK(line("PWK*OZ*EL***AC*A1~", 3, true) == 4);
  CHECK(line("PWK*OZ*AA~", 3, true) == 3);
  CHECK(line("NTE*ADD*WOUND CARE", 1, false) == 5);
  CHECK(line("no such text", 3, true) == 3);
  CHECK(line("", 0, true) == 2);
}

TEST_CASE("rule_test: a report has the problems, what was found, and a file and command to run it again") {
  TemporaryFolder const folder;
  auto const failed =
      failed_cases("ATT003", {.valid = {"PWK*OZ*AA~"}, .invalid = {{.segments = bad, .at = "PWK06"}}});
  REQUIRE(!failed.empty());
  auto const report = report_of("ATT003", failed[0], "codes.unlisted.max_units = 1", 7, folder.path());
  CAPTURE(report);
  CHECK(says(report, "ATT003 invalid: PWK*OZ*EL***ZZ*A123~\n"));
  CHECK(says(report, "is reported at PWK05 instead of PWK06"));
  CHECK(says(report, "found: ATT003 at PWK05"));
  auto const path = (folder / "ATT003-line-7").string();
  CHECK(says(report, "rerun: scrub837 check " + path + ".837 --info --profiles " + path + ".toml"));
  CHECK(read_file(path + ".837") == file_with(bad));
  // Another style of the case has a file of its own.
  static_cast<void>(report_of("ATT003", failed[1], "", 7, folder.path()));
  CHECK(read_file(path + "-2.837") == file_with(bad, styles()[1]));
}

}  // namespace
}  // namespace scrub837::test
