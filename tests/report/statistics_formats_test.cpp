#include "src/report/statistics_formats.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "scrub837/rule.hpp"

namespace scrub837::test::statistics_formats_test {
namespace {

RuleCounts some() {
  return {{"ATT003", {find_rule("ATT003"), Severity::error, 2, 2, 1}},
          {"ENV012", {find_rule("ENV012"), Severity::info, 2, 0, 0}},
          {"NAR001", {find_rule("NAR001"), Severity::error, 12, 0, 10}}};
}

TEST_CASE("statistics: a table, the most frequent rule first, and the fixable share") {
  CHECK(statistics_table(some()) ==
        "rule   name                               severity  findings   fixable    claims\n"
        "NAR001 narrative-missing                  error           12         0        10\n"
        "ATT003 control-number-qualifier           error            2         2         1\n"
        "ENV012 foreign-bytes                      info             2         0         0\n"
        "total: 16 findings, of which scrub would fix 2 (12.5%)\n");
  CHECK(statistics_table({}) == "No findings.\n");
}

TEST_CASE("statistics: the share is rounded down, so that 100% means all") {
  CHECK(statistics_table({{"NAR007", {find_rule("NAR007"), Severity::error, 100000, 99999, 1}}})
            .find("(99.9%)") != std::string::npos);
  CHECK(statistics_table({{"NAR007", {find_rule("NAR007"), Severity::error, 1, 1, 1}}})
            .find("total: 1 finding, of which scrub would fix 1 (100.0%)") != std::string::npos);
}

TEST_CASE("statistics: the table fits into 80 columns for every rule") {
  RuleCounts counts;
  for (auto const list : {registry(), notices()}) {
    for (Rule const* const rule : list)
      counts[rule->id] = {rule, Severity::warning, 999'999'999, 999'999'999, 999'999'999};
  }
  auto const table = statistics_table(counts);
  std::istringstream lines(table);
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    CHECK(line.size() <= 80);
  }
  for (auto const& [id, count] : counts) CHECK(table.find(id) != std::string::npos);
}

TEST_CASE("statistics: the same rows as lines of JSON and as CSV") {
  std::istringstream lines(statistics_jsonl(some()));
  std::string ids;
  for (std::string line; std::getline(lines, line);) {
    auto const row = nlohmann::json::parse(line);
    ids += row["rule"].get<std::string>() + " ";
    if (row["rule"] != "ATT003") continue;
    CHECK(line ==
          R"({"rule":"ATT003","name":"control-number-qualifier","severity":"error","findings":2,"fixable":2,)"
          R"("claims":1})");
  }
  CHECK(ids == "NAR001 ATT003 ENV012 ");
  CHECK(statistics_csv(some()) ==
        "rule,name,severity,findings,fixable,claims\r\n"
        "NAR001,narrative-missing,error,12,0,10\r\n"
        "ATT003,control-number-qualifier,error,2,2,1\r\n"
        "ENV012,foreign-bytes,info,2,0,0\r\n");
  CHECK(statistics_jsonl({}) == "");
}

}  // namespace
}  // namespace scrub837::test::statistics_formats_test
