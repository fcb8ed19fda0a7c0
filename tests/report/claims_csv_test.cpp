#include "src/report/claims_csv.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "src/fix/judge.hpp"
#include "tests/scrub/short_files.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/memory_run.hpp"

namespace scrub837::test::claims_csv_test {
namespace {

constexpr std::string_view header =
    "claim,claim_index,patient,payer,provider,date_from,charge,lines,disposition,held_for,warnings,file";

// The rows, one a line, without the header.
std::string rows_of(std::string const& bytes, Settings const& settings = {}) {
  auto const text = run_with_reports(bytes, Judge(settings), {.file = "in/night.837"}).claims_csv;
  REQUIRE(text.starts_with(std::string(header) + "\r\n"));
  auto rows = text.substr(header.size() + 2);
  std::erase(rows, '\r');
  return rows;
}

// Of each row, what became of the claim, and why: CLM01 disposition held_for | warnings.
std::string reasons_of(std::string const& bytes, Settings const& settings = {}) {
  std::istringstream rows(rows_of(bytes, settings));
  std::string result;
  for (std::string row; std::getline(rows, row);) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (char const c : row) {
      if (c == '"') quoted = !quoted;
      if (c == ',' && !quoted) cells.emplace_back();
      if (c != '"' && (c != ',' || quoted)) cells.back() += c;
    }
    REQUIRE(cells.size() == 12);
    result += cells[0] + " " + cells[8] + " " + cells[9] + "|" + cells[10] + "\n";
  }
  return result;
}

std::string claims_of(std::string const& claims, int segments) {
  return file_of(st() + provider("1*") + subscriber("2*1") + claims + se(segments));
}

TEST_CASE("claims.csv: who, when, how much, and what became of it") {
  auto const levels =
      "HL*1**20*1~NM1*85*2*AGENCY, THE*IGNORED****XX*1234567893~"
      "HL*2*1*22*1~SBR*P*18*******CI~NM1*IL*1*DOE*JO*Q***MI*M1~NM1*PR*2*PAYER ONE*****PI*P1~";
  auto const line = "LX*1~SV1*HC:99600*100*UN*1***1~DTP*472*RD8*20260914-20260915~";
  auto const bytes =
      file_of(st() + levels + "CLM*A1*100***12:B:1*Y*A*Y*Y~" + line +
              "HL*3*2*23*0~PAT*19~NM1*QC*1*DOE*MIA~CLM*A2*100***12:B:1*Y*A*Y*Y~" + line + se(19));
  CHECK(rows_of(bytes, only_narratives()) ==
        "A1,1,\"DOE, JO Q\",PAYER ONE,\"AGENCY, THE\",20260914,100,1,held,NAR001,,in/night.837\n"
        "A2,2,\"DOE, MIA\",PAYER ONE,\"AGENCY, THE\",20260914,100,1,held,NAR001,,in/night.837\n");
}

TEST_CASE("claims.csv: a row for what was held, fixed or has a warning; with all_claims for every claim") {
  auto const bytes = claims_of(good("G1") + bad("H1") + good("G2"), 15);
  CHECK(reasons_of(bytes, only_narratives()) == "H1 held NAR001|\n");
  auto all = only_narratives();
  all.all_claims = true;
  CHECK(reasons_of(bytes, all) == "G1 clean |\nH1 held NAR001|\nG2 clean |\n");

  auto warns = only_narratives();
  REQUIRE(warns.set_severity("NAR001", Severity::warning));
  CHECK(reasons_of(bytes, warns) == "H1 clean |NAR001\n");
  auto never = only_narratives();
  never.hold = Hold::never;
  CHECK(reasons_of(bytes, never) == "H1 released |\n");
  CHECK(reasons_of(file_with("SV1*HC:99600:::::WOUND  CARE LEFT HEEL*125*UN*1***1~"), only_narratives()) ==
        "DEMO-1 fixed |\n");
  CHECK(reasons_of(claims_of(good("G1"), 9), only_narratives()) == "");
}

TEST_CASE("claims.csv: errors above the claims are named with their place, for the claims below alone") {
  // An unknown segment at the first provider, one at the second subscriber of the other.
  auto const bytes =
      file_of(st() + provider("1*") + "ZZZ*1~" + subscriber("2*1") + bad("A1") + good("A2") + provider("3*") +
              subscriber("4*3") + good("B1") + subscriber("5*3") + "ZZY*1~" + good("B2") + se(27));
  CHECK(reasons_of(bytes, only_narratives()) ==
        "A1 held NAR001; ENV009 at 2010AA segment 5|\n"
        "A2 held ENV009 at 2010AA segment 5|\n"
        "B2 held ENV009 at 2000B segment 23|\n");
}

TEST_CASE("claims.csv: an HL that is no level is named for the claims up to the next level alone") {
  auto const bytes =
      file_of(st() + provider("1*") + subscriber("2*1") + good("A1") + "HL*3*2*2*0~PAT*19~NM1*QC*1*DOE*JO~" +
              good("A2") + provider("4*") + subscriber("5*4") + bad("B1") + se(25));
  auto const reasons = reasons_of(bytes, only_narratives());
  CAPTURE(reasons);
  CHECK(reasons.starts_with("A2 held ENV010 at 2000 HL03 segment "));
  CHECK(reasons.find("B1 held NAR001|\n") != std::string::npos);
}

TEST_CASE("claims.csv: a header's error is named for every claim of its set") {
  auto const bytes = isa() + gs() + st("0001") + "ZZZ*1~" + provider("1*") + subscriber("2*1") + good("A1") +
                     provider("3*") + subscriber("4*3") + good("A2") + se(18) + st("0002") + provider("1*") +
                     subscriber("2*1") + good("B1") + se(10, "0002") + ge(2) + iea(1);
  CHECK(reasons_of(bytes, only_narratives()) ==
        "A1 held ENV009 at segment 3|\nA2 held ENV009 at segment 3|\n");
}

TEST_CASE("claims.csv: of a refused set, group or interchange the rule is named") {
  auto const set = [](std::string const& id, std::string const& control, std::string const& trailer) {
    return st(control) + provider("1*") + subscriber("2*1") + good(id) + trailer;
  };
  auto const other_set =
      isa() + gs() + set("A1", "0001", se(10, "9999")) + set("B1", "0002", se(10, "0002")) + ge(2) + iea(1);
  CHECK(reasons_of(other_set, only_narratives()) == "A1 held ENV002 at set 0001|\n");
  auto const other_group = isa() + gs("7") + set("A1", "0001", se(10)) + ge(1, "8") + iea(1);
  CHECK(reasons_of(other_group, only_narratives()) == "A1 held ENV004 at group 7|\n");
  auto const cut_off = isa() + gs() + set("A1", "0001", se(10)) + ge(1);
  CHECK(reasons_of(cut_off, only_narratives()) == "A1 held ENV007 at interchange 000000001|\n");
}

TEST_CASE("claims.csv: every held claim of a damaged file has a reason") {
  auto const whole = claims_of(good("G1") + bad("H1") + good("G2"), 15);
  for (std::size_t size = 100; size < whole.size(); size += 7) {
    for (auto const& bytes : {whole.substr(0, size), whole.substr(0, 110) + whole.substr(size)}) {
      CAPTURE(bytes);
      CHECK(reasons_of(bytes, only_narratives()).find(" held |") == std::string::npos);
    }
  }
}

}  // namespace
}  // namespace scrub837::test::claims_csv_test
