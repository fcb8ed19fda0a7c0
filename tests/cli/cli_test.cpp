#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "src/io/sha256.hpp"
#include "src/report/rules_markdown.hpp"
#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/scrub/short_files.hpp"
#include "tests/support/generated_file.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test {
namespace {

namespace fs = std::filesystem;

// Whole enough for every rule, with a mark wherever a patient could be known from.
std::string marked(std::string const& line) {
  return isa() + gs() + "ST*837*0001*005010X222A1~BHT*0019*00*BHTMARK*20260914*1200*CH~" +
         "NM1*41*2*SUBMITTER*****46*S1~PER*IC*DESK*TE*5555550100~NM1*40*2*PAYER*****46*P1~" +
         "HL*1**20*1~NM1*85*2*AGENCY*****XX*1234567893~N3*1 MAIN "
         "ST~N4*DEMOTOWN*NY*100010001~REF*EI*000000001~" +
         "HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*LASTMARK*FIRSTMARK****MI*MEMBERMARK~N3*STREETMARK~" +
         "N4*TOWNMARK*NY*10001~DMG*D8*19340517*F~NM1*PR*2*PAYER*****PI*P1~" +
         "CLM*CLAIMMARK*100***12:B:1*Y*A*Y*Y~REF*D9*REFMARK~HI*ABK:DX5MARK~NTE*ADD*NOTEMARK WOUND "
         "CARE~LX*1~" +
         line + "DTP*472*D8*20260914~NTE*TPO*LINEMARK~ZZZ*ZZZMARK~SE*27*0001~" + ge(1) + iea(1);
}
std::string const unlisted = "SV1*HC:99600:::::TEXTMARK  DRESSING CHANGED*90.07*UN*1***1~";
constexpr std::array marks{"BHTMARK",  "LASTMARK", "FIRSTMARK", "MEMBERMARK", "STREETMARK",
                           "TOWNMARK", "19340517", "CLAIMMARK", "REFMARK",    "DX5MARK",
                           "NOTEMARK", "TEXTMARK", "LINEMARK",  "ZZZMARK"};

std::string good_bytes() { return file_of(st() + provider("1*") + subscriber("2*1") + good("G1") + se(10)); }
std::string bad_bytes() { return file_of(st() + provider("1*") + subscriber("2*1") + bad("H1") + se(10)); }

TEST_CASE("exit codes: 0 every claim went out, 1 a claim is held; check returns what scrub would") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  write_file(folder / "good.837", good_bytes());
  write_file(folder / "bad.837", bad_bytes());
  CHECK(run_binary({"scrub", "good.837", "--out", "out"}, in).code == 0);
  CHECK(run_binary({"check", "good.837"}, in).code == 0);
  CHECK(run_binary({"scrub", "bad.837", "--out", "out"}, in).code == 1);
  CHECK(run_binary({"check", "bad.837"}, in).code == 1);
  CHECK(run_binary({"scrub", "good.837", "bad.837", "--out", "out"}, in).code == 1);
  CHECK(run_binary({"scrub", "bad.837", "--hold", "never", "--out", "out"}, in).code == 0);
  CHECK(run_binary({"check", "bad.837", "--hold", "never"}, in).code == 0);
  CHECK(run_binary({"check", "bad.837", "--ignore", "NAR"}, in).code == 0);
  CHECK(run_binary({"scrub", "--out", "out", "-"}, in, bad_bytes()).code == 1);
  CHECK(fs::exists(folder / "out/stdin.held.837"));
}

TEST_CASE("exit codes: 2 wrong usage, before any work") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  write_file(folder / "good.837", good_bytes());
  write_file(folder / "bad.toml", "hlod = 'never'\n");
  for (std::vector<std::string> const& arguments :
       {std::vector<std::string>{},
        {"scurb"},
        {"scrub"},
        {"scrub", "good.837"},
        {"scrub", "--out", "out"},
        {"scrub", "good.837", "--out", "out", "--selct", "NAR"},
        {"scrub", "good.837", "--out", "out", "--select", "NAR99"},
        {"scrub", "good.837", "--out", "out", "--ignore", "XYZ"},
        {"scrub", "good.837", "missing.837", "--out", "out"},
        {"scrub", "good.837", "--out", "out", "--hold", "sometimes"},
        {"scrub", "good.837", "--out", "out", "--jobs", "0"},
        {"scrub", "good.837", "--out", "out", "--jobs", "many"},
        {"scrub", "good.837", "--out", "out", "--config", "none.toml"},
        {"scrub", "good.837", "--out", "out", "--config", "bad.toml"},
        {"scrub", "good.837", "--out"},
        {"check", "good.837", "--format", "xml"},
        {"check", "good.837", "--out", "out"},
        {"check"},
        {"rules", "--color"},
        {"rules", "--format", "xml"},
        {"explain"},
        {"explain", "NAR02"},
        {"tree"},
        {"tree", "good.837", "good.837"}}) {
    std::string words;
    for (auto const& word : arguments) words += word + " ";
    CAPTURE(words);
    auto const ran = run_binary(arguments, in);
    CHECK(ran.code == 2);
    CHECK((arguments.empty() || !ran.err.empty()));
    CHECK(names_in(folder.path()) == "bad.toml good.837");
  }
}

TEST_CASE("exit codes: 2 where an output would overwrite an input") {
  TemporaryFolder folder;
  write_file(folder / "a.837", good_bytes());
  write_file(folder / "a.clean.837", good_bytes());
  auto const ran = run_binary({"scrub", "a.837", "a.clean.837", "--out", "."}, folder.path().string());
  CHECK(ran.code == 2);
  CHECK(names_in(folder.path()) == "a.837 a.clean.837");
}

TEST_CASE("exit codes: 3 a named input is no X12; the others are done; in a folder it is only reported") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  write_file(folder / "in/good.837", good_bytes());
  write_file(folder / "in/letter.txt", "Dear Sir or Madam");
  auto ran = run_binary({"scrub", "in/letter.txt", "in/good.837", "--out", "out"}, in);
  CHECK(ran.code == 3);
  CHECK(fs::exists(folder / "out/good.clean.837"));
  CHECK(fs::exists(folder / "out/letter.summary.json"));
  CHECK(run_binary({"check", "in/letter.txt"}, in).code == 3);
  CHECK(run_binary({"tree", "in/letter.txt"}, in).code == 3);
  ran = run_binary({"scrub", "in", "--out", "out"}, in);
  CHECK(ran.code == 0);
  CHECK(ran.out.find("letter.txt") != std::string::npos);
  // 3 goes before 1.
  write_file(folder / "in/bad.837", bad_bytes());
  CHECK(run_binary({"scrub", "in/letter.txt", "in/bad.837", "--out", "out"}, in).code == 3);
}

TEST_CASE("exit codes: 4 the environment failed; the other inputs are done") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  write_file(folder / "good.837", good_bytes());
  write_file(folder / "bad.837", bad_bytes());
  write_file(folder / "file", "in the way");
  CHECK(run_binary({"scrub", "good.837", "--out", "file"}, in).code == 4);
  CHECK(read_file(folder / "file") == "in the way");
  fs::create_directories(folder / "out/.good.findings.csv.tmp");
  auto const ran = run_binary({"scrub", "good.837", "bad.837", "--out", "out"}, in);
  CHECK(ran.code == 4);
  CHECK(ran.err.find("good") != std::string::npos);
  CHECK(fs::exists(folder / "out/bad.held.837"));
  CHECK_FALSE(fs::exists(folder / "out/good.summary.json"));
  CHECK(run_binary({"tree", "missing.837"}, in).code >= 2);
}

TEST_CASE("help of each command fits a screen of 24 lines and 80 columns, and has an example") {
  for (std::vector<std::string> const& arguments : {std::vector<std::string>{"--help"},
                                                    {"scrub", "--help"},
                                                    {"check", "--help"},
                                                    {"rules", "--help"},
                                                    {"explain", "--help"},
                                                    {"profile", "--help"},
                                                    {"tree", "--help"},
                                                    {"rerun", "--help"},
                                                    {"letters", "--help"}}) {
    CAPTURE(arguments[0]);
    auto const ran = run_binary(arguments);
    CHECK(ran.code == 0);
    CHECK(ran.err == "");
    CHECK(ran.out.find("Example:\n  scrub837 ") != std::string::npos);
    std::istringstream lines(ran.out);
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
      CAPTURE(line);
      CHECK(line.size() <= 80);
    }
    CHECK(count <= 24);
  }
}

TEST_CASE("version says the program's and the code lists'") {
  auto const ran = run_binary({"--version"});
  CHECK(ran.code == 0);
  CHECK(ran.out.find("scrub837 ") == 0);
  CHECK(ran.out.find("20") != std::string::npos);
}

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

TEST_CASE("check prints the place, the segment, the rule and what to do; and writes nothing") {
  TemporaryFolder folder;
  write_file(folder / "a.837", bad_bytes());
  auto const ran = run_binary({"check", "a.837"}, folder.path().string());
  for (auto const* const part : {"a.837", "NAR001", "narrative-missing", "SV101-7", "held", "^"}) {
    CAPTURE(part);
    CHECK(ran.out.find(part) != std::string::npos);
  }
  CHECK(names_in(folder.path()) == "a.837");
  // Lines of JSON are read by programs: nothing else stands there.
  auto const lines =
      run_binary({"check", "a.837", "--format", "jsonl", "--show-phi"}, folder.path().string()).out;
  std::istringstream text(lines);
  std::size_t count = 0;
  for (std::string line; std::getline(text, line); ++count) {
    auto const finding = nlohmann::json::parse(line);
    for (auto const* const field : {"file",
                                    "interchange",
                                    "interchange_index",
                                    "group",
                                    "transaction",
                                    "claim",
                                    "claim_index",
                                    "line",
                                    "line_index",
                                    "loop",
                                    "segment",
                                    "element",
                                    "segment_number",
                                    "offset",
                                    "rule",
                                    "severity",
                                    "message",
                                    "help",
                                    "fix",
                                    "disposition"}) {
      CAPTURE(field);
      CHECK(finding.contains(field));
    }
    CHECK(finding["claim"] == "H1");
    CHECK(finding["transaction"] == "0001");
    CHECK(finding["interchange"] == "000000001");
  }
  CHECK(count >= 1);
}

TEST_CASE("--diff shows the segments that would change, and no others") {
  TemporaryFolder folder;
  auto bytes = good_bytes();
  bytes.replace(bytes.find("HC:99213"), 8, "HC:99600:::::WOUND  CARE LEFT HEEL");
  write_file(folder / "a.837", bytes);
  auto const out = run_binary({"check", "a.837", "--diff", "--show-phi"}, folder.path().string()).out;
  CHECK(out.find("WOUND  CARE LEFT HEEL") != std::string::npos);
  CHECK(out.find("WOUND CARE LEFT HEEL") != std::string::npos);
  CHECK(out.find("NM1*85") == std::string::npos);
}

TEST_CASE("rules lists every rule in table, JSON and Markdown; explain tells of one") {
  auto const table = run_binary({"rules"});
  CHECK(table.code == 0);
  for (auto const* const rule : registry()) CHECK(table.out.find(std::string(rule->id)) != std::string::npos);
  auto const list = nlohmann::json::parse(run_binary({"rules", "--format", "json"}).out);
  CHECK(list.size() == registry().size());
  for (auto const& rule : list) {
    auto const files = files_of(*find_rule(rule["id"].get<std::string>()));
    CHECK(rule["file"] == files.source);
    CHECK(rule["test"] == files.test);
  }
  CHECK(run_binary({"rules", "--format", "markdown"}).out == rules_markdown());
  auto const explained = run_binary({"explain", "NAR002"});
  CHECK(explained.code == 0);
  for (auto const* const part : {"NAR002", "narrative-not-in-sv101-7", "Wrong:", "Right:"}) {
    CHECK(explained.out.find(part) != std::string::npos);
  }
  auto const& example = find_rule("NAR002")->doc.bad;
  CHECK(explained.out.find(example.substr(0, example.find('~'))) != std::string::npos);
  for (auto const* const rule : registry()) CHECK(run_binary({"explain", std::string(rule->id)}).code == 0);
  CHECK(run_binary({"explain", "NAR02"}).err.find("NAR002") != std::string::npos);
}

TEST_CASE("tree shows loops and segment numbers") {
  TemporaryFolder folder;
  write_file(folder / "a.837", good_bytes());
  auto const ran = run_binary({"tree", "a.837"}, folder.path().string());
  CHECK(ran.code == 0);
  for (auto const* const part : {"2000A", "2010AA", "2000B", "2300", "2400", "10"}) {
    CAPTURE(part);
    CHECK(ran.out.find(part) != std::string::npos);
  }
}

TEST_CASE("a folder is mirrored, .gz is read, and the next run skips what this one wrote") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  write_file(folder / "in/sub/a.837", good_bytes());
  write_file(folder / "in/b.edi", bad_bytes());
  CHECK(run_binary({"scrub", "in", "--out", "in"}, in).code == 1);
  CHECK(fs::exists(folder / "in/sub/a.clean.837"));
  CHECK(fs::exists(folder / "in/b.held.837"));
  auto const again = run_binary({"scrub", "in", "--out", "in"}, in);
  CHECK(again.code == 1);
  CHECK_FALSE(fs::exists(folder / "in/b.held.held.837"));
  CHECK_FALSE(fs::exists(folder / "in/b.held.clean.837"));
  CHECK(again.out.find("2 files") != std::string::npos);
}

// Else a reader would take its claims twice: once under each name.
TEST_CASE("what an earlier run wrote for a file goes when its outputs get another name") {
  TemporaryFolder const folder;
  auto const in = folder.path().string();
  auto const sample = read_file(SCRUB837_SOURCE_DIR "/samples/home-visits.837");
  write_file(folder / "in/night.837", sample);
  write_file(folder / "out/night.report.txt", "not ours");
  auto const names = [&] { return names_in(folder / "out"); };
  CHECK(run_binary({"scrub", "in", "--out", "out"}, in).code == 1);
  auto const alone = names();
  CHECK(alone.find("night.held.837") != std::string::npos);

  write_file(folder / "in/night.edi", sample);
  CHECK(run_binary({"scrub", "in", "--out", "out"}, in).code == 1);
  for (auto const* const whole : {"night.837.summary.json", "night.edi.summary.json", "night.report.txt"}) {
    CHECK(names().find(whole) != std::string::npos);
  }
  for (auto const* const gone :
       {"night.summary.json", "night.clean.837", "night.held.837", "night.worklist.csv"}) {
    CHECK_FALSE(fs::exists(folder / "out" / gone));
  }

  // And back; what is another file's stays.
  fs::remove(folder / "in/night.edi");
  CHECK(run_binary({"scrub", "in", "--out", "out"}, in).code == 1);
  CHECK(fs::exists(folder / "out/night.edi.summary.json"));
  CHECK(fs::exists(folder / "out/night.summary.json"));
  CHECK_FALSE(fs::exists(folder / "out/night.837.summary.json"));
  CHECK_FALSE(fs::exists(folder / "out/night.837.clean.837"));
}

TEST_CASE("--quiet prints nothing when nothing fails") {
  TemporaryFolder folder;
  write_file(folder / "a.837", good_bytes());
  auto const ran = run_binary({"scrub", "a.837", "--out", "out", "--quiet"}, folder.path().string());
  CHECK(ran.code == 0);
  CHECK(ran.out == "");
  CHECK(ran.err == "");
}

TEST_CASE("killed at any moment, a summary names whole files only, and the next run finishes the work") {
  TemporaryFolder folder;
  auto const out = folder / "out";
  std::string sets = st() + provider("1*") + subscriber("2*1");
  constexpr int claims = 3000;
  for (int i = 0; i < claims; ++i)
    sets += i % 50 == 0 ? bad("H" + std::to_string(i)) : good("G" + std::to_string(i));
  std::array const inputs{file_of(sets + se(7 + 3 * claims)), good_bytes()};
  auto const path = (folder / "a.837").string();
  std::vector<std::string> const arguments{"scrub", path, "--out", out.string(), "--quiet"};
  std::mt19937 random(837);
  int killed = 0;
  for (int i = 0; i < 50; ++i) {
    // By turns a file with held claims and one without, so that outputs come and go.
    write_file(path, inputs[static_cast<std::size_t>(i) % 2]);
    killed += run_and_kill(arguments, static_cast<unsigned>(random() % 40000)) ? 1 : 0;
    if (!fs::exists(out / "a.summary.json")) continue;
    auto const summary = nlohmann::json::parse(read_file(out / "a.summary.json"));
    for (auto const& output : summary["outputs"]) {
      auto const bytes = read_file(out / output["name"].get<std::string>());
      CHECK(output["bytes"] == bytes.size());
      CHECK(output["sha256"] == sha256(bytes));
    }
  }
  CHECK(killed > 0);
  write_file(path, good_bytes());
  CHECK(run_binary(arguments).code == 0);
  CHECK(names_in(out) == "a.clean.837 a.findings.csv a.findings.jsonl a.summary.json");
}

}  // namespace
}  // namespace scrub837::test
