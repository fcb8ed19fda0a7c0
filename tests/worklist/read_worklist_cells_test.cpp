#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "src/worklist/read_worklist.hpp"

namespace scrub837::test::read_worklist_cells_test {
namespace {

std::string const key1 = "C" + std::string(64, 'a') + "-1";
std::string const key0 = "C" + std::string(64, 'b') + "-0";

std::string joined(std::vector<std::string> const& problems) {
  std::string text;
  for (auto const& problem : problems) text += problem + "\n";
  return text;
}

/// One row under a header of key and narrative.
WorklistFile with_narrative(std::string const& cell) {
  return read_worklist("key,narrative\r\n" + key1 + "," + cell + "\r\n");
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
    if (c.formula) CHECK(file.problems[0].starts_with("row 2: narrative begins like a formula"));
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
  CHECK(joined(file.problems).find("row 2: patient_response begins like a formula") != std::string::npos);
}

TEST_CASE("a negative charge that we wrote is no formula") {
  auto const file = read_worklist("key,charge,narrative\n" + key1 + ",-20.00,A\n");
  CHECK(joined(file.problems) == "");
  REQUIRE(file.rows.size() == 1);
  CHECK_FALSE(file.rows[0].formula);
}

TEST_CASE("a header that stands in the midst is no row, and Alt+Enter parts control numbers") {
  std::string const header = "key,narrative,attachment_control_number\n";
  auto const file = read_worklist(header + key1 + ",\"A\r\nB\",\"AC1\nAC2\"\n" + header + key0 + ",C,\n");
  CHECK(joined(file.problems) == "");
  REQUIRE(file.rows.size() == 2);
  CHECK(file.rows[0].narrative == "A B");
  CHECK(file.rows[0].attachment_control_number == "AC1; AC2");
  CHECK(file.rows[1].number == 4);
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
                        {"nn", "electronic", "NN", "EL"},
                        {"plan of care", "USPS", "08", "BM"},
                        {"Wound photos", "certified mail", "XP", "BM"},
                        {"Explanation of Benefits", "SFTP", "EB", "FT"},
                        {"485", "portal", "485", "portal"}}) {
    CAPTURE(c.type);
    auto const file = read_worklist("key,attachment_type,attachment_transmission\n" + key1 + "," + c.type +
                                    "," + c.way + "\n");
    REQUIRE(file.rows.size() == 1);
    CHECK(file.rows[0].attachment_type == c.type_code);
    CHECK(file.rows[0].attachment_transmission == c.way_code);
  }
}

}  // namespace
}  // namespace scrub837::test::read_worklist_cells_test
