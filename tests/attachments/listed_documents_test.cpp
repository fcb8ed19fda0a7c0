#include "src/attachments/listed_documents.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "src/attachments/joint_supplies.hpp"
#include "src/worklist/worklist_supplies.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"
#include "tests/support/text_diff.hpp"

namespace scrub837::test::listed_documents_test {
namespace {

std::string const words = "COMPLEX WOUND CARE LEFT HEEL 45 MIN";
std::string const line = "SV1*HC:99600:::::" + words + "*125*UN*1***1~";
std::string const undescribed = "SV1*HC:99600*125*UN*1***1~";
std::string const date = "DTP*472*D8*20260914~";
std::string const header = "claim,line,type,transmission,control_number,document_name,sha256\n";

std::string without_line_ends(std::string text) {
  std::erase(text, '\n');
  return text;
}

struct Run {
  Scrubbed scrubbed;
  std::vector<DocumentResult> results;

  [[nodiscard]] std::string states() const {
    std::string text;
    for (auto const& result : results) {
      text += (text.empty() ? "" : ", ") + std::string(name_of(result.state));
    }
    return text;
  }
};

// As `scrub --attachments` does it: control numbers of the envelope stay.
Run run(std::string const& bytes, std::string const& rows, FileStyle const& style = {}) {
  ListedDocuments supplies(read_document_list(header + rows));
  Run result;
  result.scrubbed = scrub_text(bytes, supplies, {}, style.block_size);
  result.results = supplies.results();
  CHECK(result.scrubbed.outcome.totals.balanced());
  return result;
}

TEST_CASE("attachments: a listed document gives its line an indicator, and nothing else changes") {
  for (auto const& style : styles()) {
    CAPTURE(style.name);
    auto const result = run(file_with(line + date, style), "DEMO-1,1,NN,FX,ACN1,notes.pdf,\n", style);
    CHECK(difference(result.scrubbed.clean, file_with(line + "PWK*NN*FX***AC*ACN1~" + date, style)) == "");
    CHECK(result.scrubbed.claims(Disposition::fixed) == 1);
    CHECK(result.states() == "applied");
    CHECK(result.results[0].words == "New PWK in 2400.");
  }
}

TEST_CASE("attachments: where each document goes") {
  struct Case {
    std::string received, rows, mended;
  };
  std::vector<Case> const cases{
      // Two documents of one line, in the order of the list.
      {line + date, "DEMO-1,1,NN,FX,ACN1,,\nDEMO-1,1,OZ,EL,ACN2,,\n",
       line + "PWK*NN*FX***AC*ACN1~PWK*OZ*EL***AC*ACN2~" + date},
      // An indicator that waits for its number gets the document of its type, and no other.
      {line + "PWK*OZ*FX~" + date, "DEMO-1,1,NN,FX,ACN1,,\nDEMO-1,1,OZ,FX,ACN2,,\nDEMO-1,1,OZ,FX,ACN3,,\n",
       line + "PWK*OZ*FX***AC*ACN2~PWK*NN*FX***AC*ACN1~PWK*OZ*FX***AC*ACN3~" + date},
      // Line numbers are numbers; kept ready, so there is nothing to match.
      {line + date, "DEMO-1,01,OZ,AA,,,\n", line + "PWK*OZ*AA~" + date},
      // What stands there is not announced again.
      {line + "PWK*NN*FX***AC*ACN1~" + date, "DEMO-1,1,NN,FX,ACN1,,\n", line + "PWK*NN*FX***AC*ACN1~" + date},
  };
  for (auto const& one : cases) {
    CAPTURE(one.rows);
    auto const result = run(file_with(one.received), one.rows);
    CHECK(difference(result.scrubbed.clean, file_with(one.mended)) == "");
    CHECK(result.states().find("not") == std::string::npos);
    // The same list again adds nothing.
    auto const again = run(result.scrubbed.clean, one.rows);
    CHECK(difference(again.scrubbed.clean, result.scrubbed.clean) == "");
  }
}

TEST_CASE("attachments: a document of the claim as a whole goes into 2300") {
  auto const result = run(file_with(line + date), "DEMO-1,,NN,FX,ACN1,,\n");
  CHECK(result.results[0].words == "New PWK in 2300.");
  auto const& clean = result.scrubbed.clean;
  CHECK(clean.find("PWK*NN*FX***AC*ACN1~") < clean.find("LX*1~"));
  CHECK(clean.find("PWK*NN*FX***AC*ACN1~") > clean.find("CLM*"));
}

TEST_CASE("attachments: a row that can't be used blocks no other") {
  auto const result = run(file_with(line + date),
                          "NOBODY,1,NN,FX,ACN0,,\n"
                          "DEMO-1,7,NN,FX,ACN1,,\n"
                          "DEMO-1,1,ZZ,FX,ACN2,,\n"
                          "DEMO-1,1,NN,FX,,,\n"
                          "DEMO-1,1,NN,FX,1.2E+15,,\n"
                          "DEMO-1,1,,FX,ACN5,,\n"
                          "DEMO-1,1,NN,FX,AC*6,,\n"
                          "DEMO-1,1,NN,FX,ACN7,,\n"
                          "DEMO-1,1,OZ,FX,ACN7,,\n"
                          "DEMO-1,1,NN,FX,ACN7,,\n");
  CHECK(result.states() ==
        "not found, not found, refused, refused, refused, refused, refused, applied, refused, applied");
  CHECK(result.results[1].words == "The claim has no such line.");
  CHECK(result.results[8].words == "The control number is also in row 9; each document needs its own.");
  CHECK(result.results[9].words == "Same as row 9.");
  CHECK(difference(result.scrubbed.clean, file_with(line + "PWK*NN*FX***AC*ACN7~" + date)) == "");
}

TEST_CASE("attachments: no document is announced for a claim that is held; its worklist row carries it") {
  auto const rows = std::string("DEMO-1,1,NN,FX,ACN1,notes.pdf,\nDEMO-1,1,OZ,FX,ACN2,,\n");
  auto const first = run(file_with(undescribed + date), rows);
  CHECK(first.states() == "waiting, waiting");
  CHECK(first.results[0].words == "The claim is held (NAR001); its worklist row already has the document.");
  CHECK(first.results[1].words ==
        "The claim is held (NAR001); its worklist row has room for only one document: list this one again.");
  CHECK(difference(first.scrubbed.held, file_with(undescribed + date)) == "");
  CHECK(first.scrubbed.attachments.empty());
  REQUIRE(first.scrubbed.rows.size() == 1);
  auto const& typed = first.scrubbed.rows[0].typed;
  CHECK(typed[static_cast<std::size_t>(Typed::attachment_control_number)] == "ACN1");
  CHECK(typed[static_cast<std::size_t>(Typed::document_name)] == "notes.pdf");

  // The person types the narrative; worklist and list together announce each document once.
  WorklistFile worklist;
  auto& row = worklist.rows.emplace_back();
  row.number = 2;
  row.key = first.scrubbed.rows[0].key;
  row.narrative = words;
  row.attachment_type = "NN";
  row.attachment_transmission = "FX";
  row.attachment_control_number = "ACN1";
  WorklistSupplies by_person(worklist);
  ListedDocuments by_machine(read_document_list(header + rows));
  JointSupplies both(by_person, by_machine);
  auto const second = rerun_text(first.scrubbed.held, both, 7);
  CHECK(second.held.empty());
  CHECK(without_line_ends(second.clean).find(line + "PWK*NN*FX***AC*ACN1~PWK*OZ*FX***AC*ACN2~" + date) !=
        std::string::npos);
  CHECK(by_person.results()[0].state == RowResult::State::applied);
  CHECK(by_machine.results()[0].words == "Same as its worklist row.");
  CHECK(by_machine.results()[1].state == DocumentResult::State::applied);
  REQUIRE(second.attachments.size() == 2);
  CHECK(second.attachments[0] == "000000007,7,0001,DEMO-1,1,1,1,PAYER01,NN,FX,ACN1,notes.pdf,");
}

TEST_CASE("attachments: a typed narrative and a listed document go in together") {
  WorklistFile worklist;
  auto const held =
      scrub_text(file_with(undescribed), under("codes.unlisted.narrative_in = ['SV101-7', 'NTE']"));
  REQUIRE(held.rows.size() == 1);
  auto& row = worklist.rows.emplace_back();
  row.key = held.rows[0].key;
  row.narrative = words;
  WorklistSupplies by_person(worklist);
  ListedDocuments by_machine(read_document_list(header + "DEMO-1,1,NN,FX,ACN1,,\n"));
  JointSupplies both(by_person, by_machine);
  auto const sent = rerun_text(held.held, both, 1, under("codes.unlisted.narrative_in = ['SV101-7', 'NTE']"));
  CHECK(without_line_ends(sent.clean).find(line + "PWK*NN*FX***AC*ACN1~" + date + "NTE*ADD*" + words + "~") !=
        std::string::npos);
}

TEST_CASE("attachments: a claim of a refused set takes no document, and the result says so") {
  ListedDocuments supplies(read_document_list(header + "DEMO-1,1,NN,FX,ACN1,,\n"));
  Settings all;
  all.hold = Hold::never;
  auto const bytes = replaced(file_with(line + date), "IEA*1*000000001", "IEA*1*000000009");
  auto const sent = scrub_text(bytes, supplies, all);
  CHECK(sent.claims(Disposition::held) == 1);
  CHECK(sent.held.find("PWK*") == std::string::npos);
  CHECK(supplies.results()[0].state == DocumentResult::State::waiting);
}

TEST_CASE("attachments: of two claims with one number the first gets the document") {
  auto const claims = "CLM*H1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~" + line + date +
                      "CLM*H1*130***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~" + "SV1*HC:99600:::::" + words +
                      "*130*UN*1***1~" + date;
  auto const result = run(file_with(claims), "H1,1,NN,FX,ACN1,,\n");
  auto const& clean = result.scrubbed.clean;
  auto const at = clean.find("PWK*NN*FX***AC*ACN1~");
  CHECK(at < clean.find("CLM*H1*130"));
  CHECK(clean.find("PWK*", at + 1) == std::string::npos);
  CHECK(result.results[0].words ==
        "New PWK in 2400. But another claim has the same number; the first one got the document.");
}

TEST_CASE("attachments.csv: every indicator of the claims that go out, as it goes out") {
  auto const claims =
      "CLM*H1*125***12:B:1*Y*A*Y*Y~PWK*OZ*AA~HI*ABK:Z9181~LX*3~" + line + "PWK*NN*FX***BM*ACN1~" + date +
      "CLM*H2*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~" + undescribed + "PWK*NN*FX***AC*ACN2~" + date +
      "CLM*H3*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~" + line + "PWK*OZ*EL***AC*ACN3~PWK*CT*AB~" + date;
  auto const bytes = file_with(claims);
  for (std::size_t const block_size : {64U, 1000U, 1U << 20U}) {
    auto const result = scrub_text(bytes, Settings{}, block_size);
    REQUIRE(result.attachments.size() == 4);
    // H1 is mended (ATT003), H2 is held.
    CHECK(result.attachments[0] == "000000001,1,0001,H1,1,,,PAYER01,OZ,AA,,,");
    CHECK(result.attachments[1] == "000000001,1,0001,H1,1,3,1,PAYER01,NN,FX,ACN1,,");
    CHECK(result.attachments[2] == "000000001,1,0001,H3,3,1,1,PAYER01,OZ,EL,ACN3,,");
    CHECK(result.attachments[3] == "000000001,1,0001,H3,3,1,1,PAYER01,CT,AB,,,");
    CHECK(result.clean.find("PWK*NN*FX***AC*ACN1~") != std::string::npos);
  }
}

TEST_CASE("attachments.csv: a line without LX has an index and no number") {
  Settings all;
  all.hold = Hold::never;
  auto const claim =
      "CLM*H1*250***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~" + line + date + line + "PWK*OZ*EL***AC*ACN3~" + date;
  auto const result = scrub_text(file_with(claim), all);
  REQUIRE(result.attachments.size() == 1);
  CHECK(result.attachments[0] == "000000001,1,0001,H1,1,,2,PAYER01,OZ,EL,ACN3,,");
}

}  // namespace
}  // namespace scrub837::test::listed_documents_test
