#include "src/text/utf8.hpp"

#include <doctest/doctest.h>

#include "tests/support/draws.hpp"
#include "tests/support/property.hpp"
#include "tests/support/utf8.hpp"

namespace scrub837::test::utf8_test {
namespace {

// Bytes as damage makes them: any, and often such as begin or go on with a character or an escape.
std::string any_text() {
  return any_bytes_and(std::string_view("\\xxAf0\xC3\x91\xED\xA0\x80\xF4\x90\xE2\x80\x9D\0 A~*", 21));
}

}  // namespace

TEST_CASE("escaped_utf8: what is UTF-8 stays, every other byte is shown") {
  CHECK(escaped_utf8("") == "");
  CHECK(escaped_utf8("WOUND CARE") == "WOUND CARE");
  CHECK(escaped_utf8("PE\xC3\x91"
                     "A") ==
        "PE\xC3\x91"
        "A");
  CHECK(escaped_utf8("PE\xD1"
                     "A") == "PE\\xD1A");
  CHECK(escaped_utf8("\xC3") == "\\xC3");
  CHECK(escaped_utf8(std::string_view("A\0B", 3)) == "A\\x00B");
  // A surrogate, an overlong form, and a number beyond Unicode.
  CHECK(escaped_utf8("\xED\xA0\x80") == "\\xED\\xA0\\x80");
  CHECK(escaped_utf8("\xC0\xAF") == "\\xC0\\xAF");
  CHECK(escaped_utf8("\xF4\x90\x80\x80") == "\\xF4\\x90\\x80\\x80");
}

TEST_CASE("escaped_utf8: an escape that was received can be told from one that was made") {
  CHECK(escaped_utf8("\\xD1") == "\\x5CxD1");
  CHECK(escaped_utf8("\\x5CxD1") == "\\x5Cx5CxD1");
  CHECK(escaped_utf8("C:\\notes") == "C:\\notes");
  CHECK(escaped_utf8("\\xZZ \\x4") == "\\xZZ \\x4");
}

TEST_CASE("escaped_utf8: of any bytes it is UTF-8, and gives them back") {
  holds(5000, [] {
    auto const bytes = any_text();
    auto const text = escaped_utf8(bytes);
    ensure(is_utf8(text));
    ensure_equal(unescaped(text), bytes);
  });
}

TEST_CASE("latin1_as_utf8: a name is readable, and any bytes are UTF-8") {
  CHECK(latin1_as_utf8("PE\xD1"
                       "A") ==
        "PE\xC3\x91"
        "A");
  CHECK(latin1_as_utf8("PE\xC3\x91"
                       "A") ==
        "PE\xC3\x91"
        "A");
  holds(1000, [] { ensure(is_utf8(latin1_as_utf8(any_text()))); });
}

TEST_CASE("displayed: no byte moves the cursor, and columns can be cut anywhere") {
  CHECK(displayed("A\x1b[31m\tB\n") == "A.[31m.B.");
  CHECK(displayed("A\xC2\x9B"
                  "31m") == "A.31m");  // CSI, one character
  // Line and paragraph separators, marks of direction, joiners, tags.
  CHECK(displayed("a\u202Efdp\u2028b\u2029\u200B\u2066c\uFEFF\u00AD\u061C\U000E0041") == "a.fdp.b...c....");
  CHECK(displayed("\u00C9\u3042\U0001F600") == "\u00C9\u3042\U0001F600");
  CHECK(displayed("PE\xD1"
                  "A") == "PE\\xD1A");
  CHECK(display_width("PE\xC3\x91"
                      "A") == 4);
  CHECK(displayed_columns("PE\xC3\x91"
                          "A",
                          2, 1) == "\xC3\x91");
  CHECK(displayed_columns("PE\xD1"
                          "A",
                          3, 2) == "xD");
  holds(2000, [] {
    auto const bytes = any_text();
    auto const whole = displayed(bytes);
    ensure(is_utf8(whole));
    for (char const byte : whole) ensure((static_cast<unsigned char>(byte) >= 0x20 && byte != 0x7F));
    std::string joined;
    auto const room = static_cast<std::size_t>(any_in({1, 9}));
    for (std::size_t at = 0; at < display_width(bytes); at += room) {
      auto const part = displayed_columns(bytes, at, room);
      ensure(is_utf8(part));
      ensure(display_width(part) <= room);
      joined += part;
    }
    ensure_equal(joined, whole);
    std::string lines;
    for (auto const& line : displayed_lines(bytes, room)) {
      ensure(display_width(line) <= room);
      lines += line;
    }
    ensure_equal(lines, whole);
  });
}

}  // namespace scrub837::test::utf8_test
