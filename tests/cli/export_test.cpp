#include <doctest/doctest.h>
#include <sys/stat.h>

#include "tests/cli/good_and_bad.hpp"
#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"

namespace scrub837::test::export_test {
namespace {

namespace fs = std::filesystem;

TEST_CASE("export: to standard output, or whole to a file for its owner alone") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  write_file(folder / "a.837", good_bytes());
  write_file(folder / "b.837", bad_bytes());
  auto const printed = run_binary({"export", "a.837", "b.837", "--format", "csv"}, in);
  CHECK(printed.code == 0);
  CHECK(printed.out.starts_with("file,claim_index,claim_26,"));
  CHECK(printed.out.find("procedure_24D") != std::string::npos);
  CHECK(printed.out.find("b.837,1,H1,") != std::string::npos);
  auto const written =
      run_binary({"export", "a.837", "b.837", "--format", "csv", "--output", "rows.csv"}, in);
  CHECK(written.code == 0);
  CHECK(written.out.empty());
  CHECK(read_file(folder / "rows.csv") == printed.out);
  struct stat status {};
  REQUIRE(::stat((folder / "rows.csv").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600);
  CHECK(names_in(folder.path()) == "a.837 b.837 rows.csv");
  CHECK(run_binary({"export", "-"}, in, good_bytes()).out.starts_with("{\"file\":"));
}

TEST_CASE("export: an input is never overwritten, wrong words are refused, and failures leave nothing") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  write_file(folder / "a.837", good_bytes());
  write_file(folder / "letter.txt", "Dear reader");
  CHECK(run_binary({"export", "a.837", "--output", "a.837"}, in).code == 2);
  CHECK(run_binary({"export", "a.837", "--output", "."}, in).code == 2);
  // A pipe, like a device, is not to be replaced by a file.
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(run_binary({"export", "a.837", "--output", "pipe"}, in).code == 2);
  CHECK(fs::is_fifo(folder / "pipe"));
  fs::remove(folder / "pipe");
  CHECK(read_file(folder / "a.837") == good_bytes());
  CHECK(run_binary({"export", "a.837", "--format", "xml"}, in).code == 2);
  CHECK(run_binary({"export", "a.837", "--rows", "day"}, in).code == 2);
  CHECK(run_binary({"export"}, in).code == 2);
  CHECK(run_binary({"export", "missing.837"}, in).code == 2);
  CHECK(run_binary({"export", "a.837", "letter.txt"}, in).code == 3);
  CHECK(run_binary({"export", "a.837", "--output", "no/folder/rows.jsonl"}, in).code == 4);
  CHECK(names_in(folder.path()) == "a.837 letter.txt");
}

}  // namespace
}  // namespace scrub837::test::export_test
