#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "src/text/csv.hpp"
#include "src/worklist/read_worklist.hpp"
#include "tests/support/draws.hpp"
#include "tests/support/property.hpp"

namespace scrub837::test::read_worklist_dialects_test {
namespace {

std::string const key1 = "C" + std::string(64, 'a') + "-1";
std::string const key0 = "C" + std::string(64, 'b') + "-0";

std::string utf16(std::u16string_view text, bool big_endian, bool mark = true) {
  std::string bytes;
  auto const put = [&](char16_t unit) {
    auto const high = static_cast<char>(unit >> 8U);
    auto const low = static_cast<char>(unit & 0xFFU);
    bytes += big_endian ? std::string{high, low} : std::string{low, high};
  };
  if (mark) put(0xFEFF);
  for (auto const unit : text) put(unit);
  return bytes;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
  return text;
}

std::string joined(std::vector<std::string> const& problems) {
  std::string text;
  for (auto const& problem : problems) text += problem + "\n";
  return text;
}

TEST_CASE("a worklist reads alike in every dialect that a spreadsheet saves") {
  std::string const plain = "key,rule,narrative,charge_reason\r\n" + key1 +
                            ",NAR001,\"WOUND CARE, \"\"DEEP\"\"\",N\xC3\x84HE \xE2\x82\xAC 90\r\n" + key0 +
                            ",ATT001,,\r\n";
  auto const with = [&](char separator) {
    // The comma inside the quotes stays.
    auto text = replaced(plain, ",", std::string(1, separator));
    return replaced(text, std::string("CARE") + separator, "CARE,");
  };
  std::u16string wide;
  for (auto const c : replaced(replaced(with('\t'), "\xC3\x84", "A"), "\xE2\x82\xAC", "E")) {
    wide.push_back(static_cast<char16_t>(static_cast<unsigned char>(c)));
  }
  wide[wide.find(u"NAHE") + 1] = 0xC4;
  wide[wide.find(u"E 90")] = 0x20AC;
  struct Dialect {
    char const* name;
    std::string bytes;
    std::size_t header = 1;
  };
  std::vector<Dialect> const dialects = {
      {"comma, CR LF", plain},
      {"comma, LF", replaced(plain, "\r\n", "\n")},
      {"comma, CR", replaced(plain, "\r\n", "\r")},
      {"no line end at the end", plain.substr(0, plain.size() - 2)},
      {"byte-order mark", "\xEF\xBB\xBF" + plain},
      {"semicolon", with(';')},
      {"tab", with('\t')},
      {"UTF-16 little endian", utf16(wide, false)},
      {"UTF-16 big endian", utf16(wide, true)},
      {"UTF-16 little endian without its mark", utf16(wide, false, false)},
      {"UTF-16 big endian without its mark", utf16(wide, true, false)},
      {"Windows-1252", replaced(replaced(plain, "\xC3\x84", "\xC4"), "\xE2\x82\xAC", "\x80")},
      {"sep= in front", "sep=;\r\n" + with(';')},
      {"sep= in quotes, another separator than usual", "\"sep=|\"\n" + with('|')},
      {"empty lines at the end", plain + "\r\n\r\n,,,\r\n"},
      {"empty lines in front", "\r\n\r\n" + plain, 3},
      {"header in capitals, with blanks",
       replaced(plain, "key,rule,narrative,charge_reason", " KEY , Rule,Narrative ,\"Charge Reason\"")},
      {"all in quotes", replaced(replaced(plain, "key,rule", "\"key\",\"rule\""), "NAR001", "\"NAR001\"")},
      {"blanks around", replaced(plain, "\xE2\x82\xAC 90", "\xE2\x82\xAC 90 \xC2\xA0 ")},
  };
  for (auto const& dialect : dialects) {
    CAPTURE(dialect.name);
    auto const file = read_worklist(dialect.bytes);
    CHECK(joined(file.problems) == "");
    REQUIRE(file.rows.size() == 2);
    auto const& row = file.rows[0];
    CHECK(row.number == dialect.header + 1);
    CHECK(row.key == key1);
    CHECK(row.line_index == 1);
    CHECK(row.narrative == "WOUND CARE, \"DEEP\"");
    CHECK(row.charge_reason == "N\xC3\x84HE \xE2\x82\xAC 90");
    CHECK_FALSE(row.formula);
    CHECK_FALSE(row.wrong_cell_count);
    CHECK(file.rows[1].key == key0);
    CHECK(file.rows[1].line_index == 0);
    CHECK(file.rows[1].narrative.empty());
  }
}

TEST_CASE("a worklist that a Mac saved: its letters are read, and none becomes another") {
  auto const narrative = [](std::string const& bytes, std::string const& end) {
    auto const file = read_worklist("key,narrative" + end + key1 + "," + bytes + end + key0 + "," + end);
    CHECK(joined(file.problems) == "");
    REQUIRE(file.rows.size() == 2);
    CHECK(file.rows[1].number == 3);
    return file.rows[0].narrative;
  };
  // Mac OS Roman, told by the line ends.
  CHECK(narrative("ni\x96o curaci\x97n 45 min", "\r") == "ni\xC3\xB1o curaci\xC3\xB3n 45 min");
  CHECK(narrative("PT\xD5S WOUND \xD0 45 MIN", "\r") == "PT\xE2\x80\x99S WOUND \xE2\x80\x93 45 MIN");
  // By the bytes: no text in Windows-1252 has these, or has them there.
  CHECK(narrative("CURACI\xEEN DE PIE", "\n") == "CURACI\xC3\x93N DE PIE");
  CHECK(narrative("le\x8Don de marche", "\n") == "le\xC3\xA7on de marche");
  CHECK(narrative("m\x87s", "\r\n") == "m\xC3\xA1s");
  // Windows-1252 all the same.
  CHECK(narrative("PT\x92S WOUND \x96 45 MIN", "\r\n") == "PT\xE2\x80\x99S WOUND \xE2\x80\x93 45 MIN");
  CHECK(narrative("curaci\xF3n", "\n") == "curaci\xC3\xB3n");
  CHECK(narrative("CURACI\xD3N", "\n") == "CURACI\xC3\x93N");
}

TEST_CASE("a file that was cut off says nothing of its last row") {
  // Cut within `needed`, whose commas would part it into the columns that a person types into.
  auto const whole = std::string("key,line_index,needed,narrative,release_reason\n") + key1 +
                     ",1,\"Nothing says what was done, for how long, and why, so type it.\",,\n";
  for (auto size = whole.find(key1) + key1.size() + 1; size + 1 < whole.size(); ++size) {
    CAPTURE(size);
    auto const file = read_worklist(whole.substr(0, size));
    REQUIRE(file.rows.size() == 1);
    CHECK(file.rows[0].unread_text != (file.rows[0].refused.empty() && file.rows[0].narrative.empty()));
    if (file.rows[0].refused.empty()) CHECK(file.rows[0].narrative.empty());
  }
  auto const half = read_worklist("key,line_index,narrative,release_reason\n" + key1 + ",1,WOUND CA");
  CHECK(half.rows.at(0).refused == "The file ends in the middle of this row; it may have been cut off.");
  // A last line without line end is no cut if it is whole.
  CHECK(read_worklist("key,line_index,narrative\n" + key1 + ",1,WOUND CARE").rows.at(0).refused.empty());
}

TEST_CASE("a row with line ends inside quotes is one row, as in a spreadsheet") {
  auto const file =
      read_worklist("key,needed,narrative\r\n" + key1 + ",\"two\r\nlines\",\"A\nB\"\r\n" + key0 + ",x,C\r\n");
  CHECK(joined(file.problems) == "");
  REQUIRE(file.rows.size() == 2);
  CHECK(file.rows[0].narrative == "A B");
  CHECK(file.rows[0].number == 2);
  CHECK(file.rows[1].number == 3);
}

TEST_CASE("a quote that is not closed hides no row") {
  auto const key = [](char digit) { return "C" + std::string(64, digit) + "-1"; };
  std::string const header = "key,needed,narrative\n";
  auto const row = [&](char digit, std::string const& text) {
    return key(digit) + ",\"type, please\"," + text + "\n";
  };
  auto const file = read_worklist(header + row('1', "A") + row('2', "\"B") + row('3', "C") + row('4', "D"));
  REQUIRE(file.rows.size() == 4);
  CHECK(file.rows[1].refused ==
        "A quotation mark that is not closed hid the rows on lines 4, which were read separately; type the "
        "text without quotation marks.");
  CHECK(file.rows[1].narrative == "\"B");
  for (std::size_t const i : {0U, 2U, 3U}) {
    CHECK(file.rows[i].refused.empty());
    CHECK(file.rows[i].number == i + 2);
    CHECK(file.rows[i].narrative == std::string(1, static_cast<char>('A' + i)));
  }
}

TEST_CASE("hostile files give problems, and never their text") {
  std::string const secret = "PATIENT MILLER";
  struct Case {
    char const* name;
    std::string bytes, problems;
    std::size_t rows;
  };
  std::string const no_worklist =
      "there is no header row with a column named key: this is not a worklist saved as CSV\n";
  std::vector<Case> const cases = {
      {"nothing", "", no_worklist, 0},
      {"a byte-order mark alone", "\xEF\xBB\xBF", no_worklist, 0},
      {"half a UTF-16 character", "\xFF\xFE\x41", no_worklist, 0},
      {"prose", secret + "\n" + secret, no_worklist, 0},
      {"half a workbook", std::string("PK\x03\x04\x14\x00\x06\x00", 8) + secret,
       "the workbook is damaged or incomplete; save it again, or save the sheet as CSV\n", 0},
      {"an 837", "ISA*00*" + secret + "~", no_worklist, 0},
      {"sep= and no key", "sep=;\r\n" + secret + ";b\r\n", "row 1: there is no column named key\n", 0},
      {"sep= alone", "sep=;", "", 0},
      {"header alone", "key,narrative", "", 0},
      {"a column twice", "key,narrative,Narrative\n" + key1 + ",A," + secret + "\n",
       "row 1: column 3 has the same name as an earlier column and is ignored\nrow 2: There is text in a "
       "column whose name is repeated or unknown; correct the header.\n",
       1},
      {"NUL bytes", "key,narrative\n" + key1 + ",A" + std::string(2, '\0') + "B\n",
       "row 2: column 2 has NUL bytes; they are ignored\n", 1},
      {"a very long cell", "key,narrative\n" + key1 + "," + std::string(10000, 'A') + "\n",
       "row 2: narrative has 10000 characters. Is it in the right cell?\n", 1},
      {"text behind a quote", "key,narrative\n" + key1 + ",\"" + secret + "\"B\n",
       "row 2: column 2 has text after its closing quotation mark\n", 1},
      {"a quote that is never closed", "key,narrative\n" + key1 + ",\"A\n" + key0 + ",B\n",
       "row 2: A quotation mark in this row is not closed; type the text without quotation marks.\n", 2},
  };
  for (auto const& c : cases) {
    CAPTURE(c.name);
    auto const file = read_worklist(c.bytes);
    CHECK(joined(file.problems) == c.problems);
    CHECK(file.rows.size() == c.rows);
    CHECK(joined(file.problems).find(secret) == std::string::npos);
  }
}

TEST_CASE("property: what our CSV writer writes is read back as it was") {
  holds(400, [] {
    auto cells = any_texts("aB '=+-@\",;\t\r\n1.#");
    CsvLine header;
    CsvLine line;
    header.add("key");
    line.add(key1);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      cells[i] = replaced(cells[i], "#", "\xC3\x84");
      header.add("c" + std::to_string(i));
      line.add(cells[i]);
    }
    auto const file = read_worklist(std::move(header).finish() + std::move(line).finish());
    ensure(file.problems.empty());
    ensure_equal(file.rows.size(), 1U);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      ensure_equal(file.rows[0].others["c" + std::to_string(i)], cells[i]);
    }
  });
}

TEST_CASE("property: any bytes are taken, in rows of known numbers") {
  holds(400, [] {
    auto const body =
        any_text(std::string_view("a='\",;\t\r\n\0\xFF\xC3\xEF"
                                  "C-1",
                                  16));
    auto const file = read_worklist("key,narrative\n" + body);
    std::size_t last = 1;
    for (auto const& row : file.rows) {
      ensure(row.number > last);
      ensure(!row.key.empty() || !row.refused.empty());
      last = row.number;
    }
    static_cast<void>(read_worklist(body));
  });
}

}  // namespace
}  // namespace scrub837::test::read_worklist_dialects_test
