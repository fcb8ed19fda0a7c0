#include "src/report/rules_markdown.hpp"

#include <doctest/doctest.h>

#include "scrub837/rule.hpp"
#include "src/report/shown_example.hpp"

namespace scrub837::test::rules_markdown_test {
namespace {

std::size_t times(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST_CASE("rules page: it says that it is made, and by what") {
  auto const page = rules_markdown();
  auto const head = page.substr(0, page.find("# Rules"));
  CHECK(head.find("Generated") != std::string::npos);
  CHECK(head.find("scripts/docs") != std::string::npos);
}

TEST_CASE("rules page: every rule has a row with a link to its section, with all of its texts") {
  auto const page = rules_markdown();
  for (Rule const* const rule : registry()) {
    std::string const id(rule->id);
    CAPTURE(id);
    CHECK(times(page, "| [" + id + "](#") == 1);
    auto const heading = "## " + id + " " + std::string(rule->name) + "\n";
    REQUIRE(times(page, heading) == 1);
    auto const begin = page.find(heading);
    auto const section = page.substr(begin, page.find("\n## ", begin) - begin);
    CHECK(section.find("SNIP type " + std::to_string(rule->snip)) != std::string::npos);
    CHECK(section.find(std::string(name_of(rule->severity)) + ", ") != std::string::npos);
    CHECK(section.find("fix: " + std::string(name_of(rule->fix))) != std::string::npos);
    for (auto const part : {rule->doc.what, rule->doc.why, rule->doc.fix, rule->doc.source})
      CHECK(section.find(markdown_text(part)) != std::string::npos);
    auto const example = shown_example(rule->doc.bad, rule->doc.good);
    for (auto const& lines : {example.wrong, example.right})
      CHECK(section.find("```\n" + lines + "```\n") != std::string::npos);
    // Wrong, right, and the payer profile that they are judged under.
    CHECK(times(section, "```") == (rule->doc.profile.empty() ? 4 : 6));
    CHECK(section.find(rule->doc.profile) != std::string::npos);
  }
  for (Rule const* const notice : notices()) CHECK(times(page, "| " + std::string(notice->id) + " |") == 1);
}

TEST_CASE("rules page: prose is shown as it stands") {
  CHECK(markdown_text("NTE*ADD at <2400>, a|b_c") == "NTE\\*ADD at \\<2400\\>, a\\|b\\_c");
}

}  // namespace
}  // namespace scrub837::test::rules_markdown_test
