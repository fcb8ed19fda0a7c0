#include "grammar/letter_template.hpp"

#include <doctest/doctest.h>

#include "tests/support/draws.hpp"
#include "tests/support/property.hpp"

namespace scrub837::test::letter_template_test {
namespace {

using grammar::parse_letter_template;

std::string cut(std::string_view text) {
  constexpr std::string_view names[] = {"text", "value", "if", "else", "end", "malformed"};
  std::string shown;
  for (auto const& part : parse_letter_template(text)) {
    shown += std::to_string(part.line) + " " + std::string(names[static_cast<std::size_t>(part.what)]) + " ";
    if (part.what <= grammar::TemplatePart::What::begin_if) shown += part.text;
    shown += "|";
  }
  return shown;
}

}  // namespace

TEST_CASE("a template is cut into texts, values and conditions") {
  CHECK(cut("") == "");
  CHECK(cut("<p>") == "1 text <p>|");
  CHECK(cut("a{{b}}c") == "1 text a|1 value b|1 text c|");
  CHECK(cut("{{ b }}") == "1 value b|");
  CHECK(cut("{{#if b}}x{{else}}y{{/if}}") == "1 if b|1 text x|1 else |1 text y|1 end |");
  CHECK(cut("{{ #if  b }}{{ /if }}") == "1 if b|1 end |");
  CHECK(cut("a\nb{{c}}\n{{d}}") == "1 text a\nb|2 value c|2 text \n|3 value d|");
  CHECK(cut("{ } }} {x}") == "1 text { } }} {x}|");
}

TEST_CASE("what begins like a placeholder and is none is told") {
  CHECK(cut("{{") == "1 malformed |");
  CHECK(cut("a\n{{b c}}") == "1 text a\n|2 malformed |2 text b c}}|");
  CHECK(cut("{{#unless b}}") == "1 malformed |1 text #unless b}}|");
  CHECK(cut("{{b}") == "1 malformed |1 text b}|");
}

TEST_CASE("property: every template is taken") {
  holds(300, [] {
    auto const text = any_text(std::string_view("{{}}#/if a\n\0\xFF", 13));
    std::size_t line = 1;
    for (auto const& part : parse_letter_template(text)) {
      ensure(part.line >= line);
      line = part.line;
    }
    ensure_equal(parse_letter_template(text).empty(), text.empty());
  });
}

}  // namespace scrub837::test::letter_template_test
