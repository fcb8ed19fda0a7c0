#include <doctest/doctest.h>

#include <filesystem>
#include <sstream>
#include <vector>

#include "src/guide/bound_guide.hpp"
#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"

// A second guide is a table of its own: what a payer's companion guide narrows is found without new code.

namespace scrub837::test::companion_test {
namespace {

namespace fs = std::filesystem;

// In other words and another order than the sample's.
constexpr std::string_view narrow =
    "# No attachments; an authorization with every claim.\n"
    "guide OUR-PLAN narrows 005010X222A1 \"our plan\"\n"
    "2400 PWK N\n"
    "2300 PWK N\n"
    "2300 REF REF01=G1 R\n"
    "2000A PRV R\n";

Settings guided_by(std::string_view text) {
  auto result = guide::read_companion(text, guide::shipped_guide()->table());
  auto const* const fault = std::get_if<guide::TableFault>(&result);
  if (fault != nullptr) FAIL(guide::described(*fault, "our.guide"));
  Settings settings;
  settings.guide = std::make_shared<guide::BoundGuide const>(std::get<guide::Table>(std::move(result)));
  return settings;
}

constexpr std::string_view taxonomy = "PRV*BI*PXC*251E00000X~", authorization = "REF*G1*AUTH0001~",
                           of_claim = "PWK*M1*BM***AC*ACN0001~", of_line = "PWK*NN*BM***AC*ACN0002~";

// A file with these segments or without.
std::string file_of(std::string_view prv, std::string_view pwk_2300, std::string_view ref,
                    std::string_view pwk_2400) {
  auto const text = [](auto part) { return std::string(part); };
  auto file =
      file_with("CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~" + text(pwk_2300) + text(ref) +
                "HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~" + text(pwk_2400) + "DTP*472*D8*20260914~");
  if (!prv.empty()) return file;
  auto const count = "SE*" + std::to_string(std::stoi(file.substr(file.find("SE*") + 3)) - 1) + "*";
  file = replaced(file, text(taxonomy) + "\n", "");
  auto const se = file.find("SE*");
  return file.replace(se, file.find('*', se + 3) + 1 - se, count);
}

std::string findings(std::string const& file, Settings const& settings) {
  std::string text;
  for (auto const& found : scrub_text(file, settings).findings)
    text += found.rule + " " + found.loop + " " +
            (found.missing.empty() ? found.segment.substr(0, 3) : found.missing) +
            (found.claim.empty() ? "" : " of the claim") + "; ";
  return text;
}

TEST_CASE("companion guide: what it requires is missed, what it forbids is found, and nothing else changes") {
  struct Case {
    std::string_view prv, pwk_2300, ref, pwk_2400;
    char const* found;
  };
  auto const ours = guided_by(narrow);
  for (auto const& one : std::vector<Case>{
           {taxonomy, "", authorization, "", ""},
           {"", "", authorization, "", "USE001 2000A PRV; "},
           {taxonomy, "", "", "", "USE001 2300 REF of the claim; "},
           {taxonomy, of_claim, authorization, "", "USE008 2300 PWK of the claim; "},
           {taxonomy, "", authorization, of_line, "USE008 2400 PWK of the claim; "},
           {"", of_claim, "", of_line,
            "USE001 2000A PRV; USE001 2300 REF of the claim; USE008 2300 PWK of the claim; USE008 2400 PWK "
            "of "
            "the claim; "},
       }) {
    auto const file = file_of(one.prv, one.pwk_2300, one.ref, one.pwk_2400);
    CHECK(findings(file, ours) == one.found);
    // By the guide itself all of these are right.
    CHECK(findings(file, {}) == "");
  }
  auto const held = scrub_text(file_of("", "", "", ""), ours);
  CHECK(held.claims(Disposition::held) == 1);
}

TEST_CASE("companion guide: usage of elements and codes, and how often a segment may be there") {
  auto const ours = guided_by(
      "guide P narrows 005010X222A1\n2000B SBR : 03R 09R=MB/CI\n2300 REF REF01=9A N\n2300 K3 S 1\n");
  auto const claim = [](std::string const& more) {
    return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~" + more +
           "HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";
  };
  auto const rules = [&](std::string const& snippet) { return scrub_text(file_with(snippet), ours).rules(); };
  auto const group = std::string("SBR*P*18*GROUP1******CI~");
  CHECK(rules(group + claim("")) == "");
  CHECK(rules(claim("")) == "USE002");
  CHECK(rules("SBR*P*18*GROUP1******BL~" + claim("")) == "COD001");
  CHECK(rules(group + claim("REF*9A*1~")) == "USE008");
  CHECK(rules(group + claim("REF*9C*1~")) == "");
  CHECK(rules(group + claim("K3*A~")) == "");
  CHECK(rules(group + claim("K3*A~K3*B~")) == "USE004");
}

TEST_CASE("companion guide: --guide and the configuration's guide do the same") {
  TemporaryFolder const folder;
  fs::create_directory(folder / "payers");
  write_file(folder / "payers/our.guide", std::string(narrow));
  write_file(folder / "night.toml", "guide = \"payers/our.guide\"\n");
  write_file(folder / "a.837", file_of("", of_claim, "", ""));
  auto const where = folder.path().string();
  auto const plain = run_binary({"check", "a.837"}, where);
  CHECK(plain.code == 0);
  auto const option = run_binary({"check", "a.837", "--guide", "payers/our.guide"}, where);
  CHECK(option.code == 1);
  for (auto const* const rule : {"USE001", "USE008"}) CHECK(option.out.find(rule) != std::string::npos);
  auto const configured = run_binary({"check", "a.837", "--config", "night.toml"}, where);
  CHECK(configured.code == 1);
  CHECK(configured.out == option.out);
  // What a run was guided by stands in its summary.
  auto const scrubbed = run_binary({"scrub", "a.837", "-o", "out", "--guide", "payers/our.guide"}, where);
  CHECK(scrubbed.code == 1);
  CHECK(read_file(folder / "out/a.summary.json").find("--guide payers/our.guide") != std::string::npos);
}

TEST_CASE("companion guide: a mistake is told with line, column and a caret, before any work") {
  struct Case {
    char const *line, *place, *said, *caret;
  };
  TemporaryFolder const folder;
  auto const where = folder.path().string();
  write_file(folder / "a.837", file_of(taxonomy, "", authorization, ""));
  for (auto const& one : std::vector<Case>{
           {"2000A PRW R", "2:1", "no such segment PRW in loop 2000A", "^"},
           {"2099A PRV R", "2:1", "no such segment PRV in loop 2099A", "^"},
           {"2300 REF REF01=QQ R", "2:1", "no such segment REF in loop 2300", "^"},
           {"2000B SBR : 99R", "2:13", "SBR has no element 99", "            ^"},
           {"2000B SBR : 03X", "2:1", "", ""},
           {"loop 2010AX in 2000A S 1", "2:6", "no loops of its own", "     ^"},
       }) {
    CAPTURE(one.line);
    write_file(folder / "wrong.guide", std::string("guide P narrows 005010X222A1\n") + one.line + "\n");
    auto const ran = run_binary({"scrub", "a.837", "-o", "out", "--guide", "wrong.guide"}, where);
    CHECK(ran.code == 2);
    CAPTURE(ran.err);
    if (*one.said == '\0') {
      CHECK(ran.err.find("wrong.guide:2:") != std::string::npos);
    } else {
      CHECK(ran.err.find(std::string("wrong.guide:") + one.place + ": ") != std::string::npos);
      CHECK(ran.err.find(one.said) != std::string::npos);
      CHECK(ran.err.find(std::string("\n") + one.line + "\n" + one.caret) != std::string::npos);
    }
    CHECK(!fs::exists(folder / "out"));
  }
  write_file(folder / "wrong.guide", "guide P narrows 005010X223A2\n");
  CHECK(run_binary({"check", "a.837", "--guide", "wrong.guide"}, where)
            .err.find("only 005010X222A1 can be narrowed") != std::string::npos);
  CHECK(run_binary({"check", "a.837", "--guide", "none.guide"}, where).code == 2);
}

// What a fence of the page holds. \param begin its first words
std::string fenced(std::string const& page, std::string const& begin) {
  auto const at = page.find("```\n" + begin);
  REQUIRE(at != std::string::npos);
  auto const start = at + 4;
  return page.substr(start, page.find("```", start) - start);
}

TEST_CASE("companion guide: docs/guide-table.md shows the sample, and what it finds in clean.837") {
  fs::path const source = SCRUB837_SOURCE_DIR;
  auto const page = read_file(source / "docs/guide-table.md");
  auto const sample = read_file(source / "samples/demo-payer.guide");
  auto const shown = fenced(page, "guide DEMO-PAYER");
  CHECK(sample.substr(sample.find("guide DEMO-PAYER")) == shown);
  // The screen is that of a run: each line is in it, in this order.
  auto const screen =
      page.substr(page.find("    $ scrub837 check samples/clean.837 --guide samples/demo-payer.guide\n"));
  auto const ran =
      run_binary({"check", "samples/clean.837", "--guide", "samples/demo-payer.guide"}, source.string());
  CHECK(ran.code == 1);
  std::istringstream lines(screen.substr(screen.find('\n') + 1));
  std::size_t at = 0, count = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    if (!line.starts_with("    ")) break;
    CAPTURE(line);
    auto const found = ran.out.find(line.substr(4) + "\n", at);
    CHECK(found != std::string::npos);
    if (found != std::string::npos) at = found;
    ++count;
  }
  CHECK(count >= 8);
}

}  // namespace
}  // namespace scrub837::test::companion_test
