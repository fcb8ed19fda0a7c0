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
