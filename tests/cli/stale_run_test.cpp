#include "src/cli/stale_run.hpp"

#include <doctest/doctest.h>

#include "src/io/sha256.hpp"
#include "tests/cli/good_and_bad.hpp"
#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/scrub/short_files.hpp"

namespace scrub837::test::stale_run_test {
namespace {

namespace fs = std::filesystem;

struct Folder {
  Folder() {
    for (auto const* const name : {"a", "b"}) {
      write_file(at / "in" / (std::string(name) + ".837"),
                 file_of(st() + provider("1*") + subscriber("2*1") + good(name) +
                         bad(std::string(name) + "H") + se(13)));
    }
    write_file(at / "other.837", good_bytes());
  }
  Ran scrub(std::string const& input) {
    return run_binary({"scrub", "--out", "out", "--select", "NAR", input}, at.string());
  }
  TemporaryFolder folder;
  fs::path at = folder.path();
};

TEST_CASE("a run over one input takes back what an earlier run over its folder says of it") {
  Folder one;
  REQUIRE(one.scrub("in").code == 1);
  // Of another input it still holds.
  CHECK(one.scrub("other.837").code == 0);
  CHECK(fs::exists(one.at / "out/run.summary.json"));
  CHECK(fs::exists(one.at / "out/run.worklist.csv"));
  CHECK(one.scrub("in/a.837").code == 1);
  CHECK_FALSE(fs::exists(one.at / "out/run.summary.json"));
  CHECK_FALSE(fs::exists(one.at / "out/run.worklist.csv"));
  CHECK(fs::exists(one.at / "out/b.held.837"));
}

TEST_CASE("a worklist of a run that was filled in is kept, and that is said") {
  Folder one;
  REQUIRE(one.scrub("in").code == 1);
  auto const worklist = one.at / "out/run.worklist.csv";
  write_file(worklist, read_file(worklist) + " ");
  auto const ran = one.scrub("in/a.837");
  CHECK(ran.code == 1);
  CHECK(ran.err.find("out/run.worklist.csv was changed since it was written, so it is kept") !=
        std::string::npos);
  CHECK_FALSE(fs::exists(one.at / "out/run.summary.json"));
  CHECK(fs::exists(worklist));
}

TEST_CASE("outputs of inputs that left the folder are not named as what to send or to run again") {
  Folder one;
  fs::copy_file(one.at / "in/a.837", one.at / "in/c.837");
  REQUIRE(one.scrub("in").code == 1);
  fs::remove(one.at / "in/c.837");
  auto const again = one.scrub("in").out;
  CHECK(again.find("send out/a.clean.837, out/b.clean.837; 1 other in out is of earlier runs.\n") !=
        std::string::npos);
  CHECK(
      again.find("rerun --worklist out/run.worklist.csv out/a.held.837 out/b.held.837 --select NAR --out") !=
      std::string::npos);
  CHECK(fs::exists(one.at / "out/c.clean.837"));
  fs::remove(one.at / "out/c.clean.837");
  fs::remove(one.at / "out/c.held.837");
  auto const last = one.scrub("in").out;
  CHECK(last.find("send the *.clean.837 files in out.\n") != std::string::npos);
  CHECK(last.find("rerun --worklist out/run.worklist.csv out --select NAR --out sent") != std::string::npos);
}

TEST_CASE("a held file is that of a later rerun only if it has its bytes") {
  TemporaryFolder const folder;
  auto const held = folder.path() / "night.rerun.held.837";
  write_file(held, "tonight");
  CHECK_FALSE(cli::is_of_another_file(held));
  auto const summary = [&](std::string const& bytes) {
    write_file(folder.path() / "night.rerun2.summary.json", R"({"sha256": ")" + sha256(bytes) + R"("})");
  };
  summary("tonight");
  CHECK_FALSE(cli::is_of_another_file(held));
  summary("last night");
  CHECK(cli::is_of_another_file(held));
}

}  // namespace
}  // namespace scrub837::test::stale_run_test
