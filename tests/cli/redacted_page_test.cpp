#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>

#include "src/redact/tokens.hpp"
#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"

namespace scrub837::test::redacted_page_test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> parts_of(std::string const& text, char between) {
  std::vector<std::string> parts(1);
  for (char const byte : text) {
    if (byte == between) {
      parts.emplace_back();
    } else {
      parts.back().push_back(byte);
    }
  }
  return parts;
}

// What names a person, an agency, a payer or a claim in a sample, in capitals.
std::set<std::string> names_in_file(std::string const& bytes) {
  std::set<std::string> names;
  for (auto segment : parts_of(bytes, '~')) {
    segment.erase(0, segment.find_first_not_of("\r\n"));
    auto const elements = parts_of(segment, '*');
    auto const add = [&](std::size_t i) {
      if (i < elements.size() && elements[i].size() > 3) names.insert(elements[i]);
    };
    auto const& id = elements[0];
    if (id == "NM1") std::ranges::for_each(std::array{3U, 4U, 9U}, add);
    if (id == "N3" || id == "N4" || id == "CLM") add(1);
    if (id == "REF" || id == "DMG") add(2);
    if (id == "PER") std::ranges::for_each(std::array{2U, 4U}, add);
  }
  return names;
}

TEST_CASE("scrub --redact --html: no name or number of the claims is in any output") {
  TemporaryFolder folder;
  auto const samples = std::string(SCRUB837_SOURCE_DIR "/samples");
  auto const ran = run_binary({"scrub", samples, "--redact", "--html", "--all-claims", "--out", "out"},
                              folder.path().string());
  CHECK(ran.code == 1);
  std::set<std::string> names;
  for (auto const& entry : fs::recursive_directory_iterator(samples)) {
    if (entry.path().extension() == ".837") names.merge(names_in_file(read_file(entry.path())));
  }
  REQUIRE(names.size() > 100);
  std::erase_if(names, [](std::string const& name) { return redact::in_vocabulary(name); });
  auto const page = read_file(folder / "out/run.report.html");
  REQUIRE(page.size() > 50'000);
  CHECK(page.find("Redacted copy, for support.") != std::string::npos);
  std::string left;
  for (auto const& entry : fs::recursive_directory_iterator(folder / "out")) {
    if (!entry.is_regular_file()) continue;
    auto const bytes = read_file(entry.path());
    for (auto const& name : names) {
      if (bytes.find(name) != std::string::npos)
        left += entry.path().filename().string() + ": " + name + "\n";
    }
  }
  CHECK(left == "");
  // With the values it says nothing of that, and they are there.
  CHECK(run_binary({"scrub", samples, "--html", "--out", "plain"}, folder.path().string()).code == 1);
  auto const plain = read_file(folder / "plain/run.report.html");
  CHECK(plain.find("Redacted copy") == std::string::npos);
  CHECK(std::ranges::count_if(names,
                              [&](auto const& name) { return plain.find(name) != std::string::npos; }) > 50);
}

TEST_CASE("scrub --redact --html: nothing of a file that is not X12 is shown") {
  TemporaryFolder folder;
  write_file(folder / "letter.837", "ISA*00*ROSEMARY THISTLEDOWN, BORN 19391101");
  write_file(folder / "letter.txt", "ROSEMARY THISTLEDOWN, BORN 19391101");
  for (std::string const name : {"letter.837", "letter.txt"}) {
    CAPTURE(name);
    auto const ran =
        run_binary({"scrub", name, "--redact", "--html", "--out", "out"}, folder.path().string());
    CHECK(ran.code == 3);
    for (auto const& entry : fs::recursive_directory_iterator(folder / "out")) {
      if (!entry.is_regular_file()) continue;
      CAPTURE(entry.path().string());
      CHECK(read_file(entry.path()).find("THISTLEDOWN") == std::string::npos);
    }
  }
}

}  // namespace
}  // namespace scrub837::test::redacted_page_test
