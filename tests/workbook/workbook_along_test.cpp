#include "src/workbook/workbook_along.hpp"

#include <doctest/doctest.h>

#include <cerrno>
#include <string>

#include "src/io/errors.hpp"
#include "src/io/write_whole.hpp"
#include "src/report/finding_formats.hpp"
#include "src/text/csv.hpp"
#include "src/workbook/workbook.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/fake_file_system.hpp"

// The workbook that is made while the CSV files are written is the one that is made from them afterwards.
namespace scrub837::test::workbook_along_test {
namespace {

std::string row_of(int number) {
  CsvLine line;
  for (auto const column : worklist_columns) line.add(std::string(column) + std::to_string(number));
  return std::string(line.end());
}

struct Desk {
  Desk() {
    worklist.read_along(along.worklist());
    findings.read_along(along.findings());
    worklist.append(worklist_csv_header());
    findings.append(findings_csv_header());
  }
  void add_rows(int count) {
    for (int i = 0; i < count; ++i) worklist.append(row_of(i));
  }
  std::optional<std::string> finish() {
    worklist.flush();
    findings.flush();
    return along.finish({});
  }
  [[nodiscard]] std::string made_afterwards() {
    WorkbookBuilder builder(folder.path());
    worklist.read_all([&](std::string_view bytes) { builder.worklist().append(bytes); });
    findings.read_all([&](std::string_view bytes) { builder.findings().append(bytes); });
    return builder.finish({});
  }
  Sink::Open opened(std::string name) {
    return [this, name = std::move(name)] { return open_file(folder / name, OpenMode::create); };
  }

  TemporaryFolder folder;
  WorkbookAlong along{folder.path()};
  Sink worklist{opened("worklist")}, findings{opened("findings")};
};

constexpr int some_spills = 2000;  // rows of about 600 bytes

TEST_CASE("workbook along: the same bytes as afterwards, for few rows and many") {
  for (int const rows : {0, 1, 40, some_spills}) {
    CAPTURE(rows);
    Desk desk;
    desk.add_rows(rows);
    auto const made = desk.finish();
    REQUIRE(made.has_value());
    CHECK(*made == desk.made_afterwards());
  }
}

TEST_CASE("workbook along: an output that was cut back behind what was read is left to be read afterwards") {
  Desk desk;
  desk.add_rows(some_spills);
  desk.worklist.truncate(worklist_csv_header().size());
  desk.add_rows(some_spills);
  CHECK_FALSE(desk.finish().has_value());
  // What is still in memory can be cut back as often as it likes.
  Desk other;
  other.add_rows(3);
  auto const size = other.worklist.size();
  other.add_rows(3);
  other.worklist.truncate(size);
  auto const made = other.finish();
  REQUIRE(made.has_value());
  CHECK(*made == other.made_afterwards());
}

TEST_CASE("workbook along: a full disk is its error, and nobody waits for it") {
  TemporaryFolder const folder;
  FakeFileSystem disk;
  disk.fail_from(Operation::write, 1, ENOSPC);
  WorkbookAlong along(folder.path());
  {
    FileSystemInUse const used(disk);
    along.worklist().take(worklist_csv_header());
    for (int i = 0; i < some_spills; ++i) along.worklist().take(row_of(i));
    CHECK_THROWS_AS(static_cast<void>(along.finish({})), EnvironmentError);
  }
}

TEST_CASE("workbook along: one that nobody wants any more ends by itself") {
  TemporaryFolder const folder;
  {
    WorkbookAlong along(folder.path());
    along.worklist().take(worklist_csv_header());
    along.worklist().take(row_of(1));
  }
  CHECK(names_in(folder.path()) == "");
}

}  // namespace
}  // namespace scrub837::test::workbook_along_test
