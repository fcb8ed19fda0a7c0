#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "src/report_model/cause_words.hpp"
#include "src/report_model/grouping_report.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/report_model/model_of.hpp"
#include "tests/support/generated/damage.hpp"
#include "tests/support/generated/generators.hpp"
#include "tests/support/generated/render.hpp"
#include "tests/support/property.hpp"

// The report page and `check` have the same root causes, with the same claims and charges.

namespace scrub837::test::same_causes_test {
namespace {

namespace fs = std::filesystem;

std::string joined(std::vector<std::string> lines) {
  std::ranges::sort(lines);
  std::string text;
  for (auto const& line : lines) text += line + "\n";
  return text;
}

// Without values: the worklist adds to some causes whose they are.
std::string causes_of_page(std::vector<std::string> const& files) {
  std::vector<std::string> lines;
  for (auto const& cause : model_of(files, {}).causes)
    lines.push_back(fmt::format("{}|{}|{}", cause_line(cause, false), cause.held.claims, cause.held.cents));
  return joined(std::move(lines));
}

std::string causes_of_check(std::vector<std::string> const& files) {
  Settings const settings;
  Judge const judge(settings);
  FindingGroups groups;
  for (auto const& bytes : files) {
    Sink pending([] { return open_private_temporary(); });
    GroupingReport report(GroupBy::cause, {}, "night.837", pending);
    static_cast<void>(run_in_memory(bytes, judge, report, {.writes = false}));
    report.commit();
    groups.add(report.take());
  }
  std::vector<std::string> lines;
  for (auto const& row : groups.rows(GroupBy::cause, {})) {
    if (row.name.ends_with("[held]"))
      lines.push_back(fmt::format("{}|{}|{}", row.name, row.claims, row.cents));
  }
  return joined(std::move(lines));
}

TEST_CASE("root causes: those of the page are those of check, in every sample") {
  std::vector<std::string> all;
  for (auto const& entry : fs::recursive_directory_iterator(SCRUB837_SOURCE_DIR "/samples")) {
    if (entry.path().extension() != ".837") continue;
    CAPTURE(entry.path().string());
    all.push_back(read_file(entry.path()));
    CHECK(causes_of_check({all.back()}) == causes_of_page({all.back()}));
  }
  REQUIRE(all.size() > 3);
  auto const of_all = causes_of_page(all);
  CHECK(std::ranges::count(of_all, '\n') > 10);
  CHECK(causes_of_check(all) == of_all);
}

TEST_CASE("root causes: those of the page are those of check, whatever is wrong with a file") {
  holds(100, [] {
    std::vector<std::string> const files{render(any_file()), damaged(render(any_file()), any_damage())};
    ensure_equal(causes_of_check(files), causes_of_page(files));
  });
}

}  // namespace
}  // namespace scrub837::test::same_causes_test
