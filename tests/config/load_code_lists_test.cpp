#include "src/config/load_code_lists.hpp"

#include <doctest/doctest.h>

#include "src/codes/read_code_list.hpp"
#include "tests/io/temporary_folder.hpp"

namespace scrub837::test::load_code_lists_test {
namespace {

TEST_CASE("load_code_list: positions count bytes, whatever letters a description has") {
  TemporaryFolder folder;
  std::string record(320, ' ');
  record.replace(0, 11, "J7777001003").replace(268, 8, "20260101").replace(284, 8, "20260331");
  record[20] = '\xE9';  // an accent in Windows-1252
  write_file(folder / "HCPC2026_APR_ANWEB.txt", record + "\r\n");
  auto const list = load_code_list((folder / "HCPC2026_APR_ANWEB.txt").string());
  CHECK(list.file == "HCPC2026_APR_ANWEB.txt");
  list.codes.for_each("J7777", [](CodeSet::Entry const& entry) {
    CHECK(entry.dates == DaySpan{20260101, 20260331});
  });
  CHECK(list.codes.size() == 1);
}

TEST_CASE("load_code_list: a table in the encoding of a spreadsheet") {
  TemporaryFolder folder;
  std::string const table = "NPI\tNPPES Deactivation Date\r\n1234567893\t4/15/2026\r\n";
  std::string utf16 = "\xFF\xFE";
  for (char const byte : table) utf16 += {byte, '\0'};
  write_file(folder / "utf16.csv", utf16);
  write_file(folder / "mark.csv", "\xEF\xBB\xBF" + table);
  for (auto const* const name : {"utf16.csv", "mark.csv"}) {
    CAPTURE(name);
    auto const list = load_code_list((folder / name).string());
    CHECK(list.kind == CodeListKind::deactivated_npi);
    CHECK(list.codes.contains("1234567893"));
  }
}

TEST_CASE("load_code_list: a message names the file as it was given") {
  TemporaryFolder folder;
  auto const path = (folder / "lists/foo.txt").string();
  write_file(path, "this is no list of codes\n");
  try {
    static_cast<void>(load_code_list(path));
    FAIL("it was read");
  } catch (CodeListError const& error) {
    CHECK(error.message.starts_with(path + " is not a code list"));
  }
}

TEST_CASE("load_code_list: what is not there, and a folder") {
  TemporaryFolder folder;
  CHECK_THROWS_AS(static_cast<void>(load_code_list((folder / "none.txt").string())), CodeListError);
  CHECK_THROWS_AS(static_cast<void>(load_code_list(folder.path().string())), CodeListError);
}

}  // namespace
}  // namespace scrub837::test::load_code_lists_test
