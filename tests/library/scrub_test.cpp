// What a program that links libscrub837 can do with the public headers alone.
#include "scrub837/scrub.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "io/temporary_folder.hpp"

namespace scrub837::test::scrub_test {

// Defined in scrub_hpp_alone.cpp, as a program of another project.
std::string scrubbed_and_told(std::string const& path, std::string const& out);

namespace {

std::filesystem::path const sample = SCRUB837_SOURCE_DIR "/samples/home-visits.837";

InputFile input(std::filesystem::path const& path) { return {path, path.filename().string(), {}, "night"}; }

}  // namespace

TEST_CASE("library: an input is scrubbed, and what was written is told") {
  TemporaryFolder const out;
  std::uint64_t read = 0;
  auto const summary = scrub_file(input(sample), out.path(), Settings(),
                                  [&](std::uint64_t done, std::uint64_t) { read = done; });
  CHECK(summary.outcome.status == Status::held);
  CHECK(summary.outcome.totals.balanced());
  CHECK(summary.outcome.totals.in.claims == 24);
  CHECK(read == std::filesystem::file_size(sample));
  std::string names;
  for (auto const& output : summary.outputs) {
    names += output.name + " ";
    CHECK(output.bytes == std::filesystem::file_size(out / output.name));
  }
  CHECK(names + "night.summary.json" ==
        "night.clean.837 night.held.837 night.findings.jsonl night.findings.csv night.claims.csv "
        "night.worklist.csv "
        "night.attachments.csv night.summary.json");
  CHECK(read_file(out / "night.summary.json") == to_json(summary));
}

TEST_CASE("library: an input is judged by chosen rules, and its findings are handed over") {
  Settings settings;
  std::vector<std::string> const words{"NAR001"};
  CHECK(settings.select(words).empty());
  std::vector<std::string> elements;
  auto const summary = check_file(input(sample), settings, [&](FindingRecord const& record) {
    CHECK(record.rule->id == "NAR001");
    CHECK(record.claim.has_value());
    elements.push_back(record.element);
  });
  CHECK(elements == std::vector<std::string>(3, "SV101-7"));
  CHECK(summary.outcome.totals.of(Disposition::held).claims == 2);
  CHECK(summary.outputs.empty());
}

TEST_CASE("library: an input that isn't there is a broken environment") {
  TemporaryFolder const out;
  CHECK_THROWS_AS(scrub_file(input(out / "none.837"), out.path(), Settings()), EnvironmentError);
  CHECK(names_in(out.path()).empty());
}

TEST_CASE("library: scrub.hpp alone suffices to scrub a file and to read every finding") {
  TemporaryFolder const out;
  auto const told = scrubbed_and_told(sample.string(), out.path().string());
  CAPTURE(told);
  CHECK(told.find("NAR002 narrative-not-in-sv101-7 error claim LHV-1002 SV101-7 safe, applied, fixed: ") !=
        std::string::npos);
  CHECK(told.find("NAR001 narrative-missing error claim LHV-1003 SV101-7 input, held: ") !=
        std::string::npos);
  std::size_t findings = 0;
  std::istringstream lines(read_file(out / "night.findings.jsonl"));
  for (std::string line; std::getline(lines, line);) ++findings;
  CHECK(static_cast<std::size_t>(std::count(told.begin(), told.end(), '\n')) == findings + 1);
  CHECK(told.ends_with("\n13 held\n"));
}

}  // namespace scrub837::test::scrub_test
