#include "src/cli/totals_table.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"

namespace scrub837::test::totals_table_test {
namespace {

using enum Disposition;

PartyTotals payer(std::string const& name, Disposition disposition, std::int64_t cents) {
  PartyTotals made{.name = name, .id = "ID"};
  made.add(disposition, false, cents);
  return made;
}

TEST_CASE("totals by what became of the claims, with the clean ones that have warnings") {
  Totals totals;
  CHECK(cli::totals_table(totals, {}).empty());
  totals.in = {3, 30000};
  totals.by_disposition[0] = {2, 20000};
  totals.by_disposition[2] = {1, 10000};
  totals.clean_with_warnings = {1, 5000};
  totals.lines = 1;
  auto const text = cli::totals_table(totals, {payer("BLUE", held, 10000)});
  CHECK(
      text.starts_with("                    claims          charges\n"
                       "  in                     3           300.00\n"
                       "  clean                  2           200.00\n"
                       "    with warnings        1            50.00\n"
                       "  fixed                  0             0.00\n"
                       "  held                   1           100.00\n"
                       "  1 service line, 0 of them unlisted\n"));
  CHECK(text.find("released") == std::string::npos);
}

TEST_CASE("the payers of most held charges come first; of more than ten the rest is one line") {
  Totals totals;
  totals.in = {1, 1};
  std::vector<PartyTotals> payers{payer("SMALL", clean, 5), payer(std::string(100, 'L'), clean, 900),
                                  payer("HOLDS", held, 1), payer("\xD1", clean, 1), payer("", clean, 1)};
  auto text = cli::totals_table(totals, payers);
  CHECK(text.find("HOLDS") < text.find("LLLL"));
  CHECK(text.find("LLLL") < text.find("SMALL"));
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) CHECK(line.size() <= cli::screen_columns);
  for (int i = 0; i < 10; ++i) payers.push_back(payer("P" + std::to_string(i), clean, 1000));
  text = cli::totals_table(totals, payers);
  CHECK(text.find("5 more payers") != std::string::npos);
  CHECK(text.find("SMALL") == std::string::npos);
}

TEST_CASE("the screens of check and scrub are at most 80 columns wide, but for file names") {
  TemporaryFolder const folder;
  std::string const sample = SCRUB837_SOURCE_DIR "/samples/home-visits.837";
  std::filesystem::copy_file(sample, folder / "a.837");
  for (std::vector<std::string> const& arguments :
       {std::vector<std::string>{"scrub", "a.837", "--out", "out"}, {"check", "a.837"}}) {
    auto const out = run_binary(arguments, folder.path().string()).out;
    CHECK(out.find("5 of them with warnings") != std::string::npos);
    CHECK(out.find("EVERGREEN MOCK HEALTH") != std::string::npos);
    std::istringstream lines(out);
    for (std::string line; std::getline(lines, line);) {
      bool const one_line =
          line.starts_with("scrub837 ") || line.starts_with("  becomes ") || line.starts_with("a.837:");
      CHECK_MESSAGE((one_line || line.size() <= cli::screen_columns), line);
    }
  }
}

}  // namespace
}  // namespace scrub837::test::totals_table_test
