#include "src/text/csv.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace scrub837::test::csv_test {
namespace {

std::string field(std::string_view text) {
  auto line = std::move(CsvLine().add(text)).finish();
  line.resize(line.size() - std::string_view("\r\n").size());
  return line;
}

}  // namespace

TEST_CASE("a CSV field that a spreadsheet would run gets an apostrophe") {
  CHECK(field("=cmd|'/c calc'!A1") == "\"'=cmd|'/c calc'!A1\"");
  CHECK(field("+1") == "\"'+1\"");
  CHECK(field("-1+2") == "\"'-1+2\"");
  CHECK(field("@SUM(A1)") == "\"'@SUM(A1)\"");
  CHECK(field("\t=1") == "\"'\t=1\"");
  CHECK(field("\tA") == "\"'\tA\"");
  CHECK(field("\rA") == "\"'\rA\"");
  CHECK(field("\nA") == "\"'\nA\"");
  CHECK(field("  =1") == "\"'  =1\"");
  CHECK(field("\xEF\xBC\x9D"
              "1") ==
        "\"'\xEF\xBC\x9D"
        "1\"");
  // So that one apostrophe less gives the text back.
  CHECK(field("'=1") == "\"''=1\"");
}

TEST_CASE("long CSV fields get quotes where short ones do") {
  std::string const prose = "COMPLEX WOUND CARE LEFT HEEL 45 MIN";
  CHECK(field(prose) == prose);
  for (char const byte : {',', ';', '\t', '\r', '\n'}) {
    for (auto const at : {std::size_t{1}, prose.size() / 2, prose.size() - 1}) {
      auto text = prose;
      text[at] = byte;
      CHECK(field(text) == "\"" + text + "\"");
    }
  }
  CHECK(field(prose + "\"") == "\"" + prose + "\"\"\"");
  CHECK(field("=" + prose) == "\"'=" + prose + "\"");
  CHECK(field(prose + " ") == "\"" + prose + " \"");
  CHECK(field(prose + "\xE9") == prose + "\\xE9");
  CHECK(field(prose + "\\x41") == prose + "\\x5Cx41");
}

TEST_CASE("other CSV fields stay as they are, or get quotes") {
  CHECK(field("") == "");
  CHECK(field("WOUND = DEEP") == "WOUND = DEEP");
  CHECK(field("'TIS") == "'TIS");
  CHECK(field("-20.00") == "-20.00");
  CHECK(field("a,b") == "\"a,b\"");
  CHECK(field("a;b") == "\"a;b\"");
  CHECK(field("a \"b\"") == "\"a \"\"b\"\"\"");
  CHECK(field("a\r\nb") == "\"a\r\nb\"");
  CHECK(field(" a") == "\" a\"");
}

TEST_CASE("a CSV field is UTF-8, whatever was received") {
  CHECK(field("PE\xD1"
              "A") == "PE\\xD1A");
  CHECK(field("PE\xD1"
              "A, 2") == "\"PE\\xD1A, 2\"");
  CHECK(field("PE\xC3\x91"
              "A") ==
        "PE\xC3\x91"
        "A");
}

}  // namespace scrub837::test::csv_test
