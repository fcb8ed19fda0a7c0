#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "src/narrative/note_reading.hpp"

namespace scrub837::test::note_frames_test {
namespace {

// frames.tsv by language and verdict.
using Frames = std::map<std::string, std::map<std::string, std::vector<std::string>>>;

Frames read_frames() {
  std::ifstream file(SCRUB837_SOURCE_DIR "/tests/narrative/frames.tsv");
  Frames frames;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    auto const verdict = line.find('\t');
    auto const text = line.find('\t', verdict + 1);
    REQUIRE(text != std::string::npos);
    frames[line.substr(0, verdict)][line.substr(verdict + 1, text - verdict - 1)].push_back(
        line.substr(text + 1));
  }
  return frames;
}

std::size_t check_frames(std::vector<std::string> const& frames, std::vector<std::string> const& acts,
                         bool described) {
  for (auto const& frame : frames) {
    auto const place = frame.find("{}");
    REQUIRE(place != std::string::npos);
    for (auto const& act : acts) {
      auto text = frame;
      text.replace(place, 2, act);
      CAPTURE(text);
      CHECK(read_note(text).describes_visit() == described);
    }
  }
  return frames.size() * acts.size();
}

TEST_CASE("note frames: a remark is one whatever act of care it speaks of") {
  std::size_t read = 0;
  for (auto const& [language, lists] : read_frames()) {
    read += check_frames(lists.at("remark"), lists.at("act"), false);
    read += check_frames(lists.at("description"), lists.at("act"), true);
  }
  CHECK(read > 8'000);
}

}  // namespace
}  // namespace scrub837::test::note_frames_test
