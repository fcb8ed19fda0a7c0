#include <doctest/doctest.h>

#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/scrub/short_files.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/header.hpp"

namespace scrub837::test::privacy_test {
namespace {

namespace fs = std::filesystem;

// Whole enough for every rule, with a mark wherever a patient could be known from.
std::string marked(std::string const& line) {
  return isa() + gs() + st_segment() + "~" + bht_segment("BHTMARK") + "~" + std::string(submitter_name) +
         "~" + std::string(submitter_contact) + "~" + std::string(receiver_name) + "~" +
         "HL*1**20*1~NM1*85*2*AGENCY*****XX*1234567893~N3*1 MAIN "
         "ST~N4*DEMOTOWN*NY*100010001~REF*EI*000000001~" +
         "HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*LASTMARK*FIRSTMARK****MI*MEMBERMARK~N3*STREETMARK~" +
         "N4*TOWNMARK*NY*10001~DMG*D8*19340517*F~NM1*PR*2*PAYER*****PI*P1~" +
         "CLM*CLAIMMARK*100***12:B:1*Y*A*Y*Y~REF*D9*REFMARK~HI*ABK:D5MARKX~NTE*ADD*NOTEMARK WOUND "
         "CARE~LX*1~" +
         line + "DTP*472*D8*20260914~NTE*TPO*LINEMARK~ZZZ*ZZZMARK~SE*27*0001~" + ge(1) + iea(1);
}
std::string const unlisted = "SV1*HC:99600:::::TEXTMARK  DRESSING CHANGED*90.07*UN*1***1~";
constexpr std::array marks{"BHTMARK",  "LASTMARK", "FIRSTMARK", "MEMBERMARK", "STREETMARK",
                           "TOWNMARK", "19340517", "CLAIMMARK", "REFMARK",    "D5MARKX",
                           "NOTEMARK", "TEXTMARK", "LINEMARK",  "ZZZMARK"};

TEST_CASE("privacy: what check prints into a pipe holds no value of a patient") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  for (auto const& line : {unlisted, std::string("SV1*HC:99600*90.07*UN*1***1~")}) {
    write_file(folder / "a.837", marked(line));
    for (std::vector<std::string> const& more : {std::vector<std::string>{},
                                                 {"--diff"},
                                                 {"--statistics"},
                                                 {"--verbose"},
                                                 {"--info"},
                                                 {"--format", "jsonl"},
                                                 {"--format", "csv"},
                                                 {"--unsafe-fixes"}}) {
      auto arguments = std::vector<std::string>{"check", "a.837"};
      arguments.insert(arguments.end(), more.begin(), more.end());
      auto const ran = run_binary(arguments, in);
      CAPTURE(more.empty() ? std::string("text") : more.back());
      CHECK(ran.code == 1);
      // A difference shows what would change, and not what is wrong.
      if (more != std::vector<std::string>{"--diff"}) CHECK(ran.out.find("ENV009") != std::string::npos);
      for (auto const* const mark : marks) {
        CAPTURE(mark);
        CHECK(ran.out.find(mark) == std::string::npos);
        CHECK(ran.err.find(mark) == std::string::npos);
      }
    }
    auto const tree = run_binary({"tree", "a.837"}, in);
    CHECK(tree.code == 0);
    for (auto const* const mark : marks) {
      CAPTURE(mark);
      CHECK(tree.out.find(mark) == std::string::npos);
    }
  }
}

TEST_CASE(
    "privacy: what stands in the place of an id or a line number is masked, and told whole where it may be") {
  TemporaryFolder const folder;
  auto const at = folder.path().string();
  write_file(folder / "a.837", file_with("LX*SMITH~SV1*HC:99213*125*UN*1***1~JANEDOE*1~"));
  for (auto const* const format : {"jsonl", "csv", "text"}) {
    auto const masked = run_binary({"check", "a.837", "--format", format}, at).out;
    CHECK(masked.find("ENV009") != std::string::npos);
    CHECK(masked.find("JAN") == std::string::npos);
    CHECK(masked.find("SMITH") == std::string::npos);
  }
  write_file(folder / "b.837", file_with("ST*837*RITA*005010X222A1~SV1*HC:99600*125*UN*1***1~SE*25*RITA~"));
  for (auto const* const format : {"jsonl", "csv", "text"}) {
    auto const masked = run_binary({"check", "b.837", "--format", format}, at).out;
    CHECK(masked.find("NAR001") != std::string::npos);
    CHECK(masked.find("RITA") == std::string::npos);
  }
  CHECK(run_binary({"check", "b.837", "--format", "csv"}, at).out.find("b.837,000000001,1,1,xxxx,") !=
        std::string::npos);
  auto const whole = run_binary({"check", "a.837", "--format", "jsonl", "--show-phi"}, at).out;
  CHECK(whole.find("\"segment\":\"JANEDOE\"") != std::string::npos);
  CHECK(whole.find("\"line\":\"SMITH\"") != std::string::npos);
}

TEST_CASE("privacy: with --show-phi check and tree print values") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  write_file(folder / "a.837", marked(unlisted));
  CHECK(run_binary({"check", "a.837", "--show-phi"}, in).out.find("CLAIMMARK") != std::string::npos);
  CHECK(run_binary({"check", "a.837", "--show-phi"}, in).out.find("TEXTMARK") != std::string::npos);
  CHECK(run_binary({"check", "a.837", "--show-phi", "--format", "jsonl"}, in).out.find("CLAIMMARK") !=
        std::string::npos);
  auto const tree = run_binary({"tree", "a.837", "--show-phi"}, in).out;
  for (auto const* const mark : marks) CHECK(tree.find(mark) != std::string::npos);
}

TEST_CASE("privacy: scrub prints and logs no value of a patient, whatever goes wrong") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  auto cut = marked(unlisted);
  cut.resize(cut.size() - 60);
  auto wrong = marked(unlisted);
  wrong.replace(wrong.rfind("0001~"), 5, "0009~");
  for (auto const& bytes :
       {marked(unlisted), cut, wrong, marked("SV1*HC:99600*0*UN*1***1~"), marked("SV2*0551*HC:99600*9~")}) {
    write_file(folder / "a.837", bytes);
    fs::create_directories(folder / "blocked/.a.findings.csv.tmp");
    for (std::string const out : {"out", "blocked"}) {
      auto const ran =
          run_binary({"scrub", "a.837", "--out", out, "--verbose", "--info", "--optional-rows"}, in);
      for (auto const* const mark : marks) {
        CAPTURE(mark);
        CHECK(ran.out.find(mark) == std::string::npos);
        CHECK(ran.err.find(mark) == std::string::npos);
      }
    }
  }
}

}  // namespace
}  // namespace scrub837::test::privacy_test
