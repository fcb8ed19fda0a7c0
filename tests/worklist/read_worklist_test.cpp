#include "src/worklist/read_worklist.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace scrub837::test::read_worklist_test {
namespace {

std::string const key1 = "C" + std::string(64, 'a') + "-1";
std::string const key0 = "C" + std::string(64, 'b') + "-0";

std::string joined(std::vector<std::string> const& problems) {
  std::string text;
  for (auto const& problem : problems) text += problem + "\n";
  return text;
}

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
        "row 1: column 3 has the unknown name narative and is ignored; did you mean narrative?");
}

TEST_CASE("a column that lost its name, or got another, is known by its place") {
  for (std::string const name : {"", "text", "what was done"}) {
    CAPTURE(name);
    auto file = read_worklist("key,needed," + name + ",attachment_type,my_notes\n" + key1 +
                              ",why,WOUND CARE,,x\n" + key0 + ",why,,,y\n");
    REQUIRE(file.rows.size() == 2);
    CHECK(file.rows[0].refused.starts_with("There is text in a column"));
    CHECK(file.rows[0].unread_text);
    CHECK(file.rows[1].refused.empty());
    REQUIRE(!file.problems.empty());
    CHECK(file.problems[0].find("column 3 has ") != std::string::npos);
    CHECK(file.problems[0].find("narrative") != std::string::npos);
  }
  // Columns of the person's own stay hers.
  CHECK(read_worklist("key,needed,my_notes,attachment_type,narrative\n" + key1 + ",why,ask Ann,,WOUND CARE\n")
            .rows.at(0)
            .refused.empty());
}

TEST_CASE("a row of which a cell was deleted or inserted is refused, and kept") {
  auto const file = read_worklist("claim,needed,narrative,segment,key\nA1,WOUND CARE,,SV1," + key1 +
                                  "\nA2,WOUND CARE,SV1," + key0 + ",\nA3,why,WOUND CARE,SV1\n,,,,\n");
  REQUIRE(file.rows.size() == 3);
  CHECK(file.rows[0].refused.empty());
  CHECK(file.rows[1].refused == "The key is in another column; was a cell of this row deleted or inserted?");
  CHECK(file.rows[1].unread_text);
  CHECK(file.rows[2].refused == "The row has no key, so it cannot be matched to a claim.");
}

TEST_CASE("rows of files that were put together are read by the header above them, and kept with it") {
  auto const file = read_worklist("key,line_index,narrative,intervention\n" + key1 +
                                  ",1,WOUND CARE,\nkey,line_index,narrative,intervention\n" + key0 +
                                  ",0,FOLEY CHANGE,\nkey,line_index,intervention,narrative\n" + key1 +
                                  ",1,Wife cooks,WOUND CARE\n");
  REQUIRE(file.rows.size() == 3);
  CHECK(file.rows[0].refused.empty());
  CHECK(file.rows[1].refused.empty());
  CHECK(file.rows[2].refused.empty());
  CHECK(file.rows[2].narrative == "WOUND CARE");
  CHECK(file.rows[2].intervention == "Wife cooks");
  CHECK(joined(file.problems) == "");
}

TEST_CASE("kept rows stand below the header that was above them") {
  auto const first = "key,line_index,narrative,release_reason\r\n" + key1 + ",1,A,B\r\n";
  auto const second = "key,line_index,release_reason,narrative\r\n" + key0 + ",0,C,D\r\n";
  CHECK(rows_kept(first + second, std::vector<std::size_t>{2, 4}) == first + second);
  auto const alone = read_worklist(rows_kept(first + second, std::vector<std::size_t>{4}));
  REQUIRE(alone.rows.size() == 1);
  CHECK(alone.rows[0].release_reason == "C");
  CHECK(alone.rows[0].narrative == "D");
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
    CHECK(joined(file.problems) == "row 2: the row has fewer cells than the header\n");
    REQUIRE(file.rows.size() == 1);
    CHECK(file.rows[0].wrong_cell_count);
  }
  SUBCASE("longer") {
    auto const file = read_worklist(header + key1 + ",NAR001,A,,B\n" + key0 + ",NAR001,A,,,,\n");
    CHECK(joined(file.problems) == "row 2: the row has more cells than the header\n");
    REQUIRE(file.rows.size() == 2);
    CHECK(file.rows[0].wrong_cell_count);
    CHECK_FALSE(file.rows[1].wrong_cell_count);
  }
  SUBCASE("without a key") {
    auto const file = read_worklist(header + ",NAR001,A,\n" + key1 + ",NAR001,B,\n");
    CHECK(joined(file.problems) == "row 2: the row has no key and is skipped\n");
    REQUIRE(file.rows.size() == 2);
    CHECK(file.rows[0].refused.find("has no key") != std::string::npos);
    CHECK(file.rows[1].narrative == "B");
  }
}

TEST_CASE("a column that was sorted alone shows") {
  auto const file =
      read_worklist("key,line_index,narrative\n" + key1 + ",2,A\n" + key0 + ",,B\n" + key1 + ",1.0,C\n");
  CHECK(joined(file.problems) ==
        "row 2: key and line_index are for different lines; was one column sorted without the others?\n"
        "row 4: line_index is not a whole number; the line number in the key is used\n");
  REQUIRE(file.rows.size() == 3);
  CHECK(file.rows[0].line_index == 1);
  CHECK(file.rows[0].refused ==
        "key and line_index are for different lines; was one column sorted without the others?");
  CHECK(file.rows[1].refused.empty());
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

}  // namespace
}  // namespace scrub837::test::read_worklist_test
