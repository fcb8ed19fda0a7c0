#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/good_and_bad.hpp"
#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"

namespace scrub837::test::check_test {
namespace {

TEST_CASE("check prints the place, the segment, the rule and what to do; and writes nothing") {
  TemporaryFolder folder;
  write_file(folder / "a.837", bad_bytes());
  auto const ran = run_binary({"check", "a.837"}, folder.path().string());
  for (auto const* const part : {"a.837", "NAR001", "narrative-missing", "SV101-7", "held", "^"}) {
    CAPTURE(part);
    CHECK(ran.out.find(part) != std::string::npos);
  }
  CHECK(names_in(folder.path()) == "a.837");
  // Lines of JSON are read by programs: nothing else stands there.
  auto const lines =
      run_binary({"check", "a.837", "--format", "jsonl", "--show-phi"}, folder.path().string()).out;
  std::istringstream text(lines);
  std::size_t count = 0;
  for (std::string line; std::getline(text, line); ++count) {
    auto const finding = nlohmann::json::parse(line);
    for (auto const* const field : {"file",
                                    "interchange",
                                    "interchange_index",
                                    "group",
                                    "transaction",
                                    "claim",
                                    "claim_index",
                                    "line",
                                    "line_index",
                                    "loop",
                                    "segment",
                                    "element",
                                    "segment_number",
                                    "offset",
                                    "rule",
                                    "severity",
                                    "message",
                                    "help",
                                    "fix",
                                    "disposition"}) {
      CAPTURE(field);
      CHECK(finding.contains(field));
    }
    CHECK(finding["claim"] == "H1");
    CHECK(finding["transaction"] == "0001");
    CHECK(finding["interchange"] == "000000001");
  }
  CHECK(count >= 1);
}

TEST_CASE("--severity changes what a rule's findings do, and wins over the configuration file") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  write_file(folder / "a.837", bad_bytes());
  write_file(folder / "a.toml", "[severity]\nNAR001 = 'info'\n");
  CHECK(run_binary({"check", "a.837"}, in).code == 1);
  auto const warned = run_binary({"check", "a.837", "--severity", "nar001=warning"}, in);
  CHECK(warned.code == 0);
  CHECK(warned.out.find("warning NAR001") != std::string::npos);
  CHECK(run_binary({"check", "a.837", "--severity", "narrative-missing=warning"}, in).code == 0);
  CHECK(run_binary({"check", "a.837", "--config", "a.toml"}, in).out.find("NAR001") == std::string::npos);
  CHECK(run_binary({"check", "a.837", "--config", "a.toml", "--severity", "UNL001=info,NAR001=error"}, in)
            .code == 1);
  struct Refused {
    std::string word, message;
  };
  for (auto const& refused : {Refused{"NAR001", "--severity needs RULE=error, warning or info, not NAR001"},
                              {"NAR001=bad", "not NAR001=bad"},
                              {"=error", "there is no rule"},
                              {"NAR=error", "--severity needs a single rule, but NAR is a family"},
                              {"", "--severity needs RULE=error, warning or info"},
                              {"NAR01=error", "did you mean NAR001?"}}) {
    CAPTURE(refused.word);
    auto const ran = run_binary({"check", "a.837", "--severity", refused.word}, in);
    CHECK(ran.code == 2);
    CHECK(ran.err.find(refused.message) != std::string::npos);
  }
}

TEST_CASE("-o is --out") {
  TemporaryFolder folder;
  write_file(folder / "a.837", good_bytes());
  CHECK(run_binary({"scrub", "a.837", "-o", "out"}, folder.path().string()).code == 0);
  CHECK(names_in(folder / "out").find("a.clean.837") != std::string::npos);
}

TEST_CASE("--diff shows the segments that would change, and no others") {
  TemporaryFolder folder;
  auto bytes = good_bytes();
  bytes.replace(bytes.find("HC:99213"), 8, "HC:99600:::::WOUND  CARE LEFT HEEL");
  write_file(folder / "a.837", bytes);
  auto const out = run_binary({"check", "a.837", "--diff", "--show-phi"}, folder.path().string()).out;
  CHECK(out.find("WOUND  CARE LEFT HEEL") != std::string::npos);
  CHECK(out.find("WOUND CARE LEFT HEEL") != std::string::npos);
  CHECK(out.find("NM1*85") == std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::check_test
