#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::env013_lines_folded_test {
namespace {

// Records of `width` bytes; and the same with every line end taken out but those behind a terminator.
struct Folded {
  std::string received;
  std::string wanted;
};

Folded fold(std::string const& text, std::size_t width, std::string const& line_end) {
  Folded result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    result.received.push_back(text[i]);
    result.wanted.push_back(text[i]);
    if ((i + 1) % width != 0) continue;
    result.received += line_end;
    if (text[i] == '~') result.wanted += line_end;
  }
  return result;
}

FileStyle const unbroken{"* : ^ ~", {}, ""};

TEST_CASE("ENV013 lines-folded") {
  rule_test(
      "ENV013",
      {.valid = {"", "SV1*HC:99213*125*UN*1***1~NTE*ADD*TWO NURSES~"},
       .invalid = {
           {.segments = "NM1*40*2*DEMO PA\nYER*****46*PAYER01~",
            .at = "NM1",
            .fixed = "NM1*40*2*DEMO PAYER*****46*PAYER01~"},
           {.segments = "NM1*40*2*DEMO \r\nPAYER*****46*PAYER01~",
            .at = "NM1",
            .fixed = "NM1*40*2*DEMO PAYER*****46*PAYER01~"},
           // In the middle of an id, and right before the terminator.
           {.segments = "G\nE*1*1~", .at = "GE", .fixed = "GE*1*1~"},
           {.segments = "GE*1*1\n~", .at = "GE", .fixed = "GE*1*1~"},
           {.segments = "S\nE*2\n5*00\n01~", .at = "SE", .fixed = "SE*25*0001~"},
           {.segments = "HL*2*1\n*22*0~", .at = "HL", .fixed = "HL*2*1*22*0~"},
           {.segments = "SV1*HC:99213*12\n5*UN*1***1~", .at = "SV1", .fixed = "SV1*HC:99213*125*UN*1***1~"},
           // Said once, however many are folded.
           {.segments = "SV1*HC:99213*125*U\nN*1***1~NTE*ADD*TWO\n NURSES~NTE*TPO*PAID \nBY STATE~",
            .at = "SV1",
            .fixed = "SV1*HC:99213*125*UN*1***1~NTE*ADD*TWO NURSES~NTE*TPO*PAID BY STATE~"},
       }});
}

TEST_CASE("ENV013: records of any width, 80 bytes first, the ISA folded too") {
  auto const text =
      file_with(claim_with("A", "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~") +
                    claim_with("B", "SV1*HC:99213*125*UN*1***1~NTE*ADD*TWO NURSES~"),
                unbroken);
  for (std::size_t width = 17; width <= 132; ++width) {
    for (auto const* const line_end : {"\n", "\r\n"}) {
      // A line end right behind ISA16 reads as the terminator; one right before it has its own test.
      CAPTURE(width);
      if (105 % width == 0 || width == 104) continue;
      auto const [received, wanted] = fold(text, width, line_end);
      auto const scrubbed = scrub_text(received);
      CHECK(difference(scrubbed.clean, wanted) == "");
      CHECK(count_of(scrubbed, "ENV013") == 1);
      CHECK(found_of(scrubbed, "ENV013").applied);
      CHECK(count_of(scrubbed, "ENV012") == 0);
      CHECK(scrubbed.outcome.totals.in.claims == 2);
      CHECK(scrubbed.held.empty());
      auto const again = scrub_text(wanted);
      CHECK(difference(again.clean, wanted) == "");
      CHECK(count_of(again, "ENV013") == 0);
    }
  }
}

// Nobody's records end there: it was typed, and stands for a blank.
TEST_CASE("ENV013: a line end that was typed into a narrative leaves a blank") {
  struct Case {
    std::string received, mended;
  };
  std::string const service = "SV1*HC:99213*125*UN*1***1~";
  std::vector<Case> const cases{
      {"SV1*HC:99600*125*UN*1***1~NTE*ADD*COMPLEX WOUND CARE\nLEFT HEEL 45 MIN~",
       "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~"
       "NTE*ADD*COMPLEX WOUND CARE LEFT HEEL 45 MIN~"},
      {"SV1*HC:99600:::::COMPLEX WOUND CARE\r\nLEFT HEEL\n\n45 MIN*125*UN*1***1~",
       "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~"},
      // A blank stands there already, or a separator; no narrative.
      {service + "NTE*ADD*TWO \nNURSES~NTE*TPO*TWO\n NURSES~",
       service + "NTE*ADD*TWO NURSES~NTE*TPO*TWO NURSES~"},
      {service + "NTE*ADD\n*TWO NURSES\n~NTE*TPO*\nPAID~", service + "NTE*ADD*TWO NURSES~NTE*TPO*PAID~"},
      {service + "N\nTE*AD\nD*TWO NURSES~", service + "NTE*ADD*TWO NURSES~"},
      {"SV1*HC:99\n213*12\n5*UN*1***1~", service},
      // So long a line was folded.
      {service + "NTE*ADD*TWO " + std::string(94, 'A') + "\nB~",
       service + "NTE*ADD*TWO " + std::string(94, 'A') + "B~"},
      {service + "NTE*ADD*TWO " + std::string(93, 'A') + "\nB~",
       service + "NTE*ADD*TWO " + std::string(93, 'A') + " B~"},
  };
  auto const ignored = ignoring({"NAR006", "LEN002"});
  for (auto const& one : cases) {
    CAPTURE(one.received);
    for (std::size_t const block_size : {64U, 1U << 20U}) {
      auto const scrubbed = scrub_text(file_with(one.received), ignored, block_size);
      CHECK(count_of(scrubbed, "ENV013") == 1);
      CHECK(difference(scrubbed.clean, file_with(one.mended)) == "");
    }
  }
  // Where the segments stand on one line, nobody types line ends.
  auto const packed =
      replaced(file_with(service + "NTE*ADD*TWO NURSES~", unbroken), "TWO NURSES", "TWO\nNURSES");
  CHECK(scrub_text(packed).clean.find("NTE*ADD*TWONURSES~") != std::string::npos);
}

TEST_CASE("ENV013: a file of many blocks") {
  std::string claims;
  for (int i = 0; i < 60; ++i) claims += claim_with("A" + std::to_string(i));
  auto const [received, wanted] = fold(file_with(claims, unbroken), 80, "\n");
  for (std::size_t const block_size : {64U, 256U, 1024U, 4096U, 8192U, 1U << 20U}) {
    CAPTURE(block_size);
    auto const scrubbed = scrub_text(received, {}, block_size);
    CHECK(difference(scrubbed.clean, wanted) == "");
    CHECK(count_of(scrubbed, "ENV013") == 1);
    CHECK(scrubbed.claims(Disposition::held) == 0);
  }
}

// HL01, HL02, HL04, SE01, GE01 and IEA01 are read through line ends, and so not found wrong.
TEST_CASE("ENV013: ignored, the line ends stay in headers and trailers too") {
  for (std::string const segment :
       {"HL*1**20*1\n~", "HL*1**20*\n1~", "HL*\n1**20*1~", "HL*2*1\n*22*0~", "HL*2*1*22*0\n~",
        "SE*2\n5*0001~", "SE*25\n*0001~", "GE*\n1*1~", "IEA*1\n*000000001~", "SE*25*00\n01~",
        "IEA*1*00000\n0001~", "G\nE*1*1~"}) {
    CAPTURE(segment);
    auto const file = file_with(segment);
    CHECK(difference(scrub_text(file, ignoring({"ENV013"})).clean, file) == "");
  }
}

// It is not taken for the component separator.
TEST_CASE("ENV013: the only fold of the ISA stands in front of its last element") {
  auto const file = file_with("");
  for (auto const* const line_end : {"\n", "\r\n"}) {
    auto const scrubbed = scrub_text(replaced(file, "*P*:~", std::string("*P*") + line_end + ":~"));
    CHECK(difference(scrubbed.clean, file) == "");
    CHECK(count_of(scrubbed, "ENV013") == 1);
  }
}

TEST_CASE("ENV013: rules read through the line ends") {
  auto const text =
      file_with("SV1*HC:99600*125*UN*1***1~NTE*ADD*COMPLEX WOUND CARE LEFT HEEL 45 MIN~", unbroken);
  auto const [received, wanted] = fold(text, 80, "\n");
  auto const scrubbed = scrub_text(received);
  CHECK(found_of(scrubbed, "NAR002").applied);
  CHECK(count_of(scrubbed, "NAR007") == 0);
  CHECK(scrubbed.clean.find("SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125") != std::string::npos);
}

TEST_CASE("ENV013: a held claim keeps its line ends") {
  auto const file = file_with("SV1*HC:99600*1\n25*UN*1***1~");
  auto const scrubbed = scrub_text(file);
  CHECK(difference(scrubbed.held, file) == "");
  CHECK(scrubbed.clean.empty());
  CHECK(found_of(scrubbed, "ENV013").severity == "warning");
}

TEST_CASE("ENV013: an ISA alone that is folded") {
  auto const file = file_with("");
  auto const folded = replaced(file, "DEMORECEIVER   *260914", "DEMORECEIVER   \n*260914");
  auto const scrubbed = scrub_text(folded);
  CHECK(difference(scrubbed.clean, file) == "");
  CHECK(count_of(scrubbed, "ENV013") == 1);
  CHECK(count_of(scrubbed, "ENV008") == 0);
  CHECK(difference(scrub_text(folded, ignoring({"ENV013"})).clean, folded) == "");
  // It is the interchange's, whichever set was read when it was said.
  auto const found = found_of(scrubbed, "ENV013");
  CHECK(found.interchange_index == 1);
  CHECK(found.group == "");
  CHECK(found.transaction == "");
  CHECK(found.before.find("DEMORECEIVER   \n*260914") != std::string::npos);
  CHECK(found.after.find("DEMORECEIVER   *260914") != std::string::npos);
}

TEST_CASE("ENV013: the finding shows the segment as it was received") {
  auto const found = found_of(scrub_text(file_with("SV1*HC:99213*12\n5*UN*1***1~")), "ENV013");
  CHECK(found.transaction == "0001");
  CHECK(found.before == "SV1*HC:99213*12\n5*UN*1***1");
  CHECK(found.after == "SV1*HC:99213*125*UN*1***1");
}

}  // namespace
}  // namespace scrub837::test::env013_lines_folded_test
