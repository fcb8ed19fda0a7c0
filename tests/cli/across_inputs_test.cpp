#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/file_builder.hpp"

namespace scrub837::test::across_inputs_test {
namespace {

std::string const office = "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";

std::string visit(std::string const& day, std::string const& control = {}) {
  return "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~" +
         (control.empty() ? "" : "PWK*NN*EL***AC*" + control + "~") + "DTP*472*D8*" + day + "~";
}

// An interchange with these claims.
std::string file_of(std::string const& claims, std::string const& control = "000000001") {
  return file_with(interchange_with(group_with(set_with("0001", claims)), control));
}

// What `check` finds of a rule in a folder: the file, the claim, and what the message says in parentheses.
std::string found(TemporaryFolder const& folder, std::string const& rule, std::string const& jobs = "1") {
  auto const ran = run_binary({"check", ".", "--format", "jsonl", "--select", rule, "--jobs", jobs},
                              (folder.path() / "in").string());
  std::istringstream lines(ran.out);
  std::string text;
  for (std::string line; std::getline(lines, line);) {
    auto const finding = nlohmann::json::parse(line);
    if (!rule.starts_with(finding["rule"].get<std::string>()) && rule.find(',') == std::string::npos)
      continue;
    auto const message = finding["message"].get<std::string>();
    auto const at = message.rfind('(');
    text += finding["file"].get<std::string>() + " " +
            (finding["claim_index"].is_null() ? "-" : finding["claim_index"].dump()) + " " +
            (at == std::string::npos ? "" : message.substr(at)) + "\n";
  }
  return text;
}

TEST_CASE("across inputs: numbers of one sender, and claims, that an earlier input had") {
  TemporaryFolder folder;
  write_file(folder / "in/a.837",
             file_of(claim_with("A", office) + claim_with("B", visit("20260915")), "000000001"));
  write_file(folder / "in/b.837",
             file_of(claim_with("C", office) + claim_with("B", visit("20260916")), "000000002"));
  write_file(folder / "in/c.837", file_of(claim_with("D", visit("20260917")), "000000001"));
  CHECK(found(folder, "ENV014") ==
        "./b.837 2 (claim 2 of ./a.837).\n./c.837 - (interchange 1 of ./a.837).\n");
  CHECK(found(folder, "DUP001") == "./b.837 1 (claim 1 of ./a.837).\n");
  // Another sender has numbers of its own.
  write_file(folder / "in/b.837",
             replaced(read_file(folder / "in/b.837"), "DEMOSENDER     ", "OTHERSENDER    "));
  CHECK(found(folder, "ENV014") == "./c.837 - (interchange 1 of ./a.837).\n");
}

TEST_CASE("across inputs: a file and its copy: one finding for each number, none for what goes with them") {
  TemporaryFolder folder;
  auto const file =
      file_of(claim_with("A", visit("20260914", "ACN0001")) + claim_with("B", visit("20260915")));
  write_file(folder / "in/a.837", file);
  write_file(folder / "in/b.837", file);
  CHECK(found(folder, "ENV014") ==
        "./b.837 - (interchange 1 of ./a.837).\n./b.837 1 (claim 1 of ./a.837).\n./b.837 2 (claim 2 of "
        "./a.837).\n");
  CHECK(found(folder, "DUP001,ATT006,NAR012") == "");
}

TEST_CASE("across inputs: a control number of a document, and a description that was filled down") {
  TemporaryFolder folder;
  for (int i = 0; i < 12; ++i) {
    auto const name = std::string(1, static_cast<char>('a' + i));
    write_file(folder / ("in/" + name + ".837"),
               file_of(claim_with(name, visit(std::to_string(20260901 + i), i % 5 == 0 ? "ACN0001" : "")),
                       std::to_string(100000000 + i)));
  }
  CHECK(found(folder, "ATT006") == "./f.837 1 (claim 1 of ./a.837).\n./k.837 1 (claim 1 of ./a.837).\n");
  // The tenth and later.
  CHECK(found(folder, "NAR012") == "./j.837 1 \n./k.837 1 \n./l.837 1 \n");
}

TEST_CASE("across inputs: the result does not depend on how many files are scrubbed at the same time") {
  TemporaryFolder folder;
  for (int i = 0; i < 24; ++i) {
    auto const name = std::string(1, static_cast<char>('a' + i));
    std::string claims;
    // Large and small files; every third has what an earlier one has.
    for (int j = 0; j < (i % 2 == 0 ? 200 : 2); ++j) {
      claims += claim_with(name + std::to_string(j), visit(std::to_string(20260901 + j % 28)));
    }
    if (i % 3 == 0) claims += claim_with("SAME", office) + claim_with("DUP" + name, office);
    write_file(folder / ("in/" + name + ".837"), file_of(claims, std::to_string(100000000 + i / 4)));
  }
  auto const in = folder.path().string();
  std::vector<std::string> texts;
  for (std::string const jobs : {"1", "3", "8"}) {
    auto const ran =
        run_binary({"scrub", "in", "--out", "out" + jobs, "--jobs", jobs, "--hold", "warning"}, in);
    CHECK(ran.code == 1);
    std::string text;
    for (int i = 0; i < 24; ++i) {
      auto const stem = folder.path() / ("out" + jobs) / std::string(1, static_cast<char>('a' + i));
      text += read_file(stem.string() + ".findings.jsonl");
      auto summary = nlohmann::json::parse(read_file(stem.string() + ".summary.json"));
      summary.erase("seconds");
      summary.erase("started");
      CHECK(summary["not_checked"].dump().find("repeats") == std::string::npos);
      text += summary.dump();
    }
    texts.push_back(text);
    CHECK(run_binary({"check", "in", "--jobs", jobs, "--format", "jsonl"}, in).out ==
          run_binary({"check", "in", "--jobs", "1", "--format", "jsonl"}, in).out);
  }
  CHECK(texts[0].find("ENV014") != std::string::npos);
  CHECK(texts[0].find("DUP001") != std::string::npos);
  CHECK(texts[0].find("NAR012") != std::string::npos);
  CHECK(texts[1] == texts[0]);
  CHECK(texts[2] == texts[0]);
}

TEST_CASE("across inputs: a rerun gives new control numbers, so an ISA13 is not repeated") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  write_file(folder / "in/a.837", file_of(claim_with("A", "SV1*HC:99600*125*UN*1***1~DTP*472*D8*20260914~")));
  write_file(folder / "in/b.837", file_of(claim_with("B", "SV1*HC:99600*150*UN*1***1~DTP*472*D8*20260914~")));
  CHECK(run_binary({"scrub", "in", "--out", "out"}, in).code == 1);
  CHECK(read_file(folder / "out/b.findings.jsonl").find("ENV014") != std::string::npos);
  CHECK(run_binary({"rerun", "--worklist", "out/a.worklist.csv", "out", "--out", "sent"}, in).code == 1);
  CHECK(read_file(folder / "sent/b.rerun.findings.jsonl").find("ENV014") == std::string::npos);
}

TEST_CASE("across inputs: an input that can't be read is in nobody's way") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  write_file(folder / "in/a.837", file_of(claim_with("A", office)));
  write_file(folder / "in/b.837", "no X12 at all");
  std::filesystem::create_symlink("nothing", folder / "in/bb.837");
  write_file(folder / "in/c.837", file_of(claim_with("A", office), "000000002"));
  for (std::string const jobs : {"1", "4"})
    CHECK(found(folder, "ENV014", jobs) == "./c.837 1 (claim 1 of ./a.837).\n");
  // Standard input can't be read twice.
  auto const piped = run_binary({"check", "in/a.837", "-", "--jobs", "4", "--format", "jsonl"}, in,
                                file_of(claim_with("A", office), "000000003"));
  CHECK(piped.out.find("claim 1 of in/a.837") != std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::across_inputs_test
