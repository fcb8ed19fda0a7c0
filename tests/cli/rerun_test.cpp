#include <doctest/doctest.h>

#include <filesystem>
#include <set>

#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/io/unreadable_folder.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"
#include "tests/support/typed_cells.hpp"

namespace scrub837::test::rerun_test {
namespace {

namespace fs = std::filesystem;

// A folder with a scrubbed file of one undescribed line, and its worklist with a narrative typed in.
struct Night {
  TemporaryFolder folder;
  std::string out = (folder.path() / "out").string();
  std::string sent = (folder.path() / "sent").string();
  std::string held = out + "/night.held.837";
  std::string worklist = out + "/night.worklist.csv";

  explicit Night(std::string const& typed) {
    write_file(folder / "night.837", file_with("SV1*HC:99600*125*UN*1***1~"));
    REQUIRE(run_binary({"scrub", (folder.path() / "night.837").string(), "--out", out}).code == 1);
    write_file(worklist, with_typed(read_file(worklist), 0, {{Typed::narrative, typed}}));
  }
  [[nodiscard]] Ran rerun(std::string const& input = {}) const {
    return run_binary({"rerun", "--worklist", worklist, input.empty() ? held : input, "--out", sent,
                       "--control-number", "77"});
  }
};

TEST_CASE("rerun: from the worklist to a clean file, twice the same, silent about the patient") {
  Night const night("COMPLEX WOUND CARE LEFT HEEL 45 MIN");
  auto const ran = night.rerun();
  CHECK(ran.code == 0);
  CHECK(ran.out.find("control numbers (ISA13, GS06) from 000000077") != std::string::npos);
  CHECK(ran.out.find("row 2 (claim DEMO-1 line 1): applied: narrative into SV101-7") != std::string::npos);
  CHECK(ran.out.find("WOUND") == std::string::npos);
  auto const clean = read_file(night.sent + "/night.rerun.clean.837");
  CHECK(clean.find("SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125") != std::string::npos);
  CHECK(clean.find("*000000077*0*P*") != std::string::npos);
  CHECK_FALSE(fs::exists(night.sent + "/night.rerun.held.837"));
  CHECK_FALSE(fs::exists(night.sent + "/night.rerun.worklist.csv"));
  CHECK(read_file(night.sent + "/night.worklist.results.csv").find("applied") != std::string::npos);
  auto const mode = fs::status(night.sent + "/night.worklist.results.csv").permissions();
  CHECK(mode == (fs::perms::owner_read | fs::perms::owner_write));
  // A folder gives its held files; a second run writes the same bytes, also beside what can't be read.
  CHECK(night.rerun(night.out).code == 0);
  CHECK(read_file(night.sent + "/night.rerun.clean.837") == clean);
  make_unreadable_below(night.out + "/lost");
  CHECK(night.rerun(night.out).code == 4);
  CHECK(read_file(night.sent + "/night.rerun.clean.837") == clean);
}

TEST_CASE("rerun: a value above the claims that is no better is refused as one in a claim is") {
  TemporaryFolder const folder;
  auto const at = folder.path().string();
  auto file = file_with("SV1*HC:99213*125*UN*1***1~");
  auto const npi = file.find("XX*1234567893");
  REQUIRE(npi != std::string::npos);
  file.replace(npi, 13, "XX*1234567890");
  write_file(folder / "night.837", file);
  REQUIRE(run_binary({"scrub", at + "/night.837", "--out", at + "/out"}).code == 1);
  auto const worklist = at + "/out/night.worklist.csv";
  write_file(worklist, with_typed(read_file(worklist), 0, {{Typed::value, "1234567891"}}));
  CHECK(
      run_binary({"rerun", "--worklist", worklist, at + "/out/night.held.837", "--out", at + "/sent"}).code ==
      1);
  auto const results = read_file(at + "/sent/night.worklist.results.csv");
  CHECK(results.find("refused,\"The value is not right either. The NPI") != std::string::npos);
  CHECK(results.find("applied") == std::string::npos);
}

TEST_CASE("rerun: runs that follow at once take other control numbers") {
  Night const night("COMPLEX WOUND CARE LEFT HEEL 45 MIN");
  std::set<std::string> numbers;
  for (int i = 0; i < 4; ++i) {
    auto const ran = run_binary({"rerun", "--worklist", night.worklist, night.held, "--out", night.sent});
    REQUIRE(ran.code == 0);
    auto const clean = read_file(night.sent + "/night.rerun.clean.837");
    auto const number = clean.substr(90, 9);
    CHECK(ran.out.find("control numbers (ISA13, GS06) from " + number) != std::string::npos);
    CHECK(clean.find("*" + number + "*X*005010X222A1") != std::string::npos);
    CHECK(numbers.insert(number).second);
  }
  // Counted on one by one: what a run doesn't need is free again.
  CHECK(std::stoul(*numbers.rbegin()) - std::stoul(*numbers.begin()) <= 10);
}

TEST_CASE("rerun: a text filled down is applied to each row, and the screen asks about it") {
  TemporaryFolder const folder;
  auto const at = folder.path().string();
  std::string claims;
  for (int i = 1; i <= 20; ++i) claims += claim_with("C" + std::to_string(i), "SV1*HC:99600*125*UN*1***1~");
  write_file(folder / "night.837", file_with(interchange_with(group_with(set_with("0001", claims)))));
  REQUIRE(run_binary({"scrub", "night.837", "--out", "."}, at).code == 1);
  auto worklist = read_file(folder / "night.worklist.csv");
  for (std::size_t i = 0; i < 20; ++i)
    worklist = with_typed(worklist, i, {{Typed::narrative, "COMPLEX WOUND CARE LEFT HEEL 45 MIN"}});
  write_file(folder / "night.worklist.csv", worklist);
  auto const ran =
      run_binary({"rerun", "--worklist", "night.worklist.csv", "night.held.837", "--out", "sent"}, at);
  CHECK(ran.code == 0);
  CHECK(ran.out.find("rows: 20 applied") != std::string::npos);
  CHECK(ran.out.find("20 rows have the same narrative; was the column filled down?") != std::string::npos);

  for (std::size_t i = 0; i < 20; ++i)
    worklist = with_typed(worklist, i,
                          {{Typed::narrative, ""}, {Typed::release_reason, "PAYER ACCEPTS IT AS IT IS"}});
  write_file(folder / "night.worklist.csv", worklist);
  auto const released =
      run_binary({"rerun", "--worklist", "night.worklist.csv", "night.held.837", "--out", "let"}, at);
  CHECK(released.out.find("20 rows have the same release reason; was the column filled down?") !=
        std::string::npos);
}

TEST_CASE("rerun: an older worklist does not take away the record of what a newer one released") {
  TemporaryFolder const folder;
  auto const at = folder.path().string();
  auto const claims =
      claim_with("C1", "SV1*HC:99600*125*UN*1***1~") + claim_with("C2", "SV1*HC:99600*125*UN*1***1~");
  write_file(folder / "night.837", file_with(interchange_with(group_with(set_with("0001", claims)))));
  REQUIRE(run_binary({"scrub", "night.837", "--out", "."}, at).code == 1);
  auto const worklist = read_file(folder / "night.worklist.csv");
  auto const rerun = [&](std::string const& reason, std::string const& held) {
    write_file(folder / "night.worklist.csv", with_typed(worklist, 0, {{Typed::release_reason, reason}}));
    return run_binary({"rerun", "--worklist", "night.worklist.csv", held, "--out", "sent"}, at).code;
  };
  CHECK(rerun("PAYER CONFIRMED BY PHONE 11/12 REF 4451", "night.held.837") == 1);
  auto const record = read_file(folder / "sent/night.worklist.releases.csv");
  CHECK(record.find("REF 4451") != std::string::npos);
  for (std::string const reason : {"", "PAYER CONFIRMED BY PHONE 11/12 REF 4451"}) {
    CAPTURE(reason);
    CHECK(rerun(reason, "sent/night.rerun.held.837") == 1);
    CHECK(read_file(folder / "sent/night.worklist.releases.csv") == record);
  }
}

TEST_CASE("rerun: two patients with the same claim have rows of their own") {
  auto const twin = [](std::string const& member) {
    return "HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*DOE*JO****MI*" + member +
           "~N3*2 DEMO ST~N4*RICHMOND*VA*23219~DMG*D8*19500101*F~NM1*PR*2*DEMO PAYER*****PI*PAYER01~" +
           claim_with("DEMO-1", "SV1*HC:99600*125*UN*1***1~DTP*472*D8*20260914~");
  };
  auto const file = file_with(
      "HL*1**20*1~NM1*85*2*DEMO HOME CARE*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*VA*232190000~"
      "REF*EI*123456789~" +
      twin("M1") + twin("M2"));
  auto const first = scrub_text(file);
  CAPTURE(first.rules());
  REQUIRE(first.rows.size() == 2);
  CHECK(first.rows[0].key != first.rows[1].key);
  CHECK(first.rows[0].key.substr(0, 65) == first.rows[1].key.substr(0, 65));
  TemporaryFolder const folder;
  auto const at = folder.path().string();
  write_file(folder / "night.837", file);
  REQUIRE(run_binary({"scrub", "night.837", "--out", "."}, at).code == 1);
  write_file(folder / "night.worklist.csv",
             with_typed(read_file(folder / "night.worklist.csv"), 1,
                        {{Typed::release_reason, "PAYER AGREED FOR THE SECOND"}}));
  CHECK(
      run_binary({"rerun", "--worklist", "night.worklist.csv", "night.held.837", "--out", "sent"}, at).code ==
      1);
  auto const sent = read_file(folder / "sent/night.rerun.clean.837");
  CHECK(sent.find("*MI*M2~") != std::string::npos);
  CHECK(sent.find("*MI*M1~") == std::string::npos);
}

TEST_CASE("rerun: a wrong row is told, and the claim stays held under a name of its own") {
  Night const night("=cmd|' /C calc'!A0");
  auto const ran = night.rerun();
  CHECK(ran.code == 1);
  CHECK(ran.out.find("row 2 (claim DEMO-1 line 1): refused") != std::string::npos);
  CHECK(read_file(night.sent + "/night.rerun.held.837") == read_file(night.held));
  // The next round's outputs have the next name.
  auto const next = night.rerun(night.sent + "/night.rerun.held.837");
  CHECK(next.code == 1);
  CHECK(fs::exists(night.sent + "/night.rerun2.held.837"));
}

TEST_CASE(
    "rerun: a claim that goes out unanswered, because it has no error with these settings, is reported") {
  TemporaryFolder const folder;
  auto const at = folder.path().string();
  write_file(folder / "night.837", file_with("SV1*HC:99600:::::WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~"));
  write_file(folder / "night.toml", "[severity]\nATT001 = \"error\"\n");
  REQUIRE(run_binary({"scrub", "night.837", "--out", "out", "--config", "night.toml"}, at).code == 1);
  std::vector<std::string> const command{
      "rerun", "--worklist", "out/night.worklist.csv", "out/night.held.837", "--out", "sent"};
  auto same_settings = command;
  same_settings.insert(same_settings.end(), {"--config", "night.toml"});
  auto const held = run_binary(same_settings, at);
  CHECK(held.code == 1);
  CHECK(held.out.find("without an answer") == std::string::npos);
  auto const sent = run_binary(command, at);
  CHECK(sent.code == 0);
  CHECK(sent.out.find("row 2 (claim DEMO-1 line 1): nothing typed: the claim went out without an answer") !=
        std::string::npos);
  CHECK(sent.out.find("1 row was not answered, but the claim went out") != std::string::npos);
}

TEST_CASE("rerun: wrong usage is said before any work") {
  Night const night("WOUND CARE LEFT HEEL");
  auto const input = (night.folder.path() / "night.837").string();
  CHECK(night.rerun(input).code == 2);
  CHECK(run_binary({"rerun", night.held, "--out", night.sent}).code == 2);
  CHECK(run_binary({"rerun", "--worklist", night.worklist, night.held}).code == 2);
  CHECK(run_binary({"rerun", "--worklist", night.worklist + "x", night.held, "--out", night.sent}).code == 2);
  CHECK(run_binary(
            {"rerun", "--worklist", night.worklist, night.held, "--out", night.sent, "--control-number", "0"})
            .code == 2);
  // Another file in place of the worklist.
  auto const wrong = run_binary({"rerun", "--worklist", input, night.held, "--out", night.sent});
  CHECK(wrong.code == 2);
  CHECK(wrong.err.find("not a worklist") != std::string::npos);
  CHECK_FALSE(fs::exists(night.sent));
}

}  // namespace
}  // namespace scrub837::test::rerun_test
