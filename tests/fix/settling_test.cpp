#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"
#include "tests/support/text_diff.hpp"

// Several fixes on one line: tidied (NAR007), then joined (NAR008), then moved (NAR002); ATT003 at the end.

namespace scrub837::test::settling_test {
namespace {

std::string const received =
    "SV1*HC:99600*125*UN*1***1~PWK*NN*EL****ACN0001~DTP*472*D8*20260914~"
    "NTE*ADD* COMPLEX  WOUND CARE ~NTE*ADD*LEFT HEEL 45 MIN~"
    "SV1*HC:99600:TD*125*UN*1***1~DTP*472*D8*20260915~"
    "NTE*ADD*CAREGIVER TRAINING~NTE*ADD* TRACH  SUCTION~NTE*TPO* FOR  OTHERS~"
    "SV1*HC:99213*75*UN*1***1~DTP*472*D8*20260915~";
std::string const fix_result =
    "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~PWK*NN*EL***AC*ACN0001~"
    "DTP*472*D8*20260914~NTE*ADD*COMPLEX WOUND CARE LEFT HEEL 45 MIN~"
    "SV1*HC:99600:TD::::CAREGIVER TRAINING TRACH SUCTION*125*UN*1***1~DTP*472*D8*20260915~"
    "NTE*ADD*CAREGIVER TRAINING TRACH SUCTION~NTE*TPO*FOR OTHERS~"
    "SV1*HC:99213*75*UN*1***1~DTP*472*D8*20260915~";

TEST_CASE("fixes of one claim go in by phases, whatever the delimiters, and what comes out is settled") {
  for (auto const& style : styles()) {
    if (!expressible(received, style)) continue;
    CAPTURE(style.name);
    auto const scrubbed = scrub_text(file_with(received, style), {}, style.block_size);
    auto const wanted = file_with(fix_result, style);
    CHECK(difference(scrubbed.clean, wanted) == "");
    CHECK(scrubbed.held.empty());
    CHECK(scrubbed.claims(Disposition::fixed) == 1);
    for (auto const* const rule : {"NAR007", "NAR008", "NAR002", "ATT003"}) {
      CAPTURE(std::string(rule));
      CHECK(found_of(scrubbed, rule).applied);
    }
    auto const again = scrub_text(scrubbed.clean, {}, style.block_size);
    CHECK(difference(again.clean, wanted) == "");
    CHECK(again.claims(Disposition::clean) == 1);
    CHECK(again.outcome.totals.by_severity[static_cast<std::size_t>(Severity::error)] == 0);
  }
}

TEST_CASE("a fix that would make another error is withdrawn, and the others still go in") {
  // Joined, the notes have more than 80 characters: that waits for a person; the qualifier is mended all the
  // same, in what would go out.
  auto const file = file_with(
      "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL*125*UN*1***1~PWK*NN*EL****ACN0001~"
      "NTE*ADD*DRESSING CHANGED AND WOUND MEASURED WITH PHOTOGRAPHS TAKEN~"
      "NTE*ADD*CAREGIVER SHOWN HOW TO OFFLOAD THE HEEL AND WHEN TO CALL~");
  auto const scrubbed = scrub_text(file);
  CHECK(scrubbed.claims(Disposition::held) == 1);
  CHECK(difference(scrubbed.held, file) == "");
  CHECK_FALSE(found_of(scrubbed, "NAR008").applied);
  CHECK_FALSE(found_of(scrubbed, "ATT003").applied);
  CHECK(found_of(scrubbed, "ATT003").after == "PWK*NN*EL***AC*ACN0001");
}

// A description that names a code of its own is an error here, at SV101-7: a new one once the note is copied.
Settings strict_about_codes() {
  Settings settings;
  REQUIRE(settings.set_severity("UNL004", Severity::error));
  return settings;
}

std::string line_of(std::string const& note, std::string const& indicator = {}) {
  return "SV1*HC:99600*125*UN*1***1~" + indicator + "DTP*472*D8*20260914~NTE*ADD*" + note + "~";
}

std::size_t applied(Scrubbed const& scrubbed, std::string_view rule) {
  return static_cast<std::size_t>(std::ranges::count_if(
      scrubbed.findings, [&](Found const& found) { return found.rule == rule && found.applied; }));
}

TEST_CASE("fixes that make a new error on their line are withdrawn, those of other lines go in") {
  std::string lines;
  for (int i = 0; i < 30; ++i) {
    bool const at_fault = i % 3 == 1;
    auto const note = at_fault ? "FOLEY CATHETER CHANGE " + std::to_string(i)
                               : "COMPLEX WOUND CARE LEFT HEEL " + std::to_string(i);
    lines += line_of(note, "PWK*NN*EL****ACN" + std::to_string(1000 + i) + "~");
  }
  // Let out, so that what was applied can be seen.
  auto settings = strict_about_codes();
  settings.hold = Hold::never;
  auto const scrubbed = scrub_text(file_with(lines), settings);
  CHECK(scrubbed.claims(Disposition::released) == 1);
  CHECK(applied(scrubbed, "NAR002") == 20);
  CHECK(applied(scrubbed, "ATT003") == 30);
  CHECK(count_of(scrubbed, "NAR002") == 30);
  CHECK(count_of(scrubbed, "UNL004") == 10);
}

TEST_CASE("in a claim of a thousand lines, too; a hundred findings of a rule are listed, all are counted") {
  constexpr std::size_t count = 1200;
  std::string lines;
  for (std::size_t i = 0; i < count; ++i) {
    lines += line_of((i % 2 == 0 ? "COMPLEX WOUND CARE LEFT HEEL " : "FOLEY CATHETER CHANGE ") +
                     std::to_string(i));
  }
  auto settings = strict_about_codes();
  settings.hold = Hold::never;
  auto const scrubbed = scrub_text(file_with(lines), settings);
  CHECK(scrubbed.claims(Disposition::released) == 1);
  CHECK(count_of(scrubbed, "SCR006") == 0);
  std::size_t copied = 0;
  for (auto at = scrubbed.clean.find(":::::"); at != std::string::npos;
       at = scrubbed.clean.find(":::::", at + 1)) {
    ++copied;
  }
  CHECK(copied == count / 2);
  CHECK(applied(scrubbed, "NAR002") == 100);
  CHECK(count_of(scrubbed, "NAR002") == 200);
  CHECK(scrubbed.outcome.totals.by_rule.at("NAR002") == count);
  auto const last = std::ranges::find_if(scrubbed.findings, [](Found const& found) {
    return found.message.find(" more of this rule") != std::string::npos;
  });
  REQUIRE(last != scrubbed.findings.end());
  CHECK(last->message.ends_with("This claim has 500 more of this rule; they are counted but not listed."));
}

TEST_CASE("into a claim of more than 5,000 segments no fix goes, and it is said so") {
  auto const lines_of = [](std::size_t count) {
    std::string lines;
    for (std::size_t i = 0; i < count; ++i)
      lines += line_of("COMPLEX WOUND CARE LEFT HEEL " + std::to_string(i));
    return lines;
  };
  auto settings = Settings{};
  settings.hold = Hold::never;
  auto const mended = scrub_text(file_with(lines_of(1200)), settings);
  CHECK(count_of(mended, "SCR010") == 0);
  CHECK(applied(mended, "NAR002") == 100);
  auto const file = file_with(lines_of(1400));
  auto const left = scrub_text(file, settings);
  CHECK(count_of(left, "SCR010") == 1);
  CHECK(found_of(left, "SCR010").severity == "warning");
  CHECK(applied(left, "NAR002") == 0);
  CHECK(left.outcome.totals.by_rule.at("NAR002") == 1400);
  CHECK(difference(left.clean, file) == "");
  // Without anything to mend nothing is said.
  std::string described;
  for (std::size_t i = 0; i < 1700; ++i) described += "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";
  CHECK(count_of(scrub_text(file_with(described), settings), "SCR010") == 0);
}

}  // namespace
}  // namespace scrub837::test::settling_test
