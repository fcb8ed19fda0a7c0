#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "src/report/rules_markdown.hpp"
#include "tests/cli/good_and_bad.hpp"
#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"

namespace scrub837::test::help_test {
namespace {

TEST_CASE("help of each command fits a screen of 24 lines and 80 columns, and has an example") {
  for (std::vector<std::string> const& arguments : {std::vector<std::string>{"--help"},
                                                    {"scrub", "--help"},
                                                    {"check", "--help"},
                                                    {"rules", "--help"},
                                                    {"explain", "--help"},
                                                    {"profile", "--help"},
                                                    {"tree", "--help"},
                                                    {"show", "--help"},
                                                    {"export", "--help"},
                                                    {"redact", "--help"},
                                                    {"rerun", "--help"},
                                                    {"inbox", "--help"},
                                                    {"history", "--help"},
                                                    {"status", "--help"},
                                                    {"files", "--help"},
                                                    {"doctor", "--help"},
                                                    {"letters", "--help"}}) {
    CAPTURE(arguments[0]);
    auto const ran = run_binary(arguments);
    CHECK(ran.code == 0);
    CHECK(ran.err == "");
    CHECK(ran.out.find("Example:\n  scrub837 ") != std::string::npos);
    std::istringstream lines(ran.out);
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
      CAPTURE(line);
      CHECK(line.size() <= 80);
    }
    CHECK(count <= 24);
  }
}

TEST_CASE("help of scrub and check has every option that they take") {
  for (auto const* const option : {"--jobs", "--expect-input", "--config", "--quiet", "--snip"}) {
    CAPTURE(std::string(option));
    for (auto const* const command : {"scrub", "check"}) {
      for (auto const* const help : {"--help", "--help-all"})
        CHECK(run_binary({command, help}).out.find(option) != std::string::npos);
    }
  }
  CHECK(run_binary({"scrub", "--help-all"}).out.find("run only rules of these SNIP types") !=
        std::string::npos);
  for (auto const* const option : {"--all-claims", "--html", "--xlsx", "--minimum-necessary", "--redact"}) {
    CAPTURE(option);
    CHECK(run_binary({"scrub", "--help"}).out.find(option) != std::string::npos);
  }
}

TEST_CASE("version says the program's and the code lists'") {
  auto const ran = run_binary({"--version"});
  CHECK(ran.code == 0);
  CHECK(ran.out.find("scrub837 ") == 0);
  CHECK(ran.out.find("20") != std::string::npos);
}

TEST_CASE("rules lists every rule in table, JSON and Markdown; explain tells of one") {
  auto const table = run_binary({"rules"});
  CHECK(table.code == 0);
  for (auto const* const rule : registry()) CHECK(table.out.find(std::string(rule->id)) != std::string::npos);
  auto const list = nlohmann::json::parse(run_binary({"rules", "--format", "json"}).out);
  CHECK(list.size() == registry().size());
  for (auto const& rule : list) {
    auto const files = files_of(*find_rule(rule["id"].get<std::string>()));
    CHECK(rule["file"] == files.source);
    CHECK(rule["test"] == files.test);
  }
  CHECK(run_binary({"rules", "--format", "markdown"}).out == rules_markdown());
  auto const explained = run_binary({"explain", "NAR002"});
  CHECK(explained.code == 0);
  for (auto const* const part : {"NAR002", "narrative-not-in-sv101-7", "Wrong:", "Right:"}) {
    CHECK(explained.out.find(part) != std::string::npos);
  }
  auto const& example = find_rule("NAR002")->doc.bad;
  CHECK(explained.out.find(example.substr(0, example.find('~'))) != std::string::npos);
  for (auto const* const rule : registry()) CHECK(run_binary({"explain", std::string(rule->id)}).code == 0);
  CHECK(run_binary({"explain", "NAR02"}).err.find("NAR002") != std::string::npos);
}

TEST_CASE("rules and explain accept an id, a name or a family, in either case") {
  auto const by_id = run_binary({"explain", "NAR001"});
  CHECK(run_binary({"explain", "narrative-missing"}).out == by_id.out);
  CHECK(run_binary({"explain", "Narrative-Missing"}).out == by_id.out);
  auto const family = run_binary({"explain", "nar"});
  CHECK(family.code == 0);
  CHECK(family.out.starts_with(by_id.out));
  for (auto const* const rule : registry()) {
    CAPTURE(rule->id);
    CHECK((family.out.find("\n" + std::string(rule->id) + " ") != std::string::npos ||
           family.out.starts_with(rule->id)) == rule->id.starts_with("NAR"));
  }
  auto const unknown = run_binary({"explain", "narrative-mising"});
  CHECK(unknown.code == 2);
  CHECK(unknown.err.find("did you mean narrative-missing?") != std::string::npos);

  auto const listed = nlohmann::json::parse(
      run_binary({"rules", "bal", "narrative-missing", "BAL001", "--format", "json"}).out);
  std::string ids;
  for (auto const& rule : listed) ids += rule["id"].get<std::string>() + " ";
  CHECK(ids == "BAL001 BAL002 BAL003 BAL004 NAR001 ");
  CHECK(run_binary({"rules", "BAX"}).err.find("did you mean BAL?") != std::string::npos);
  CHECK(run_binary({"rules", "NAR", "--format", "markdown"}).code == 2);
}

TEST_CASE("tree shows loops and segment numbers") {
  TemporaryFolder folder;
  write_file(folder / "a.837", good_bytes());
  auto const ran = run_binary({"tree", "a.837"}, folder.path().string());
  CHECK(ran.code == 0);
  for (auto const* const part : {"2000A", "2010AA", "2000B", "2300", "2400", "10"}) {
    CAPTURE(part);
    CHECK(ran.out.find(part) != std::string::npos);
  }
}

TEST_CASE("SNIP types: what is wrong with them is said") {
  CHECK(run_binary({"check", "-", "--snip", "4-2"}).err.find("2-4") != std::string::npos);
  CHECK(run_binary({"check", "-", "--ignore", "snip4"}).err.find("snip1 to snip7") != std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::help_test
