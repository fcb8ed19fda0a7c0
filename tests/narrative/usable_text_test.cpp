#include "scrub837/narrative/usable_text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace scrub837::test::usable_text_test {
namespace {

using namespace std::string_view_literals;

// In the order of NarrativeKind.
constexpr std::array kind_names{"usable"sv,
                                "empty"sv,
                                "placeholder"sv,
                                "code_itself"sv,
                                "repeated_character"sv,
                                "too_short"sv,
                                "clock_times"sv,
                                "authorization_number"sv,
                                "claim_control_number"sv,
                                "price"sv,
                                "ndc"sv,
                                "correction_remark"sv};

struct Row {
  std::string group;  // empty in narratives.tsv
  std::string verdict;
  std::string text;
};

// \xC3, \t, \r and \n, as they are written in the data files.
std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      result += text[i];
      continue;
    }
    char const next = text[++i];
    if (next == 'x') {
      result += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      REQUIRE("trn"sv.find(next) != std::string_view::npos);
      result += next == 't' ? '\t' : next == 'r' ? '\r' : '\n';
    }
  }
  return result;
}

// The rows of a data file next to this test.
std::vector<Row> rows_of(std::string const& name) {
  std::ifstream file(SCRUB837_SOURCE_DIR + ("/tests/narrative/" + name));
  std::vector<Row> rows;
  bool heading = true;
  bool grouped = false;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (std::exchange(heading, false)) {
      grouped = line.starts_with("group");
      continue;
    }
    CAPTURE(line);
    Row row;
    std::size_t begin = 0;
    for (auto* const cell : {&row.group, &row.verdict}) {
      if (cell == &row.group && !grouped) continue;
      auto const end = line.find('\t', begin);
      REQUIRE(end != std::string::npos);
      *cell = line.substr(begin, end - begin);
      begin = end + 1;
    }
    bool const known = std::find(kind_names.begin(), kind_names.end(), row.verdict) != kind_names.end();
    REQUIRE((known || row.verdict == "unusable"));
    row.text = unescaped(std::string_view(line).substr(begin));
    rows.push_back(row);
  }
  return rows;
}

std::vector<Row> const& narratives() {
  static auto const rows = rows_of("narratives.tsv");
  return rows;
}
std::vector<Row> const& narratives_by_kind() {
  static auto const rows = rows_of("narratives_by_kind.tsv");
  return rows;
}

void check_verdict(Row const& row, std::string_view text) {
  CAPTURE(row.verdict);
  CAPTURE(text);
  auto const kind = classify_narrative(text, "99600");
  if (row.verdict == "unusable") {
    CHECK(kind != NarrativeKind::usable);
  } else {
    CHECK(kind_names.at(static_cast<std::size_t>(kind)) == row.verdict);
  }
  CHECK(is_usable(text, "99600") == (row.verdict == "usable"));
}

TEST_CASE("usable text: each narrative gets the verdict of a revenue-cycle analyst") {
  CHECK(narratives().size() >= 400);
  for (auto const& row : narratives()) check_verdict(row, row.text);
}

TEST_CASE("usable text: groups of narratives, of few words, typed to fill the field, beside clock times") {
  CHECK(narratives_by_kind().size() >= 700);
  std::set<std::string> groups;
  for (auto const& row : narratives_by_kind()) {
    groups.insert(row.group);
    check_verdict(row, row.text);
  }
  CHECK(groups.size() == 7);
}

TEST_CASE("usable text: clock times and who came make no narrative less usable") {
  auto const stays_usable = [](std::string const& text) {
    for (auto const& timed : {text + " 0900-1130", "RN 0900-1130 " + text, "0900-1130, " + text}) {
      CAPTURE(timed);
      CHECK(is_usable(timed, "99600"));
    }
  };
  for (auto const& row : narratives_by_kind()) {
    if (row.group == "short_but_usable") stays_usable(row.text);
  }
  for (auto const& row : narratives()) {
    if (row.verdict == "usable") stays_usable(row.text);
  }
}

TEST_CASE("usable text: no narrative is in the tables twice") {
  std::set<std::string> seen;
  for (auto const* const rows : {&narratives(), &narratives_by_kind()}) {
    for (auto const& row : *rows) {
      CAPTURE(row.text);
      CHECK(seen.insert(row.text).second);
    }
  }
}

TEST_CASE("usable text: case and blanks around the text don't matter") {
  for (auto const& row : narratives()) {
    auto text = "  " + row.text + " \t";
    for (char& character : text) {
      if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
    }
    check_verdict(row, text);
  }
}

TEST_CASE("usable text: the code is the line's") {
  CHECK(classify_narrative("J3490", "J3490") == NarrativeKind::code_itself);
  CHECK(classify_narrative("j3490", "J3490") == NarrativeKind::code_itself);
  CHECK(classify_narrative("HCPCS E1399", "e1399") == NarrativeKind::code_itself);
  CHECK(classify_narrative("99350", "99600") == NarrativeKind::too_short);
  CHECK(classify_narrative("99350", "") == NarrativeKind::too_short);
}

TEST_CASE("usable text: bytes outside ASCII are read as UTF-8, else as Latin-1") {
  CHECK(is_usable("curaci\xC3\xB3n de herida", "99600"));
  CHECK(is_usable("curaci\xF3n de herida", "99600"));
  CHECK(is_usable("curacio\xCC\x81n de herida", "99600"));  // o and a combining accent
  CHECK(
      is_usable("\xD0\xBF\xD0\xB5\xD1\x80\xD0\xB5\xD0\xB2\xD1\x8F\xD0\xB7\xD0\xBA\xD0\xB0 "
                "\xD1\x80\xD0\xB0\xD0\xBD\xD1\x8B",
                "99600"));  // Cyrillic: a dressing change
  CHECK(is_usable("Wound care \xE2\x80\x93 left heel", "99600"));
  CHECK(classify_narrative("\xC3", "99600") == NarrativeKind::too_short);  // cut within a character
  CHECK(classify_narrative("SEE NOTES\xE2\x80", "99600") == NarrativeKind::placeholder);
  CHECK(classify_narrative("\xFF\xFE\xFD", "99600") == NarrativeKind::too_short);
}

TEST_CASE("usable text: long texts are judged, and fast") {
  std::string blanks(1U << 20U, ' ');
  CHECK(classify_narrative(blanks, "99600") == NarrativeKind::empty);
  CHECK(is_usable(blanks + "WOUND CARE LEFT HEEL", "99600"));
  CHECK(classify_narrative(std::string(1U << 20U, 'X'), "99600") == NarrativeKind::repeated_character);
  for (std::string_view const part : {"AUTH ", "PA-", "1,111", "0900-", "9-", "CLAIM OF ", "N4", "ICN A-A-A-",
                                      "$ ", "CASE ", "\xC3", "\xE2\x80"}) {
    std::string text;
    while (text.size() < 1U << 20U) text += part;
    CAPTURE(std::string(part));
    CHECK(classify_narrative(text, "99600") == classify_narrative(text.substr(0, 4096), "99600"));
  }
}

TEST_CASE("usable text: each kind has its own words") {
  std::set<std::string_view> phrases;
  for (int kind = 0; kind <= static_cast<int>(NarrativeKind::correction_remark); ++kind) {
    std::string_view const phrase = in_plain_words(static_cast<NarrativeKind>(kind));
    CHECK(!phrase.empty());
    CHECK(phrases.insert(phrase).second);
  }
}

}  // namespace
}  // namespace scrub837::test::usable_text_test
