#include <doctest/doctest.h>
#include <zlib.h>

#include "tests/cli/failing_trial.hpp"
#include "tests/cli/run_in_process.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/typed_cells.hpp"

// Whole commands, in which each operation on the disk fails once, one after the other.
namespace scrub837::test::every_operation_fails_test {
namespace {

namespace fs = std::filesystem;

std::string const undescribed = "SV1*HC:99600*125*UN*1***1~";
std::string const described = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~";

// Claims DEMO-1, DEMO-2 … of one line each. Inputs of other names have nothing in common: what is found in
// one must not depend on whether another could be read.
std::string night_of(std::vector<std::string> const& lines, std::string const& name = "DEMO") {
  std::string claims;
  auto const day = std::to_string(10 + name.back() % 20);
  for (std::size_t i = 0; i < lines.size(); ++i)
    claims += claim_with(name + "-" + std::to_string(i + 1), lines[i] + "DTP*472*D8*202609" + day + "~");
  return file_with(interchange_with(group_with(set_with("0001", claims)), "0000000" + day));
}

void write_packed(fs::path const& path, std::string const& bytes) {
  auto* const file = ::gzopen(path.c_str(), "wb");
  ::gzwrite(file, bytes.data(), static_cast<unsigned>(bytes.size()));
  ::gzclose(file);
}

Cells narrative(std::string const& text) { return {{Typed::narrative, text}}; }
Cells release(std::string const& reason) { return {{Typed::release_reason, reason}}; }

// Types into the rows of a worklist, one after the other.
std::string typed(std::string worklist, std::vector<Cells> const& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) worklist = with_typed(worklist, i, rows[i]);
  return worklist;
}

}  // namespace

TEST_CASE("every operation of a first scrub fails once: all outputs of an input are there, or none") {
  FailingTrial trial;
  write_file(trial.folder / "night.837", night_of({undescribed, described}));
  trial.arguments = {"scrub", trial.path("night.837"), "--out", trial.path("out")};
  trial.sets = {{"night."}};
  auto const failed = trial.run();
  CHECK(trial.count(Operation::make_folder) == 1);
  MESSAGE("first scrub: " << failed << " operations failed: " << trial.counts());
}

TEST_CASE(
    "every operation of a scrub with a report and a workbook fails once: they are there, or they are not") {
  FailingTrial trial;
  write_file(trial.folder / "night.837", night_of({undescribed, described}));
  trial.arguments = {"scrub", trial.path("night.837"), "--out", trial.path("out"), "--html", "--xlsx"};
  trial.sets = {{"night."}, {.begin = "run.", .of_whole_run = true}};
  auto const failed = trial.run();
  MESSAGE("scrub with a report: " << failed << " operations failed: " << trial.counts());
}

TEST_CASE("every operation of a scrub fails once: the outputs of each input are all old or all new") {
  FailingTrial trial;
  auto const& folder = trial.folder;
  write_file(folder / "documents.csv", "claim,line,type,transmission,control_number\nDEMO-1,1,NN,FX,ACN1\n");
  write_file(folder / "codes.csv", "code\n99600\n");
  write_file(folder / "profile.toml",
             "[[profile]]\nname = 'all'\nsource = 'a page'\nmatch = { any = true }\n");
  write_file(folder / "scrub837.toml", "profiles = ['profile.toml']\nunlisted_codes_file = 'codes.csv'\n");
  write_file(folder / "in/night.837", night_of({described, undescribed}));
  write_packed(folder / "in/packed.837.gz", night_of({described}, "DEMOP"));
  write_packed(folder / "in/cut.txt.gz", night_of({described}, "DEMOC"));
  trial.arguments = {"scrub",         trial.path("in"),
                     "--out",         trial.path("out"),
                     "--attachments", trial.path("documents.csv"),
                     "--config",      trial.path("scrub837.toml"),
                     "--html",        "--xlsx",
                     "--quiet"};
  REQUIRE(run_in_process(trial.arguments).code == 1);
  // The second night: a file more, so that the first one's outputs bear its whole name now; other claims, a
  // worklist less; and a .gz that is cut.
  write_file(folder / "documents.csv", "claim,line,type,transmission,control_number\nDEMO-1,1,NN,FX,ACN2\n");
  write_file(folder / "in/night.837", night_of({described, described}));
  write_file(folder / "in/night.edi", night_of({undescribed}, "DEMOE"));
  write_packed(folder / "in/packed.837.gz", night_of({described, undescribed}, "DEMOP"));
  fs::resize_file(folder / "in/cut.txt.gz", 40);
  trial.sets = {{"night.", "night.edi."},
                {"night.edi."},
                {"packed."},
                {"cut."},
                {"documents.", {}, "night."},
                {.begin = "run.", .of_whole_run = true}};
  auto const failed = trial.run();
  for (auto const operation : {Operation::open, Operation::read, Operation::write, Operation::sync,
                               Operation::rename, Operation::remove, Operation::status, Operation::lock,
                               Operation::mode, Operation::truncate, Operation::list})
    CHECK_MESSAGE(trial.count(operation) > 0, name_of(operation));
  MESSAGE("scrub: " << failed << " operations failed: " << trial.counts());
}

TEST_CASE("every operation of a rerun fails once: outputs and results are all old or all new") {
  FailingTrial trial;
  auto const& folder = trial.folder;
  write_file(folder / "night.837", night_of({undescribed, undescribed, undescribed}));
  REQUIRE(run_in_process({"scrub", trial.path("night.837"), "--out", trial.path("held"), "--quiet"}).code ==
          1);
  write_file(folder / "documents.csv", "claim,line,type,transmission,control_number\nDEMO-1,1,NN,FX,ACN1\n");
  auto const empty = read_file(folder / "held/night.worklist.csv");
  // Later than any time, so that a run has the same numbers tomorrow.
  write_file(folder / "state/scrub837/control-number", "0999000001\n");
  trial.arguments = {"rerun",
                     "--worklist",
                     trial.path("night.worklist.csv"),
                     trial.path("held/night.held.837"),
                     "--attachments",
                     trial.path("documents.csv"),
                     "--out",
                     trial.path("out"),
                     "--quiet"};
  // First one text is taken, and one of a damaged key is kept; then all go out, one of them released.
  auto damaged = typed(empty, {narrative("COMPLEX WOUND CARE LEFT HEEL 45 MIN"),
                               narrative("COMPLEX WOUND CARE RIGHT HEEL 45 MIN")});
  damaged[damaged.find("\r\nC", damaged.find("\r\nC") + 1) + 3] = 'x';
  write_file(folder / "night.worklist.csv", damaged);
  REQUIRE(run_in_process(trial.arguments).code == 1);
  REQUIRE(fs::exists(folder / "out/night.worklist.kept.csv"));
  write_file(folder / "night.worklist.csv", typed(empty, {narrative("COMPLEX WOUND CARE LEFT HEEL 45 MIN"),
                                                          narrative("COMPLEX WOUND CARE RIGHT HEEL 45 MIN"),
                                                          release("PAYER AGREED BY PHONE")}));
  write_file(folder / "documents.csv", "claim,line,type,transmission,control_number\nDEMO-1,1,NN,FX,ACN2\n");
  trial.sets = {
      {"night.rerun."}, {"night.worklist.", {}, "night.rerun."}, {"documents.", {}, "night.rerun."}};
  auto const failed = trial.run();
  CHECK_FALSE(fs::exists(folder / "out/night.worklist.kept.csv"));
  CHECK(fs::exists(folder / "out/night.worklist.releases.csv"));
  for (auto const operation :
       {Operation::open, Operation::read, Operation::write, Operation::sync, Operation::rename,
        Operation::remove, Operation::status, Operation::lock, Operation::mode, Operation::truncate})
    CHECK_MESSAGE(trial.count(operation) > 0, name_of(operation));
  MESSAGE("rerun: " << failed << " operations failed: " << trial.counts());
}

}  // namespace scrub837::test::every_operation_fails_test
