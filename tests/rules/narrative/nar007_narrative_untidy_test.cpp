#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::nar007_narrative_untidy_test {
namespace {

std::string line(std::string const& description) {
  return "SV1*HC:99600:::::" + description + "*125*UN*1***1~";
}

InvalidCase tidied(std::string const& from, std::string const& to) {
  return {.segments = line(from), .at = "SV101-7", .fixed = line(to)};
}

TEST_CASE("NAR007 narrative-untidy") {
  std::string const claim = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~";
  std::string const rest = "HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";
  rule_test(
      "NAR007",
      {.valid =
           {
               line("WOUND CARE LEFT HEEL 45 MIN"),
               line("Wound care (left heel), 45 min. - \"deep\" & 'wet' 50% #2 <3 cm; a=b"),
               // Letters of other languages can be read, and stay.
               line("CURACI\xC3\x93N DE HERIDA TAL\xC3\x93N NI\xC3\x91\x41"),
               line("cura \xC3\xA9 ni\xC3\xB1o \xC3\xBC"),
               line("CURACI\xD3N TAL\xD3N NI\xD1O"),
               // A degree has no plain twin.
               line("TEMP 98.6\xC2\xB0\x46 WOUND CARE"),
               line("\xD0\xBF\xD0\xB5\xD1\x80\xD0\xB5\xD0\xB2\xD1\x8F\xD0\xB7\xD0\xBA\xD0\xB0"),
               line("") + "NTE*ADD~",
               line("WOUND CARE LEFT HEEL") + "PWK*NN*AA~",
               // Other elements are none of its business.
               "SV1*HC:99213*125*UN*1***1~REF*6R* A  1 ~",
           },
       .invalid = {
           // What an earlier program garbled is left as it is, blanks and all.
           {.segments = line("CURACI\xC3\x83\xC2\x93N  DE HERIDA TALON"), .at = "SV101-7"},
           {.segments = line("PT\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2S HEEL WOUND CARE"), .at = "SV101-7"},
           {.segments = line("CURACI\xEF\xBF\xBDN DE HERIDA TALON"), .at = "SV101-7"},
           tidied(" WOUND CARE LEFT HEEL", "WOUND CARE LEFT HEEL"),
           tidied("WOUND CARE LEFT HEEL ", "WOUND CARE LEFT HEEL"),
           tidied("   WOUND    CARE  LEFT HEEL   ", "WOUND CARE LEFT HEEL"),
           tidied("WOUND\tCARE LEFT\t\tHEEL\t", "WOUND CARE LEFT HEEL"),
           tidied("WOUND\x01"
                  "CARE\x7FLEFT HEEL",
                  "WOUND CARE LEFT HEEL"),
           // UTF-8: quotes, dashes, ellipsis, no-break blank, zero width, ligature.
           tidied("\xE2\x80\x9CWOUND\xE2\x80\x9D CARE PATIENT\xE2\x80\x99S HEEL",
                  "\"WOUND\" CARE PATIENT'S HEEL"),
           tidied("WOUND CARE \xE2\x80\x93 LEFT HEEL \xE2\x80\x94 DEEP", "WOUND CARE - LEFT HEEL - DEEP"),
           tidied("WOUND CARE LEFT HEEL\xE2\x80\xA6", "WOUND CARE LEFT HEEL..."),
           tidied("WOUND\xC2\xA0"
                  "CARE LEFT\xE2\x80\x8B HEEL",
                  "WOUND CARE LEFT HEEL"),
           tidied("WOUND CARE LEFT HEEL \xE2\x80\xA2 pro\xEF\xAC\x81le", "WOUND CARE LEFT HEEL - profile"),
           tidied("CURACI\xC3\x93N  TAL\xC3\x93N \xE2\x80\x93 NI\xC3\x91O",
                  "CURACI\xC3\x93N TAL\xC3\x93N - NI\xC3\x91O"),
           // The same in Windows-1252.
           tidied("\x93WOUND\x94 CARE PATIENT\x92S HEEL", "\"WOUND\" CARE PATIENT'S HEEL"),
           tidied("WOUND CARE \x96 LEFT HEEL \x97 DEEP\x85", "WOUND CARE - LEFT HEEL - DEEP..."),
           tidied("WOUND\xA0"
                  "CARE NI\xD1O\x95",
                  "WOUND CARE NI\xD1O-"),
           tidied("WOUND CARE \xE2\x86\x92 LEFT HEEL 2\xC2\xBD HRS", "WOUND CARE -> LEFT HEEL 2 1/2 HRS"),
           tidied("TEMP 98\xC2\xB0\x46 WOUND CARE \xC3\x97 2", "TEMP 98\xC2\xB0\x46 WOUND CARE X 2"),
           // On a line with a listed code too.
           {.segments = "SV1*HC:99213:25::::DEEP  WOUND*125*UN*1***1~",
            .at = "SV101-7",
            .fixed = "SV1*HC:99213:25::::DEEP WOUND*125*UN*1***1~"},
           // Notes and control numbers, at the line and at the claim.
           {.segments = "NTE*ADD* 45 MIN  TWO NURSES ~",
            .at = "NTE02",
            .fixed = "NTE*ADD*45 MIN TWO NURSES~"},
           {.segments = "NTE*TPO*PAID \xE2\x80\x93 STATE~", .at = "NTE02", .fixed = "NTE*TPO*PAID - STATE~"},
           {.segments = "PWK*NN*EL***AC* ACN0001 ~", .at = "PWK06", .fixed = "PWK*NN*EL***AC*ACN0001~"},
           {.segments = "PWK*NN*EL***AC*ACN\xE2\x80\x93"
                        "01~",
            .at = "PWK06",
            .fixed = "PWK*NN*EL***AC*ACN-01~"},
           {.segments = claim + "NTE*ADD*HOME  VISIT~" + rest,
            .at = "NTE02",
            .fixed = claim + "NTE*ADD*HOME VISIT~" + rest},
           {.segments = claim + "PWK*NN*EL***AC*ACN0001 ~" + rest,
            .at = "PWK06",
            .fixed = claim + "PWK*NN*EL***AC*ACN0001~" + rest},
           // Each text is named.
           {.segments = "NTE*ADD*A  LONG NOTE~NTE*TPO*PAID  BY THE STATE~",
            .at = "NTE02",
            .times = 2,
            .fixed = "NTE*ADD*A LONG NOTE~NTE*TPO*PAID BY THE STATE~"},
       }});
}

TEST_CASE("NAR007: a plain twin that is a delimiter of the file becomes a blank") {
  FileStyle const quote{"'", {'*', ':', '^', '\''}, "\n"};
  auto const apostrophe = scrub_text(file_with(line("PATIENT\xE2\x80\x99S HEEL WOUND CARE"), quote));
  CHECK(difference(apostrophe.clean, file_with(line("PATIENT S HEEL WOUND CARE"), quote)) == "");

  FileStyle const dash{"-", {'*', '-', '^', '~'}, "\n"};
  // A claim number with a hyphen would be cut by it.
  auto const whole = [](std::string const& text) {
    return "CLM*DEMO1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~" + line(text) + "DTP*472*D8*20260914~";
  };
  auto const component = scrub_text(file_with(whole("WOUND CARE \xE2\x80\x93 LEFT\xE2\x80\x94HEEL"), dash));
  CHECK(difference(component.clean, file_with(whole("WOUND CARE LEFT HEEL"), dash)) == "");

  FileStyle const dotted{".", {'*', ':', '.', '~'}, "\n"};
  auto const repetition = scrub_text(file_with(line("WOUND CARE\xE2\x80\xA6 HEEL"), dotted));
  CHECK(difference(repetition.clean, file_with(line("WOUND CARE HEEL"), dotted)) == "");
}

TEST_CASE("NAR007: a tab that separates elements is no control character") {
  FileStyle const tabs{"tab", {'\t', ':', '^', '~'}, "\n"};
  auto const file = file_with(line("WOUND CARE LEFT HEEL") + "NTE*ADD*TWO NURSES~", tabs);
  auto const scrubbed = scrub_text(file, ignoring({"ATT001"}));
  CHECK(scrubbed.rules() == "");
  CHECK(difference(scrubbed.clean, file) == "");
}

TEST_CASE("NAR007: ignored, every blank stays") {
  auto const file = file_with(line(" WOUND  CARE ") + "NTE*ADD* TWO  NURSES ~");
  CHECK(difference(scrub_text(file, ignoring({"NAR007"})).clean, file) == "");
}

}  // namespace
}  // namespace scrub837::test::nar007_narrative_untidy_test
