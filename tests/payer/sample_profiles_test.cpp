#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "tests/io/temporary_folder.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"
#include "tests/support/text_diff.hpp"

// The sample profiles, and what each makes of the same claims.

namespace scrub837::test::sample_profiles_test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> sample_files() {
  std::vector<std::string> files;
  for (auto const& entry : fs::directory_iterator(fs::path(SCRUB837_SOURCE_DIR) / "samples/profiles"))
    files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  return files;
}

Settings under_samples() {
  auto settings = with_advice();
  settings.profiles = Profiles::read_files(sample_files());
  return settings;
}

struct Payer {
  std::string_view profile, subscriber, payer;
};

constexpr std::array payers{
    Payer{"default", "SBR*P*18*******CI~", "NM1*PR*2*SOME PAYER*****PI*SOME1~"},
    Payer{"medicare-first-coast", "SBR*P*18*******MB~NM1*IL*1*DOE*JANE****MI*1EG4TE5MK73~",
          "NM1*PR*2*FIRST COAST SERVICE OPTIONS*****PI*09102~"},
    Payer{"medicare-cgs", "SBR*P*18*******MB~NM1*IL*1*DOE*JANE****MI*1EG4TE5MK73~",
          "NM1*PR*2*CGS ADMINISTRATORS*****PI*CGSJ15~"},
    Payer{"medicaid-kansas-uhc", "SBR*P*18*******MC~",
          "NM1*PR*2*UnitedHealthcare Community Plan of Kansas*****PI*96385~"},
    Payer{"commercial-priority-health", "SBR*P*18*******CI~", "NM1*PR*2*PRIORITY HEALTH*****PI*PH001~"}};

struct Row {
  std::string_view what, line;
  std::array<std::string_view, payers.size()> found;  ///< for each payer
};

constexpr std::string_view described = "SV1*HC:99600:::::COMPLEX FOOT CARE LEFT HEEL 45 MIN*125*UN*1***1~";

// Advice stands in brackets, warnings bare, errors with an exclamation mark.
constexpr std::array table{
    Row{"described in SV101-7 alone",
        described,
        {"(NAR011) ATT001", "(NAR011) UNL008", "(NAR011) UNL008 PAY001!", "(NAR011) ATT001",
         "NAR011! ATT001!"}},
    Row{"described in SV101-7 and a note",
        "SV1*HC:99600:::::COMPLEX FOOT CARE LEFT HEEL 45 MIN*125*UN*1***1~DTP*472*D8*20260914~"
        "NTE*ADD*COMPARABLE TO 97597 FOOT CARE~",
        {"ATT001", "UNL008", "UNL008", "ATT001", "ATT001!"}},
    Row{"described nowhere",
        "SV1*HC:99600*125*UN*1***1~",
        {"NAR001! ATT001", "NAR001! UNL008", "NAR001! UNL008", "NAR001! ATT001", "NAR001! ATT001!"}},
    Row{"papers by email",
        "SV1*HC:99600:::::FOOT CARE COMPARABLE TO 97597*125*UN*1***1~PWK*NN*EM***AC*ACN0001~"
        "DTP*472*D8*20260914~NTE*ADD*FOOT CARE 45 MIN~",
        {"", "UNL008 PAY003", "UNL008 PAY005", "", ""}},
    Row{"papers by fax",
        "SV1*HC:99600:::::FOOT CARE COMPARABLE TO 97597*125*UN*1***1~PWK*NN*FX***AC*ACN0001~"
        "DTP*472*D8*20260914~NTE*ADD*FOOT CARE 45 MIN~",
        {"", "UNL008 PAY003", "UNL008", "", ""}},
    Row{"16 units",
        "SV1*HC:99600:::::FOOT CARE COMPARABLE TO 97597*125*UN*16***1~PWK*NN*FX***AC*ACN0001~"
        "DTP*472*D8*20260914~NTE*ADD*FOOT CARE 45 MIN~",
        {"UNL001", "UNL001 UNL008 PAY003", "UNL001 UNL008", "", "UNL001"}},
    Row{"20 units",
        "SV1*HC:99600:::::FOOT CARE COMPARABLE TO 97597*125*UN*20***1~PWK*NN*FX***AC*ACN0001~"
        "DTP*472*D8*20260914~NTE*ADD*FOOT CARE 45 MIN~",
        {"UNL001", "UNL001 UNL008 PAY003", "UNL001 UNL008", "PAY007!", "UNL001"}},
    Row{"a listed code", "SV1*HC:99213*125*UN*20***1~PWK*NN*EM***AC*ACN0001~", {"", "", "", "", ""}},
};

std::string found_in(Scrubbed const& scrubbed) {
  // In the order of the catalogue, whatever the order of the checks.
  std::string text;
  for (Rule const* const rule : registry()) {
    for (auto const& found : scrubbed.findings) {
      if (found.rule != rule->id) continue;
      if (!text.empty()) text.push_back(' ');
      text += found.severity == "info" ? "(" + found.rule + ")" : found.rule;
      if (found.severity == "error") text.push_back('!');
    }
  }
  return text;
}

TEST_CASE("sample profiles: rule by payer") {
  auto const settings = under_samples();
  for (auto const& row : table) {
    CAPTURE(std::string(row.what));
    for (std::size_t i = 0; i < payers.size(); ++i) {
      CAPTURE(std::string(payers[i].profile));
      auto const file = file_with(std::string(payers[i].subscriber).append(payers[i].payer).append(row.line));
      auto const scrubbed = scrub_text(file, settings);
      CHECK(found_in(scrubbed) == row.found[i]);
      CHECK(scrubbed.claims(Disposition::held) == (row.found[i].find('!') == std::string_view::npos ? 0 : 1));
    }
  }
}

TEST_CASE("sample profiles: each payer of the table is matched with its profile") {
  auto const profiles = Profiles::read_files(sample_files());
  for (auto const& payer : payers) {
    CAPTURE(std::string(payer.profile));
    auto const* const found =
        profiles->match({nth_part(nth_part(payer.payer, '~', 0), '*', 9), nth_part(payer.payer, '*', 3), "",
                         "", nth_part(nth_part(payer.subscriber, '~', 0), '*', 9)});
    REQUIRE(found != nullptr);
    CHECK(found->name == payer.profile);
  }
  auto const* const any = profiles->match({"", "", "", "", "MB"});
  REQUIRE(any != nullptr);
  CHECK(any->name == "medicare");
}

TEST_CASE("sample profiles: each names a public page, and the default changes nothing") {
  auto const profiles = Profiles::read_files(sample_files());
  CHECK(profiles->all().size() == 6);
  for (auto const& profile : profiles->all()) CHECK(profile.source.size() > 20);
  auto settings = with_advice();
  std::vector<std::string> const files{SCRUB837_SOURCE_DIR "/samples/profiles/default.toml"};
  settings.profiles = Profiles::read_files(files);
  for (auto const& row : table) {
    auto const file = file_with(row.line);
    CHECK(scrub_text(file, settings).rules() == scrub_text(file, with_advice()).rules());
  }
}

TEST_CASE("sample profiles: the example of docs/profiles.md is accepted with them") {
  auto const page = read_file(fs::path(SCRUB837_SOURCE_DIR) / "docs/profiles.md");
  auto const begin = page.find("[[profile]]");
  REQUIRE(begin != std::string::npos);
  TemporaryFolder folder;
  write_file(folder / "ours.toml", page.substr(begin, page.find("```", begin) - begin));
  auto files = sample_files();
  files.push_back((folder / "ours.toml").string());
  CHECK(Profiles::mistakes(files).empty());
  auto const profiles = Profiles::read_files(files);
  auto const* const found = profiles->match({"", "CGS ADMINISTRATORS", "", "", "MB"});
  REQUIRE(found != nullptr);
  CHECK(found->name == "our-cgs");
}

TEST_CASE("sample profiles: CGS, with --unsafe-fixes the description is copied into the note") {
  auto settings = under_samples();
  settings.unsafe_fixes = true;
  auto const head = std::string(payers[2].subscriber).append(payers[2].payer);
  auto const scrubbed = scrub_text(file_with(head + std::string(described)), settings);
  CHECK(found_of(scrubbed, "PAY001").applied);
  CHECK(difference(scrubbed.clean,
                   file_with(head + std::string(described) +
                             "DTP*472*D8*20260914~NTE*ADD*COMPLEX FOOT CARE LEFT HEEL 45 MIN~")) == "");
}

}  // namespace
}  // namespace scrub837::test::sample_profiles_test
