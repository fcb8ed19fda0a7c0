#include "src/letters/letter_rows.hpp"

#include <doctest/doctest.h>

namespace scrub837::test::letter_rows_test {
namespace {

FilledRow row(std::size_t number, std::string const& key) {
  FilledRow made;
  made.number = number;
  made.key = key;
  made.line_index = 1;
  made.others = {{"kind", "required"}, {"procedure", "99600"}, {"claim", "C1"}};
  return made;
}

std::string picked(std::vector<FilledRow> const& rows) {
  auto const chosen = rows_for_letters(rows);
  std::string text;
  for (auto const* const one : chosen.rows) text += std::to_string(one->number) + " ";
  for (auto const& problem : chosen.problems) text += "[" + problem + "]";
  return text;
}

}  // namespace

TEST_CASE("held 99600 lines get a letter, others if their papers go by mail or fax") {
  auto held = row(2, "A");
  auto optional = row(3, "B");
  optional.others.set("kind", "optional");
  auto mailed = row(4, "C");
  mailed.others.set("kind", "Optional");
  mailed.attachment_transmission = "bm";
  auto faxed = row(5, "D");
  faxed.others.set("kind", "optional");
  faxed.attachment_transmission = "FX";
  auto electronic = row(6, "E");
  electronic.others.set("kind", "optional");
  electronic.attachment_transmission = "EL";
  auto other_code = row(7, "F");
  other_code.others.set("procedure", "99509");
  auto whole_claim = row(8, "G");
  whole_claim.line_index = 0;
  whole_claim.others.set("procedure", "");
  auto garbled_key = row(10, "I");
  garbled_key.line_index = 0;
  auto bare = row(9, "H");
  bare.others.clear();
  CHECK(picked({held, optional, mailed, faxed, electronic, other_code, whole_claim, bare, garbled_key}) ==
        "2 4 5 9 10 ");
}

TEST_CASE("what a rerun refuses is not printed on a letter") {
  auto no_number = row(2, "A");
  no_number.attachment_control_number = "see fax";
  auto no_text = row(3, "B");
  no_text.narrative = "SEE NOTES";
  auto good = row(4, "C");
  good.attachment_control_number = "LS0316B";
  good.narrative = "COMPLEX WOUND CARE LEFT HEEL 45 MIN";
  auto const told = picked({no_number, no_text, good});
  CHECK(told.starts_with("4 "));
  CHECK(told.find("[row 2: no letter: This is not a control number; type the one on the document.]") !=
        std::string::npos);
  CHECK(told.find("[row 3: no letter: The narrative ") != std::string::npos);
}

TEST_CASE("rows that can't be trusted are told and get no letter") {
  auto wrong_cell_count = row(4, "B");
  wrong_cell_count.wrong_cell_count = true;
  CHECK(picked({row(2, "A"), row(3, "A"), wrong_cell_count}) ==
        "2 [row 3: no letter: row 2 is about the same service line][row 4: no letter: texts may be in the "
        "wrong columns]");

  ClaimFacts facts;
  facts.claim = "C1";
  facts.procedure = "99600";
  CHECK(problem_with(row(2, "A"), &facts) == "");
  CHECK(problem_with(row(2, "A"), nullptr) == "row 2: no letter: no claim in the input files has this key");
  facts.claim = "C2";
  CHECK(
      problem_with(row(2, "A"), &facts) ==
      "row 2: no letter: The row's claim does not match its key; was one column sorted without the others?");
  facts.procedure = "99509";
  CHECK(problem_with(row(2, "A"), &facts) ==
        "row 2: no letter: the service line of this key has another procedure code");
  auto bare = row(2, "A");
  bare.others.clear();
  CHECK(problem_with(bare, &facts) == "");
}

TEST_CASE("a claim number that a spreadsheet has mangled is no reason to refuse") {
  ClaimFacts facts;
  facts.procedure = "99600";
  auto mangled = row(2, "A");
  struct Case {
    char const* shown;
    char const* known;
  };
  for (auto const& c : {Case{"123", "00123"}, {"1.2E+15", "1200000000000001"}, {" C1 ", "C1"}}) {
    CAPTURE(c.shown);
    mangled.others.set("claim", c.shown);
    facts.claim = c.known;
    CHECK(problem_with(mangled, &facts) == "");
  }
}

TEST_CASE("what a document system listed fills what is blank: the document of the line, or of its claim") {
  ListedDocument notes{.number = 2,
                       .claim = "C1",
                       .line = "1",
                       .type = "NN",
                       .transmission = "FX",
                       .control_number = "ACN1",
                       .document_name = "notes.pdf",
                       .sha256 = {},
                       .refused = {},
                       .remark = {}};
  auto plan = notes;
  plan.line.clear();
  plan.control_number = "ACN2";
  plan.document_name = "plan.pdf";
  auto others = notes;
  others.claim = "C2";
  auto refused = notes;
  refused.refused = "why";
  ClaimFacts facts;
  facts.claim = "C1";
  facts.line = "1";
  FilledRow listed;
  add_listed_documents(listed, facts, {others, refused, notes, plan});
  CHECK(listed.attachment_type == "NN");
  CHECK(listed.attachment_transmission == "FX");
  CHECK(listed.attachment_control_number == "ACN1");
  CHECK(listed.document_name == "notes.pdf;plan.pdf");

  // What was typed, or is in the claim, stays.
  FilledRow typed;
  typed.attachment_type = "OZ";
  typed.document_name = "mine.pdf";
  add_listed_documents(typed, facts, {notes});
  CHECK(typed.attachment_control_number.empty());
  CHECK(typed.document_name == "mine.pdf");
  facts.attachment_type = "NN";
  facts.attachment_transmission = "BM";
  FilledRow without_number;
  add_listed_documents(without_number, facts, {notes});
  CHECK(without_number.attachment_control_number == "ACN1");
  CHECK(without_number.attachment_transmission.empty());
  facts.attachment_control_number = "ACN0";
  FilledRow complete;
  add_listed_documents(complete, facts, {notes});
  CHECK(complete.attachment_control_number.empty());
}

TEST_CASE("with AA nothing is sent, and no letter goes with it; what was typed decides") {
  FilledRow typed;
  ClaimFacts facts;
  CHECK(goes_with_document(typed, facts));
  facts.attachment_transmission = "AA";
  CHECK_FALSE(goes_with_document(typed, facts));
  typed.attachment_transmission = "FX";
  CHECK(goes_with_document(typed, facts));
  typed.attachment_transmission = "aa";
  CHECK_FALSE(goes_with_document(typed, {}));
}

}  // namespace scrub837::test::letter_rows_test
