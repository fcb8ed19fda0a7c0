#include <doctest/doctest.h>

#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/file_builder.hpp"

namespace scrub837::test::codes_test {
namespace {

bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string const order = "00001 Z918    0 x\n00002 Z9181   1 x\n";

TEST_CASE("codes check: kind, edition, count and dates of each file") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  write_file(folder / "icd10cm_order_2026.txt", order);
  write_file(folder / "cpt.txt", "99213\n");
  write_file(folder / "night.toml", "hold = 'error'\n");
  auto ran = run_binary({"codes", "check", "icd10cm_order_2026.txt", "cpt.txt"}, in);
  CHECK(ran.code == 0);
  CHECK(ran.out ==
        "icd10cm_order_2026.txt\n  kind     ICD-10-CM\n  edition  2026\n"
        "  count    1 code, and 1 heading that cannot be billed\n"
        "  dates    services from 2025-10-01 to 2026-09-30\n"
        "cpt.txt\n  kind     CPT\n  edition  (the file name does not say)\n  count    1 code\n"
        "  dates    services of any date\n");
  ran = run_binary({"codes", "check", "night.toml", "none.txt", ".", "cpt.txt"}, in);
  CHECK(ran.code == 2);
  CHECK(has(ran.out, "kind     CPT"));
  CHECK(has(ran.err, "night.toml is not a code list"));
  CHECK(has(ran.err, "there is no code list none.txt"));
  CHECK(has(ran.err, ". is a folder"));
  for (std::vector<std::string> const& arguments :
       {std::vector<std::string>{"codes"}, {"codes", "check"}, {"codes", "chekc"}}) {
    CHECK(run_binary(arguments, in).code == 2);
  }
  CHECK(has(run_binary({"codes", "--help"}, in).out, "Example:"));
}

TEST_CASE("code lists on the command line and in the configuration file do the same") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  write_file(folder / "conf/icd10cm_order_2026.txt", order);
  write_file(folder / "conf/cpt2026.txt", "99600\n");
  write_file(folder / "conf/scrub837.toml", "codes = ['icd10cm_order_2026.txt', 'cpt2026.txt']\n");
  write_file(folder / "conf/more.toml",
             "codes = ['icd10cm_order_2026.txt', 'cpt2026.txt']\n[extra_codes]\ncpt = ['99213']\n");
  write_file(folder / "conf/wrong.toml", "codes = ['none.txt']\n");
  write_file(folder / "a.837", file_with("SV1*HC:99213*125*UN*1***1~"));
  CHECK(run_binary({"check", "a.837"}, in).code == 0);
  auto const given = run_binary(
      {"check", "a.837", "--codes", "conf/icd10cm_order_2026.txt", "--codes", "conf/cpt2026.txt"}, in);
  CHECK(given.code == 1);
  CHECK(has(given.out, "COD004"));
  CHECK(has(given.out, "not checked: HCPCS, NUCC taxonomy, deactivated NPIs (no list);"));
  auto const configured = run_binary({"check", "a.837", "--config", "conf/scrub837.toml"}, in);
  CHECK(configured.out == given.out);
  CHECK(run_binary({"check", "a.837", "--config", "conf/more.toml"}, in).code == 0);
  CHECK(has(run_binary({"check", "a.837", "--config", "conf/wrong.toml"}, in).err,
            "wrong.toml:1:10: cannot read"));
  auto const wrong = run_binary({"check", "a.837", "--codes", "conf/wrong.toml"}, in);
  CHECK(wrong.code == 2);
  CHECK(has(wrong.err, "wrong.toml is not a code list"));
}

TEST_CASE("a list of NOC codes makes its codes need a description") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  write_file(folder / "NOC codes.csv", "HCPCS Code,Description\nT9999,x\n");
  write_file(folder / "a.837", file_with("SV1*HC:T9999*125*UN*1***1~"));
  CHECK(run_binary({"check", "a.837"}, in).code == 0);
  auto const ran = run_binary({"check", "a.837", "--codes", "NOC codes.csv"}, in);
  CHECK(ran.code == 1);
  CHECK(has(ran.out, "NAR001"));
}

TEST_CASE("what was not checked is on the screen, and none with --quiet") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  write_file(folder / "a.837", file_with("SV1*HC:99213*125*UN*1***1~"));
  constexpr auto lists =
      "not checked: ICD-10-CM, HCPCS, CPT, NUCC taxonomy, deactivated NPIs (no list);\nCARC (adjustment "
      "reasons)";
  CHECK(has(run_binary({"check", "a.837"}, in).out, lists));
  CHECK(has(run_binary({"scrub", "a.837", "--out", "out"}, in).out, lists));
  CHECK(!has(run_binary({"check", "a.837", "--quiet"}, in).out, "not checked"));
  CHECK(!has(run_binary({"check", "a.837", "--format", "csv"}, in).out, "not checked"));
  CHECK(
      has(run_binary({"check", "a.837", "--ignore", "COD,ENV012"}, in).out, "SNIP 5 (off); 2 rules (off)\n"));
}

}  // namespace
}  // namespace scrub837::test::codes_test
