#include <doctest/doctest.h>
#include <sys/stat.h>

#include "tests/cli/good_and_bad.hpp"
#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"

namespace scrub837::test::redact_command_test {
namespace {

std::string const home_visits = SCRUB837_SOURCE_DIR "/samples/home-visits.837";

TEST_CASE("redact: to standard output or a file for its owner alone; what was compared is said") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  auto const printed = run_binary({"redact", home_visits});
  CHECK(printed.code == 0);
  CHECK(printed.out.starts_with("ISA*00*"));
  CHECK(printed.out.find("BRAMBLEWOOD") == std::string::npos);
  CHECK(printed.err.find("findings of the original are found in the copy") != std::string::npos);
  CHECK(run_binary({"redact", home_visits, "--output", "copy.837"}, in).code == 0);
  CHECK(read_file(folder / "copy.837") == printed.out);
  struct stat status {};
  REQUIRE(::stat((folder / "copy.837").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600);
  CHECK(names_in(folder.path()) == "copy.837");
  write_file(folder / "letter.txt", "Dear reader");
  CHECK(run_binary({"redact", "letter.txt"}, in).code == 3);
  CHECK(run_binary({"redact", "copy.837", "letter.txt"}, in).code == 2);
  CHECK(run_binary({"redact", "copy.837", "--output", "copy.837"}, in).code == 2);
  CHECK(run_binary({"redact", "missing.837"}, in).code == 2);
  CHECK(run_binary({"redact", "-"}, in, read_file(home_visits)).out == printed.out);
}

TEST_CASE("check --redact: the same findings with tokens in place of values") {
  auto const ran = run_binary({"check", home_visits, "--redact", "--group", "none"});
  auto const plain = run_binary({"check", home_visits, "--group", "none", "--show-phi"});
  CHECK(ran.code == plain.code);
  CHECK(plain.out.find("LHV-1003") != std::string::npos);
  CHECK(ran.out.find("LHV-1003") == std::string::npos);
  CHECK(ran.out.find("xxx") == std::string::npos);
  auto const summary = [](std::string const& out) { return out.substr(out.rfind("scrub837 check:")); };
  CHECK(summary(ran.out) == summary(plain.out));
}

TEST_CASE("scrub --redact: all outputs are of the copy, and are named so") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  auto const ran = run_binary({"scrub", home_visits, "--redact", "--out", "out"}, in);
  CHECK(ran.code == 1);
  CHECK(ran.out.find("never for a payer") != std::string::npos);
  CHECK(ran.out.find("Next:") == std::string::npos);
  for (auto const& entry : std::filesystem::directory_iterator(folder / "out")) {
    CAPTURE(entry.path().string());
    CHECK(entry.path().filename().string().starts_with("home-visits.redacted."));
    auto const bytes = read_file(entry.path());
    for (auto const* const value : {"BRAMBLEWOOD", "LHV-1003", "SSM0045001", "19391101"})
      CHECK(bytes.find(value) == std::string::npos);
  }
}

}  // namespace
}  // namespace scrub837::test::redact_command_test
