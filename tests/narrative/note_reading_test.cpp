#include "src/narrative/note_reading.hpp"

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <stdexcept>
#include <string>

#include "src/narrative/phrases.hpp"
#include "src/narrative/slip.hpp"
#include "src/narrative/vocabulary.hpp"

namespace scrub837::test::note_reading_test {
namespace {

TEST_CASE("slips of the keys") {
  CHECK(is_slip("CATHETR", "CATHETER", false));
  CHECK(is_slip("CATHEETER", "CATHETER", false));
  CHECK(is_slip("CATHATER", "CATHETER", false));
  CHECK(is_slip("CAHTETER", "CATHETER", false));
  CHECK(is_slip("CATHETE", "CATHETER", false));
  CHECK_FALSE(is_slip("CATHETERX", "CATHETER", false));
  CHECK_FALSE(is_slip("CHATTER", "CATHETER", false));
  CHECK_FALSE(is_slip("CATHETERIZE", "CATHETR", false));
  CHECK(is_slip("CATHTERIZE", "CATHETER", true));
  CHECK_FALSE(is_slip("C", "", false));
}

TEST_CASE("phrases: a line that can't be read is refused") {
  for (auto const* const bad : {"act", "never WOUND", "act wound", "act .. WOUND", "act WOUND ..",
                                "act A? WOUND", "act <nothing>", "act WOUND ^ CARE", "act WOUND* CARE"}) {
    CAPTURE(bad);
    CHECK_THROWS_AS(Phrases{bad}, std::logic_error);
  }
}

TEST_CASE("phrases: words, choices, stems, senses, numbers, gaps, beginnings") {
  Phrases const phrases("act ^ FIRST\nremark PER REP|AGENT?\nstatus MOVED .. BED*|<object> #\n");
  auto const word = [](std::string_view text, WordSenses of = 0) {
    return NoteToken{KeyedWord(text), of, 0, false};
  };
  NoteToken const number{KeyedWord({}), 0, 0, true};
  std::array const first{word("FIRST")};
  CHECK(phrases.match(first, true).verdict == PhraseVerdict::act);
  CHECK(phrases.match(first, false).verdict == PhraseVerdict::none);
  std::array const per{word("PER"), word("REP")};
  CHECK(phrases.match(per, false).length == 2);
  std::array moved{word("MOVED"), word("TO"), word("THE"), word("BED", senses(WordSense::object)), number};
  CHECK(phrases.match(moved, false).verdict == PhraseVerdict::status);
  CHECK(phrases.match(moved, false).length == 5);
  moved[4].clause = 1;  // behind a comma
  CHECK(phrases.match(moved, false).verdict == PhraseVerdict::none);
}

TEST_CASE("note reading: the built-in files can be read") {
  CHECK(Vocabulary::built_in().meaning_of({"WOUND"}).senses != 0);
  std::array const no_show{NoteToken{KeyedWord("NO"), 0, 0, false},
                           NoteToken{KeyedWord("SHOW"), 0, 0, false}};
  CHECK(Phrases::built_in().match(no_show, true).verdict == PhraseVerdict::absent);
}

TEST_CASE("note reading: an act of care, and what speaks against it") {
  CHECK(read_note("wound care left heel").describes_visit());
  CHECK(read_note("CURACI\xC3\x93N DE HERIDA").describes_visit());
  CHECK_FALSE(read_note("").names_act);
  CHECK_FALSE(read_note("45 MIN").names_act);
  CHECK_FALSE(read_note("WOUND CARE NEEDED").names_act);
  CHECK(read_note("WOUND CARE, COPAY 20 COLLECTED").is_remark);
  CHECK(read_note("PT HOMEBOUND, LIVES ALONE").only_patient);
  CHECK(read_note("WOUND CARE, NO SHOW").visit == VisitDoubt::not_made);
  CHECK(read_note("PT REFUSED SHOWER, BED BATH GIVEN").visit == VisitDoubt::none);
  CHECK(read_note("VIDEO VISIT 20 MIN").visit == VisitDoubt::not_in_home);
  CHECK(read_note("WOUND SUPPLIES").stub == StubDoubt::category);
  CHECK(read_note("UNLISTED HOME VISIT").stub == StubDoubt::certain);
  CHECK(read_note("UNLISTED WOUND CARE").stub == StubDoubt::none);
}

TEST_CASE("note reading: what is not done, what comes, what others did") {
  CHECK(read_note("NURSE TURNED BACK. FOLEY CHANGE NOT DONE").visit == VisitDoubt::not_made);
  CHECK_FALSE(read_note("PER ORDER DR HALE FOR PICC DSG CHANGE").describes_visit());
  CHECK_FALSE(read_note("FOLEY CHANGE DUE 3/15").describes_visit());
  CHECK_FALSE(read_note("RN TO DO WOUND CARE FRIDAY").describes_visit());
  CHECK_FALSE(read_note("TRACH PLACED 2019").describes_visit());
  CHECK_FALSE(read_note("STAPLES REMOVED BY UROLOGY").describes_visit());
  CHECK_FALSE(read_note("WOUND CARE RN #44123").describes_visit());
  CHECK_FALSE(read_note("WOUND CARE 80/VISIT").describes_visit());
  CHECK(read_note("WOUND CARE 2 VISITS").describes_visit());
  CHECK(read_note("EPOGEN 40000 UNITS SC").describes_visit());
}

TEST_CASE("note reading: what speaks against an act elsewhere") {
  CHECK(read_note("TELEHEALTH KIT SET UP, BP CUFF").describes_visit());
  CHECK(read_note("BED DELIVERED AND ASSEMBLED").describes_visit());
  CHECK(read_note("FLU VACCINE GIVEN TO HOMEBOUND MEMBER").describes_visit());
  CHECK(read_note("PT DECLINED AT FIRST, THEN RN CHANGED FOLEY").visit == VisitDoubt::none);
  CHECK(read_note("RN FLUSHED PORT W/ HEPARIN").describes_visit());
  CHECK(read_note("FOLEY CHANGED, MD CALLED").describes_visit());
  CHECK_FALSE(read_note("MD CALLED RE FOLEY, CHANGED").describes_visit());
}

TEST_CASE("note reading: a word of care beside what a biller or scheduler notes is no description") {
  for (std::string_view const text : {"PTNOT HOME FOR DRESSING CHANGE",
                                      "NS WOUND CARE",
                                      "N/S WOUND CARE",
                                      "R/S WOUND CARE",
                                      "CX WOUND CARE",
                                      "DECL DRESSING CHANGE",
                                      "REF'D DRESSING CHANGE",
                                      "UTL PT DRESSING CHANGE",
                                      "PT RIP WOUND CARE",
                                      "PT AT ADULT DAY CARE FOLEY CHANGE",
                                      "WOUND CARE TAX ID CHANGED",
                                      "WOUND CARE NON PAR PROVIDER",
                                      "WOUND CARE BACKDATED",
                                      "WOUND CARE GRACE PERIOD",
                                      "WOUND CARE U AND C 125",
                                      "WOUND CARE QTY 2",
                                      "MOD 25 WOUND CARE",
                                      "MSP TYPE 12 WOUND CARE",
                                      "AUTO ACCIDENT WOUND CARE",
                                      "WOUND CARE MEDICALLY NECESSARY",
                                      "BILLED IN ERROR WOUND CARE DONE BY OTHER AGENCY"}) {
    CAPTURE(text);
    CHECK_FALSE(read_note(text).describes_visit());
  }
  for (std::string_view const text :
       {"HEP LOCK FLUSH AND SITE CHANGE", "ARRIVED LATE, FOLEY CHANGED 16FR 30 MIN",
        "WOUND IRRIGATED WITH NS, DRESSING CHANGED 30 MIN"}) {
    CAPTURE(text);
    CHECK(read_note(text).describes_visit());
  }
}

TEST_CASE("note reading: a long text costs no more than its first 4096 characters") {
  using Clock = std::chrono::steady_clock;
  auto const time_of = [](std::string const& text) {
    auto const begin = Clock::now();
    for (int i = 0; i < 20; ++i) (void)read_note(text);
    return std::chrono::duration<double>(Clock::now() - begin).count();
  };
  for (std::string const unit : {"WOUND ", "; ", "NO ", "7 ", "A,", "MOVED TO "}) {
    CAPTURE(unit);
    std::string part;
    std::string whole;
    while (part.size() < 4096) part += unit;
    while (whole.size() < 1'000'000) whole += unit;
    (void)time_of(part);
    // A hundred times as long: ten times the time leaves room for a busy machine.
    CHECK(time_of(whole) < 10 * time_of(part) + 0.01);
  }
}

}  // namespace
}  // namespace scrub837::test::note_reading_test
