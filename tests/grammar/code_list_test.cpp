#include "grammar/code_list.hpp"

#include <doctest/doctest.h>

#include "scrub837/settings.hpp"

namespace scrub837::test::code_list_test {
namespace {

std::string codes(std::string_view text) {
  std::string joined;
  for (auto const& code : grammar::parse_code_list(text)) joined += (joined.empty() ? "" : " ") + code;
  return joined;
}

TEST_CASE("parse_code_list: codes, several a line, with remarks") {
  CHECK(codes("99600\n99199 99499, 0042T;J3490\r\n# 99213\nE1399 # 99214\n") ==
        "99600 99199 99499 0042T J3490 E1399");
  CHECK(codes("").empty());
  CHECK(codes("no code\n#\n\n\n").empty());
}

TEST_CASE("parse_code_list: a published table, whatever stands beside the codes") {
  CHECK(codes("HCPCS Code,Short Description,Effective Date\r\n"
              "J3490,\"Drugs, not classified; see A4649\",19940101\r\n"
              "99600,HOME VISIT NOS,20030101\r\n") == "J3490 99600");
  CHECK(codes("1\tJ3490\tDrugs\n2\t99600\tVisit 99601\n") == "J3490 99600");
  CHECK(codes("\"99600\";\"x\"\n") == "99600");
}

TEST_CASE("parse_code_list: what looks like a code and is none") {
  CHECK(codes("996001 9960 j3490 J34901 J349 ABCDE A1B23 20260101").empty());
}

TEST_CASE("unlisted codes: the built-in list, and one that is added") {
  UnlistedCodes list;
  CHECK(list.contains("99600"));
  CHECK(list.contains("T1999"));
  CHECK_FALSE(list.contains("S9999"));  // sales tax
  CHECK_FALSE(list.contains("0042T"));
  auto const before = list.size();
  CHECK(list.add_list("0042T,something\n99600,again\n") == 2);
  CHECK(list.contains("0042T"));
  CHECK(list.size() == before + 1);
}

}  // namespace
}  // namespace scrub837::test::code_list_test
