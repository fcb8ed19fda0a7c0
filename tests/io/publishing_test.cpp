#include <doctest/doctest.h>
#include <sys/stat.h>
#include <zlib.h>

#include <nlohmann/json.hpp>

#include "src/io/errors.hpp"
#include "src/io/publisher.hpp"
#include "src/io/sha256.hpp"
#include "src/scrub/scrub_file.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/scrub/short_files.hpp"

namespace scrub837::test::publishing_test {
namespace {

namespace fs = std::filesystem;

std::string const held_file =
    file_of(st() + provider("1*") + subscriber("2*1") + good("G1") + bad("H1") + se(13));
std::string const good_file =
    file_of(st() + provider("1*") + subscriber("2*1") + good("G1") + good("H1") + se(13));

Summary run(fs::path const& input, fs::path const& out) {
  auto const settings = only_narratives();
  Judge const judge(settings);
  InputFile const file{input, input.filename().string(), {}, "batch1", true};
  return scrub_file(file, out, judge, nullptr);
}

std::string const with_held =
    "batch1.claims.csv batch1.clean.837 batch1.findings.csv batch1.findings.jsonl batch1.held.837 "
    "batch1.summary.json batch1.worklist.csv";
std::string const without_held =
    "batch1.clean.837 batch1.findings.csv batch1.findings.jsonl batch1.summary.json";

void check_summary(fs::path const& folder, std::string const& names) {
  auto const summary = nlohmann::json::parse(read_file(folder / "batch1.summary.json"));
  std::string listed;
  for (auto const& output : summary["outputs"]) {
    auto const name = output["name"].get<std::string>();
    auto const bytes = read_file(folder / name);
    CHECK(output["bytes"] == bytes.size());
    CHECK(output["sha256"] == sha256(bytes));
    CHECK(names.find(name) != std::string::npos);
    listed += name + " ";
  }
  CHECK(summary["outputs"].size() + 1 ==
        static_cast<std::size_t>(std::count(names.begin(), names.end(), ' ')) + 1);
}

TEST_CASE(
    "publishing: the summary names exactly what stands there, and everything is 0600 whatever the umask") {
  TemporaryFolder folder;
  write_file(folder / "batch1.837", held_file);
  for (mode_t const mask : {mode_t{0}, mode_t{022}, mode_t{0777}}) {
    auto const out = folder / ("out" + std::to_string(mask));
    fs::create_directory(out);
    auto const before = ::umask(mask);
    auto const summary = run(folder / "batch1.837", out);
    ::umask(before);
    CHECK(summary.outcome.status == Status::held);
    CHECK(names_in(out) == with_held);
    check_summary(out, with_held);
    for (auto const& entry : fs::directory_iterator(out)) {
      struct stat status {};
      REQUIRE(::stat(entry.path().c_str(), &status) == 0);
      CHECK((status.st_mode & 0777U) == 0600U);
    }
  }
}

TEST_CASE("publishing: what the summary says") {
  TemporaryFolder folder;
  write_file(folder / "batch1.837", held_file);
  run(folder / "batch1.837", folder / "out");
  auto const summary = nlohmann::json::parse(read_file(folder / "out/batch1.summary.json"));
  CHECK(summary["file"] == "batch1.837");
  CHECK(summary["sha256"] == sha256(held_file));
  CHECK(summary["status"] == "held");
  CHECK(summary["claims_in"] == 2);
  CHECK(summary["claims_clean"] == 1);
  CHECK(summary["claims_fixed"] == 0);
  CHECK(summary["claims_held"] == 1);
  CHECK(summary["claims_released"] == 0);
  CHECK(summary["charges_in"] == "200.00");
  CHECK(summary["charges_clean"] == "100.00");
  CHECK(summary["charges_fixed"] == "0.00");
  CHECK(summary["charges_held"] == "100.00");
  CHECK(summary["charges_released"] == "0.00");
  CHECK(summary["lines"] == 2);
  CHECK(summary["unlisted_lines"] == 1);
  CHECK(summary["findings_by_rule"]["NAR001"] == 1);
  CHECK(summary["findings_by_severity"]["error"] == 1);
  CHECK(summary["bytes_in"] == held_file.size());
  CHECK(summary.contains("version"));
  CHECK(summary.contains("seconds"));
  CHECK(read_file(folder / "out/batch1.findings.jsonl").find("NAR001") != std::string::npos);
}

TEST_CASE("publishing: a second run with mended claims leaves no stale held file or worklist") {
  TemporaryFolder folder;
  auto const out = folder / "out";
  write_file(folder / "batch1.837", held_file);
  run(folder / "batch1.837", out);
  CHECK(names_in(out) == with_held);
  write_file(folder / "batch1.837", good_file);
  run(folder / "batch1.837", out);
  CHECK(names_in(out) == without_held);
  check_summary(out, without_held);
  CHECK(read_file(out / "batch1.clean.837") == good_file);
}

TEST_CASE("publishing: apart from the time it took, a run says the same again") {
  TemporaryFolder folder;
  write_file(folder / "batch1.837", held_file);
  auto const once = [&](std::string const& name) {
    run(folder / "batch1.837", folder / name);
    auto summary = nlohmann::json::parse(read_file(folder / name / "batch1.summary.json"));
    summary.erase("seconds");
    summary.erase("started");
    return summary.dump();
  };
  CHECK(once("out") == once("out"));
  CHECK(once("out") == once("other"));
}

TEST_CASE("publishing: hidden temporaries of a run that was killed are gone after the next") {
  TemporaryFolder folder;
  auto const out = folder / "out";
  for (std::string const name : {".batch1.clean.837.tmp", ".batch1.held.837.tmp", ".batch1.worklist.csv.tmp",
                                 ".batch1.summary.json.tmp", ".batch1.findings.csv.tmp"}) {
    write_file(out / name, "half a run");
  }
  write_file(out / "batch2.clean.837", "of another input");
  write_file(folder / "batch1.837", good_file);
  run(folder / "batch1.837", out);
  CHECK(names_in(out) == without_held + " batch2.clean.837");
}

TEST_CASE("publishing: a file without claims, and one that is no X12, have a summary too") {
  TemporaryFolder folder;
  write_file(folder / "batch1.837", isa() + iea(0));
  auto const empty = run(folder / "batch1.837", folder / "out");
  CHECK(empty.outcome.status == Status::ok);
  CHECK(names_in(folder / "out") == without_held);
  CHECK(read_file(folder / "out/batch1.clean.837") == isa() + iea(0));
  write_file(folder / "batch1.837", "no X12 at all");
  CHECK(run(folder / "batch1.837", folder / "out").outcome.status == Status::unreadable);
  CHECK(names_in(folder / "out").find("clean") == std::string::npos);
  CHECK(read_file(folder / "out/batch1.summary.json").find("unreadable") != std::string::npos);
}

TEST_CASE("publishing: while another run holds the outputs, this one fails and what stands stays") {
  TemporaryFolder folder;
  auto const out = folder / "out";
  write_file(folder / "batch1.837", held_file);
  run(folder / "batch1.837", out);
  auto const before = read_file(out / "batch1.summary.json");
  {
    Publisher const other(out, "batch1");
    CHECK_THROWS_AS(run(folder / "batch1.837", out), EnvironmentError);
    CHECK(read_file(out / "batch1.summary.json") == before);
    CHECK(read_file(out / "batch1.held.837").find("CLM*H1") != std::string::npos);
    // Another input in the same folder is nobody's business.
    auto const settings = only_narratives();
    Judge const judge(settings);
    scrub_file({folder / "batch1.837", "batch1.837", {}, "batch2", true}, out, judge, nullptr);
    CHECK(fs::exists(out / "batch2.summary.json"));
  }
  run(folder / "batch1.837", out);
  check_summary(out, with_held);
}

TEST_CASE("publishing: a folder that can't be made or written is an error, and the old outputs stand") {
  TemporaryFolder folder;
  write_file(folder / "batch1.837", held_file);
  write_file(folder / "file", "in the way");
  CHECK_THROWS_AS(run(folder / "batch1.837", folder / "file"), EnvironmentError);
  CHECK_THROWS_AS(run(folder / "batch1.837", folder / "file/below"), EnvironmentError);

  auto const out = folder / "out";
  run(folder / "batch1.837", out);
  auto const summary = read_file(out / "batch1.summary.json");
  auto const held = read_file(out / "batch1.held.837");
  write_file(folder / "batch1.837", good_file);
  // Root may write anywhere; a folder in the place of a temporary stops it too.
  fs::create_directory(out / ".batch1.findings.csv.tmp");
  CHECK_THROWS_AS(run(folder / "batch1.837", out), EnvironmentError);
  CHECK(read_file(out / "batch1.summary.json") == summary);
  CHECK(read_file(out / "batch1.held.837") == held);
  check_summary(out, with_held);
  fs::remove(out / ".batch1.findings.csv.tmp");
  CHECK(names_in(out) == with_held);
}

TEST_CASE("publishing: a temporary is never written through a link") {
  TemporaryFolder folder;
  write_file(folder / "victim", "untouched");
  write_file(folder / "batch1.837", held_file);
  fs::create_directory(folder / "out");
  fs::create_symlink(folder / "victim", folder / "out/.batch1.clean.837.tmp");
  CHECK_THROWS_AS(run(folder / "batch1.837", folder / "out"), EnvironmentError);
  CHECK(read_file(folder / "victim") == "untouched");
  // An output's own name is replaced, not followed.
  fs::remove(folder / "out/.batch1.clean.837.tmp");
  fs::create_symlink(folder / "victim", folder / "out/batch1.clean.837");
  run(folder / "batch1.837", folder / "out");
  CHECK(read_file(folder / "victim") == "untouched");
}

TEST_CASE("publishing: the input is never written, and an input that is gone is an error") {
  TemporaryFolder folder;
  CHECK_THROWS_AS(run(folder / "batch1.837", folder / "out"), EnvironmentError);
  write_file(folder / "batch1.837", held_file);
  run(folder / "batch1.837", folder / "out");
  CHECK(read_file(folder / "batch1.837") == held_file);
}

TEST_CASE("publishing: a .gz has the outputs of what is in it, and the digest of what it is") {
  TemporaryFolder folder;
  auto const path = (folder / "batch1.837.gz").string();
  auto* const file = ::gzopen(path.c_str(), "wb");
  ::gzwrite(file, held_file.data(), static_cast<unsigned>(held_file.size()));
  ::gzclose(file);
  run(path, folder / "packed");
  write_file(folder / "batch1.837", held_file);
  run(folder / "batch1.837", folder / "plain");
  for (std::string const name : {"batch1.clean.837", "batch1.held.837"}) {
    CHECK(read_file(folder / ("packed/" + name)) == read_file(folder / ("plain/" + name)));
  }
  auto const summary = nlohmann::json::parse(read_file(folder / "packed/batch1.summary.json"));
  CHECK(summary["sha256"] == sha256(read_file(path)));
  CHECK(summary["bytes_in"] == held_file.size());
}

TEST_CASE("publishing: check writes nothing and counts the same") {
  TemporaryFolder folder;
  write_file(folder / "batch1.837", held_file);
  auto const settings = only_narratives();
  std::uint64_t findings = 0;
  auto const summary = check_file({folder / "batch1.837", "batch1.837", {}, "batch1", true}, settings,
                                  [&](FindingRecord const&) { ++findings; });
  CHECK(summary.outcome.totals.of(Disposition::held).claims == 1);
  CHECK(findings == 1);
  CHECK(names_in(folder.path()) == "batch1.837");
}

TEST_CASE("publishing: outputs beyond what is kept in memory are whole, cut back where a set is refused") {
  TemporaryFolder folder;
  std::string sets = st("0001") + provider("1*") + subscriber("2*1");
  constexpr int claims = 40000;
  for (int i = 0; i < claims; ++i) sets += good("G" + std::to_string(i));
  auto const first = sets + se(7 + 3 * claims, "0001");
  auto second = first;
  second.replace(second.find("ST*837*0001"), 11, "ST*837*0002");
  second.replace(second.rfind("*0001~"), 6, "*9999~");
  write_file(folder / "batch1.837", file_of(first + second, 2));
  auto const summary = run(folder / "batch1.837", folder / "out");
  CHECK(summary.outcome.status == Status::refused);
  CHECK((read_file(folder / "out/batch1.clean.837") == file_of(first)));
  CHECK((read_file(folder / "out/batch1.held.837") == file_of(second)));
  check_summary(folder / "out", with_held);
}

}  // namespace
}  // namespace scrub837::test::publishing_test
