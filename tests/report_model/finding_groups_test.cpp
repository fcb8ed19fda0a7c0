#include "src/report_model/finding_groups.hpp"

#include <doctest/doctest.h>

#include "src/report_model/grouping_report.hpp"
#include "tests/scrub/short_files.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/memory_run.hpp"

namespace scrub837::test::finding_groups_test {
namespace {

InputGroups input_groups(std::string const& bytes, GroupBy by, Screen screen = {.show_phi = true},
                         Settings const& settings = only_narratives()) {
  Sink pending([] { return open_private_temporary(); });
  GroupingReport report(by, screen, "night.837", pending);
  Judge const judge(settings);
  static_cast<void>(run_in_memory(bytes, judge, report, {.writes = false}));
  report.commit();
  return report.take();
}

FindingGroups groups_of(std::string const& bytes, GroupBy by, Screen screen = {.show_phi = true},
                        Settings const& settings = only_narratives()) {
  FindingGroups groups;
  groups.add(input_groups(bytes, by, screen, settings));
  return groups;
}

std::string rows_of(FindingGroups const& groups) {
  std::string text;
  for (auto const& row : groups.rows({.show_phi = true}))
    text += fmt::format("{}|{}|{}|{}\n", row.name, row.findings, row.claims, row.cents);
  return text;
}

std::string two_providers() {
  return file_of(st() + provider("1*") + subscriber("2*1") + bad("A1") + bad("A2") + provider("3*") +
                 subscriber("4*3") + bad("B1") + good("B2") + se(23));
}

TEST_CASE("groups: a rule at an element is one root cause, with its claims and their charges") {
  auto const groups = groups_of(two_providers(), GroupBy::cause);
  CHECK(groups.findings() == 3);
  CHECK(rows_of(groups) == "error NAR001 narrative-missing at SV101-7  [held]|3|3|30000\n");
  CHECK(rows_of(groups_of(two_providers(), GroupBy::rule)) == "NAR001 narrative-missing|3|3|30000\n");
  CHECK(rows_of(groups_of(two_providers(), GroupBy::provider)) == "AGENCY|3|3|30000\n");
  CHECK(rows_of(groups_of(two_providers(), GroupBy::payer)) == "(no payer)|3|3|30000\n");
  CHECK(rows_of(groups_of(two_providers(), GroupBy::claim)) == "A1|1|1|10000\nA2|1|1|10000\nB1|1|1|10000\n");
}

TEST_CASE(
    "groups: a fault above the claims is one cause wherever it is repeated, and counts the claims it holds") {
  auto const level = [](std::string const& numbers, std::string const& npi) {
    return "HL*" + numbers + "*20*1~NM1*85*2*AGENCY*****XX*" + npi + "~";
  };
  auto const bytes = file_of(st() + level("1*", "1234567890") + subscriber("2*1") + good("A1") + good("A2") +
                             level("3*", "1234567890") + subscriber("4*3") + good("B1") +
                             level("5*", "1234567893") + subscriber("6*5") + good("C1") +
                             level("7*", "1987654321") + subscriber("8*7") + good("D1") + se(34));
  auto const run = scrub_text(bytes);
  auto const rule = run.findings.empty() ? std::string{} : [&] {
    for (auto const& found : run.findings) {
      if (found.element == "NM109") return found.rule;
    }
    return std::string{};
  }();
  REQUIRE(!rule.empty());
  Settings one;
  REQUIRE(one.select(std::vector<std::string>{rule, "ENV"}).empty());
  auto const rows = groups_of(bytes, GroupBy::cause, {.show_phi = true}, one).rows({.show_phi = true});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].findings == 2);
  CHECK(rows[0].claims == 3);
  CHECK(rows[0].cents == 30000);
  CHECK(rows[0].name.find("AGENCY 1234567890: 1234567890") != std::string::npos);
  CHECK(rows[1].claims == 1);
  // Masked, they are still two.
  auto const masked = groups_of(bytes, GroupBy::cause, {}, one).rows({});
  REQUIRE(masked.size() == 2);
  CHECK(masked[0].name.find("1234567890") == std::string::npos);
}

TEST_CASE("groups: what is read again is counted once; several inputs are added") {
  auto const cut = file_of(st() + provider("1*") + subscriber("2*1") + bad("A1") + se(9, "9999"));
  auto groups = groups_of(cut, GroupBy::claim);
  CHECK(rows_of(groups).find("A1|1|1|10000\n") != std::string::npos);
  auto sum = groups_of(two_providers(), GroupBy::rule);
  sum.add(input_groups(two_providers(), GroupBy::rule));
  CHECK(rows_of(sum) == "NAR001 narrative-missing|6|6|60000\n");
}

TEST_CASE("groups: on a terminal no line is wider than the screen; programs get lines of their own") {
  auto const groups = groups_of(two_providers(), GroupBy::payer);
  auto const table = groups_table(groups, GroupBy::payer, {.terminal = true, .width = 60});
  CHECK(table.find("       3       3         300.00  (no payer): NAR001\n") != std::string::npos);
  std::istringstream lines(table);
  for (std::string line; std::getline(lines, line);) CHECK(line.size() <= 60);
  CHECK(groups_csv(groups, {}) ==
        "group,severity,findings,claims,charges,rules\r\n(no payer),error,3,3,300.00,NAR001\r\n");
  CHECK(groups_jsonl(groups, {}).starts_with(R"j({"group":"(no payer)","severity":"error","findings":3,)j"));
  CHECK(groups_table({}, GroupBy::rule, {}) == "No findings.\n");
}

}  // namespace
}  // namespace scrub837::test::finding_groups_test
