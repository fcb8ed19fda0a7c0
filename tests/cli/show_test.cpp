#include <doctest/doctest.h>

#include "tests/cli/good_and_bad.hpp"
#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/file_builder.hpp"

namespace scrub837::test::show_test {
namespace {

std::string const home_visits = SCRUB837_SOURCE_DIR "/samples/home-visits.837";

TEST_CASE("show: the exit code is that of the claim, not of its file") {
  auto const held = run_binary({"show", home_visits, "--claim", "LHV-1003"});
  CHECK(held.code == 1);
  CHECK(held.err.empty());
  CHECK(held.out.find("error NAR001 narrative-missing at SV101-7  [held]") != std::string::npos);
  CHECK(run_binary({"show", home_visits, "--claim", "LHV-1002"}).code == 0);
  CHECK(run_binary({"show", home_visits, "--claim", "LHV-1003", "--ignore", "NAR"}).code == 0);
  CHECK(run_binary({"show", home_visits, "--claim", "LHV-1003", "--line", "9"}).code == 2);
}

TEST_CASE("show: a number that is not there is wrong usage, and near ones are named without telling them") {
  auto const ran = run_binary({"show", home_visits, "--claim", "LHV-1033"});
  CHECK(ran.code == 2);
  CHECK(ran.out.empty());
  CHECK(ran.err.find("claim #3 of") != std::string::npos);
  CHECK(ran.err.find("LHV-") == std::string::npos);
  CHECK(run_binary({"show", home_visits, "--claim", "LHV-1033", "--show-phi"}).err.find("LHV-1003") !=
        std::string::npos);
  CHECK(run_binary({"show", home_visits}).code == 2);
  CHECK(run_binary({"show", home_visits, "--claim", "A", "--why", "A"}).code == 2);
}

TEST_CASE("show: every input is looked in; one that is not X12 is named") {
  TemporaryFolder folder;
  write_file(folder / "a.837", good_bytes());
  write_file(folder / "b.837", bad_bytes());
  write_file(folder / "letter.837", "Dear reader");
  auto const in = folder.path().string();
  CHECK(run_binary({"show", "a.837", "b.837", "--claim", "H1"}, in).code == 1);
  CHECK(run_binary({"show", "a.837", "a.837", "--claim", "G1"}, in).out.find("2 claims have this number") ==
        std::string::npos);
  auto const ran = run_binary({"show", "letter.837", "a.837", "--claim", "G1"}, in);
  CHECK(ran.code == 3);
  CHECK(ran.out.find(": clean") != std::string::npos);
  CHECK(ran.err.find("letter.837 cannot be read as X12") != std::string::npos);
  CHECK(run_binary({"show", "-", "--claim", "H1"}, in, bad_bytes()).code == 1);
}

TEST_CASE("show --why: what held a claim, in the order of the file, from the outputs alone") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  REQUIRE(run_binary(
              {"scrub", home_visits, SCRUB837_SOURCE_DIR "/samples/envelope-faults.837", "--out", "out"}, in)
              .code == 1);
  auto const ran = run_binary({"show", "out", "--why", "LHV-1003"}, in);
  CHECK(ran.code == 1);
  auto const first = ran.out.find("1. error NAR001 narrative-missing at SV101-7, loop 2400, line 2");
  auto const second = ran.out.find("2. error NAR004");
  CHECK(first != std::string::npos);
  CHECK(second != std::string::npos);
  CHECK(first < second);
  CHECK(ran.out.find("3. ") == std::string::npos);
  CHECK(ran.out.find("LHV-1003") == std::string::npos);
  // Held for its interchange: the finding is above the claims.
  auto const above = run_binary({"show", "out/envelope-faults.summary.json", "--why", "LHV-6003"}, in);
  CHECK(above.code == 1);
  CHECK(above.out.find("1. error NAR002") != std::string::npos);
  CHECK(above.out.find("2. error ENV007") != std::string::npos);
  auto const fixed = run_binary({"show", "out", "--why", "LHV-1002"}, in);
  CHECK(fixed.code == 0);
  CHECK(fixed.out.find("It is not held") != std::string::npos);
  CHECK(run_binary({"show", "out", "--why", "LHV-9999"}, in).code == 2);
  CHECK(run_binary({"show", "out", "--why", "NONE"}, in)
            .err.find("it went out clean, or is not in these files") != std::string::npos);
  for (std::string const number : {"lhv-1003", "LHV1003", " LHV-1003 "}) {
    CAPTURE(number);
    auto const near = run_binary({"show", "out", "--why", number, "--show-phi"}, in);
    CHECK(near.code == 2);
    CHECK(near.err.find("names this claim; did you mean LHV-1003") != std::string::npos);
    auto const masked = run_binary({"show", "out", "--why", number}, in).err;
    CHECK(masked.find("did you mean claim #3 of ") != std::string::npos);
    CHECK(masked.find("LHV-1003") == std::string::npos);
  }
  CHECK(run_binary({"show", home_visits, "--why", "LHV-1003"}, in).code == 2);
}

TEST_CASE("show --why: what no summary names is of an earlier run") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  write_file(folder / "b.837", bad_bytes());
  REQUIRE(run_binary({"scrub", "b.837", "--out", "out"}, in).code == 1);
  CHECK(run_binary({"show", "out", "--why", "H1"}, in).code == 1);
  std::filesystem::remove(folder / "out/b.summary.json");
  CHECK(run_binary({"show", "out", "--why", "H1"}, in).code == 2);
}

TEST_CASE(
    "show --why: what stands above the claims, at an element, at a segment that is missing, or several "
    "times") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  auto const why = [&](std::string const& name, std::string const& from, std::string const& to) {
    write_file(folder / (name + ".837"), replaced(file_with(""), from, to));
    REQUIRE(run_binary({"scrub", name + ".837", "--out", name}, in).code == 1);
    auto const ran = run_binary({"show", name, "--why", "DEMO-1"}, in);
    CHECK(ran.code == 1);
    CHECK(ran.out.find("not listed") == std::string::npos);
    return ran.out;
  };
  CHECK(why("npi", "*XX*1234567893~", "*XX*1234567890~").find("1. error COD002") != std::string::npos);
  CHECK(why("dmg", "DMG*D8*19500101*F~", "").find("1. error SIT001") != std::string::npos);
  auto const filing = why("filing", "SBR*P*18*******CI~", "SBR*P*18~");
  CHECK(filing.find("1. error SIT024") != std::string::npos);
  auto const two = why("two", "N4*RICHMOND*VA*232190000~\nDMG", "N4*RICHMOND~\nDMG");
  CHECK(two.find("1. error SIT021") != std::string::npos);
  CHECK(two.find("2. error SIT021") != std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::show_test
