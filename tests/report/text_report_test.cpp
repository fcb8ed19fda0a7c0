#include "src/report/text_report.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "src/pipeline/scrub_file.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test {
namespace {

std::string const text_of_80 =
    "WOUND CARE SACRUM STAGE 4, VAC CHANGE, PHOTO AND MEASUREMENTS TAKEN, 90 MINUTES.";

// What `check` prints of a file.
std::string printed(std::string const& file, Screen screen, bool unsafe_fixes = false) {
  std::string text;
  Sink pending([] { return open_private_temporary(); });
  ScreenReport report(screen, pending, [&](std::string_view part) { text.append(part); });
  auto settings = unsafe_fixes ? with_unsafe_fixes() : Settings();
  REQUIRE(settings.select(std::vector<std::string>{"NAR", "ATT012"}).empty());
  Judge const judge(settings);
  Sink clean(nullptr);
  Sink held(nullptr);
  auto input = Input::from_bytes(file);
  FileScrubber::Job job;
  job.input = &input;
  job.file = "inbox/a-file-with-a-long-name.837";
  job.judge = &judge;
  job.clean = &clean;
  job.held = &held;
  job.report = &report;
  FileScrubber(std::move(job)).run();
  report.commit();
  return text;
}

std::size_t longest_line(std::string const& text) {
  std::size_t longest = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) longest = std::max(longest, line.size());
  return longest;
}

TEST_CASE("text report: on a terminal no line is wider than the screen, and nothing is lost") {
  auto const file = file_with("SV1*HC:99600*125*UN*1***1~NTE*ADD*" + text_of_80 + "~");
  for (std::size_t const width : {60U, 80U, 132U}) {
    CAPTURE(width);
    auto const text = printed(file, {.show_phi = true, .terminal = true, .width = width});
    CHECK(longest_line(text) <= width);
    CHECK(text.find("error NAR002 narrative-not-in-sv101-7") != std::string::npos);
    std::string joined;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
      joined += line.substr(std::min<std::size_t>(10, line.size()));
    CHECK(joined.find(text_of_80) != std::string::npos);
  }
}

TEST_CASE("text report: in all sets but the first the set is named, since segments are counted in it") {
  auto const bad = claim_with("B1", "SV1*HC:99600*125*UN*1***1~");
  auto const text =
      printed(interchange_with(group_with(set_with("0001", bad) + set_with("0002", bad), "1", "2")),
              {.show_phi = true});
  CAPTURE(text);
  CHECK(text.find("long-name.837:23: claim B1 line 1 error NAR001") != std::string::npos);
  CHECK(text.find("long-name.837:23: set 0002 claim B1 line 1 error NAR001") != std::string::npos);
}

TEST_CASE("text report: without a terminal a finding's head is one line, for grep") {
  auto const file = file_with("SV1*HC:99600*125*UN*1***1~NTE*ADD*" + text_of_80 + "~");
  auto const text = printed(file, {.show_phi = true});
  CAPTURE(text);
  CHECK(
      text.find("long-name.837:23: claim DEMO-1 line 1 error NAR002 narrative-not-in-sv101-7  [mended]\n") !=
      std::string::npos);
  CHECK(text.find("  becomes SV1*HC:99600:::::" + text_of_80 + "*125*UN*1***1\n") != std::string::npos);
}

TEST_CASE("text report: the caret stands under the element, masked or not") {
  auto const file = file_with("SV1*HC:99600:TD*125*UN*1***1~");
  for (bool const show_phi : {true, false}) {
    std::istringstream lines(printed(file, {.show_phi = show_phi}));
    std::string head;
    std::string segment;
    std::string carets;
    std::getline(lines, head);
    std::getline(lines, segment);
    std::getline(lines, carets);
    CHECK(head.find("NAR001") != std::string::npos);
    CHECK(segment.find("SV1*HC:99600:TD*") == 4);
    CHECK(carets == std::string(19, ' ') + "^ SV101-7");
  }
}

TEST_CASE("text report: a segment that only moves is said to move") {
  auto const file =
      file_with("SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~PS1*1234567893*5~NTE*ADD*DRESSING CHANGED~");
  auto const text = printed(file, {.show_phi = true}, true);
  CHECK(text.find("ATT012") != std::string::npos);
  CHECK(text.find("  moves, unchanged, to its place in the loop\n") != std::string::npos);
  CHECK(text.find("becomes") == std::string::npos);
}

}  // namespace
}  // namespace scrub837::test
