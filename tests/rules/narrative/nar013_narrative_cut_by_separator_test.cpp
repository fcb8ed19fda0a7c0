#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::nar013_narrative_cut_by_separator_test {
namespace {

std::string line(std::string const& composite, std::string const& rest = "") {
  return "SV1*" + composite + "*125*UN*1***1~" + rest;
}

constexpr auto described = "HC:99600:::::WOUND CARE LEFT HEEL";

TEST_CASE("NAR013 narrative-cut-by-separator") {
  auto const mended = [](std::string const& bad, std::string const& at, std::string const& good) {
    return InvalidCase{.segments = line(bad), .at = at, .fixed = line(good), .unsafe = true};
  };
  auto const asked = [](std::string const& bad, std::string const& at) {
    return InvalidCase{.segments = line(bad), .at = at};
  };
  std::string const note = "NTE*ADD*DRESSING CHANGED TWICE";
  rule_test(
      "NAR013",
      {.valid = {line(described), line("HC:99213:25"), line("HC:99213:25:59:GT:TD"),
                 line("HC:99600:TDX::::WOUND CARE LEFT HEEL"), line("HC:99600:TD::::X"),
                 line(std::string(described) + ":"), line(described, note + "~"),
                 line(described, note + "**~")},
       .invalid = {
           mended("HC:99600:::::WOUND CARE LEFT HEEL: MEASURED, CAREGIVER TAUGHT", "SV101-8",
                  "HC:99600:::::WOUND CARE LEFT HEEL; MEASURED, CAREGIVER TAUGHT"),
           mended("HC:99600:TD::::EPINEPHRINE 1:1000 INJECTION AT 10:30", "SV101-8",
                  "HC:99600:TD::::EPINEPHRINE 1;1000 INJECTION AT 10;30"),
           // Moved to where it belongs: a separator too many, or too few.
           mended("HC:99600::::::WOUND CARE LEFT HEEL", "SV101-8", described),
           mended("HC:99600:WOUND CARE LEFT HEEL", "SV101-3", described),
           mended("HC:99600:TD:WOUND CARE LEFT HEEL", "SV101-4", "HC:99600:TD::::WOUND CARE LEFT HEEL"),
           mended("HC:99600:TD::WOUND CARE LEFT HEEL", "SV101-5", "HC:99600:TD::::WOUND CARE LEFT HEEL"),
           mended("HC:99600:WOUND CARE: LEFT HEEL", "SV101-3", "HC:99600:::::WOUND CARE; LEFT HEEL"),
           mended("HC:99600:::::WOUND CARE LEFT HEEL 2^3 CM", "SV101-7",
                  "HC:99600:::::WOUND CARE LEFT HEEL 2;3 CM"),
           mended("HC:17999:::::SHAVED LESION: RIGHT FOREARM, 2 CM", "SV101-8",
                  "HC:17999:::::SHAVED LESION; RIGHT FOREARM, 2 CM"),
           // What could be a modifier stands among the parts, or text at both places.
           asked("HC:99600:WOUND CARE:RT:HEEL", "SV101-3"),
           asked("HC:99600:WOUND CARE:TD", "SV101-3"),
           asked("HC:99600:WOUND CARE::::LEFT HEEL", "SV101-3"),
           asked("HC:99600:T:WOUND CARE LEFT HEEL", "SV101-4"),
           asked("HC:99600:TD^GT", "SV101"),
           // A range of codes, and a text that does not fit.
           asked(std::string(described) + ":99213", "SV101-8"),
           asked("HC:99600:::::WOUND CARE LEFT HEEL AND SACRUM WITH NEGATIVE PRESSURE: MEASURED, AND THE "
                 "CAREGIVER "
                 "TAUGHT",
                 "SV101-8"),
           // Notes.
           {.segments = line(described, note + "* BY RN*45 MIN~"),
            .at = "NTE03",
            .fixed = line(described, note + "; BY RN;45 MIN~"),
            .unsafe = true},
           {.segments = line(described, "NTE*ADD*DEPTH 2^3 CM AT HEEL~"),
            .at = "NTE02",
            .fixed = line(described, "NTE*ADD*DEPTH 2;3 CM AT HEEL~"),
            .unsafe = true},
       }});
}

TEST_CASE("NAR013: what a person has to decide is shown joined") {
  auto const scrubbed = scrub_text(file_with(line("HC:99600:WOUND CARE:RT:HEEL")), with_unsafe_fixes());
  auto const found = found_of(scrubbed, "NAR013");
  CHECK(found.fix == Applicability::input);
  CHECK_FALSE(found.applied);
  CHECK(found.before == "SV1*HC:99600:WOUND CARE:RT:HEEL*125*UN*1***1");
  CHECK(found.after == "SV1*HC:99600:::::WOUND CARE;RT;HEEL*125*UN*1***1");
  CHECK(scrubbed.claims(Disposition::held) == 1);
}

TEST_CASE("NAR013: a note is not copied over a description that stands elsewhere in SV101") {
  auto const note = "NTE*ADD*FALL RISK ASSESSMENT AT HOME~";
  auto const scrubbed = scrub_text(file_with(line("HC:99600:WOUND CARE LEFT HEEL", note)));
  CHECK(found_of(scrubbed, "NAR002").fix == Applicability::input);
  CHECK(scrubbed.clean == "");
  auto const mended = scrub_text(file_with(line("HC:99600:WOUND CARE LEFT HEEL", note)), with_unsafe_fixes());
  CHECK(difference(mended.clean, file_with(line(described, note))) == "");
}

TEST_CASE("NAR013: a semicolon that is a delimiter itself becomes a blank") {
  FileStyle style;
  style.delimiters.component = ';';
  auto const file = file_with("SV1*HC:99600:::::WOUND CARE LEFT HEEL: MEASURED*125*UN*1***1~", style);
  auto const wanted = file_with("SV1*HC:99600:::::WOUND CARE LEFT HEEL  MEASURED*125*UN*1***1~", style);
  // NAR007 joins the two blanks.
  auto const clean = scrub_text(file, with_unsafe_fixes()).clean;
  CHECK(difference(clean, replaced(wanted, "HEEL  MEASURED", "HEEL MEASURED")) == "");
}

TEST_CASE("NAR013: an element separator in a description is one finding, and moves nothing else") {
  std::string const begin =
      "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99600:::::WOUND CARE LEFT HEEL";
  std::string const end = "*125*UN*1***1~DTP*472*D8*20260914~";
  auto const mended = [&](std::string const& bad, std::string const& good) {
    return InvalidCase{
        .segments = begin + bad + end, .at = "SV102", .fixed = begin + good + end, .unsafe = true};
  };
  rule_test(
      "NAR013",
      {.valid =
           {
               begin + end,
               // An amount that is none, and nothing behind it that is one.
               begin + "*ABC*UN*1***1~",
               "SV1*HC:99213*A*125*UN*1***1~",  // no description
           },
       .invalid = {
           mended("* MEASURED, CAREGIVER TAUGHT", ";MEASURED, CAREGIVER TAUGHT"),
           mended("*MEASURED*CAREGIVER TAUGHT*45 MIN", ";MEASURED;CAREGIVER TAUGHT;45 MIN"),
           {.segments = begin + "*NEGATIVE PRESSURE WOUND THERAPY DEVICE CHANGED, CAREGIVER TAUGHT" + end,
            .at = "SV102"},
       }});
  auto const scrubbed = scrub_text(file_with(begin + "* MEASURED, CAREGIVER TAUGHT" + end));
  CHECK(scrubbed.claims(Disposition::held) == 1);
  std::size_t errors = 0;
  for (auto const& found : scrubbed.findings) errors += found.severity == "error" ? 1U : 0U;
  CHECK(errors == 1);
}

}  // namespace
}  // namespace scrub837::test::nar013_narrative_cut_by_separator_test
