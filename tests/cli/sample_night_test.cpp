#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "grammar/worklist_csv.hpp"
#include "src/text/csv.hpp"
#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"

namespace scrub837::test::sample_night_test {
namespace {

using Cells = std::map<std::string, std::string>;

struct Table {
  std::vector<std::string> columns;
  std::vector<Cells> rows;

  explicit Table(std::string const& bytes) {
    auto const parsed = grammar::parse_csv(bytes, ',');
    for (auto const& cell : parsed.at(0).cells) columns.push_back(cell.text);
    for (std::size_t i = 1; i < parsed.size(); ++i) {
      if (parsed[i].cells.size() != columns.size()) continue;
      auto& row = rows.emplace_back();
      for (std::size_t c = 0; c < columns.size(); ++c) row[columns[c]] = parsed[i].cells[c].text;
    }
  }
  [[nodiscard]] std::string text() const {
    auto const line = [&](auto cell_of) {
      CsvLine csv;
      for (auto const& column : columns) csv.add(cell_of(column));
      return std::move(csv).finish();
    };
    auto result = line([](std::string const& column) { return column; });
    for (auto const& row : rows) {
      result += line([&](std::string const& column) { return row.at(column); });
    }
    return result;
  }
};

// What scripts/sample-night does with a real spreadsheet.
TEST_CASE("the sample night: 200 claims, what is asked for is typed, and every claim goes out") {
  std::string const samples = SCRUB837_SOURCE_DIR "/samples/night/";
  TemporaryFolder folder;
  auto const out = (folder.path() / "out").string();
  auto const sent = (folder.path() / "sent").string();
  CHECK(run_binary({"scrub", samples + "night.837", "--config", samples + "night.toml", "--out", out}).code ==
        1);
  auto const summary = [](std::string const& path) { return nlohmann::json::parse(read_file(path)); };
  auto const night = summary(out + "/night.summary.json");
  CHECK(night["claims_in"] == 200);
  CHECK(night["claims_clean"] == 172);
  CHECK(night["claims_fixed"] == 7);
  CHECK(night["claims_held"] == 21);
  CHECK(night["unlisted_lines"] == 30);

  Table worklist(read_file(out + "/night.worklist.csv"));
  Table const answers(read_file(samples + "answers.csv"));
  std::size_t answered = 0;
  for (auto& row : worklist.rows) {
    for (auto const& answer : answers.rows) {
      if (answer.at("claim") != row.at("claim") || answer.at("line") != row.at("line")) continue;
      ++answered;
      for (auto const& [column, text] : answer) {
        // The apostrophe is how a person tells the spreadsheet that a number is a text.
        if (column != "claim" && column != "line")
          row[column] = text.starts_with("'0") ? text.substr(1) : text;
      }
    }
  }
  CHECK(answered == worklist.rows.size());
  CHECK(answered == 22);
  auto const filled = (folder.path() / "filled.csv").string();
  write_file(filled, worklist.text());
  auto const ran = run_binary({"rerun", "--worklist", filled, out + "/night.held.837", "--config",
                               samples + "night.toml", "--out", sent, "--control-number", "7"});
  CAPTURE(ran.out);
  CHECK(ran.code == 0);
  CHECK(ran.out.find("rows: 20 applied, 2 released, 0 refused, 0 not found, 0 with nothing typed") !=
        std::string::npos);
  auto const rerun = summary(sent + "/night.rerun.summary.json");
  CHECK(rerun["claims_in"] == 21);
  CHECK(rerun["claims_fixed"] == 19);
  CHECK(rerun["claims_released"] == 2);
  CHECK_FALSE(std::filesystem::exists(sent + "/night.rerun.held.837"));
}

}  // namespace
}  // namespace scrub837::test::sample_night_test
