#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/scrub/short_files.hpp"
#include "tests/support/file_builder.hpp"

namespace scrub837::test::statistics_test {
namespace {

std::string const note_only = "SV1*HC:99600*125*UN*1***1~NTE*ADD*COMPLEX WOUND CARE LEFT HEEL 45 MIN~";
std::string const claim_note_only =
    "CLM*A1*125***12:B:1*Y*A*Y*Y~HI*ABK:I10~NTE*ADD*COMPLEX WOUND CARE LEFT HEEL~"
    "LX*1~SV1*HC:99600*125*UN*1***1~DTP*472*D8*20260914~";

nlohmann::json row_of(std::string const& lines, std::string_view rule) {
  std::istringstream text(lines);
  for (std::string line; std::getline(text, line);) {
    auto row = nlohmann::json::parse(line);
    if (row["rule"] == rule) return row;
  }
  return {};
}

TEST_CASE("--statistics counts by rule over all inputs, and prints no finding") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  auto const file = [](std::string const& claims, int count) {
    return file_of(st() + provider("1*") + subscriber("2*1") + claims + se(7 + 3 * count));
  };
  write_file(folder / "a.837", file(bad("H1") + good("G1") + bad("H2"), 3));
  write_file(folder / "b.837", file(bad("H3"), 1));
  auto const ran = run_binary({"check", "a.837", "b.837", "--statistics", "--select", "NAR"}, in);
  CHECK(ran.code == 1);
  CHECK(ran.err == "");
  CHECK(ran.out ==
        "rule   name                               severity  findings   fixable    claims\n"
        "NAR001 narrative-missing                  error            3         0         3\n"
        "total: 3 findings, of which scrub would fix 0 (0.0%)\n"
        "not checked: ICD-10-CM, HCPCS, CPT, NUCC taxonomy, deactivated NPIs (no list);\n"
        "CARC (adjustment reasons), RARC (remarks), NUBC condition codes, currencies (not\n"
        "looked up); payer requirements (no profile); SNIP 1, 3, 5, 6 (off); 63 rules\n"
        "(off)\n"
        "scrub837 check: 2 files, 4 claims: 1 clean, 0 fixed, 3 held, 0 released; 3 errors, 0 warnings\n");
  auto const jobs = run_binary({"check", "a.837", "b.837", "--statistics", "--select=NAR", "--jobs=2"}, in);
  CHECK(jobs.out == ran.out);
  auto const quiet = run_binary({"check", "a.837", "b.837", "--statistics", "--select=NAR", "--quiet"}, in);
  CHECK(quiet.out == ran.out.substr(0, ran.out.find("not checked")));
}

TEST_CASE("--statistics says how many findings scrub would mend, with --unsafe-fixes too") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  write_file(folder / "safe.837", file_with(note_only));
  write_file(folder / "unsafe.837", file_with(claim_note_only));
  std::vector<std::string> arguments{"check", "safe.837",     "unsafe.837", "--format",
                                     "jsonl", "--statistics", "--select",   "NAR"};
  auto const safe = run_binary(arguments, in);
  CHECK(row_of(safe.out, "NAR002")["fixable"] == 1);
  CHECK(row_of(safe.out, "NAR003")["findings"] == 1);
  CHECK(row_of(safe.out, "NAR003")["fixable"] == 0);
  arguments.emplace_back("--unsafe-fixes");
  auto const unsafe = run_binary(arguments, in);
  CHECK(unsafe.code == 0);
  CHECK(row_of(unsafe.out, "NAR002")["fixable"] == 1);
  CHECK(row_of(unsafe.out, "NAR003")["fixable"] == 1);
}

TEST_CASE("--statistics counts info findings without --info, and csv has a header of its own") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  write_file(folder / "a.837", file_with(note_only));
  write_file(folder / "scrub837.toml", "select = ['NAR002']\n[severity]\nNAR002 = 'info'\n");
  auto const ran =
      run_binary({"check", "a.837", "--config", "scrub837.toml", "--statistics", "--format", "csv"}, in);
  CHECK(ran.code == 0);
  CHECK(ran.out ==
        "rule,name,severity,findings,fixable,claims\r\n"
        "NAR002,narrative-not-in-sv101-7,info,1,1,1\r\n");
  CHECK(run_binary({"check", "a.837", "--select", "NAR001", "--statistics", "--quiet"}, in).out ==
        "No findings.\n");
}

TEST_CASE("--statistics and --diff cannot be used together") {
  TemporaryFolder folder;
  write_file(folder / "a.837", file_with(note_only));
  auto const ran = run_binary({"check", "a.837", "--statistics", "--diff"}, folder.path().string());
  CHECK(ran.code == 2);
  CHECK(ran.out == "");
  CHECK(ran.err.find("--statistics") != std::string::npos);
}

TEST_CASE("--statistics counts what is read again once") {
  TemporaryFolder folder;
  // The wrong SE02 shows at the set's end; all of it is then read again and held.
  auto const set = st() + provider("1*") + subscriber("2*1") + bad("H1") + se(10, "0009");
  write_file(folder / "a.837", file_of(set));
  auto const ran = run_binary({"check", "a.837", "--statistics", "--format", "jsonl", "--show-phi"},
                              folder.path().string());
  CHECK(row_of(ran.out, "NAR001")["findings"] == 1);
  CHECK(row_of(ran.out, "ENV002")["findings"] == 1);
  CHECK(ran.out.find("H1") == std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::statistics_test
