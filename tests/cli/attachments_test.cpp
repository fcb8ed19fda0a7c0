#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/typed_cells.hpp"

namespace scrub837::test::attachments_test {
namespace {

namespace fs = std::filesystem;

std::string const line = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~";

struct Day {
  TemporaryFolder folder;
  std::string in = (folder.path() / "day.837").string();
  std::string list = (folder.path() / "documents.csv").string();
  std::string out = (folder.path() / "out").string();

  Day(std::string const& snippet, std::string const& rows) {
    write_file(in, file_with(snippet));
    write_file(list, "claim,line,type,transmission,control_number,document_name\n" + rows);
  }
  [[nodiscard]] Ran scrub(std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments{"scrub", in, "--out", out, "--attachments", list};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_binary(arguments);
  }
};

TEST_CASE(
    "scrub --attachments: indicators for listed documents, a result for each, silent about the patient") {
  Day const day(line, "DEMO-1,1,NN,FX,ACN1,notes.pdf\nNOBODY,1,NN,FX,ACN2,other.pdf\n");
  auto const ran = day.scrub();
  CHECK(ran.code == 0);
  CHECK(ran.out.find("attachment row 3: not found: No claim in the input files has this number.") !=
        std::string::npos);
  CHECK(ran.out.find("attachments: 1 applied, 0 waiting for held claims, 0 refused, 1 not found") !=
        std::string::npos);
  for (char const* const secret : {"DEMO-1", "NOBODY", "ACN1", "notes.pdf"}) {
    CHECK_MESSAGE(ran.out.find(secret) == std::string::npos, secret);
  }
  CHECK(read_file(day.out + "/day.clean.837").find("PWK*NN*FX***AC*ACN1~") != std::string::npos);
  CHECK(read_file(day.out + "/day.attachments.csv") ==
        "interchange,group,transaction,claim,claim_index,line,line_index,payer_id,report_type,transmission,"
        "control_number,document_name,sha256\r\n"
        "000000001,1,0001,DEMO-1,1,1,1,PAYER01,NN,FX,ACN1,notes.pdf,\r\n");
  auto const results = day.out + "/documents.results.csv";
  CHECK(read_file(results) ==
        "row,claim,line,control_number,document_name,result,words\r\n"
        "2,DEMO-1,1,ACN1,notes.pdf,applied,New PWK in 2400.\r\n"
        "3,NOBODY,1,ACN2,other.pdf,not found,No claim in the input files has this number.\r\n");
  for (auto const& file : {results, day.out + "/day.attachments.csv"}) {
    CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  }
  // Twice the same; --quiet says it in a line.
  auto const clean = read_file(day.out + "/day.clean.837");
  auto const again = day.scrub({"--quiet", "--jobs", "4"});
  CHECK(again.code == 0);
  CHECK(again.out.starts_with("scrub837 scrub: 1 file, "));
  CHECK(std::count(again.out.begin(), again.out.end(), '\n') == 1);
  CHECK(read_file(day.out + "/day.clean.837") == clean);
}

TEST_CASE(
    "scrub --attachments: of a long list for other claims the screen names a hundred rows, the results all") {
  std::string rows;
  for (int i = 0; i < 250; ++i)
    rows += "NOBODY" + std::to_string(i) + ",1,NN,FX,ACN" + std::to_string(i) + ",\n";
  Day const day(line, rows);
  auto const ran = day.scrub();
  CHECK(ran.code == 0);
  CHECK(ran.out.find("attachment row 101: not found") != std::string::npos);
  CHECK(ran.out.find("attachment row 102:") == std::string::npos);
  CHECK(ran.out.find("attachment rows: 150 more are in the results file") != std::string::npos);
  CHECK(ran.out.find("0 refused, 250 not found") != std::string::npos);
  CHECK(read_file(day.out + "/documents.results.csv").find("251,NOBODY249,") != std::string::npos);
}

TEST_CASE("scrub --attachments: the apostrophe that keeps the zeros of a number is no part of it") {
  Day const day(line, "'DEMO-1,'1,NN,FX,'0031642,notes.pdf\n");
  CHECK(day.scrub().code == 0);
  CHECK(read_file(day.out + "/day.clean.837").find("PWK*NN*FX***AC*0031642~") != std::string::npos);
}

TEST_CASE("scrub: no attachments.csv is left where no indicator goes out") {
  Day const day(line, "DEMO-1,1,NN,FX,ACN1,\n");
  CHECK(day.scrub().code == 0);
  CHECK(fs::exists(day.out + "/day.attachments.csv"));
  write_file(day.list, "claim,type\n");
  CHECK(day.scrub().code == 0);
  CHECK_FALSE(fs::exists(day.out + "/day.attachments.csv"));
}

TEST_CASE("rerun --attachments: with the worklist or instead of it") {
  Day const day("SV1*HC:99600*125*UN*1***1~", "DEMO-1,1,NN,FX,ACN1,notes.pdf\n");
  CHECK(day.scrub().code == 1);
  auto const worklist = day.out + "/day.worklist.csv";
  auto const rows = read_file(worklist);
  for (auto const& [column, text] : {std::pair{Typed::attachment_type, "NN"},
                                     {Typed::attachment_transmission, "FX"},
                                     {Typed::attachment_control_number, "ACN1"},
                                     {Typed::document_name, "notes.pdf"}}) {
    CHECK(cell_of(rows, 0, name_of(column)) == text);
  }
  auto const sent = (day.folder.path() / "sent").string();
  auto const held = day.out + "/day.held.837";
  auto alone = run_binary({"rerun", "--attachments", day.list, held, "--out", sent, "--control-number", "7"});
  CHECK(alone.code == 1);
  CHECK(alone.out.find("attachment row 2: waiting") != std::string::npos);
  write_file(worklist, with_typed(rows, 0, {{Typed::narrative, "COMPLEX WOUND CARE LEFT HEEL 45 MIN"}}));
  auto const both = run_binary({"rerun", "--attachments", day.list, "--worklist", worklist, held, "--out",
                                sent, "--control-number", "7"});
  CHECK(both.code == 0);
  auto const clean = read_file(sent + "/day.rerun.clean.837");
  auto const first = clean.find("PWK*NN*FX***AC*ACN1~");
  CHECK(first != std::string::npos);
  CHECK(clean.find("PWK*", first + 1) == std::string::npos);
  CHECK(read_file(sent + "/day.rerun.attachments.csv").find("000000007,7,0001,DEMO-1") != std::string::npos);
}

TEST_CASE("--attachments: what is no list is wrong usage, before any work") {
  Day const day(line, "");
  auto const refused = [&](std::string const& list, std::string const& words) {
    auto const ran = run_binary({"scrub", day.in, "--out", day.out, "--attachments", list});
    CHECK(ran.code == 2);
    CHECK_MESSAGE(ran.err.find(words) != std::string::npos, ran.err);
    CHECK_FALSE(fs::exists(day.out));
  };
  refused(day.out + "/none.csv", "there is no document list");
  refused(day.folder.path().string(), "is a folder");
  refused(day.in, "is not a document list");
}

TEST_CASE("attachments can stand in the configuration file") {
  Day const day(line, "DEMO-1,1,NN,FX,ACN1,\n");
  auto const config = (day.folder.path() / "scrub837.toml").string();
  write_file(config, "attachments = 'documents.csv'\nout = 'out'\n");
  CHECK(run_binary({"scrub", day.in, "--config", config}).code == 0);
  CHECK(fs::exists(day.out + "/documents.results.csv"));
  write_file(config, "attachments = 'none.csv'\n");
  auto const ran = run_binary({"scrub", day.in, "--config", config, "--out", day.out});
  CHECK(ran.code == 2);
  CHECK(ran.err.find("scrub837.toml:1:") != std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::attachments_test
