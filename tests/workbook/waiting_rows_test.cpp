#include "src/workbook/waiting_rows.hpp"

#include <doctest/doctest.h>

#include <cerrno>
#include <filesystem>
#include <string>

#include "src/io/errors.hpp"
#include "src/report/finding_formats.hpp"
#include "src/text/csv.hpp"
#include "src/workbook/workbook.hpp"
#include "src/worklist/workbook_csv.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/fake_file_system.hpp"

namespace scrub837::test::waiting_rows_test {
namespace {

std::string workbook_of_rows(int rows, std::filesystem::path const& folder) {
  WorkbookBuilder builder(folder);
  builder.worklist().append(worklist_csv_header());
  for (int i = 0; i < rows; ++i) {
    CsvLine line;
    for (auto const column : worklist_columns) line.add(std::string(column) + std::to_string(i));
    builder.worklist().append(line.end());
  }
  builder.findings().append(findings_csv_header());
  return builder.finish({});
}

// Its sheet is some megabytes.
constexpr int many = 1000;

std::string error_of(Operation operation, std::size_t nth) {
  FakeFileSystem disk;
  disk.fail_from(operation, nth, ENOSPC);
  FileSystemInUse const used(disk);
  TemporaryFolder const folder;
  try {
    static_cast<void>(workbook_of_rows(many, folder.path()));
  } catch (EnvironmentError const& error) {
    return error.what();
  }
  return {};
}

TEST_CASE(
    "workbook: a small one waits in memory; a large one in the outputs' folder, and leaves nothing there") {
  TemporaryFolder const folder;
  FakeFileSystem disk;
  FileSystemInUse const used(disk);
  CHECK(workbook_as_csv(workbook_of_rows(2, folder.path())).find("narrative1") != std::string::npos);
  CHECK(disk.count(Operation::write) == 0);
  auto const large = workbook_of_rows(many, folder.path());
  CHECK(workbook_as_csv(large).find("narrative999") != std::string::npos);
  CHECK(disk.count(Operation::write) > 0);
  for (auto const& call : disk.calls()) {
    CAPTURE(call.path);
    bool const in_memory = call.path.string().starts_with("/proc/self/fd/");
    CHECK((in_memory || call.path == folder.path()));
  }
  CHECK(names_in(folder.path()) == "");
}

TEST_CASE("workbook: a full disk, at whatever operation, is an error and never half a workbook") {
  std::size_t writes = 0;
  std::size_t reads = 0;
  {
    FakeFileSystem disk;
    FileSystemInUse const used(disk);
    TemporaryFolder const folder;
    static_cast<void>(workbook_of_rows(many, folder.path()));
    writes = disk.count(Operation::write);
    reads = disk.count(Operation::read);
  }
  CHECK(writes > 10);
  for (std::size_t nth = 1; nth <= writes; nth += writes / 10) {
    CAPTURE(nth);
    CHECK(error_of(Operation::write, nth).find("cannot write a workbook: No space left") == 0);
  }
  for (std::size_t nth = 1; nth <= reads; nth += reads / 10) {
    CAPTURE(nth);
    CHECK(error_of(Operation::read, nth).find("cannot read ") == 0);
  }
  CHECK(error_of(Operation::open, 1).find("cannot create a temporary file in ") == 0);
}

}  // namespace
}  // namespace scrub837::test::waiting_rows_test
