#include <doctest/doctest.h>
#include <sys/stat.h>

#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/io/unreadable_folder.hpp"
#include "tests/scrub/short_files.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/typed_cells.hpp"

namespace scrub837::test::letters_test {
namespace {

namespace fs = std::filesystem;

bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string claim(std::string const& id) {
  return "CLM*" + id +
         "*100***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99600*100*UN*1***1~DTP*472*D8*20260914~";
}

/// A night of two held claims and its worklist, ready to be filled.
class Night {
 public:
  Night() {
    write_file(folder / "night.837", file_with("NM1*IL*1*LASTMARK*JO****MI*MEMBERMARK~" +
                                               claim("CLAIMMARK1") + claim("CLAIMMARK2")));
    REQUIRE(run({"scrub", "night.837", "--out", "out"}).code == 1);
    worklist = read_file(folder / "out/night.worklist.csv");
  }
  Ran run(std::vector<std::string> const& arguments) { return run_binary(arguments, folder.path().string()); }
  Ran letters(std::vector<std::string> more = {"night.837"}) {
    write_file(folder / "filled.csv", worklist);
    more.insert(more.begin(), {"letters", "--worklist", "filled.csv", "--out", "letters"});
    return run(more);
  }
  void type(std::size_t row, Cells const& cells) { worklist = with_typed(worklist, row, cells); }
  TemporaryFolder folder;
  std::string worklist;
};

TEST_CASE("letters: a folder that can't be read is told, and the letters are written") {
  Night night;
  make_unreadable_below(night.folder / "lost");
  auto const ran = night.letters({"."});
  CHECK(ran.code == 4);
  CHECK(has(ran.err, "cannot read the folder ./lost/ddd"));
  CHECK(has(ran.out, "2 letters written"));
}

TEST_CASE("letters: one page for each held 99600 line, for its owner alone") {
  Night night;
  night.type(0, {{Typed::narrative, "WOUND CARE"},
                 {Typed::comparable_code, "99509"},
                 {Typed::charge_reason, "LONG"},
                 {Typed::visit_nature, "ROUTINE"},
                 {Typed::intervention, "DRESSED"},
                 {Typed::patient_response, "CALM <ok>"},
                 {Typed::attachment_type, "NN"},
                 {Typed::attachment_transmission, "BM"},
                 {Typed::attachment_control_number, "A1"},
                 {Typed::document_name, "Note;Plan"}});
  auto const ran = night.letters();
  CHECK(ran.code == 0);
  CHECK(ran.err == "");
  CHECK(ran.out == "scrub837 letters: 2 letters written to letters; 0 rows without a letter\n");
  CHECK(names_in(night.folder / "letters") == "night.CLAIMMARK1-1.html night.CLAIMMARK2-1.html");
  auto const page = read_file(night.folder / "letters/night.CLAIMMARK1-1.html");
  for (auto const* const part : {"CLAIMMARK1", "DEMO HOME CARE", "1234567893", "JO LASTMARK", "MEMBERMARK",
                                 "99600", "$100.00", "WOUND CARE", "99509", "LONG", "ROUTINE", "DRESSED",
                                 "CALM &lt;ok&gt;", "NN", "by mail", "A1", "Note\nPlan"}) {
    CAPTURE(part);
    CHECK(has(page, part));
  }
  struct stat status {};
  REQUIRE(::stat((night.folder / "letters/night.CLAIMMARK1-1.html").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600);

  // The held file holds the same claims.
  auto const before = page;
  CHECK(night.letters({"out/night.held.837"}).code == 0);
  CHECK(names_in(night.folder / "letters") == "night.CLAIMMARK1-1.html night.CLAIMMARK2-1.html");
  CHECK(read_file(night.folder / "letters/night.CLAIMMARK1-1.html") == before);
}

TEST_CASE("letters: a row whose claim isn't there is told without its content, the others go on") {
  Night night;
  night.type(0, {{Typed::narrative, "WOUND CARE SECRETMARK 45 MIN"}});
  auto const key = cell_of(night.worklist, 0, "key");
  night.worklist.replace(night.worklist.find(key), 5, "C0000");
  auto const ran = night.letters();
  CHECK(ran.code == 1);
  CHECK(has(ran.err, "filled.csv: row 2: no letter: no claim in the input files has this key"));
  CHECK(names_in(night.folder / "letters") == "night.CLAIMMARK2-1.html");
  for (auto const* const mark : {"SECRETMARK", "CLAIMMARK", "LASTMARK", "MEMBERMARK"}) {
    CHECK_FALSE(has(ran.out + ran.err, mark));
  }
}

TEST_CASE("letters: a formula is told, and its place is left to fill in") {
  Night night;
  night.type(0, {{Typed::narrative, "=cmd|' /c calc'!A1"}});
  auto const ran = night.letters({"night.837", "--verbose"});
  CHECK(ran.code == 0);
  CHECK(has(ran.err, "row 2: narrative begins like a formula"));
  CHECK_FALSE(has(read_file(night.folder / "letters/night.CLAIMMARK1-1.html"), "cmd|"));
  CHECK(has(ran.err, "letter 1 written"));
  CHECK_FALSE(has(ran.err, "CLAIMMARK1"));
}

TEST_CASE("letters: a template of one's own") {
  Night night;
  write_file(night.folder / "mine.html", "<b>{{claim}}</b>{{#if narrative}}{{narrative}}{{else}}____{{/if}}");
  CHECK(night.letters({"night.837", "--template", "mine.html"}).code == 0);
  CHECK(read_file(night.folder / "letters/night.CLAIMMARK1-1.html") == "<b>CLAIMMARK1</b>____");

  fs::remove_all(night.folder / "letters");
  write_file(night.folder / "wrong.html", "<b>\n{{narative}}\n{{#if claim}}");
  auto const ran = night.letters({"night.837", "--template", "wrong.html"});
  CHECK(ran.code == 2);
  CHECK(has(ran.err, "wrong.html:2: there is no placeholder narative; did you mean narrative?"));
  CHECK(has(ran.err, "wrong.html:3: {{#if}} has no {{/if}}"));
  CHECK_FALSE(fs::exists(night.folder / "letters"));

  auto const built_in = night.run({"letters", "--print-template"});
  CHECK(built_in.code == 0);
  write_file(night.folder / "same.html", built_in.out);
  CHECK(night.letters().code == 0);
  auto const page = read_file(night.folder / "letters/night.CLAIMMARK1-1.html");
  CHECK(night.letters({"night.837", "--template", "same.html"}).code == 0);
  CHECK(read_file(night.folder / "letters/night.CLAIMMARK1-1.html") == page);
}

TEST_CASE("letters: two inputs of one name have letters of their own") {
  Night night;
  for (std::string const where : {"a/", "b/"}) fs::create_directories(night.folder / where);
  auto bytes = read_file(night.folder / "night.837");
  write_file(night.folder / "a/night.837", bytes);
  bytes.replace(bytes.find("LASTMARK"), 8, "OTHERONE");
  write_file(night.folder / "b/night.837", bytes);
  REQUIRE(night.run({"scrub", "b/night.837", "--out", "out/b"}).code == 1);
  auto const more = read_file(night.folder / "out/b/night.worklist.csv");
  night.worklist += more.substr(more.find("\r\n") + 2);
  CHECK(night.letters({"a/night.837", "b/night.837"}).code == 0);
  CHECK(names_in(night.folder / "letters") ==
        "night.837-2.CLAIMMARK1-1.html night.837-2.CLAIMMARK2-1.html night.837.CLAIMMARK1-1.html "
        "night.837.CLAIMMARK2-1.html");
  CHECK(has(read_file(night.folder / "letters/night.837-2.CLAIMMARK1-1.html"), "OTHERONE"));
}

TEST_CASE("letters: who sends it, who the patient is, what it refers to, and words for codes") {
  TemporaryFolder const folder;
  auto const levels =
      "HL*1**20*1~NM1*85*2*HEEL CARE LLC*****XX*1234567893~N3*12 ELM ST~N4*DAYTON*OH*454021234~"
      "REF*EI*311234567~PER*IC*ANN*TE*9375550134~HL*2*1*22*0~SBR*P*18*******CI~"
      "NM1*IL*1*DOE*JO****MI*M1~DMG*D8*19480231*F~";
  auto const claim =
      "CLM*A/1*100***12:B:7*Y*A*Y*Y~PWK*OZ*AA~REF*G1*AUTH77~REF*F8*ICN99~HI*ABK:L89154*ABF:E119*ABF:Z741~"
      "NM1*82*1*NURSE*NAN****XX*1234567893~LX*1~SV1*HC:99600*100*UN*2***2:1~PWK*NN*FX***AC*ACN1~";
  write_file(folder / "night.837", file_of(st() + levels + claim + se(24)));
  auto const ran = run_binary({"letters", "night.837", "--out", "letters"}, folder.path().string());
  CHECK(ran.code == 0);
  CHECK(names_in(folder / "letters") == "night.A_1-1.html");
  auto const page = read_file(folder / "letters/night.A_1-1.html");
  for (auto const* const part :
       {"HEEL CARE LLC", "12 ELM ST", "DAYTON, OH 45402-1234", "Telephone 937-555-0134", "Tax ID 31-1234567",
        "02/31/1948", "AUTH77", "ICN99", "E11.9, L89.154", "NAN NURSE, NPI 1234567893", "2 units",
        "home (12)", "nursing notes", "(NN)", "ACN1", "by fax"}) {
    CHECK_MESSAGE(has(page, part), part);
  }
  CHECK_FALSE(has(page, "Z74.1"));
}

TEST_CASE("letters: none where nothing is sent (AA); what was typed decides") {
  Night night;
  night.type(0, {{Typed::narrative, "WOUND CARE"},
                 {Typed::attachment_type, "NN"},
                 {Typed::attachment_transmission, "AA"}});
  auto const ran = night.letters();
  CHECK(ran.code == 0);
  CHECK(names_in(night.folder / "letters") == "night.CLAIMMARK2-1.html");
}

TEST_CASE("letters: the number and type of a document that waits for its held claim") {
  Night night;
  write_file(
      night.folder / "documents.csv",
      "claim,line,type,transmission,control_number,document_name\nCLAIMMARK1,1,NN,FX,ACN1,notes.pdf\n");
  CHECK(night.letters({"night.837", "--attachments", "documents.csv"}).code == 0);
  auto const page = read_file(night.folder / "letters/night.CLAIMMARK1-1.html");
  for (auto const* const part : {"ACN1", "nursing notes", "by fax", "notes.pdf"})
    CHECK_MESSAGE(has(page, part), part);
  CHECK_FALSE(has(read_file(night.folder / "letters/night.CLAIMMARK2-1.html"), "ACN1"));
}

TEST_CASE("letters: lines of claims that go out get one too if their documents go by mail or fax") {
  Night night;
  std::string const line = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~";
  std::string const date = "DTP*472*D8*20260914~";
  auto const claim = [&](std::string const& id, std::string const& indicator) {
    return "CLM*" + id + "*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~" + line + indicator + date;
  };
  write_file(night.folder / "sent.837",
             file_with(claim("BYFAX", "PWK*NN*FX***AC*ACN1~") + claim("BYMAIL", "PWK*OZ*BM***AC*ACN2~") +
                       claim("BYWIRE", "PWK*NN*EL***AC*ACN3~") + claim("NONE", "")));
  write_file(
      night.folder / "documents.csv",
      "claim,line,type,transmission,control_number,document_name\n"
      "BYFAX,1,NN,FX,ACN1,visit notes.pdf\nBYFAX,,OZ,FX,ACN9,plan.pdf\nBYMAIL,2,OZ,BM,ACN8,other.pdf\n");
  auto const ran = night.run({"letters", "sent.837", "--attachments", "documents.csv", "--out", "letters"});
  CHECK(ran.code == 0);
  CHECK(names_in(night.folder / "letters") == "sent.BYFAX-1.html sent.BYMAIL-1.html");
  auto const page = read_file(night.folder / "letters/sent.BYFAX-1.html");
  for (auto const* const part :
       {"BYFAX", "ACN1", "by fax", "COMPLEX WOUND CARE", "visit notes.pdf\nplan.pdf"}) {
    CHECK_MESSAGE(has(page, part), part);
  }
  CHECK_FALSE(has(read_file(night.folder / "letters/sent.BYMAIL-1.html"), ".pdf"));

  // A line with a row of its own gets one letter.
  CHECK(night.run({"scrub", "sent.837", "--out", "out", "--hold", "warning", "--select", "NAR,ATT"}).code ==
        1);
  auto const rows = read_file(night.folder / "out/sent.worklist.csv");
  CHECK(has(rows, "NONE"));
  CHECK(night.run({"letters", "sent.837", "--worklist", "out/sent.worklist.csv", "--out", "both"}).code == 0);
  CHECK(names_in(night.folder / "both") == "sent.BYFAX-1.html sent.BYMAIL-1.html sent.NONE-1.html");
}

TEST_CASE("letters: exit codes") {
  Night night;
  CHECK(night.letters({}).code == 2);
  CHECK(night.letters({"missing.837"}).code == 2);
  CHECK(night.letters({"night.837", "--template", "missing.html"}).code == 2);
  for (auto const* const nothing : {"", " \r\n\t\n"}) {
    write_file(night.folder / "blank.html", nothing);
    auto const ran = night.letters({"night.837", "--template", "blank.html"});
    CHECK(ran.code == 2);
    CHECK(has(ran.err, "blank.html is empty"));
  }
  CHECK(night.run({"letters", "night.837", "--worklist", "missing.csv", "--out", "letters"}).code == 2);
  CHECK(night.run({"letters", "night.837", "--worklist", "out/night.worklist.csv"}).code == 2);
  auto const no_csv = night.run({"letters", "night.837", "--worklist", "night.837", "--out", "letters"});
  CHECK(no_csv.code == 2);
  CHECK(has(no_csv.err, "this is not a worklist saved as CSV"));
  CHECK_FALSE(fs::exists(night.folder / "letters"));

  write_file(night.folder / "letter.txt", "Dear Sir or Madam");
  CHECK(night.letters({"letter.txt", "night.837"}).code == 3);
  CHECK(names_in(night.folder / "letters") == "night.CLAIMMARK1-1.html night.CLAIMMARK2-1.html");
  fs::remove_all(night.folder / "letters");
  write_file(night.folder / "letters", "in the way");
  CHECK(night.letters().code == 4);
}

}  // namespace
}  // namespace scrub837::test::letters_test
