#include "src/report/row_parties.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <vector>

#include "src/fix/judge.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/memory_run.hpp"

namespace scrub837::test::row_parties_test {
namespace {

// The columns provider and provider_npi of the only row.
std::string provider_of_row(std::string const& segments) {
  Settings const settings;
  auto const worklist = run_with_reports(file_with(segments), Judge(settings)).worklist;
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(worklist);
  for (std::string line; std::getline(lines, line);) {
    auto& cells = rows.emplace_back(1);
    bool quoted = false;
    for (char const c : line) {
      if (c == '"') quoted = !quoted;
      if (c == ',' && !quoted) cells.emplace_back();
      if (c != '"' && (c != ',' || quoted)) cells.back() += c;
    }
  }
  REQUIRE(rows.size() == 2);
  std::string shown;
  for (std::size_t i = 0; i < rows[0].size(); ++i) {
    if (rows[0][i] == "provider" || rows[0][i] == "provider_npi") shown += rows[1][i] + "|";
  }
  return shown;
}

std::string claim(std::string const& parties, std::string const& of_line = "") {
  return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~" + parties +
         "LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~" + of_line;
}

TEST_CASE("worklist: a row about one provider shows that provider and no other") {
  std::string const rendering = "NM1*82*1*ROE*ANN****XX*1093817462~";
  CHECK(provider_of_row(claim("NM1*DN*1*REFER*SUE****XX*123456789~" + rendering)) == "REFER, SUE|123456789|");
  CHECK(provider_of_row(claim(rendering, "NM1*DK*1*ORDER*OTTO****XX*1234567890~")) ==
        "ORDER, OTTO|1234567890|");
  CHECK(provider_of_row(
            claim(rendering + "NM1*77*2*CLINIC*****XX*1234567893~N3*1 ST~N4*RICHMOND*OX*232190000~")) ==
        "CLINIC|1234567893|");
  // What is about the claim shows who rendered it.
  CHECK(provider_of_row("CLM*DEMO-1*126***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~" + rendering +
                        "LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~") == "ROE, ANN|1093817462|");
}

}  // namespace
}  // namespace scrub837::test::row_parties_test
