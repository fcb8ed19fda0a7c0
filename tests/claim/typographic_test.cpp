#include "src/claim/typographic.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/draws.hpp"
#include "tests/support/property.hpp"

namespace scrub837::test::typographic_test {
namespace {

struct Pair {
  std::string_view from;
  std::string_view to;
};

TEST_CASE("typographic: each character has its plain twin, or stays") {
  constexpr Pair table[] = {
      // fractions never run into a number
      {"2\xC2\xBD HRS", "2 1/2 HRS"},
      {"\xC2\xBD HR", "1/2 HR"},
      {"1\xC2\xBC X 2\xC2\xBE CM", "1 1/4 X 2 3/4 CM"},
      {"\xC2\xBD\xC2\xBD", "1/2 1/2"},
      {"\xC2\xBD"
       "2",
       "1/2 2"},
      {"2\xE2\x80\x8B\xC2\xBD\xE2\x80\x8B"
       "2",
       "2 1/2 2"},
      {"2 \xC2\xBD", "2 1/2"},
      {"\xE2\x85\x93 CUP", "1/3 CUP"},
      {"1\xE2\x81\x84"
       "2",
       "1/2"},
      // signs
      {"WOUND CARE \xE2\x86\x92 LEFT HEEL", "WOUND CARE -> LEFT HEEL"},
      {"4\xC3\x97"
       "3 CM",
       "4X3 CM"},
      {"TEMP \xE2\x89\xA5 101", "TEMP >= 101"},
      {"BP \xE2\x89\xA4 90", "BP <= 90"},
      {"5 \xC2\xB1 1", "5 +/- 1"},
      {"SANTYL\xC2\xAE AQUACEL\xE2\x84\xA2 \xC2\xA9", "SANTYL(R) AQUACEL(TM) (C)"},
      // quotation marks
      {"\xE2\x80\xB9"
       "DEEP\xE2\x80\xBA \xE2\x80\x9FWET\xE2\x80\x9D",
       "'DEEP' \"WET\""},
      // blanks of other widths, and what can't be seen
      {"WOUND\xC2\x85"
       "CARE",
       "WOUND CARE"},
      {"WOUND\xE2\x80\x80"
       "CARE\xE2\x80\x81LEFT\xE2\x80\x84HEEL\xE2\x80\x85"
       "4\xE2\x80\x86X\xE2\x80\x87"
       "3\xE2\x80\x88"
       "CM",
       "WOUND CARE LEFT HEEL 4 X 3 CM"},
      {"WOUND\xE2\x80\xA8"
       "CARE\xE2\x80\xA9LEFT\xE3\x80\x80HEEL\xE2\x81\x9F",
       "WOUND CARE LEFT HEEL"},
      {"WOU\xE2\x80\x8CND\xE2\x80\x8D CA\xE2\x81\xA0RE", "WOUND CARE"},
      // Windows-1252
      {"\x8B"
       "DEEP\x9B SANTYL\x99 \xB7 2\xBD",
       "'DEEP' SANTYL(TM) - 2 1/2"},
      {"4\xD7"
       "3 \xB1 1 \xBC \xBE",
       "4X3 +/- 1 1/4 3/4"},
      // no twin
      {"TEMP 98\xC2\xB0"
       "F",
       "TEMP 98\xC2\xB0"
       "F"},
      {"TEMP 98\xB0"
       "F",
       "TEMP 98\xB0"
       "F"},
      {"BP \xE2\x86\x91", "BP \xE2\x86\x91"},
      {"5 \xC2\xB5g", "5 \xC2\xB5g"},
      {"CURACI\xC3\x93N \xC3\xA9 \xC3\xB1", "CURACI\xC3\x93N \xC3\xA9 \xC3\xB1"},
  };
  for (auto const& row : table) {
    CAPTURE(row.from);
    CHECK(may_be_untidy(row.from));
    CHECK(tidied(row.from, {}) == row.to);
  }
}

TEST_CASE("typographic: half a twin is not written") {
  Delimiters delimiters;
  delimiters.component = '>';
  CHECK(tidied("TEMP \xE2\x89\xA5 101", delimiters) == "TEMP \xE2\x89\xA5 101");
  CHECK(tidied("HEEL \xE2\x86\x92 TOE", delimiters) == "HEEL - TOE");
  CHECK(tidied("TEMP \xE2\x89\xA4 101", delimiters) == "TEMP <= 101");
  delimiters.component = '/';
  CHECK(tidied("2\xC2\xBD", delimiters) == "2\xC2\xBD");
  CHECK(tidied("2\xBD \xB1", delimiters) == "2\xBD \xB1");
}

TEST_CASE("typographic: what something unseen parted does not become a character") {
  CHECK(tidied("\xE2\xE2\x80\x8B\x80\x90", {}) == "\xE2 \x80\x90");
  CHECK(tidied("\xC3\xE2\x80\x8B\xC2\xAD\x89", {}) == "\xC3 \x89");
}

TEST_CASE("typographic: tidied once is tidied, and holds no new delimiter") {
  constexpr std::array<std::string_view, 30> pieces{" ",
                                                    "  ",
                                                    "A",
                                                    "2",
                                                    "9",
                                                    "\t",
                                                    "\xC2\xBD",
                                                    "\xBD",
                                                    "\xE2\x80\x8B",
                                                    "\xC2\xAD",
                                                    "\xC2",
                                                    "\xE2",
                                                    "\x80",
                                                    "\x8B",
                                                    "\x90",
                                                    "\xE2\x80",
                                                    "\xC3\x97",
                                                    "\xE2\x86\x92",
                                                    "\xE2\x89\xA5",
                                                    "\xC2\xB1",
                                                    "\x85",
                                                    "\xA0",
                                                    "\xAD",
                                                    "\xEF\xBB\xBF",
                                                    "\xE2\x84\xA2",
                                                    "\xE2\x80\xA6",
                                                    "\xF0",
                                                    "\x9F",
                                                    "\xE3\x80\x80",
                                                    "\xD7"};
  test::holds(3000, [&] {
    auto const picks = test::any_list({0, std::ssize(pieces)});
    auto const delimiters = test::one_of({Delimiters{}, Delimiters{'*', '>', '/', '~'},
                                          Delimiters{'-', '.', '1', '\n'}, Delimiters{'|', 'X', '(', '\''}});
    std::string text;
    for (auto const pick : picks) text += pieces[static_cast<std::size_t>(pick)];
    auto const once = tidied(text, delimiters);
    test::ensure_equal(tidied(once, delimiters), once);
    auto const count = [&](std::string_view in) {
      return std::count_if(in.begin(), in.end(), [&](char byte) { return delimiters.contains(byte); });
    };
    test::ensure(count(once) <= count(text));
    test::ensure(once == text || may_be_untidy(text));
  });
}

TEST_CASE("garbled text: UTF-8 read in another encoding, and the replacement character") {
  for (std::string_view const text :
       {"CURACI\xC3\x83\xC2\x93N", "NI\xC3\x83\xE2\x80\x98O", "PT\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2S HEEL",
        "98\xC3\x82\xC2\xB0", "CURACI\xEF\xBF\xBDN", "\xC3\xAF\xC2\xBF\xC2\xBD"}) {
    CAPTURE(text);
    CHECK(is_garbled(text));
  }
  for (std::string_view const text : {"", "WOUND CARE", "CURACI\xC3\x93N", "CURACI\xD3N",
                                      "PT\xE2\x80\x99S HEEL", "98\xC2\xB0", "\xC3", "N\xC3\x83O"}) {
    CAPTURE(text);
    CHECK_FALSE(is_garbled(text));
  }
}

TEST_CASE("without accents: plain letters, everything else as it is") {
  CHECK(without_accents("CURACI\xC3\x93N NI\xC3\x91O \xC3\xBC\xC3\x9F") == "CURACION NINO uss");
  CHECK(without_accents("CURACI\xD3N NI\xD1O") == "CURACION NINO");
  CHECK(without_accents("\xC5\x81\xC3\xB3\xC5\xBA \xC3\x97 \xE2\x82\xAC 5") == "Loz \xC3\x97 \xE2\x82\xAC 5");
}

}  // namespace
}  // namespace scrub837::test::typographic_test
