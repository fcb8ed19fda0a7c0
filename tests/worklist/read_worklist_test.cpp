#include "src/worklist/read_worklist.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "src/text/csv.hpp"
#include "tests/support/property.hpp"

namespace scrub837::test {
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

/// One row under a header of key and narrative.
WorklistFile with_narrative(std::string const& cell) {
  return read_worklist("key,narrative\r\n" + key1 + "," + cell + "\r\n");
}

}  // namespace

TEST_CASE("read_worklist: the cells by which a row is told from others are kept") {
  auto const file = read_worklist(
      "key,claim,line,line_index,date_from,date_to,charge,payer_id,narrative\n"
      "C0-1,ACCT7,1,1,20260914,20260915,125.50,60054,WOUND CARE LEFT HEEL 45 MIN\n");
  REQUIRE(file.rows.size() == 1);
  auto const& others = file.rows[0].others;
  CHECK(others["claim"] == "ACCT7");
  CHECK(others["line"] == "1");
  CHECK(others["date_from"] == "20260914");
  CHECK(others["date_to"] == "20260915");
  CHECK(others["charge"] == "125.50");
  CHECK(others["payer_id"] == "60054");
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
      {"sep= in front", "sep=;\r\n" + with(';'), 2},
      {"sep= in quotes, another separator than usual", "\"sep=|\"\n" + with('|'), 2},
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

TEST_CASE("columns may be missing, more, or in another order") {
  auto const file = read_worklist("my notes;NARRATIVE;Key\r\nask Ann;WOUND CARE;" + key1 + "\r\n");
  CHECK(joined(file.problems) == "");
  REQUIRE(file.rows.size() == 1);
  CHECK(file.rows[0].narrative == "WOUND CARE");
  CHECK(file.rows[0].key == key1);
  CHECK(file.rows[0].others["my_notes"] == "ask Ann");
  CHECK(file.rows[0].release_reason.empty());
}

TEST_CASE("a header that is near a column's name is told with the name that was meant") {
  auto const file = read_worklist("key,line_index,narative,Claim Note\n" + key1 + ",1,WOUND CARE,x\n");
  REQUIRE(file.problems.size() == 2);
  CHECK(file.rows.at(0).unread_text);
  CHECK(file.rows.at(0).refused.starts_with("There is text in a column"));
  CHECK(file.problems[0] ==
        "line 1: column 3 has the unknown name narative and is ignored; did you mean narrative?");
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

TEST_CASE("rows below a header with other columns are refused, and those below the same one are read") {
  auto const file = read_worklist("key,line_index,narrative,intervention\n" + key1 +
                                  ",1,WOUND CARE,\nkey,line_index,narrative,intervention\n" + key0 +
                                  ",0,FOLEY CHANGE,\nkey,line_index,intervention,narrative\n" + key1 +
                                  ",1,Wife cooks,WOUND CARE\n");
  REQUIRE(file.rows.size() == 3);
  CHECK(file.rows[0].refused.empty());
  CHECK(file.rows[1].refused.empty());
  CHECK(file.rows[2].unread_text);
}

TEST_CASE("a line end inside quotes counts for the numbers of the rows below") {
  auto const file =
      read_worklist("key,needed,narrative\r\n" + key1 + ",\"two\r\nlines\",\"A\nB\"\r\n" + key0 + ",x,C\r\n");
  CHECK(joined(file.problems) == "");
  REQUIRE(file.rows.size() == 2);
  CHECK(file.rows[0].narrative == "A B");
  CHECK(file.rows[0].number == 2);
  CHECK(file.rows[1].number == 5);
}

TEST_CASE("formulas are told and kept, behind our apostrophe too; a dash before a letter is a dash") {
  struct Case {
    std::string typed, read;
    bool formula;
  };
  std::vector<Case> const cases = {
      {"=cmd|'/c calc'!A1", "=cmd|'/c calc'!A1", true},
      {"\"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"", "=HYPERLINK(\"http://x\",\"y\")", true},
      {"+1 555 0100", "+1 555 0100", true},
      {"-WOUND CARE", "-WOUND CARE", false},
      {"- wound care", "- wound care", false},
      {"-5+3", "-5+3", true},
      {"--", "--", true},
      {"@SUM(A1)", "@SUM(A1)", true},
      {"  =1+1", "=1+1", true},
      {"\"\n=1+1\"", "=1+1", true},
      {"\xEF\xBC\x9D"
       "1+1",
       "\xEF\xBC\x9D"
       "1+1",
       true},
      {"'=1+1", "=1+1", true},
      {"'-WOUND CARE", "-WOUND CARE", false},
      {"''=1", "'=1", true},
      {"'TIS A WOUND", "TIS A WOUND", false},
      {"'0.9 NS IRRIGATION", "0.9 NS IRRIGATION", false},
      {"WOUND = DEEP", "WOUND = DEEP", false},
  };
  for (auto const& c : cases) {
    CAPTURE(c.typed);
    auto const file = with_narrative(c.typed);
    REQUIRE(file.rows.size() == 1);
    CHECK(file.rows[0].narrative == c.read);
    CHECK(file.rows[0].formula == c.formula);
    CHECK(file.problems.size() == (c.formula ? 1 : 0));
    if (c.formula) CHECK(file.problems[0].starts_with("line 2: narrative begins like a formula"));
  }
}

TEST_CASE("codes are capitals, however they were typed; texts stay") {
  auto const file =
      read_worklist("key,narrative,attachment_type,attachment_transmission\n" + key1 + ",Wound care,nn,fX\n");
  REQUIRE(file.rows.size() == 1);
  CHECK(file.rows[0].attachment_type == "NN");
  CHECK(file.rows[0].attachment_transmission == "FX");
  CHECK(file.rows[0].narrative == "Wound care");
}

TEST_CASE("a formula in a cell of the letter is not used, and the row's other cells are") {
  auto const file = read_worklist("key,narrative,patient_response\n" + key1 + ",WOUND CARE,@ no dizziness\n");
  REQUIRE(file.rows.size() == 1);
  CHECK_FALSE(file.rows[0].formula);
  CHECK(file.rows[0].narrative == "WOUND CARE");
  CHECK(file.rows[0].formulas.test(static_cast<std::size_t>(Typed::patient_response)));
  CHECK(joined(file.problems).find("line 2: patient_response begins like a formula") != std::string::npos);
}

TEST_CASE("a negative charge that we wrote is no formula") {
  auto const file = read_worklist("key,charge,narrative\n" + key1 + ",-20.00,A\n");
  CHECK(joined(file.problems) == "");
  REQUIRE(file.rows.size() == 1);
  CHECK_FALSE(file.rows[0].formula);
}

TEST_CASE("rows of other widths are told and kept where they have a key") {
  std::string const header = "key,rule,narrative,release_reason\n";
  SUBCASE("Excel leaves out empty cells at the end") {
    auto const file = read_worklist(header + key1 + ",NAR001,A\n" + key0 + ",NAR001\n");
    CHECK(joined(file.problems) == "");
    REQUIRE(file.rows.size() == 2);
    CHECK(file.rows[0].narrative == "A");
  }
  SUBCASE("a cell that we wrote is lost") {
    auto const file = read_worklist(header + key1 + "\n");
    CHECK(joined(file.problems) == "line 2: the row has fewer cells than the header\n");
    REQUIRE(file.rows.size() == 1);
    CHECK(file.rows[0].wrong_cell_count);
  }
  SUBCASE("longer") {
    auto const file = read_worklist(header + key1 + ",NAR001,A,,B\n" + key0 + ",NAR001,A,,,,\n");
    CHECK(joined(file.problems) == "line 2: the row has more cells than the header\n");
    REQUIRE(file.rows.size() == 2);
    CHECK(file.rows[0].wrong_cell_count);
    CHECK_FALSE(file.rows[1].wrong_cell_count);
  }
  SUBCASE("without a key") {
    auto const file = read_worklist(header + ",NAR001,A,\n" + key1 + ",NAR001,B,\n");
    CHECK(joined(file.problems) == "line 2: the row has no key and is skipped\n");
    REQUIRE(file.rows.size() == 2);
    CHECK(file.rows[0].refused.find("has no key") != std::string::npos);
    CHECK(file.rows[1].narrative == "B");
  }
}

TEST_CASE("a column that was sorted alone shows") {
  auto const file =
      read_worklist("key,line_index,narrative\n" + key1 + ",2,A\n" + key0 + ",,B\n" + key1 + ",1.0,C\n");
  CHECK(joined(file.problems) ==
        "line 2: key and line_index are for different lines; was one column sorted without the others?\n"
        "line 4: line_index is not a whole number; the line number in the key is used\n");
  REQUIRE(file.rows.size() == 3);
  CHECK(file.rows[0].line_index == 1);
  CHECK(file.rows[0].refused ==
        "key and line_index are for different lines; was one column sorted without the others?");
  CHECK(file.rows[1].refused.empty());
}

TEST_CASE("a header that stands in the midst is no row, and Alt+Enter parts control numbers") {
  std::string const header = "key,narrative,attachment_control_number\n";
  auto const file = read_worklist(header + key1 + ",\"A\r\nB\",\"AC1\nAC2\"\n" + header + key0 + ",C,\n");
  CHECK(joined(file.problems) == "");
  REQUIRE(file.rows.size() == 2);
  CHECK(file.rows[0].narrative == "A B");
  CHECK(file.rows[0].attachment_control_number == "AC1; AC2");
  CHECK(file.rows[1].number == 6);
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

TEST_CASE("words for ways and documents are their codes") {
  struct Case {
    std::string type, way, type_code, way_code;
  };
  for (auto const& c : {Case{"nursing notes", "fax", "NN", "FX"},
                        {"Nurse's notes", "By mail", "NN", "BM"},
                        {"lab results", "E-mail", "LA", "EM"},
                        {"oz", "on request", "OZ", "AA"},
                        {"a pie", "pigeon", "a pie", "pigeon"},
                        {"nn", "electronic", "NN", "EL"}}) {
    CAPTURE(c.type);
    auto const file = read_worklist("key,attachment_type,attachment_transmission\n" + key1 + "," + c.type +
                                    "," + c.way + "\n");
    REQUIRE(file.rows.size() == 1);
    CHECK(file.rows[0].attachment_type == c.type_code);
    CHECK(file.rows[0].attachment_transmission == c.way_code);
  }
}

TEST_CASE("rows that are kept read as they did") {
  std::string const bytes =
      "key;narrative;mine\n" + key1 + ";'=1+1;\"a;b\"\n" + key0 + ";\"x\ny\";\n" + key1 + ";z;\n";
  std::vector<std::size_t> const numbers{2, 3};
  auto const kept = rows_kept(bytes, numbers);
  auto const file = read_worklist(kept);
  REQUIRE(file.rows.size() == 2);
  CHECK(file.rows[0].narrative == "=1+1");
  CHECK(file.rows[0].formula);
  CHECK(file.rows[0].others["mine"] == "a;b");
  CHECK(file.rows[1].narrative == "x y");
  CHECK(rows_kept(kept, numbers) == kept);
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
      {"a workbook", std::string("PK\x03\x04\x14\x00\x06\x00", 8) + secret, no_worklist, 0},
      {"an 837", "ISA*00*" + secret + "~", no_worklist, 0},
      {"sep= and no key", "sep=;\r\n" + secret + ";b\r\n", "line 2: there is no column named key\n", 0},
      {"sep= alone", "sep=;", "", 0},
      {"header alone", "key,narrative", "", 0},
      {"a column twice", "key,narrative,Narrative\n" + key1 + ",A," + secret + "\n",
       "line 1: column 3 has the same name as an earlier column and is ignored\nline 2: There is text in a "
       "column whose name is repeated or unknown; correct the header.\n",
       1},
      {"NUL bytes", "key,narrative\n" + key1 + ",A" + std::string(2, '\0') + "B\n",
       "line 2: column 2 has NUL bytes; they are ignored\n", 1},
      {"a very long cell", "key,narrative\n" + key1 + "," + std::string(10000, 'A') + "\n",
       "line 2: narrative has 10000 characters. Is it in the right cell?\n", 1},
      {"text behind a quote", "key,narrative\n" + key1 + ",\"" + secret + "\"B\n",
       "line 2: column 2 has text after its closing quotation mark\n", 1},
      {"a quote that is never closed", "key,narrative\n" + key1 + ",\"A\n" + key0 + ",B\n",
       "line 2: A quotation mark in this row is not closed; type the text without quotation marks.\n", 2},
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
  holds(400, [](void) {
    auto const text = rc::gen::container<std::string>(rc::gen::element(
        'a', 'B', ' ', '\'', '=', '+', '-', '@', '"', ',', ';', '\t', '\r', '\n', '1', '.', '#'));
    auto cells = *rc::gen::container<std::vector<std::string>>(text);
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
    RC_ASSERT(file.problems.empty());
    RC_ASSERT(file.rows.size() == 1U);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      RC_ASSERT(file.rows[0].others["c" + std::to_string(i)] == cells[i]);
    }
  });
}

TEST_CASE("property: any bytes are taken, in rows of known numbers") {
  holds(400, [](void) {
    auto const body = *rc::gen::container<std::string>(rc::gen::element(
        'a', '=', '\'', '"', ',', ';', '\t', '\r', '\n', '\0', '\xFF', '\xC3', '\xEF', 'C', '-', '1'));
    auto const file = read_worklist("key,narrative\n" + body);
    std::size_t last = 1;
    for (auto const& row : file.rows) {
      RC_ASSERT(row.number > last);
      RC_ASSERT(!row.key.empty() || !row.refused.empty());
      last = row.number;
    }
    static_cast<void>(read_worklist(body));
  });
}

}  // namespace scrub837::test
