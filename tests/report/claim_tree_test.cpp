#include "src/report/claim_tree.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "tests/scrub/short_files.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/memory_run.hpp"

namespace scrub837::test::claim_tree_test {
namespace {

struct Shown {
  std::string text;
  ClaimTree::Seen seen;
};

Shown show(std::string const& bytes, WantedClaim wanted, Screen screen = {.show_phi = true},
           Settings const& settings = {}) {
  std::string text;
  Sink pending([] { return open_private_temporary(); });
  ClaimTree tree(std::move(wanted), screen, "in/night.837", pending,
                 [&](std::string_view part) { text.append(part); });
  Judge const judge(settings);
  static_cast<void>(run_in_memory(bytes, judge, tree, {.writes = false}));
  tree.commit();
  return {text, tree.seen()};
}

// The line that holds a text; empty if none does.
std::string line_with(std::string const& text, std::string const& part) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.find(part) != std::string::npos) return line;
  }
  return {};
}

bool in_order(std::string const& text, std::vector<std::string> const& parts) {
  std::size_t at = 0;
  for (auto const& part : parts) {
    CAPTURE(part);
    at = text.find(part, at);
    CHECK(at != std::string::npos);
    if (at == std::string::npos) return false;
  }
  return true;
}

TEST_CASE("show: loops, segments and elements with their names, and a finding at its element") {
  auto const bytes = file_with("SV1*HC:99600:TE*125*UN*1***1~REF*6R*L-1~");
  auto const shown = show(bytes, {"DEMO-1"});
  CHECK(shown.seen.shown == 1);
  CHECK(shown.seen.held == 1);
  CHECK(in_order(shown.text, {"in/night.837: claim DEMO-1, number 1 of the file: held\nheld for NAR001\n",
                              "2000A",
                              "billing provider level\n",
                              "2010AA",
                              "2000B",
                              "2010BA",
                              "2300",
                              "CLM01",
                              "DEMO-1",
                              "claim number\n",
                              "2400",
                              "service line\n",
                              "SV101-2",
                              "99600",
                              "procedure code\n",
                              "SV101-3",
                              "first modifier\n",
                              "SV101-7",
                              "(blank)",
                              "description\n",
                              "error NAR001 narrative-missing at SV101-7  [held]\n",
                              "Unlisted code 99600 has no",
                              "help: Type what was done",
                              "SV102",
                              "REF",
                              "line control number\n"}));
}

TEST_CASE("show: segment numbers are those that check prints") {
  auto const bytes = file_with("SV1*HC:99600*125*UN*1***1~");
  auto const number = found_of(scrub_text(bytes), "NAR001").segment_number;
  auto const line = line_with(show(bytes, {"DEMO-1"}).text, "professional service");
  CHECK(std::stoull(line) == number);
  CHECK(line.find("SV1") != std::string::npos);
}

TEST_CASE(
    "show: what a fix makes of a segment is below its element; a missing segment is named where it belongs") {
  auto const fixed = show(file_with("SV1*HC:99600*125*UN*1***1~NTE*ADD*WOUND CARE LEFT HEEL 45 MIN~"),
                          {"DEMO-1"}, {.show_phi = true, .width = 200});
  CHECK(in_order(fixed.text, {": fixed\n", "SV101-7", "error NAR002", "[fixed]\n",
                              "SV1*HC:99600:::::WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1\n"}));
  auto settings = Settings();
  REQUIRE(settings.select(std::vector<std::string>{"USE"}).empty());
  auto const missing =
      show(file_with("CLM*A1*100***12:B:1*Y*A*Y*Y~LX*1~SV1*HC:99213*100*UN*1***1~DTP*472*D8*20260914~"),
           {"A1"}, {.show_phi = true}, settings);
  CHECK(in_order(missing.text, {"CLM09", " at HI  [held]\n", "2400"}));
}

TEST_CASE("show: findings above the claim are shown at their segments, and only while their level is open") {
  auto const bytes =
      file_of(st() + provider("1*") + "ZZZ*1~" + subscriber("2*1") + good("A1") + provider("3*") +
              subscriber("4*3") + good("B1") + subscriber("5*3") + "ZZY*1~" + good("B2") + se(24));
  auto const first = show(bytes, {"A1"}, {.show_phi = true}, only_narratives()).text;
  CHECK(in_order(first, {"held for ENV009 at 2010AA segment 5\n", "2000A", "ZZZ", "error ENV009", "2000B"}));
  auto const second = show(bytes, {"B1"}, {.show_phi = true}, only_narratives()).text;
  CHECK(second.find("ENV009") == std::string::npos);
  auto const third = show(bytes, {"B2"}, {.show_phi = true}, only_narratives()).text;
  CHECK(in_order(third, {"2000B", "ZZY", "error ENV009"}));
  CHECK(third.find("ZZZ") == std::string::npos);
}

TEST_CASE("show: several claims with one number are all shown; others are not") {
  auto const bytes =
      file_of(st() + provider("1*") + subscriber("2*1") + good("A1") + bad("A1") + good("A2") + se(15));
  auto const shown = show(bytes, {"A1"}, {.show_phi = true}, only_narratives());
  CHECK(shown.seen.shown == 2);
  CHECK(shown.seen.held == 1);
  CHECK(in_order(shown.text, {"number 1 of the file: clean", "number 2 of the file: held"}));
  CHECK(shown.text.find("A2") == std::string::npos);
}

TEST_CASE("show: a set that is read again shows its claim once, as it is in the end") {
  auto const bytes = file_of(st() + provider("1*") + subscriber("2*1") + good("A1") + se(9, "9999"));
  auto const shown = show(bytes, {"A1"}, {.show_phi = true}, only_narratives());
  CHECK(shown.seen.shown == 1);
  CHECK(shown.text.find("clean") == std::string::npos);
  CHECK(in_order(shown.text, {"number 1 of the file: held\nheld for ENV002 at set 0001\n"}));
}

TEST_CASE("show: one line alone; a line that is not there is said") {
  auto const bytes = file_with("SV1*HC:99213*100*UN*1***1~SV1*HC:99600*125*UN*1***1~");
  auto const shown = show(bytes, {"DEMO-1", 2});
  CHECK(shown.seen.with_line == 1);
  CHECK(shown.text.find("99213") == std::string::npos);
  CHECK(shown.text.find("2000A") == std::string::npos);
  CHECK(in_order(shown.text, {"2300", "2400", "99600", "NAR001"}));
  auto const none = show(bytes, {"DEMO-1", 3});
  CHECK(none.seen.with_line == 0);
  CHECK(none.text.find("This claim has no line 3: it has 2.") != std::string::npos);
}

TEST_CASE("show: a number that is not there gives the near ones") {
  auto const bytes =
      file_of(st() + provider("1*") + subscriber("2*1") + good("LHV-1001") + good("other") + se(12));
  auto const shown = show(bytes, {"lhv-1010"}, {}, only_narratives());
  CHECK(shown.text.empty());
  CHECK(shown.seen.near.found().empty());
  auto const near = show(bytes, {"LHV-1010"}, {}, only_narratives()).seen.near.found();
  REQUIRE(near.size() == 1);
  CHECK(near[0].number == "LHV-1001");
  CHECK(near[0].claim_index == 1);
}

TEST_CASE("show: values are masked, and no line is wider than the screen") {
  auto const bytes =
      file_with("SV1*HC:99600:::::VISIT TO MRS EXAMPLEPERSON AT HOME*125*UN*1***1~REF*6R*L-1234567~");
  auto const masked = show(bytes, {"DEMO-1"}, {}).text;
  for (auto const* const value : {"DEMO-1", "EXAMPLEPERSON", "L-1234567"})
    CHECK(masked.find(value) == std::string::npos);
  CHECK(masked.find("--show-phi") != std::string::npos);
  CHECK(masked.find("99600") != std::string::npos);
  for (std::size_t const width : {30U, 45U, 60U, 80U, 200U}) {
    CAPTURE(width);
    std::istringstream lines(
        show(bytes, {"DEMO-1"}, {.show_phi = true, .terminal = true, .width = width}).text);
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(line);
      CHECK(line.size() <= width);
    }
  }
  auto const colored = show(bytes, {"DEMO-1"}, {.show_phi = true, .color = true}).text;
  CHECK(colored.find("\x1b[") != std::string::npos);
  CHECK(masked.find('\x1b') == std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::claim_tree_test
