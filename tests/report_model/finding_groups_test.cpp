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
  for (auto const& row : groups.rows(GroupBy::cause, {.show_phi = true}))
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
  auto const rows =
      groups_of(bytes, GroupBy::cause, {.show_phi = true}, one).rows(GroupBy::cause, {.show_phi = true});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].findings == 2);
  CHECK(rows[0].claims == 3);
  CHECK(rows[0].cents == 30000);
  CHECK(rows[0].name.find("AGENCY 1234567890: 1234567890") != std::string::npos);
  CHECK(rows[1].claims == 1);
  // Masked, they are still two.
  auto const masked = groups_of(bytes, GroupBy::cause, {}, one).rows(GroupBy::cause, {});
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
  CHECK(groups_csv(groups, GroupBy::payer, {}) ==
        "group,severity,findings,claims,charges,rules,claims_held,charges_held\r\n"
        "(no payer),error,3,3,300.00,NAR001,3,300.00\r\n");
  CHECK(groups_jsonl(groups, GroupBy::payer, {})
            .starts_with(R"j({"group":"(no payer)","severity":"error","findings":3,)j"));
  CHECK(groups_table({}, GroupBy::rule, {}) == "No findings.\n");
}

TEST_CASE(
    "groups: a payer that holds more comes first, whatever else is found; held money is counted apart") {
  Settings settings;
  REQUIRE(settings.select(std::vector<std::string>{"NAR001", "ATT001"}).empty());
  auto const of_payer = [](std::string const& numbers, std::string const& name) {
    return subscriber(numbers) + "NM1*PR*2*" + name + "*****PI*P1~";
  };
  // A warning each.
  std::string described;
  for (int i = 0; i < 3; ++i)
    described +=
        fmt::format("CLM*W{}*500***12:B:1*Y*A*Y*Y~LX*1~SV1*HC:99600:::::WOUND CARE 90 MIN*500*UN*1***1~", i);
  auto const bytes = file_of(st() + provider("1*") + of_payer("2*1", "WARNED") + bad("W") + described +
                             of_payer("3*1", "HOLDING") + bad("H1") + bad("H2") + se(29));
  auto const groups = groups_of(bytes, GroupBy::payer, {.show_phi = true}, settings);
  auto const rows = groups.rows(GroupBy::payer, {.show_phi = true});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].name == "HOLDING");
  CHECK(rows[0].held == Tally{2, 20000});
  CHECK(rows[0].cents == 20000);
  CHECK(rows[1].name == "WARNED");
  CHECK(rows[1].held == Tally{1, 10000});
  CHECK(rows[1].cents == 160000);
  auto const table = groups_table(groups, GroupBy::payer, {.terminal = true, .width = 100});
  CHECK(table.find("findings  claims        charges   held  charges held  payer\n") != std::string::npos);
  CHECK(table.find(" 2         200.00      2        200.00  HOLDING: ") != std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::finding_groups_test
