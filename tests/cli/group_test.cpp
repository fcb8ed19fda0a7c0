#include <doctest/doctest.h>

#include "tests/cli/good_and_bad.hpp"
#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"

namespace scrub837::test::group_test {
namespace {

std::string const home_visits = SCRUB837_SOURCE_DIR "/samples/home-visits.837";

std::size_t count_of(std::string const& text, std::string const& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST_CASE("check: more than 20 findings are a line per root cause; --group none and --verbose list them") {
  auto const grouped = run_binary({"check", home_visits});
  CHECK(grouped.code == 1);
  CHECK(count_of(grouped.out, "error NAR001 narrative-missing at SV101-7") == 1);
  CHECK(grouped.out.find("38 findings. --group none") != std::string::npos);
  CHECK(grouped.out.find("claim #") == std::string::npos);
  for (std::vector<std::string> more : {std::vector<std::string>{"--group", "none"}, {"--verbose"}}) {
    more.insert(more.begin(), {"check", home_visits});
    auto const listed = run_binary(more).out;
    CHECK(count_of(listed, "error NAR001 narrative-missing  [held]") == 3);
    CHECK(listed.find("--group none") == std::string::npos);
  }
  CHECK(run_binary({"check", home_visits, "--jobs", "3"}).out == grouped.out);
  // Few findings are listed, and those of all files count.
  auto const few = run_binary({"check", home_visits, "--select", "NAR002"}).out;
  CHECK(count_of(few, "error NAR002 narrative-not-in-sv101-7") == 4);
  auto const one = run_binary({"check", home_visits, "--select", "NAR"}).out;
  CHECK(one.find("claim #") != std::string::npos);
  TemporaryFolder folder;
  for (int i = 0; i < 21; ++i) write_file(folder / (std::to_string(i) + ".837"), bad_bytes());
  auto const many = run_binary({"check", ".", "--ignore", "DUP"}, folder.path().string()).out;
  CHECK(count_of(many, "NAR001 narrative-missing") == 1);
  CHECK(many.find("      21      21        2100.00  error NAR001") != std::string::npos);
}

TEST_CASE("check --group: the exit code and the last line stay; other outputs have lines of their own") {
  for (std::string const by : {"rule", "payer", "provider", "claim"}) {
    CAPTURE(by);
    auto const ran = run_binary({"check", home_visits, "--group", by});
    CHECK(ran.code == 1);
    CHECK(ran.out.find("NAR001") != std::string::npos);
    CHECK(ran.out.find("LHV-") == std::string::npos);
    CHECK(ran.out.find("scrub837 check: 1 file, 24 claims:") != std::string::npos);
    CHECK(run_binary({"check", home_visits, "--group", by, "--format", "csv"})
              .out.starts_with("group,severity,findings,claims,charges,rules,claims_held,charges_held\r\n"));
  }
  CHECK(run_binary({"check", home_visits, "--group", "claim", "--show-phi"})
            .out.find("LHV-1003: NAR001 NAR004") != std::string::npos);
  CHECK(run_binary({"check", home_visits, "--group", "patient"}).code == 2);
  CHECK(run_binary({"check", home_visits, "--group", "rule", "--diff"}).code == 2);
  CHECK(run_binary({"check", home_visits, "--group", "rule", "--statistics"}).code == 2);
}

}  // namespace
}  // namespace scrub837::test::group_test
