#include <doctest/doctest.h>
#include <stdlib.h>
#include <zlib.h>

#include <cstring>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>

#include "src/io/sha256.hpp"
#include "tests/cli/run_in_process.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/fake_file_system.hpp"
#include "tests/support/rule_test.hpp"

// Whole commands, in which each operation on the disk fails once, one after the other.
namespace scrub837::test {
namespace {

namespace fs = std::filesystem;

std::string const undescribed = "SV1*HC:99600*125*UN*1***1~";
std::string const described = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~";

// Claims DEMO-1, DEMO-2 … of one line each.
std::string night_of(std::vector<std::string> const& lines, std::string const& name = "DEMO") {
  std::string claims;
  for (std::size_t i = 0; i < lines.size(); ++i)
    claims += claim_with(name + "-" + std::to_string(i + 1), lines[i]);
  return file_with(interchange_with(group_with(set_with("0001", claims))));
}

void write_packed(fs::path const& path, std::string const& bytes) {
  auto* const file = ::gzopen(path.c_str(), "wb");
  ::gzwrite(file, bytes.data(), static_cast<unsigned>(bytes.size()));
  ::gzclose(file);
}

using Contents = std::map<std::string, std::string>;

// The files of a folder. \param hidden those whose names begin with a dot, else the others. In a summary the
// running time is left out.
Contents contents_of(fs::path const& folder, bool hidden = false) {
  Contents contents;
  if (!fs::exists(folder)) return contents;
  for (auto const& entry : fs::directory_iterator(folder)) {
    auto const name = entry.path().filename().string();
    if (name.starts_with('.') != hidden) continue;
    auto bytes = read_file(entry.path());
    if (name.ends_with(".summary.json")) {
      auto summary = nlohmann::json::parse(bytes);
      summary.erase("seconds");
      bytes = summary.dump();
    }
    contents[name] = std::move(bytes);
  }
  return contents;
}

std::string names_of(Contents const& contents) {
  std::string names;
  for (auto const& [name, bytes] : contents) names += name + " ";
  return names;
}

// What is wrong with the files that the summaries name; empty if nothing.
std::string torn(Contents const& contents) {
  std::string problems;
  for (auto const& [name, bytes] : contents) {
    if (!name.ends_with(".summary.json")) continue;
    for (auto const& output : nlohmann::json::parse(bytes)["outputs"]) {
      auto const named = output["name"].get<std::string>();
      auto const found = contents.find(named);
      if (found == contents.end() || sha256(found->second) != output["sha256"]) problems += named + " ";
    }
  }
  return problems;
}

// Files that come and go together: those whose names begin so.
struct OutputSet {
  std::string begin, except = {};
  /// Not outputs, but results that tell what became of rows for the outputs that begin so.
  std::string results_of = {};
  [[nodiscard]] Contents of(Contents const& all) const {
    Contents mine;
    for (auto const& [name, bytes] : all) {
      if (name.starts_with(begin) && (except.empty() || !name.starts_with(except))) mine[name] = bytes;
    }
    return mine;
  }
};

struct Failure {
  std::string_view words;  ///< how a message begins that names the operation
  int error;
};

Failure failure_of(Operation operation) {
  constexpr std::array<Failure, operation_count> failures{{{"cannot open ", EMFILE},
                                                           {"cannot read ", EIO},
                                                           {"cannot write ", ENOSPC},
                                                           {"cannot sync ", EIO},
                                                           {"cannot rename ", EIO},
                                                           {"cannot remove ", EIO},
                                                           {"cannot look at ", EIO},
                                                           {"cannot lock ", ENOLCK},
                                                           {"cannot set the permissions of ", EPERM},
                                                           {"cannot truncate ", EIO},
                                                           {"cannot make the folder ", ENOSPC},
                                                           {"cannot read the folder ", EIO},
                                                           {"", EIO}}};
  return failures[static_cast<std::size_t>(operation)];
}

// A command over a folder of its own, done again and again from the same beginning.
class Trial {
 public:
  TemporaryFolder folder;
  std::vector<std::string> arguments;
  std::vector<OutputSet> sets;

  Trial() {
    fs::create_directory(folder / "tmp");
    set("TMPDIR", (folder / "tmp").string());
    set("XDG_STATE_HOME", (folder / "state").string());
  }
  Trial(Trial const&) = delete;
  Trial& operator=(Trial const&) = delete;
  ~Trial() {
    for (auto const& [name, value] : environment_) {
      if (value) {
        ::setenv(name.c_str(), value->c_str(), 1);
      } else {
        ::unsetenv(name.c_str());
      }
    }
  }

  [[nodiscard]] std::string path(std::string const& name) const { return (folder / name).string(); }

  /// Lets each operation fail. The outputs, in `out`, are as they are now before each run.
  /// \return how many failed
  std::size_t run() {
    if (fs::exists(folder / "out")) fs::copy(folder / "out", folder / "before", fs::copy_options::recursive);
    if (fs::exists(folder / "state"))
      fs::copy(folder / "state", folder / "state before", fs::copy_options::recursive);
    before_ = contents_of(folder / "out");
    FakeFileSystem counting;
    good_ = once(counting);
    after_ = contents_of(folder / "out");
    REQUIRE(good_.code <= 1);
    REQUIRE(good_.err == "");
    REQUIRE(torn(after_) == "");
    std::size_t in_sets = 0;
    for (auto const& one : sets) {
      in_sets += one.of(after_).size();
      REQUIRE(one.of(before_) != one.of(after_));
    }
    REQUIRE(in_sets == after_.size());
    std::size_t failed = 0;
    for (std::size_t kind = 0; kind < operation_count; ++kind) {
      auto const operation = static_cast<Operation>(kind);
      auto const count = counting.count(operation);
      for (std::size_t nth = 1; nth <= count; ++nth) fail(operation, nth);
      failed += count;
      counted_[kind] = count;
    }
    return failed;
  }

  [[nodiscard]] std::size_t count(Operation operation) const {
    return counted_[static_cast<std::size_t>(operation)];
  }
  [[nodiscard]] std::string counts() const {
    std::string text;
    for (std::size_t kind = 0; kind < operation_count; ++kind) {
      if (counted_[kind] > 0)
        text +=
            std::string(name_of(static_cast<Operation>(kind))) + " " + std::to_string(counted_[kind]) + " ";
    }
    return text;
  }

 private:
  void set(std::string const& name, std::string const& value) {
    auto const* const old = ::getenv(name.c_str());
    environment_[name] = old == nullptr ? std::nullopt : std::optional<std::string>(old);
    ::setenv(name.c_str(), value.c_str(), 1);
  }

  void reset(std::string const& name, std::string const& from) const {
    fs::remove_all(folder / name);
    if (fs::exists(folder / from)) fs::copy(folder / from, folder / name, fs::copy_options::recursive);
  }

  Ran once(FakeFileSystem& fake) const {
    reset("out", "before");
    reset("state", "state before");
    FileSystemInUse const used(fake);
    return run_in_process(arguments);
  }

  void fail(Operation operation, std::size_t nth) const {
    auto const [words, error] = failure_of(operation);
    FakeFileSystem fake;
    fake.fail(operation, nth, error);
    auto const ran = once(fake);
    REQUIRE(fake.failed());
    auto const failed = fake.failed()->path;
    auto const name = std::string(name_of(operation)) + " " + std::to_string(nth) + " " + failed.string();
    CAPTURE(name);
    CAPTURE(ran.err);
    auto const outputs = contents_of(folder / "out");
    // Where the control numbers can't be kept, the time gives them, and that is told: claims go out.
    bool const of_numbers = failed.string().starts_with(path("state"));
    // A whole name only tells that one file was named twice; then they clash, and nothing is done.
    bool const harmless = of_numbers || operation == Operation::whole_name;
    CHECK(ran.code == (harmless ? good_.code : 4));
    if (operation != Operation::whole_name) check_message(ran.err, words, failed, error);
    for (std::string const secret : {"DEMO", "WOUND", "99600", "Jane", "JANE", "DOE"})
      CHECK(ran.err.find(secret) == std::string::npos);

    CHECK(torn(outputs) == "");
    for (auto const& one : sets) {
      if (harmless) {
        CHECK(names_of(one.of(outputs)) == names_of(one.of(after_)));
      } else if (is_published(one.results_of, outputs)) {
        CHECK_MESSAGE((one.of(outputs) == one.of(before_) || one.of(outputs) == one.of(after_)),
                      names_of(one.of(outputs)));
      } else {
        CHECK((one.of(outputs) == one.of(before_) || !tells_of_success(one.of(outputs))));
      }
    }
    // Nothing stays behind but what could not be removed.
    for (auto const& [hidden, bytes] : contents_of(folder / "out", true))
      CHECK_MESSAGE((operation == Operation::remove && failed.filename() == hidden), hidden);
    CHECK(names_in(folder / "tmp") == "");

    // And nothing is in the way of the next run.
    reset("state", "state before");
    auto const again = run_in_process(arguments);
    CHECK(again.code == good_.code);
    CHECK(again.err == "");
    CHECK((contents_of(folder / "out") == after_));
    CHECK(names_of(contents_of(folder / "out", true)) == "");
  }

  // Whether the outputs that begin so are new ones.
  [[nodiscard]] bool is_published(std::string const& begin, Contents const& outputs) const {
    if (begin.empty()) return true;
    auto const found =
        std::find_if(sets.begin(), sets.end(), [&](auto const& set) { return set.begin == begin; });
    REQUIRE(found != sets.end());
    return found->of(outputs) == found->of(after_);
  }

  static bool tells_of_success(Contents const& results) {
    return std::any_of(results.begin(), results.end(), [](auto const& file) {
      return file.first.ends_with(".releases.csv") || file.second.find(",applied,") != std::string::npos ||
             file.second.find(",released,") != std::string::npos;
    });
  }

  // \param failed a hidden temporary may be named as the output that it is for
  static void check_message(std::string const& told, std::string_view words, fs::path const& failed,
                            int error) {
    auto name = failed.filename().string();
    if (name.starts_with('.') && name.ends_with(".tmp")) name = name.substr(1, name.size() - 5);
    CHECK((told.find(words) != std::string::npos ||
           (words == "cannot open " && told.find("cannot make a temporary file in ") != std::string::npos)));
    CHECK((told.find(failed.string()) != std::string::npos ||
           told.find((failed.parent_path() / name).string()) != std::string::npos));
    CHECK(told.find(std::strerror(error)) != std::string::npos);
  }

  std::map<std::string, std::optional<std::string>> environment_;
  Contents before_, after_;
  Ran good_;
  std::array<std::size_t, operation_count> counted_{};
};

// Types into the empty cells of a worklist's rows, one after the other: 11 columns, release_reason is the
// last.
std::string typed(std::string rows, std::vector<std::string> const& cells) {
  std::size_t from = 0;
  for (auto const& cell : cells) {
    auto const at = rows.find(",,,,,,,,,,,\r\n", from);
    REQUIRE(at != std::string::npos);
    rows.replace(at, 11, cell);
    from = at + cell.size();
  }
  return rows;
}

std::string narrative(std::string const& text) { return "," + text + ",,,,,,,,,,"; }
std::string release(std::string const& reason) { return ",,,,,,,,,,," + reason; }

}  // namespace

TEST_CASE("every operation of a first scrub fails once: all outputs of an input are there, or none") {
  Trial trial;
  write_file(trial.folder / "night.837", night_of({undescribed, described}));
  trial.arguments = {"scrub", trial.path("night.837"), "--out", trial.path("out")};
  trial.sets = {{"night."}};
  auto const failed = trial.run();
  CHECK(trial.count(Operation::make_folder) == 1);
  MESSAGE("first scrub: " << failed << " operations failed: " << trial.counts());
}

TEST_CASE("every operation of a scrub fails once: the outputs of each input are all old or all new") {
  Trial trial;
  auto const& folder = trial.folder;
  write_file(folder / "documents.csv", "claim,line,type,transmission,control_number\nDEMO-1,1,NN,FX,ACN1\n");
  write_file(folder / "codes.csv", "code\n99600\n");
  write_file(folder / "profile.toml",
             "[[profile]]\nname = 'all'\nsource = 'a page'\nmatch = { any = true }\n");
  write_file(folder / "scrub837.toml", "profiles = ['profile.toml']\nunlisted_codes_file = 'codes.csv'\n");
  write_file(folder / "in/night.837", night_of({described, undescribed}));
  write_packed(folder / "in/packed.837.gz", night_of({described}, "DEMOP"));
  write_packed(folder / "in/cut.837.gz", night_of({described}, "DEMOC"));
  trial.arguments = {"scrub",         trial.path("in"),
                     "--out",         trial.path("out"),
                     "--attachments", trial.path("documents.csv"),
                     "--config",      trial.path("scrub837.toml"),
                     "--quiet"};
  REQUIRE(run_in_process(trial.arguments).code == 1);
  // The second night: a file more, so that the first one's outputs bear its whole name now; other claims, a
  // worklist less; and a .gz that is cut.
  write_file(folder / "documents.csv", "claim,line,type,transmission,control_number\nDEMO-1,1,NN,FX,ACN2\n");
  write_file(folder / "in/night.837", night_of({described, described}));
  write_file(folder / "in/night.edi", night_of({undescribed}, "DEMOE"));
  write_packed(folder / "in/packed.837.gz", night_of({described, undescribed}, "DEMOP"));
  fs::resize_file(folder / "in/cut.837.gz", 40);
  trial.sets = {
      {"night.", "night.edi."}, {"night.edi."}, {"packed."}, {"cut."}, {"documents.", {}, "night."}};
  auto const failed = trial.run();
  for (auto const operation : {Operation::open, Operation::read, Operation::write, Operation::sync,
                               Operation::rename, Operation::remove, Operation::status, Operation::lock,
                               Operation::mode, Operation::truncate, Operation::list})
    CHECK_MESSAGE(trial.count(operation) > 0, name_of(operation));
  MESSAGE("scrub: " << failed << " operations failed: " << trial.counts());
}

TEST_CASE("every operation of a rerun fails once: outputs and results are all old or all new") {
  Trial trial;
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

}  // namespace scrub837::test
