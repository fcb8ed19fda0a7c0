#include "src/report/text_report.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "src/scrub/scrub_file.hpp"
#include "src/text/utf8.hpp"
#include "tests/support/draws.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/generated/generators.hpp"
#include "tests/support/generated/render.hpp"
#include "tests/support/memory_run.hpp"
#include "tests/support/property.hpp"
#include "tests/support/scrub_text.hpp"
#include "tests/support/utf8.hpp"

namespace scrub837::test::text_report_test {
namespace {

std::string const text_of_80 =
    "WOUND CARE SACRUM STAGE 4, VAC CHANGE, PHOTO AND MEASUREMENTS TAKEN, 90 MINUTES.";

// What `check` prints of a file.
std::string printed(std::string const& file, Screen screen, bool unsafe_fixes = false) {
  std::string text;
  Sink pending([] { return open_private_temporary(); });
  ScreenReport report(screen, pending, [&](std::string_view part) { text.append(part); });
  auto settings = unsafe_fixes ? with_unsafe_fixes() : Settings();
  REQUIRE(settings.select(std::vector<std::string>{"NAR", "ATT012", "ENV"}).empty());
  Judge const judge(settings);
  static_cast<void>(
      run_in_memory(file, judge, report, {.file = "inbox/a-file-with-a-long-name.837", .writes = false}));
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
  CHECK(text.find("long-name.837:23: claim DEMO-1 line 1 error NAR002 narrative-not-in-sv101-7  [fixed]\n") !=
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

TEST_CASE("control numbers of letters are masked in every format, padded with zeros or not") {
  for (std::string const name : {"MILLERS00", "00MILLERS"}) {
    auto file = file_with("SV1*HC:99600*125*UN*1***1~");
    for (std::string const number : {"*000000001*", "*000000001~", "*1*X*", "*1~", "*0001*", "*0001~"}) {
      for (auto at = file.find(number); at != std::string::npos; at = file.find(number, at + 1)) {
        auto const digits = number.size() - 2;
        file.replace(at + 1, digits, digits == 9 ? name : std::string("MILL").substr(0, digits));
      }
    }
    REQUIRE(file.find(name) != std::string::npos);
    for (auto const format :
         {Screen::Format::text, Screen::Format::diff, Screen::Format::jsonl, Screen::Format::csv}) {
      auto const text = printed(file, {.format = format});
      CAPTURE(text);
      CHECK(text.find("MILL") == std::string::npos);
      if (format == Screen::Format::jsonl)
        CHECK(text.find("\"interchange\":\"xxxxxxxxx\"") != std::string::npos);
    }
  }
}

TEST_CASE("text report: a byte that is not UTF-8 is shown, and the caret stands under the element") {
  for (std::string const letter : {"\xD1", "\xC3\x91"}) {
    auto const file = file_with("SV1*HC:99600:" + letter + letter + "*125*UN*1***1~");
    std::istringstream lines(printed(file, {.show_phi = true}));
    std::string head;
    std::string segment;
    std::string carets;
    std::getline(lines, head);
    std::getline(lines, segment);
    std::getline(lines, carets);
    auto const shown = displayed(letter + letter);
    CHECK(segment.find("SV1*HC:99600:" + shown + "*") == 4);
    CHECK(carets.find_first_not_of(' ') >= 4 + std::string("SV1*HC:99600:").size());
    CHECK(display_width(segment.substr(0, segment.find('*', 10))) == carets.find('^'));
  }
}

TEST_CASE("what check prints is UTF-8, and fits the screen, whatever the bytes") {
  holds(150, [] {
    auto const file = overwritten(damaged(render(any_file()), any_damage()));
    auto const format =
        one_of({Screen::Format::text, Screen::Format::diff, Screen::Format::jsonl, Screen::Format::csv});
    bool const show_phi = any_flag();
    auto const text =
        printed(file, {.format = format, .show_phi = show_phi, .terminal = true, .width = 80}, true);
    ensure(is_utf8(text));
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      if (format == Screen::Format::jsonl) ensure(nlohmann::json::accept(line));
      if (format == Screen::Format::text) ensure(display_width(line) <= 80U);
    }
  });
}

TEST_CASE("text report: a segment that only moves is said to move") {
  auto const file =
      file_with("SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~PS1*1234567893*5~NTE*ADD*DRESSING CHANGED~");
  auto const text = printed(file, {.show_phi = true}, true);
  CHECK(text.find("ATT012") != std::string::npos);
  CHECK(text.find("  is moved, unchanged, to its place in the loop\n") != std::string::npos);
  CHECK(text.find("becomes") == std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::text_report_test
