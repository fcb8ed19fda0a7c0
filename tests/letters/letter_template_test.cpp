#include "src/letters/letter_template.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "src/letters/letter_values.hpp"

namespace scrub837::test::letter_template_test {
namespace {

constexpr std::array<std::string_view, 3> known = {"a", "b", "c"};

std::string rendered(std::string_view text, LetterValues const& values) {
  LetterTemplate const page(text, known);
  REQUIRE(page.faults().empty());
  return page.render(values);
}

std::string faults(std::string_view text) {
  std::string told;
  LetterTemplate const page(text, known);
  for (auto const& fault : page.faults())
    told += std::to_string(fault.line) + " " + fault.words + (fault.unknown.empty() ? "|" : " (unknown)|");
  return told;
}

}  // namespace

TEST_CASE("values go in, conditions choose") {
  CHECK(rendered("x {{a}} y", {{"a", "1"}}) == "x 1 y");
  CHECK(rendered("x {{a}} y", {}) == "x  y");
  constexpr std::string_view choice = "{{#if a}}yes {{a}}{{else}}no{{/if}}.";
  CHECK(rendered(choice, {{"a", "1"}}) == "yes 1.");
  CHECK(rendered(choice, {{"a", ""}}) == "no.");
  CHECK(rendered("{{#if a}}yes{{/if}}.", {}) == ".");
  constexpr std::string_view nested = "{{#if a}}A{{#if b}}B{{else}}-{{/if}}{{else}}{{#if b}}b{{/if}}{{/if}}";
  CHECK(rendered(nested, {{"a", "1"}, {"b", "1"}}) == "AB");
  CHECK(rendered(nested, {{"a", "1"}}) == "A-");
  CHECK(rendered(nested, {{"b", "1"}}) == "b");
  CHECK(rendered(nested, {}) == "");
}

TEST_CASE("what was typed can't become part of the page") {
  CHECK(rendered("{{a}}", {{"a", "<script>\"&'\x01\n"}}) == "&lt;script&gt;&quot;&amp;&#39; \n");
  CHECK(rendered("{{a}}", {{"a", "{{b}}"}, {"b", "no"}}) == "{{b}}");
  CHECK(rendered("{{a}}", {{"a", "\xC3\x84"}}) == "\xC3\x84");
}

TEST_CASE("a wrong template is refused with its line") {
  CHECK(faults("\n{{d}}") == "2 there is no placeholder d (unknown)|");
  CHECK(faults("{{#if d}}\n{{/if}}") == "1 there is no placeholder d (unknown)|");
  CHECK(faults("{{#if a}}\n{{#if b}}{{/if}}") == "1 {{#if}} has no {{/if}}|");
  CHECK(faults("\n\n{{/if}}") == "3 {{/if}} without {{#if}}|");
  CHECK(faults("{{else}}") == "1 {{else}} without {{#if}}|");
  CHECK(faults("{{#if a}}{{else}}{{else}}{{/if}}") == "1 {{else}} without {{#if}}|");
  CHECK(faults("a {{b c}}") == "1 {{ must begin {{name}}, {{#if name}}, {{else}} or {{/if}}|");
}

TEST_CASE("the built-in letter is right, and says everything that a person types") {
  LetterTemplate const page(default_letter, letter_names());
  REQUIRE(page.faults().empty());
  LetterValues values;
  for (auto const name : letter_names()) values[std::string(name)] = "<" + std::string(name) + ">";
  auto const full = page.render(values);
  for (auto const name : letter_names()) {
    // Codes and switches that the page says in other ways.
    if (name == "crowded" || name == "several_days" || name == "attachment_transmission") continue;
    CAPTURE(name);
    CHECK(full.find("&lt;" + std::string(name) + "&gt;") != std::string::npos);
  }
  CHECK(full.find("http") == std::string::npos);
  // Each of the parts that nobody typed is a line to fill in.
  auto const count = [](std::string_view text, std::string_view what) {
    std::size_t found = 0;
    for (auto at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++found;
    return found;
  };
  auto const empty = page.render({});
  CHECK(count(empty, "class=\"rule\"") == count(full, "class=\"rule\"") + 16 + 2 * 6);
}

}  // namespace scrub837::test::letter_template_test
