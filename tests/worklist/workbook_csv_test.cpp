#include "src/worklist/workbook_csv.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "src/worklist/read_worklist.hpp"
#include "src/worklist/zip_parts.hpp"
#include "support/workbook_file.hpp"

namespace scrub837::test::workbook_csv_test {
namespace {

constexpr std::string_view styles =
    R"(<styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/>)"
    R"(<numFmt numFmtId="165" formatCode="00000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>)"
    R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>)";

/// What is read of one cell, A1.
std::string cell(std::string_view xml) {
  auto csv = workbook_as_csv(workbook_of(
      fmt::format(R"(<row r="1">{}</row>)", xml),
      {{"xl/styles.xml", std::string(styles)},
       {"xl/sharedStrings.xml",
        R"(<sst><si><t>WOUND</t></si><si><r><t xml:space="preserve">WOUND </t></r><r><rPr><b/></rPr><t>CARE</t></r><rPh sb="0" eb="1"><t>ka</t></rPh></si></sst>)"}}));
  if (csv.ends_with("\r\n")) csv.resize(csv.size() - 2);
  return csv;
}

std::string why_not(std::string const& bytes) {
  auto const file = read_worklist(bytes);
  CHECK(file.rows.empty());
  REQUIRE(file.problems.size() == 1);
  return file.problems[0];
}

TEST_CASE("cells of a workbook are read as a person sees them") {
  struct Case {
    std::string_view xml, read;
  };
  for (
      auto const& one : std::vector<Case>{
          {R"(<c r="A1" t="s"><v>0</v></c>)", "WOUND"},
          {R"(<c r="A1" t="s"><v>1</v></c>)", "WOUND CARE"},
          {R"(<c r="A1" t="inlineStr"><is><t>A &amp; B</t></is></c>)", "A & B"},
          {R"(<c r="A1" t="inlineStr"><is><t xml:space="preserve"> A </t></is></c>)", " A "},
          {R"(<c r="A1" t="inlineStr"><is><r><t>A</t></r><r><t xml:space="preserve"> </t></r><r><t>B</t></r></is></c>)",
           "A B"},
          {R"(<c r="A1" t="inlineStr"><is><t>A_x000D__x000A_B_x005F_x0041_</t></is></c>)",
           "\"A\r\nB_x0041_\""},
          {R"(<c r="A1" t="inlineStr"><is><t>_xD83D__xDE00_</t></is></c>)", "\xF0\x9F\x98\x80"},
          {R"(<c r="A1" t="inlineStr"><is><t><![CDATA[</row><row>]]></t></is></c>)", "</row><row>"},
          {R"(<c r="A1" t="str"><f>A2&amp;"x"</f><v>ABCx</v></c>)", "ABCx"},
          {R"(<c r="A1"><f>1+1</f><v>2</v></c>)", "2"},
          {R"(<c r="A1" t="b"><v>1</v></c>)", "TRUE"},
          {R"(<c r="A1" t="e"><v>#N/A</v></c>)", "#N/A"},
          {R"(<c r="A1"><v>1500.0</v></c>)", "1500"},
          {R"(<c r="A1"><v>1E3</v></c>)", "1000"},
          {R"(<c r="A1"><v>0.30000000000000004</v></c>)", "0.3"},
          {R"(<c r="A1"><v>1234567893</v></c>)", "1234567893"},
          {R"(<c r="A1"><v>123456789012345680</v></c>)", "1.23456789012346E+17"},
          {R"(<c r="A1" s="1"><v>46279</v></c>)", "2026-09-14"},
          {R"(<c r="A1" s="2"><v>46279.5</v></c>)", "2026-09-14 12:00"},
          {R"(<c r="A1" s="1"><v>1</v></c>)", "1900-01-01"},
          {R"(<c r="A1" s="1"><v>61</v></c>)", "1900-03-01"},
          {R"(<c r="A1" t="d"><v>2026-09-14T00:00:00</v></c>)", "2026-09-14"},
          {R"(<c r="A1" s="3"><v>2110</v></c>)", "02110"},
          {R"(<c r="A1" s="99"><v>7</v></c>)", "7"},
          {R"(<c><v>7</v></c><c><v>8</v></c>)", "7,8"},
          {R"(<c r="AB1"><v>7</v></c>)", ",,,,,,,,,,,,,,,,,,,,,,,,,,,7"},
          {R"(<x:c xmlns:x="y" r="B1" t="inlineStr"><x:is><x:t>A;B</x:t></x:is></x:c>)", ",\"A;B\""},
      }) {
    CAPTURE(one.xml);
    CHECK(cell(one.xml) == one.read);
  }
}

TEST_CASE("a workbook counts days from 1904 where it says so") {
  auto const csv = workbook_as_csv(workbook_of(
      R"(<row><c s="1"><v>44817</v></c></row>)",
      {{"xl/styles.xml", std::string(styles)},
       {"xl/workbook.xml",
        R"(<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>)"}}));
  CHECK(csv == "2026-09-14\r\n");
}

TEST_CASE("rows of a workbook keep their numbers, and have the header's cells") {
  auto const csv = workbook_as_csv(workbook_of(
      R"(<row r="2"><c r="A2" t="inlineStr"><is><t>key</t></is></c><c r="C2" t="inlineStr"><is><t>line</t></is></c></row>)"
      R"(<row r="3"/><row r="4"><c r="A4" s="1"/></row><row r="5"><c r="A5"><v>1</v></c></row><row r="1048576"/>)"));
  CHECK(csv == "\r\nkey,,line\r\n\r\n\r\n1,,\r\n");
}

TEST_CASE("a row of a workbook is one of the worklist: numbers, cells, and what is refused") {
  auto const key = "C" + std::string(64, 'a') + "-1";
  auto const text = [](std::string_view words) {
    return fmt::format(R"(<c t="inlineStr"><is><t>{}</t></is></c>)", words);
  };
  auto const bytes = workbook_of(fmt::format("<row>{}{}</row><row r=\"7\">{}{}</row>", text("key"),
                                             text("narrative"), text(key), text("=1+1")));
  auto const file = read_worklist(bytes);
  REQUIRE(file.rows.size() == 1);
  CHECK(file.rows[0].number == 7);
  CHECK(file.rows[0].narrative == "=1+1");
  CHECK(file.rows[0].formula);
  std::vector<std::size_t> const numbers{7};
  CHECK(rows_kept(bytes, numbers) == "key,narrative\r\n" + key + ",\"'=1+1\"\r\n");
}

TEST_CASE("the sheet named Worklist is read wherever it stands, else the first one") {
  auto const with_names = [](std::string_view first, std::string_view second) {
    return workbook_as_csv(workbook_of(
        "",
        {{"xl/workbook.xml",
          fmt::format(
              R"(<s:workbook xmlns:r="r"><s:sheets><s:sheet name="{}" sheetId="1" r:id="rId1"/>)"
              R"(<s:sheet name="{}" sheetId="9" state="hidden" r:id="rId9"/></s:sheets></s:workbook>)",
              first, second)},
         {"xl/_rels/workbook.xml.rels",
          R"(<Relationships><Relationship Id="rId9" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/xl/other.xml"/>)"
          R"(<Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>)"},
         {"xl/worksheets/sheet1.xml",
          "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"},
         {"xl/other.xml", "<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>"}}));
  };
  CHECK(with_names("Summary", "WorkList") == "2\r\n");
  CHECK(with_names("Summary", "Rules") == "1\r\n");
}

TEST_CASE("a workbook that can't be read is a problem in words, without its text") {
  auto const whole = workbook_of("<row><c><v>1</v></c></row>");
  CHECK(why_not(whole).find("no header row with a column named key") != std::string::npos);
  for (std::size_t size = 4; size < whole.size(); size += 7) {
    CAPTURE(size);
    CHECK(why_not(whole.substr(0, size)).find("workbook") != std::string::npos);
  }
  CHECK(why_not("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more").find("password") != std::string::npos);
  CHECK(why_not(zip_of({{"readme.txt", "SMITH"}})) ==
        "this is not a workbook (.xlsx); save the worklist again");
  for (std::string_view const rows :
       {"<row><c><v>SMITH</c></row>", "<row r=\"2\"/><row r=\"2\"/>", "<row r=\"1048577\"/>",
        "<row><c t=\"s\"><v>5</v></c></row>",
        "<row><c r=\"B1\"/><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
        "<row><c r=\"ZZZZZ1\"><v>1</v></c></row>", "<row>SMITH", "<row", "<row a='", "<!-- SMITH"}) {
    CAPTURE(rows);
    auto const why = why_not(workbook_of(rows));
    CHECK(why.find("workbook") != std::string::npos);
    CHECK(why.find("SMITH") == std::string::npos);
  }
}

TEST_CASE("entities of a workbook are not expanded, and files are not read for them") {
  auto const csv = workbook_as_csv(workbook_of(
      "",
      {{"xl/worksheets/sheet1.xml",
        R"(<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row>)"
        R"(<c t="inlineStr"><is><t>&a;&b;</t></is></c></row></sheetData></worksheet>)"}}));
  CHECK(csv == "\"&a;&b;\"\r\n");
}

TEST_CASE("a hostile workbook takes no more memory than a limit") {
  std::string const megabyte(std::size_t{1} << 20U, ' ');
  std::string blanks;
  for (int i = 0; i < 257; ++i) blanks += megabyte;
  CHECK(why_not(workbook_of(blanks)).find("more than 256 MiB when unpacked") != std::string::npos);
  // One long text in very many cells.
  std::string cells;
  for (int i = 1; i <= 12'000; ++i) cells += "<row><c t=\"s\"><v>0</v></c></row>";
  auto const shared = "<sst><si><t>" + std::string(30'000, 'A') + "</t></si></sst>";
  CHECK(why_not(workbook_of(cells, {{"xl/sharedStrings.xml", shared}})).find("too large") !=
        std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::workbook_csv_test
