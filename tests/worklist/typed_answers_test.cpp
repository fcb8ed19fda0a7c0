#include "src/worklist/typed_answers.hpp"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

#include "src/worklist/read_worklist.hpp"
#include "src/worklist/typed_control_number.hpp"

namespace scrub837::test::typed_answers_test {
namespace {

std::string fault_of_release(std::string_view reason) { return fault_of_reason(reason); }

using Texts = std::initializer_list<char const*>;

std::string fault_of_visit(std::string const& text) { return fault_of_description(text, "99600"); }

template <typename Judge>
void refuses(Judge judge, Texts texts) {
  for (std::string const text : texts) {
    CAPTURE(text);
    CHECK(judge(text) != "");
  }
}

template <typename Judge>
void takes(Judge judge, Texts texts) {
  for (std::string const text : texts) {
    CAPTURE(text);
    CHECK(judge(text) == "");
  }
}

}  // namespace

TEST_CASE("typed narrative: what says nothing of the care, or tells of no visit, is refused") {
  refuses(fault_of_visit, {"DON'T KNOW ASK JANE",
                           "DON'T KNOW, ASK JANE",
                           "dont know",
                           "COPAY COLLECTED $20",
                           "will find out",
                           "ask the nurse",
                           "no idea",
                           "GET NOTES FROM JANE",
                           "asdfasdfasdf",
                           "should be G0299",
                           "patient was admitted to hospital before RN arrived",
                           "nurse never showed up",
                           "went to ER instead",
                           "nurse did not document",
                           "cannot tell what was done",
                           "unsure what nurse did",
                           "clarify w/ clinician what was done",
                           "needs 2nd review",
                           "check with Sue re: duration",
                           "attended by RN",
                           "pt hospitalized prior to visit",
                           "RN didn't chart this one",
                           "not sure which wound",
                           "merry christmas",
                           "which nurse?",
                           "wound care (guess)",
                           "wound care - check with nurse",
                           "asdfasdfasdf asdf",
                           "need to ask Brenda about this one",
                           "Type what was done, for how long and why",
                           "orders not received for wound vac"});
  takes(fault_of_visit,
        {"PICC LINE DECLOTTED WITH CATHFLO", "TAUGHT PT TO ASK FOR HELP WITH TRANSFERS",
         "WOUND CARE LEFT HEEL 45 MIN",
         "PALLIATIVE VISIT, PT DIED DURING VISIT, POSTMORTEM CARE AND FAMILY SUPPORT 90 MIN",
         "CATHETER REPLACED AFTER WIFE CALLED RN, IRRIGATED 40 MIN",
         "CALLED 911, CPR STARTED, WOUND DRESSING CHANGED BEFORE ARREST",
         "Teach insulin pen use 45 min, see MD order", "Unable to void, straight cath 600 cc, MD notified",
         "Called to home for bleeding fistula, pressure held 30 min"});
  // A device may have a name that nobody knows.
  CHECK(fault_of_description("ZOOMERANGUE", "K0108") == "");
}

TEST_CASE("typed control number: what is none, and what is one") {
  refuses(fault_of_number, {"ACN 5520316",
                            "#5520316",
                            "PCN LS-5115",
                            "ctrl: 0044",
                            "No. 5520316",
                            "#######",
                            "N/A",
                            "0000000",
                            "11/12/2026",
                            "TBD",
                            "see notes",
                            "---",
                            "7",
                            "1.2E+15",
                            "XXXX",
                            "#NAME?",
                            "ask Jane",
                            "faxed 1/5",
                            "hold",
                            "will fax 2026",
                            "FX",
                            "NN",
                            "nursing notes",
                            "M1",
                            "page 3",
                            "NN FX 12345",
                            "Tue 1/5",
                            "January 5",
                            "FAXED1/5",
                            "31642.0",
                            "1.2E15",
                            "170.5",
                            "same as line 1",
                            "HB0316E or HB0316F",
                            "HB0316E?",
                            "HB0316E (check)",
                            "HB0316E Per Ann",
                            "1 of 2",
                            "Q1 2026",
                            "MRN 4471",
                            "NPI 2000000317",
                            "SMITHNOTES",
                            "asdf",
                            "TRUE",
                            "1,234,567",
                            "pg 4",
                            "31642.00",
                            "AC BH1009",
                            "614-555-0134",
                            "(614) 555-0134",
                            "1-614-555-0134",
                            "12-Jan",
                            "Jan 5 26",
                            "no number yet",
                            "yes",
                            "wound care",
                            "VOID"});
  takes(fault_of_number,
        {"ACN7",          "20260914",     "46279",     "10",          "12-34",         "1000000",
         "HHA 000123",    "BH1009",       "0031642",   "1E5",         "MAY26-0001234", "A.17",
         "FAX20260313",   "FAX00123",     "HB 0316 E", "HBHH 003164", "ATT.00093",     "PN#0031642",
         "PHI/2026/0042", "614-555-01345"});
}

TEST_CASE("typed control number: a date of service or the payer's id of its row is none") {
  FilledRow row;
  row.others.set("date_from", "2026-09-14");
  row.others.set("date_to", "2026-09-15");
  row.others.set("payer_id", "60054");
  row.others.set("procedure", "99600");
  row.others.set("charge", "170.00");
  for (std::string const number : {"20260914", "09152026", "60054", "46279", "99600-TD", "170.00"}) {
    CAPTURE(number);
    CHECK(fault_of_number_in(row, number) != "");
  }
  row.others.set("provider_npi", "1234567893");
  row.others.set("member_id", "DEMO0001");
  row.others.set("birth_date", "01/31/1950");
  row.others.set("diagnoses", "Z9181 G7001");
  row.others.set("rule", "ATT002");
  for (std::string const number : {"1234567893", "DEMO0001", "19500131", "01311950", "G7001", "ATT002"}) {
    CAPTURE(number);
    CHECK(fault_of_number_in(row, number) != "");
  }
  CHECK(fault_of_number_in(row, "G700") == "");
  CHECK(fault_of_number_in(row, "20260916") == "");
  CHECK(fault_of_number_in(row, "ACN60054") == "");
}

TEST_CASE("typed reason: it tells why or who decided, and nothing against the release") {
  refuses(fault_of_release, {"DO NOT SEND",
                             "Hold - waiting for the RN note",
                             "no",
                             "TBD",
                             "?",
                             "0",
                             "aaaaaaaaaa",
                             "#NAME?",
                             "WOUND CARE LEFT HEEL 45 MIN",
                             "Pending auth",
                             "on hold",
                             "not yet",
                             "no number yet",
                             "stop",
                             "void",
                             "dup",
                             "not billable",
                             "cancel claim",
                             "ask nurse Kelly",
                             "review",
                             "tomorrow",
                             "fax failed",
                             "FX",
                             "NN",
                             "nursing notes",
                             "x",
                             "corrected in billing system",
                             "void this claim",
                             "asdfasdfasdf",
                             "patient not home",
                             "0031642",
                             "BH1009",
                             "ok?",
                             "we will send it next week",
                             "needs MD signature",
                             "already paid by Medicare",
                             "duplicate of 0331",
                             "wrong patient",
                             "don't bill",
                             "no visit",
                             "payer said no",
                             "payer denied",
                             "manager declined",
                             "nobody approved this",
                             "if payer agrees, send",
                             "approval needed",
                             "bill patient instead",
                             "not per contract",
                             "no autorizado",
                             "release",
                             "payer",
                             "left voicemail with payer"});
  takes(fault_of_release,
        {"OK per Sue", "auth ok", "Payer takes paper records, see call 4455",
         "No narrative needed per payer manual", "Do not have the notes, payer agreed",
         "Waited three weeks, payer agreed", "Notes were sent with the first claim", "agreed with the payer",
         "approved by billing manager", "no longer pending, auth received", "off hold per supervisor",
         "not a duplicate, second visit confirmed", "payer does not need notes",
         "the payer wants this segment", "Payer agreed to take it as it is", "Sue says ok to send",
         "as requested by payer", "never required before, paid without it", "segun el contrato"});
  CHECK(is_full_reason("agreed with them"));
  CHECK_FALSE(is_full_reason("ok 123456789"));
}

}  // namespace scrub837::test::typed_answers_test
