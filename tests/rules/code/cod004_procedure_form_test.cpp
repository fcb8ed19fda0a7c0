#include <doctest/doctest.h>

#include "tests/rules/code/loaded_lists.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test::cod004_procedure_form_test {
namespace {

std::string line(std::string const& code) { return "SV1*HC:" + code + "*125*UN*1***1~"; }

TEST_CASE("COD004 procedure-form") {
  rule_test("COD004", {.valid = {line("99213"), line("0042T"), line("0001U"), line("1036F"), line("J1885"),
                                 line("D0120"), line("G0151"),
                                 // Not a HCPCS code.
                                 "SV1*ER:ABC*125*UN*1***1~", line("")},
                       .invalid = {
                           {.segments = line("9921"), .at = "SV101-2"},
                           {.segments = line("992133"), .at = "SV101-2"},
                           {.segments = line("99 13"), .at = "SV101-2"},
                           {.segments = line("ABCDE"), .at = "SV101-2"},
                           {.segments = line("J188A"), .at = "SV101-2"},
                           {.segments = line("99A13"), .at = "SV101-2"},
                           {.segments = line("J18.5"), .at = "SV101-2"},
                       }});
}

// A record of the HCPCS file of CMS: 320 bytes. \param dates added, changed, last day
std::string record(std::string const& code, std::string const& dates = "202001012020010120991231") {
  std::string text(320, ' ');
  text.replace(0, 5, code).replace(5, 5, "00100").replace(10, 1, "3").replace(268, dates.size(), dates);
  return text + "\r\n";
}

std::string findings(std::string const& code, Settings const& settings, std::string const& day = "20260914") {
  auto const scrubbed = scrub_text(file_with(line(code) + "DTP*472*D8*" + day + "~"), settings);
  std::string text;
  for (auto const& found : findings_of(scrubbed, "COD004")) text += found.severity + " " + found.message;
  return text;
}

TEST_CASE("COD004: the HCPCS list judges letter codes but D codes, on the service date") {
  auto const list =
      with_list(record("J1885") + record("J7777", "202604012026040100000000").replace(284, 8, 8, ' ') +
                    record("J6666", "202001012026063020260630"),
                "HCPC2026_JUL_ANWEB.txt");
  CHECK(findings("J1885", list) == "");
  CHECK(findings("J7777", list) == "");
  CHECK(findings("J1886", list) == "error The HCPCS list has no such procedure code.");
  CHECK(findings("J6666", list) ==
        "error The HCPCS list does not have this procedure code on the service date.");
  CHECK(findings("J6666", list, "20260630") == "");
  CHECK(findings("J7777", list, "20260331") != "");
  CHECK(findings("99213", list) == "");
  CHECK(findings("D0120", list) == "");
  // The list ends on September 30.
  CHECK(findings("J1886", list, "20261001").starts_with("warning The HCPCS list does not have"));
  CHECK(findings("J1885", list, "20261001") == "");
  // Codes that were discontinued more than three years before are not in it.
  CHECK(findings("J1886", list, "20221231") == "");
  CHECK(findings("J1886", list, "20230101") != "");
}

TEST_CASE("COD004: of several lists, the one of the service date is asked") {
  auto lists = std::make_shared<CodeLists>();
  lists->add(read_code_list(record("J1885"), "HCPC2026_APR_ANWEB.txt"));
  lists->add(read_code_list(record("J1886", "202607012026070120991231"), "HCPC2026_JUL_ANWEB.txt"));
  Settings settings;
  settings.code_lists = lists;
  CHECK(findings("J1886", settings) == "");
  CHECK(findings("J1885", settings) != "");
}

TEST_CASE("COD004: CPT codes are judged by a list that somebody loads") {
  auto const plain = with_list("# ours\n99213\n99600\n0042T\n", "cpt2026.txt");
  CHECK(findings("99213", plain) == "");
  CHECK(findings("0042T", plain) == "");
  CHECK(findings("99214", plain) == "error The CPT list has no such procedure code.");
  CHECK(findings("J9999", plain) == "");
  CHECK(findings("99214", plain, "20270101").starts_with("warning"));
  CHECK(findings("99214", plain, "20251231") == "");
  auto const dated = with_list("code,from,to\n99213,2020-01-01,\n99343,2000-01-01,2022-12-31\n", "ours.csv");
  CHECK(findings("99213", dated) == "");
  CHECK(findings("99343", dated) != "");
  CHECK(findings("99343", dated, "20221231") == "");
}

TEST_CASE("COD004: a code that the configuration adds is right") {
  auto lists = std::make_shared<CodeLists>();
  lists->add(read_code_list("99213\n", "cpt2026.txt"));
  lists->add_code(CodeListKind::cpt, "99214");
  Settings settings;
  settings.code_lists = lists;
  CHECK(findings("99214", settings) == "");
  CHECK(findings("99215", settings) != "");
}

TEST_CASE("COD004: a line over several days is right if its code is, on the first or the last") {
  auto const list = with_list(record("J6666", "202001012026063020260630"), "HCPC2026_JUL_ANWEB.txt");
  auto const over = [&](std::string const& days) {
    auto const file = file_with(line("J6666") + "DTP*472*RD8*" + days + "~");
    return count_of(scrub_text(file, list), "COD004");
  };
  CHECK(over("20260629-20260702") == 0);
  CHECK(over("20260701-20260702") == 1);
}

}  // namespace
}  // namespace scrub837::test::cod004_procedure_form_test
