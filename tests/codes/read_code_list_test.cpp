#include "src/codes/read_code_list.hpp"

#include <doctest/doctest.h>

// Files of the layouts that CMS and NUCC publish, with code numbers and no descriptions.

namespace scrub837::test::read_code_list_test {
namespace {

// Kind, edition, codes, headings and dates in one line.
std::string read(std::string const& text, std::string const& name) {
  try {
    auto const list = read_code_list(text, name);
    return std::string(name_of(list.kind)) + " " + list.edition + ": " + std::to_string(list.codes.size()) +
           " (" + std::to_string(list.codes.headings()) + ") " + format_day(list.holds.first) + "-" +
           format_day(list.holds.last);
  } catch (CodeListError const& error) {
    return error.message;
  }
}

std::string order_line(std::string const& number, std::string code, char flag) {
  code.resize(7, ' ');
  return number + " " + code + " " + flag + " " + std::string(60, 'x') + " x\r\n";
}
std::string const order =
    order_line("00001", "A00", '0') + order_line("00002", "A000", '1') + order_line("00003", "S52521A", '1');

std::string hcpcs_record(std::string const& code, char type, std::string const& added,
                         std::string const& last) {
  std::string text(320, ' ');
  // Descriptions and prices are in any characters.
  text.replace(11, 100, 100, '\'');
  text.replace(0, 5, code).replace(5, 5, "00100").replace(10, 1, 1, type);
  text.replace(268, 8, added).replace(276, 8, added).replace(284, 8, last);
  return text + "\n";
}

TEST_CASE("read_code_list: the ICD-10-CM order file, of its fiscal year or of an update") {
  CHECK(read(order, "icd10cm_order_2026.txt") == "ICD-10-CM 2026: 3 (1) 2025-10-01-2026-09-30");
  CHECK(read(order, "icd10cm-order-2026.txt") == "ICD-10-CM 2026: 3 (1) 2025-10-01-2026-09-30");
  CHECK(read(order, "icd10cm-order-April-2025.txt") == "ICD-10-CM 2025 April: 3 (1) 2025-04-01-2025-09-30");
  CHECK(read(order, "icd10cm_order_October_2025.txt") == "ICD-10-CM 2026: 3 (1) 2025-10-01-2026-09-30");
  CHECK(read(order, "icd10cm.txt") ==
        "icd10cm.txt has ICD-10-CM codes, but its name does not say which edition it is; name it as it was "
        "published, like icd10cm_order_2026.txt");
}

TEST_CASE("read_code_list: the HCPCS file, as text and as a table, without modifiers and further lines") {
  auto const text = hcpcs_record("A0021", '3', "19820101", "        ") +
                    hcpcs_record("A0021", '4', "        ", "        ") +
                    hcpcs_record("J7777", '3', "20260101", "20260331") +
                    hcpcs_record("   LT", '7', "19820101", "        ");
  CHECK(read(text, "HCPC2026_APR_ANWEB.txt") == "HCPCS 2026 April: 2 (0) 2023-01-01-2026-06-30");
  CHECK(read(text, "HCPC2026_JAN_ANWEB_v2.txt") == "HCPCS 2026 January: 2 (0) 2023-01-01-2026-03-31");
  CHECK(read(text, "HCPC2018_CONTR_ANWEB.txt") == "HCPCS 2018: 2 (0) 2015-01-01-2018-12-31");
  CHECK(read(text, "anweb.txt").find("does not say which edition") != std::string::npos);
  auto const list = read_code_list(text, "HCPC2026_APR_ANWEB.txt");
  list.codes.for_each("J7777", [](CodeSet::Entry const& entry) {
    CHECK(entry.dates == DaySpan{20260101, 20260331});
  });
  std::string const table =
      "Notice of CMS\n\nHCPC,SEQNUM,RECID,LONG DESCRIPTION,ADD DT,ACT EFF DT,TERM DT,ACTION CD\n"
      "A0021,00100,3,\"x, "
      "y\",19820101,19960101,,N\nA0021,00200,4,z,,,,\nJ7777,00100,3,x,20260101,20260101,20260331,D\n"
      "LT,00100,7,x,19820101,19820101,,N\n";
  CHECK(read(table, "HCPC2026_APR_ANWEB.csv") == "HCPCS 2026 April: 2 (0) 2023-01-01-2026-06-30");
  read_code_list(table, "HCPC2026_APR_ANWEB.csv").codes.for_each("J7777", [](CodeSet::Entry const& entry) {
    CHECK(entry.dates == DaySpan{20260101, 20260331});
  });
}

TEST_CASE("read_code_list: the NUCC table") {
  std::string const table =
      "Code,Grouping,Classification,Specialization,Definition,Notes,Display Name,Section\n"
      "207Q00000X,a,b,,\"c\nd\",,,\n251E00000X,a,b,,,,,\n";
  CHECK(read(table, "nucc_taxonomy_251.csv") == "NUCC taxonomy 25.1: 2 (0) 2025-10-01-2026-03-31");
  CHECK(read(table, "nucc_taxonomy_260.csv") == "NUCC taxonomy 26.0: 2 (0) 2026-04-01-2026-09-30");
  CHECK(read(table, "nucc_taxonomy_26.0.csv") == "NUCC taxonomy 26.0: 2 (0) 2026-04-01-2026-09-30");
  CHECK(read(table, "taxonomy.csv").find("nucc_taxonomy_260.csv") != std::string::npos);
}

TEST_CASE("read_code_list: the deactivated NPIs, with their title") {
  std::string const rows =
      "NPI,NPPES Deactivation Date\n1234567893,04/15/2026\n1992753115,1/2/2020\nnot an npi,\n";
  CHECK(read(rows, "NPPES Deactivated NPI Report 20260209.csv") == "deactivated NPIs 2026-02-09: 2 (0) -");
  CHECK(read("NPPES Deactivated Records as of Feb 9 2026,\n" + rows, "npi.csv") ==
        "deactivated NPIs : 2 (0) -");
  read_code_list(rows, "npi.csv").codes.for_each("1992753115", [](CodeSet::Entry const& entry) {
    CHECK(entry.dates.first == 20200102);
  });
  CHECK(read("NPI;NPPES Deactivation Date\n1234567893;2026-04-15\n", "npi.csv") ==
        "deactivated NPIs : 1 (0) -");
  CHECK(read("NPI\tNPPES Deactivation Date\n1234567893\t2026-04-15 00:00:00\n", "npi.csv") ==
        "deactivated NPIs : 1 (0) -");
}

TEST_CASE("read_code_list: places of service, whose zeros a spreadsheet took") {
  CHECK(read("Place of Service Code(s),Place of Service Name,Place of Service "
             "Description\n1,a,b\n12,a,b\n28-30,U,N\n",
             "pos.csv") == "place of service : 2 (0) -");
  CHECK(read_code_list("Place of Service Code,Place of Service Name\n1,a\n", "pos.csv").codes.contains("01"));
}

TEST_CASE("read_code_list: CPT codes of one's own") {
  CHECK(read("99213\n99600\r\n\n# a remark\n0042T # another\n", "cpt.txt") == "CPT : 3 (0) -");
  CHECK(read("code\n99213\n", "cpt_2026.csv") == "CPT 2026: 1 (0) 2026-01-01-2026-12-31");
  CHECK(read("code,from,to\n99213,2020-01-01,\n", "cpt.csv") == "CPT : 1 (0) -");
  CHECK(read("Code;To\n99213;12/31/2026\n", "cpt.csv") == "CPT : 1 (0) -");
  // Something else among them: it may be another list.
  CHECK(read("99213\nJ1885\n", "cpt.txt").find("is not a code list") != std::string::npos);
}

TEST_CASE("read_code_list: NOC codes, which are never taken for all CPT codes") {
  CHECK(read("99600\n99199\n", "NOC codes 2026.txt") == "NOC codes 2026: 2 (0) -");
  CHECK(read("HCPCS Code,Description\nJ3490,x\n99600,y\n", "codes.csv") == "NOC codes : 2 (0) -");
  CHECK(read("99600\n", "our_unlisted.txt") == "NOC codes : 1 (0) -");
}

TEST_CASE("read_code_list: what is no list says so") {
  for (auto const* const text : {"", "hello\n", "a,b\n1,2\n", "Code,Classification\n", "ISA*00*"}) {
    CAPTURE(text);
    CHECK(read(text, "x.txt") ==
          "x.txt is not a code list that scrub837 knows; docs/code-lists.md lists them");
  }
  CHECK(read("PK\x03\x04rest", "x.xlsx") ==
        "x.xlsx is a workbook or a zip file; save it as CSV, or unpack it");
}

}  // namespace
}  // namespace scrub837::test::read_code_list_test
