#include "src/config/config_file.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scrub837/rule.hpp"
#include "src/config/config_node.hpp"
#include "tests/io/temporary_folder.hpp"

// What the file says; what the commands make of it is tested in tests/cli.
namespace scrub837::test::config_file_test {
namespace {

class Folder {
 public:
  [[nodiscard]] ConfigFile read(std::string const& toml) const {
    write_file(folder / "scrub837.toml", toml);
    return read_config((folder / "scrub837.toml").string());
  }
  /// What is wrong with it; empty: nothing.
  [[nodiscard]] std::string mistake(std::string const& toml) const {
    try {
      static_cast<void>(read(toml));
      return {};
    } catch (ConfigError const& error) {
      return error.message;
    }
  }
  TemporaryFolder folder;
};

// The options as they would stand on the command line.
std::string line_of(ConfigFile const& config) {
  std::string text;
  for (auto const& option : config.options) {
    text += "--" + option.name;
    for (auto const& value : option.values) text += " " + value;
    text += "\n";
  }
  return text;
}

TEST_CASE("config file: options are those of the command line, in the order of the keys") {
  Folder const folder;
  CHECK(line_of(folder.read("unsafe_fixes = true\nhold = 'never'\nselect = ['NAR', 'ATT003']\njobs = 4")) ==
        "--hold never\n--jobs 4\n--select NAR ATT003\n--unsafe-fixes true\n");
  // What is off or empty is as if it were not there.
  CHECK(line_of(folder.read("unsafe_fixes = false\nignore = []\nprofiles = []")) == "");
  CHECK(line_of(folder.read("")) == "");
}

TEST_CASE("config file: names of files count from its own folder, absolute ones from nowhere") {
  Folder const folder;
  auto const here = folder.folder.path().string();
  write_file(folder.folder / "documents.csv", "claim\n");
  write_file(folder.folder / "payers/one.toml", "");
  CHECK(line_of(folder.read("out = 'sub'\nattachments = 'documents.csv'\nprofiles = ['payers/one.toml']")) ==
        "--attachments " + here + "/documents.csv\n--out " + here + "/sub\n--profiles " + here +
            "/payers/one.toml\n");
  CHECK(line_of(folder.read("out = '/elsewhere'")) == "--out /elsewhere\n");
}

TEST_CASE("config file: codes of the list and of the file are added, severities are by rule") {
  Folder const folder;
  write_file(folder.folder / "codes.txt", "99213 # for a trial\nS9123\n");
  auto const config = folder.read(
      "unlisted_codes = ['S9999']\nunlisted_codes_file = 'codes.txt'\n"
      "[severity]\nATT001 = 'error'\nnarrative-missing = 'warning'\nUNL001 = 'info'\n");
  auto codes = config.unlisted_codes;
  std::sort(codes.begin(), codes.end());
  CHECK(codes == std::vector<std::string>{"99213", "S9123", "S9999"});
  std::vector<std::pair<std::string_view, Severity>> severities;
  for (auto const& [rule, severity] : config.severities) severities.emplace_back(rule->id, severity);
  CHECK(severities == std::vector<std::pair<std::string_view, Severity>>{{"ATT001", Severity::error},
                                                                         {"UNL001", Severity::info},
                                                                         {"NAR001", Severity::warning}});
}

TEST_CASE("config file: codes that hold whatever the lists say, and the lists") {
  Folder const folder;
  write_file(folder.folder / "lists/cpt.txt", "");
  auto const config = folder.read(
      "codes = ['lists/cpt.txt']\n[extra_codes]\nplace_of_service = ['66', '67']\ndiagnosis = ['Z9181']\n");
  CHECK(line_of(config) == "--codes " + (folder.folder / "lists/cpt.txt").string() + "\n");
  CHECK(config.extra_codes ==
        std::vector<std::pair<CodeListKind, std::string>>{{CodeListKind::icd10cm, "Z9181"},
                                                          {CodeListKind::place_of_service, "66"},
                                                          {CodeListKind::place_of_service, "67"}});
}

TEST_CASE("config file: mistakes are refused with their place, and with what was probably meant") {
  Folder const folder;
  struct Case {
    std::string toml, place, said;
  };
  for (auto const& example :
       {Case{"quiet = true\nhlod = 'never'", "2:1", "did you mean hold?"},
        Case{"unsafe-fixes = true", "1:1", "did you mean unsafe_fixes?"},
        Case{"hold = 'nevr'", "1:8", "did you mean \"never\"?"},
        Case{"hold = true", "1:8", "\"error\", \"warning\" or \"never\" is expected"},
        Case{"format = 'json'", "1:10", "did you mean \"jsonl\"?"},
        Case{"select = ['NAR', 'NAR01']", "1:18", "did you mean NAR001?"},
        Case{"select = []", "1:10", "no rule would run"},
        Case{"select = 'NAR'", "1:10", "a list"},
        Case{"ignore = ['NAR', 7]", "1:18", "a rule id or family is expected"},
        Case{"ignore = ['ENX']", "1:11", "did you mean ENV?"},
        Case{"unsafe_fixes = 'yes'", "1:16", "true or false"},
        Case{"info = 1", "1:8", "true or false"},
        Case{"optional_rows = []", "1:17", "true or false"},
        Case{"quiet = 0", "1:9", "true or false"},
        Case{"verbose = 'on'", "1:11", "true or false"},
        Case{"diff = 'no'", "1:8", "true or false"},
        Case{"statistics = 1.5", "1:14", "true or false"},
        Case{"show_phi = {}", "1:12", "true or false"},
        Case{"jobs = 0", "1:8", "a whole number from 1 to 1024"},
        Case{"jobs = 1025", "1:8", "a whole number from 1 to 1024"},
        Case{"jobs = -1", "1:8", "a whole number from 1 to 1024"},
        Case{"jobs = 2.0", "1:8", "a whole number from 1 to 1024"},
        Case{"jobs = '2'", "1:8", "a whole number from 1 to 1024"},
        Case{"out = 3", "1:7", "a folder is expected"},
        Case{"out = ''", "1:7", "a folder is expected"},
        Case{"unlisted_codes = ['99600', '99 600']", "1:28", "a procedure code is expected"},
        Case{"unlisted_codes = ['s9999']", "1:19", "capital letters"},
        Case{"unlisted_codes_file = 'none.txt'", "1:23", "cannot read"},
        Case{"unlisted_codes_file = '.'", "1:23", "cannot read"},
        Case{"unlisted_codes_file = 'scrub837.toml'", "1:23", "has no procedure code"},
        Case{"codes = ['none.txt']", "1:10", "cannot read"},
        Case{"codes = 'codes.txt'", "1:9", "a list"},
        Case{"extra_codes = ['66']", "1:15", "a table"},
        Case{"[extra_codes]\nplace = ['66']", "2:1", "did you mean"},
        Case{"[extra_codes]\nplace_of_service = '66'", "2:20", "a list"},
        Case{"[extra_codes]\ndiagnosis = ['Z91.81']", "2:14", "without a point"},
        Case{"severity = 'error'", "1:12", "a table"},
        Case{"[severity]\nNAR01 = 'error'", "2:1", "did you mean NAR001?"},
        Case{"[severity]\nATT = 'error'", "2:1", "severity needs a single rule, but ATT is a family"},
        Case{"[severity]\nATT001 = 'eror'", "2:10", "did you mean \"error\"?"},
        Case{"[severity]\nATT001 = 'never'", "2:10", "\"error\", \"warning\" or \"info\" is expected"},
        Case{"[severity]\nATT001 = 2", "2:10", "is expected"},
        Case{"statistics = true\ngroup = 'rule'", "2:9", "group cannot be used with diff or statistics"},
        Case{"group = 'patient'", "1:9", "none"},
        Case{"diff = true\nstatistics = true", "1:8", "cannot be used together"},
        Case{"format = 'csv'\ndiff = true", "2:8", "diff cannot be used with format"},
        Case{"hold = 'never", "1:14", ""}}) {
    CAPTURE(example.toml);
    auto const mistake = folder.mistake(example.toml);
    CAPTURE(mistake);
    CHECK(mistake.find("scrub837.toml:" + example.place + ": ") != std::string::npos);
    CHECK(mistake.find(example.said) != std::string::npos);
  }
}

}  // namespace
}  // namespace scrub837::test::config_file_test
