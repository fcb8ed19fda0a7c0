#include "src/text/eight_bytes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "src/claim/typographic.hpp"
#include "src/narrative/normalized_text.hpp"
#include "tests/support/draws.hpp"
#include "tests/support/property.hpp"

namespace scrub837::test::eight_bytes_test {
namespace {

// Every byte at every place of texts of every length up to three steps, beside letters.
template <typename Use>
void for_each_byte_and_place(Use use) {
  for (std::size_t size = 1; size <= 23; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      for (int byte = 0; byte < 256; ++byte) {
        std::string text(size, 'K');
        text[at] = static_cast<char>(byte);
        use(text);
      }
    }
  }
}

TEST_CASE("EightBytes: no byte that is asked for is overlooked, and letters are none") {
  auto const asks = [](std::string const& text, auto test) { return any_eight(text, test); };
  for_each_byte_and_place([&](std::string const& text) {
    auto const holds = [&](auto test) { return std::any_of(text.begin(), text.end(), test); };
    if (holds([](char byte) { return byte < ' ' || byte == '\x7F'; })) {
      REQUIRE(asks(text, [](EightBytes some) { return some.unprintable(); }));
    }
    if (holds([](char byte) { return byte == '\''; })) {
      REQUIRE(asks(text, [](EightBytes some) { return some.hold('\''); }));
    }
    if (holds([](char byte) { return byte >= '`'; })) {
      REQUIRE(asks(text, [](EightBytes some) { return some.from('`'); }));
    }
  });
  CHECK_FALSE(asks("WOUND CARE LEFT HEEL 45 MIN", [](EightBytes some) {
    return some.unprintable() | some.hold('\'') | some.from('`') | some.two_blanks();
  }));
  for (std::size_t size = 2; size <= 23; ++size) {
    for (std::size_t at = 0; at + 1 < size; ++at) {
      std::string text(size, 'K');
      text[at] = text[at + 1] = ' ';
      CHECK(asks(text, [](EightBytes some) { return some.two_blanks(); }));
    }
  }
}

TEST_CASE("PlainText: a text that has the form already is read as one that hasn't") {
  // A blank in front takes the other way, and is left out.
  auto const same = [](std::string const& text) {
    auto const longer = " " + text;
    return NormalizedText(text).view() == NormalizedText(longer).view();
  };
  for_each_byte_and_place([&](std::string const& text) { REQUIRE_MESSAGE(same(text), text); });
  holds(200, [&] { ensure(same(any_bytes())); });
  CHECK(NormalizedText("Wound  care").view() == "WOUND CARE");
}

TEST_CASE("may_be_untidy: says no of nothing that tidying changes") {
  for_each_byte_and_place([&](std::string const& text) {
    if (tidied(text, {}) != text) REQUIRE_MESSAGE(may_be_untidy(text), text);
  });
}

}  // namespace
}  // namespace scrub837::test::eight_bytes_test
