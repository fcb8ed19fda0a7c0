#include "src/redact/redactor.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "src/claim/calendar_day.hpp"
#include "src/redact/tokens.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/redact/redacted_copy.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"

namespace scrub837::test::redactor_test {
namespace {

std::vector<std::filesystem::path> sample_files() {
  std::vector<std::filesystem::path> files;
  for (auto const& entry : std::filesystem::recursive_directory_iterator(SCRUB837_SOURCE_DIR "/samples")) {
    if (entry.path().extension() == ".837") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

TEST_CASE("redact: in the samples the same is found, no value is left, and structure stays") {
  auto const files = sample_files();
  REQUIRE(files.size() > 5);
  for (auto const& file : files) {
    CAPTURE(file.string());
    auto const original = read_file(file);
    auto const copy = alike(original);
    CHECK(!copy.empty());
    CHECK(left_in(copy, original).empty());
    CHECK(structure_of(copy) == structure_of(original));
    CHECK(redacted(original) == redacted(original));
    CHECK(redacted(original, 0) != redacted(original, 1));
  }
}

TEST_CASE("redact: the wrong and the right example of every rule are found alike") {
  for (auto const* const rule : registry()) {
    CAPTURE(rule->id);
    for (auto const& example : {rule->doc.bad, rule->doc.good}) {
      if (example.empty()) continue;
      auto const original = file_with(example);
      CAPTURE(example);
      auto const copy = alike(original);
      CHECK(!copy.empty());
      auto const left = left_in(copy, original);
      CAPTURE(left);
      CHECK(left.empty());
    }
  }
}

TEST_CASE("redact: an NPI keeps its right or wrong check digit, and a value has one token wherever it is") {
  auto const original = file_with(
      "CLM*A-77012*100***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~NM1*82*1*SMITHERS*JO****XX*1234567893~LX*1~"
      "SV1*HC:99213*100*UN*1***1~NTE*ADD*SEEN BY SMITHERS, MEMBER 77012~"
      "NM1*DK*1*SMITHERS*JO****XX*1234567890~");
  auto const copy = redacted(original);
  auto const run = scrub_text(copy);
  CHECK(count_of(run, "COD002") == 1);
  CHECK(copy.find("SMITHERS") == std::string::npos);
  auto const at = copy.find("NM1*82*1*") + 9;
  auto const name = copy.substr(at, copy.find('*', at) - at);
  CHECK(name.size() == 8);
  CHECK(copy.find("SEEN BY " + name + ", MEMBER ") != std::string::npos);
  CHECK(copy.find("NM1*DK*1*" + name + "*") != std::string::npos);
  auto const claim = copy.substr(copy.find("CLM*A-") + 6, 5);
  CHECK(claim != "77012");
  CHECK(copy.find("MEMBER " + claim) != std::string::npos);
}

// The dates of a file, in its order.
std::vector<Day> dates_of(std::string const& bytes) {
  std::vector<Day> dates;
  redact::for_each_run(bytes, [&](std::size_t begin, std::size_t end) {
    if (auto const day = day_of(std::string_view(bytes).substr(begin, end - begin)); day != 0)
      dates.push_back(day);
  });
  return dates;
}

TEST_CASE("redact: all dates are moved by the same number of days, and none across 2015-10-01") {
  for (std::string const day : {"20150930", "20151001", "20151002", "20150801", "20260914"}) {
    CAPTURE(day);
    auto const original =
        file_with("CLM*A1*100***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*100*UN*1***1~DTP*472*RD8*" +
                  day + "-" + day + "~REF*6R*A1~NTE*ADD*SEEN " + day + " AT HOME~");
    auto const before = dates_of(original);
    auto const after = dates_of(redacted(original));
    REQUIRE(before.size() == after.size());
    std::set<std::int64_t> shifts;
    for (std::size_t i = 0; i < before.size(); ++i) {
      shifts.insert(days_between(before[i], after[i]));
      CHECK((before[i] < 20151001) == (after[i] < 20151001));
    }
    CHECK(shifts.size() == 1);
    CHECK(!shifts.contains(0));
  }
  // What is not a date stays none.
  auto const wrong = redacted(file_with("SV1*HC:99213*100*UN*1***1~DTP*472*D8*20261340~"));
  CHECK(wrong.find("20261340") == std::string::npos);
  CHECK(wrong.find("1340~") != std::string::npos);
}

TEST_CASE("redact: what a note says of a person") {
  auto const note_of = [](std::string const& text) {
    auto const copy = redacted(
        file_with("NM1*IL*1*WALKER*LAMP****MI*DEMO0001~CLM*A1*100***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~"
                  "SV1*HC:99213*100*UN*1***1~DTP*472*D8*20260914~NTE*ADD*" +
                  text + "~"));
    auto const at = copy.find("NTE*ADD*") + 8;
    return copy.substr(at, copy.find('~', at) - at);
  };
  // A name is none of the narrative's words, even if it is spelled like one.
  for (std::string const text :
       {"SEEN BY MR WALKER, LEFT HEEL DRESSING 45 MIN", "LAMP IS HER NAME, DRESSING 45 MIN"}) {
    CAPTURE(text);
    auto const note = note_of(text);
    CHECK(note.find("WALKER") == std::string::npos);
    CHECK(note.find("LAMP") == std::string::npos);
    CHECK(note.size() == text.size());
  }
  CHECK(note_of("WOUND CARE, TUB BENCH 45 MIN").find("WOUND CARE") != std::string::npos);
  // Every part of a number, and dates in every form.
  struct Gone {
    std::string text;
    std::vector<std::string> parts;
  };
  for (auto const& gone : std::vector<Gone>{{"SSN 123-45-6789", {"123-", "-45-", "6789"}},
                                            {"CALL 555-867-5309", {"555-", "-867-", "5309"}},
                                            {"BORN 1941-03-11", {"1941-", "-03-11"}},
                                            {"BORN 11.03.1941", {"11.03", "1941"}},
                                            {"BORN 03/11/1941", {"03/11", "1941"}},
                                            {"FOR PEÃ"
                                             "ALE",
                                             {"PEÃ", "ALE"}}}) {
    CAPTURE(gone.text);
    auto const note = note_of(gone.text);
    CAPTURE(note);
    for (auto const& part : gone.parts) CHECK(note.find(part) == std::string::npos);
  }
}

TEST_CASE("redact: sums that are right stay right, and wrong ones wrong") {
  auto const line = [](std::string const& charge) {
    return "SV1*HC:99213*" + charge + "*UN*1***1~DTP*472*D8*20260914~";
  };
  auto const right = file_with("CLM*A1*300.75***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~" + line("100.25") +
                               "LX*2~" + line("200.5"));
  auto const copy = redacted(right);
  CHECK(copy.find("300.75") == std::string::npos);
  CHECK(count_of(scrub_text(copy), "BAL001") == 0);
  auto const wrong = file_with("CLM*A1*300.76***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~" + line("100.25") +
                               "LX*2~" + line("200.5"));
  CHECK(count_of(scrub_text(redacted(wrong)), "BAL001") == 1);
}

TEST_CASE("redact: in any delimiters, folded or not, with letters of any alphabet and data of any bytes") {
  auto const snippet = std::string(
      "CLM*A-77012*100***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99600:::::DRESSING FOR "
      "SMITHERS*100*UN*1***1~"
      "DTP*472*D8*20260914~NTE*ADD*WOUND CARE FOR MRS WITHERS 90 MIN~");
  for (auto const& style : styles()) {
    CAPTURE(style.name);
    if (!expressible(snippet, style)) continue;
    auto const original = file_with(snippet, style);
    auto const copy = alike(original);
    CHECK(!copy.empty());
    CHECK(copy.find("SMITHERS") == std::string::npos);
    CHECK(structure_of(copy) == structure_of(original));
  }
  auto folded = file_with(snippet, {.tail = ""});
  for (std::size_t at = 80; at < folded.size(); at += 82) folded.insert(at, "\r\n");
  CHECK(structure_of(redacted(folded)) == structure_of(folded));
  CHECK(!alike(folded).empty());
  auto const foreign = redacted(
      file_with("SV1*HC:99213*100*UN*1***1~NM1*82*1*MU\xC3\x91OZ*\xD0\x96\xD0\x96\xD0\x96\xD0\x96~"));
  CHECK(foreign.find("\xD0\x96") == std::string::npos);
  CHECK(foreign.find("\xC3\x91") == std::string::npos);
  CHECK(redacted("Dear reader, this is SMITHERS").empty());
}

TEST_CASE("redact: what is damaged is redacted like the rest") {
  auto const whole = read_file(SCRUB837_SOURCE_DIR "/samples/home-visits.837");
  for (std::size_t const size : {200U, 1000U, 2500U, 5003U}) {
    CAPTURE(size);
    auto const cut = whole.substr(0, size);
    auto const copy = alike(cut);
    CHECK(!copy.empty());
    CHECK(left_in(copy, cut).empty());
  }
  auto const between = whole + "NOTE FOR BRAMBLEWOOD 555123987\n" + whole;
  auto const copy = redacted(between);
  CHECK(copy.find("BRAMBLEWOOD") == std::string::npos);
  CHECK(copy.find("555123987") == std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::redactor_test
