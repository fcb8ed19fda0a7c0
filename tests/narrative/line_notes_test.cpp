#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <vector>

#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"
#include "tests/support/text_diff.hpp"

namespace scrub837::test::line_notes_test {
namespace {

struct LineNote {
  bool description = false;
  std::string text;
};

// The rows of a data file beside this test: verdict, kind, text. `asked`: a description that a person looks
// at.
std::vector<LineNote> notes_of(std::string const& name) {
  std::ifstream file(std::string(SCRUB837_SOURCE_DIR) + "/tests/narrative/" + name);
  std::vector<LineNote> notes;
  bool heading = true;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (std::exchange(heading, false)) continue;
    auto const kind = line.find('\t');
    auto const text = line.find('\t', kind + 1);
    REQUIRE(text != std::string::npos);
    auto const verdict = line.substr(0, kind);
    REQUIRE((verdict == "description" || verdict == "remark" || verdict == "asked"));
    notes.push_back({verdict == "description", line.substr(text + 1)});
  }
  return notes;
}

std::string line_with(std::string const& description, std::string const& note) {
  return "SV1*HC:99600" + (description.empty() ? "" : ":::::" + description) + "*125*UN*1***1~NTE*ADD*" +
         note + "~";
}

// Each note on a line without a description, through the whole scrubber, with every fix allowed.
void check_each(std::string const& name, std::size_t at_least) {
  auto const notes = notes_of(name);
  CHECK(notes.size() >= at_least);
  for (auto const& note : notes) {
    CAPTURE(note.text);
    auto const file = file_with(line_with("", note.text));
    auto const scrubbed = scrub_text(file, with_unsafe_fixes());
    if (note.description) {
      CHECK(difference(scrubbed.clean, file_with(line_with(note.text, note.text))) == "");
    } else {
      CHECK(scrubbed.clean == "");
      // A blank too many in the note is mended, if nothing else is.
      CHECK(scrubbed.held.find("SV1*HC:99600*125*UN*1***1~") != std::string::npos);
    }
  }
}

TEST_CASE("line notes: descriptions are copied into SV101-7, remarks are not") {
  check_each("line_notes.tsv", 150 + 60);
}

TEST_CASE("line notes: remarks that speak of acts of care are not copied either") {
  check_each("close_calls.tsv", 100);
}

TEST_CASE("line notes: the second and third sets") {
  check_each("line_notes_second.tsv", 110);
  check_each("line_notes_third_a.tsv", 260);
  check_each("line_notes_third_b.tsv", 260);
  check_each("line_notes_final.tsv", 110);
}

TEST_CASE("line notes: kinds of remarks and of descriptions") { check_each("kinds_of_notes.tsv", 1300); }

}  // namespace
}  // namespace scrub837::test::line_notes_test
