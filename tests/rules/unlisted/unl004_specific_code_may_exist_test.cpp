#include <doctest/doctest.h>

#include "src/narrative/specific_codes.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test::unl004_specific_code_may_exist_test {
namespace {

std::string line(std::string const& description, std::string const& code = "99600") {
  return "SV1*HC:" + code + ":::::" + description + "*125*UN*1***1~DTP*472*D8*20260914~";
}

TEST_CASE("UNL004 specific-code-may-exist") {
  RuleCases cases;
  for (auto const* const other :
       {"COMPLEX WOUND CARE LEFT HEEL 45 MIN", "COMPREHENSIVE CHRONIC ILLNESS ASSESSMENT CHF COPD",
        "CAREGIVER TRAINING TRACH SUCTION", "MEDICATION MANAGEMENT BY PHYSICIAN",
        "PALLIATIVE SYMPTOM MANAGEMENT", "HOME SAFETY ASSESSMENT FALL RISK",
        "NUTRITIONAL COUNSELING RENAL DIET", "TELEHEALTH CONSULT DURING VISIT",
        "NO CATHETER CARE DRESSING CHANGED", "WOUND CARE WITHOUT OSTOMY CARE",
        "CATHETER CARE NOT DONE WOUND CHECK", "WOUND CARE COMPARABLE TO 99509",
        "WOUND CARE SIMILAR TO CATHETER CARE", "TRACHEOSTOMY CARE", "ASSESSMENT OF PATIENT ON OXYGEN",
        "S/P CARDIAC CATHETER ASSESSMENT"}) {
    cases.valid.push_back(line(other));
  }
  cases.valid.push_back(line("FOLEY CATHETER CHANGE", "99213"));
  cases.valid.push_back(line("INFUSION DRUG NOT LISTED", "J3490"));
  for (auto const* const listed :
       {"FOLEY CATHETER CHANGE", "catheter care", "OSTOMY TEACHING", "VENTILATOR CARE", "NEWBORN ASSESSMENT",
        "POSTPARTUM VISIT MOTHER", "PRENATAL ASSESSMENT", "B12 IM INJECTION", "FECAL IMPACTION REMOVAL",
        "HOME HEMODIALYSIS SESSION", "IV ANTIBIOTIC INFUSION 2 HRS", "PHYSICAL THERAPY POST KNEE",
        "GRIEF COUNSELING SPOUSE", "WOUND CARE, CATHETER CARE"}) {
    cases.invalid.push_back({.segments = line(listed), .at = "SV101-7"});
  }
  cases.invalid.push_back(
      {.segments = line("COMPLEX WOUND CARE") + "NTE*ADD*AND FOLEY CATHETER CHANGED~", .at = "NTE02"});
  // A listed visit beside it on the same day, not on another.
  auto const beside = "SV1*HC:99507*125*UN*1***1~DTP*472*D8*20260914~";
  cases.invalid.push_back({.segments = line("COMPLEX WOUND CARE") + beside, .at = "SV101-2"});
  cases.invalid.push_back(
      {.segments = "SV1*HC:99507*125*UN*1***1~DTP*472*RD8*20260901-20260930~" + line("COMPLEX WOUND CARE"),
       .at = "SV101-2"});
  cases.valid.push_back(line("COMPLEX WOUND CARE") + "SV1*HC:99507*125*UN*1***1~DTP*472*D8*20260915~");
  for (std::string const code : {"G0151", "G0299", "S9123", "T1001", "T1019", "T1030", "G0068", "99347"}) {
    cases.invalid.push_back(
        {.segments = line("COMPLEX WOUND CARE") + "SV1*HC:" + code + "*125*UN*1***1~DTP*472*D8*20260914~",
         .at = "SV101-2"});
  }
  cases.valid.push_back(line("COMPLEX WOUND CARE") + "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~");
  rule_test("UNL004", cases);
}

struct Pointed {
  std::string_view text;
  std::string_view code;
};

TEST_CASE("UNL004: which code the words point at") {
  constexpr Pointed table[] = {
      {"FOLEY CHANGE", "99507"},
      {"INDWELLING CATH CHANGE", "99507"},
      {"CATH CHANGE 16FR", "99507"},
      {"CATH CARE", "99507"},
      {"CATHETER IRRIGATION", "99507"},
      {"STRAIGHT CATH", "99507"},
      {"SP CATH CHANGE", "99507"},
      {"SUPRAPUBIC TUBE CHANGE", "99507"},
      {"URINARY CATHETER INSERTION", "99507"},
      {"BLADDER CATHETERIZATION", "99507"},
      {"OSTOMY CARE", "99505"},
      {"ILEAL CONDUIT POUCH CHANGE", "99505"},
      {"STOMA CARE", "99505"},
      {"COLOSTOMY BAG CHANGE", "99505"},
      {"VENTILATOR MANAGEMENT", "99504"},
      {"VENT MANAGEMENT", "99504"},
      {"NEBULIZER TREATMENT", "99503"},
      {"OXYGEN SETUP", "99503"},
      {"OXYGEN THERAPY", "99503"},
      {"BRONCHODILATOR TREATMENT", "99503"},
      {"RESPIRATORY ASSESSMENT", "99503"},
      {"NEWBORN ASSESSMENT", "99502"},
      {"NEWBORN CARE", "99502"},
      {"INFANT NEWBORN CHECK", "99502"},
      {"POSTPARTUM CARE", "99501"},
      {"POST PARTUM VISIT", "99501"},
      {"POST-PARTUM ASSESSMENT", "99501"},
      {"POSTNATAL VISIT", "99501"},
      {"PRENATAL MONITORING", "99500"},
      {"PRE-NATAL VISIT", "99500"},
      {"ANTEPARTUM NST", "99500"},
      {"PRENATAL NST", "99500"},
      {"IM INJECTION B12", "99506"},
      {"B12 INJECTION IM", "99506"},
      {"INTRAMUSCULAR INJECTION", "99506"},
      {"IM SHOT", "99506"},
      {"ADL ASSISTANCE", "99509"},
      {"BATHING AND DRESSING ASSIST", "99509"},
      {"ASSISTANCE WITH ADLS", "99509"},
      {"GRIEF COUNSELING", "99510"},
      {"FAMILY COUNSELING", "99510"},
      {"MARITAL COUNSELING", "99510"},
      {"ENEMA ADMINISTRATION", "99511"},
      {"FECAL DISIMPACTION", "99511"},
      {"MANUAL DISIMPACTION", "99511"},
      {"FLEET ENEMA", "99511"},
      {"HEMODIALYSIS", "99512"},
      {"HEMO DIALYSIS AT HOME", "99512"},
      {"HOME HEMODIALYSIS", "99512"},
      {"IV ANTIBIOTIC INFUSION", "99601"},
      {"IVIG INFUSION", "99601"},
      {"INFUSION THERAPY", "99601"},
      {"HOME INFUSION VISIT", "99601"},
      {"REMICADE INFUSION 3 HRS", "99601"},
      {"IV ANTIBIOTICS", "99601"},
      {"TPN INFUSION", "99601"},
      {"PHYSICAL THERAPY", "G0151"},
      {"PHYSICAL THERAPY EVALUATION", "G0151"},
      {"OT EVAL", "G0152"},
      {"OCCUPATIONAL THERAPY", "G0152"},
      {"SPEECH THERAPY", "G0153"},
      {"SLP VISIT", "G0153"},
      {"SPEECH LANGUAGE THERAPY", "G0153"},
      {"MSW VISIT", "G0155"},
      {"SOCIAL WORK VISIT", "G0155"},
      {"LCSW VISIT", "G0155"},
      {"HOME HEALTH AIDE VISIT", "G0156"},
      {"HHA VISIT", "G0156"},
      {"AIDE VISIT BATH", "G0156"},
      {"RN VISIT", "G0299"},
      {"RN HOME VISIT", "G0299"},
      {"RN SKILLED NURSING VISIT", "G0299"},
      {"LPN VISIT", "G0300"},
      {"LPN HOME VISIT", "G0300"},
      {"PERSONAL CARE", "T1019"},
      {"PCA PERSONAL CARE SERVICES", "T1019"},
      {"ATTENDANT CARE", "T1019"},
      {"COMPLEX WOUND CARE", ""},
      {"STATUS POST CATHETERIZATION WOUND CHECK", ""},
      {"S/P CARDIAC CATHETERIZATION, MONITORING", ""},
      {"HX OF OSTOMY, MEDICATION MANAGEMENT", ""},
      {"HISTORY OF HEMODIALYSIS, FOOT CARE", ""},
      {"ON HEMODIALYSIS, FALL ASSESSMENT", ""},
      {"HEMODIALYSIS PATIENT FOOT CARE", ""},
      {"VENT DEPENDENT, TRACH CHANGE", ""},
      {"PICC CATHETER DRESSING CHANGE", ""},
      {"CENTRAL VENOUS CATHETER FLUSH", ""},
      {"HICKMAN CATHETER CARE", ""},
      {"BROVIAC CATHETER FLUSH", ""},
      {"PORT-A-CATH FLUSH", ""},
      {"DIALYSIS CATHETER DRESSING", ""},
      {"TENCKHOFF CATHETER DRESSING", ""},
      {"NEPHROSTOMY TUBE FLUSH", ""},
      {"EPIDURAL CATHETER PUMP REFILL", ""},
      {"NASAL CATHETER", ""},
      {"IV CATHETER INSERTION", ""},
      {"TRACHEOSTOMY CHANGE", ""},
      {"O2 DEPENDENT PATIENT MEDICATION TEACHING", ""},
      {"PATIENT ON HOME OXYGEN, COPD ASSESSMENT", ""},
      {"PATIENT ON OXYGEN WOUND CARE", ""},
      {"OXYGEN SATURATION MONITORING", ""},
      {"HYPERBARIC OXYGEN", ""},
      {"POST INFUSION MONITORING", ""},
      {"INSULIN INFUSION PUMP TRAINING", ""},
      {"TRANSFUSION MONITORING", ""},
      {"JOINT EFFUSION ASSESSMENT", ""},
      {"DRUG COUNSELING", ""},
      {"NUTRITION COUNSELING", ""},
      {"INDIVIDUAL PSYCHOTHERAPY", ""},
      {"CARDIAC REHAB", ""},
      {"PERSONAL CARE PLAN REVIEW", ""},
      {"RN ASSESSMENT OF WOUND", ""},
      {"MD VISIT", ""},
      {"DRESSING CHANGE", ""},
      {"ADL RETRAINING OT", ""},
      {"WOUND NEAR OSTOMY", ""},
      {"DECLINED FOLEY CHANGE, EDUCATED", ""},
      {"NO CATHETER, NO OSTOMY", ""},
      {"REFUSED ENEMA", ""},
      {"RESPIRATORY SYNCYTIAL VIRUS TEACHING", ""},
      {"LABS AFTER INFUSION", ""},
      {"FAMILY TRAINING BEHAVIOR", ""},
      {"SPEECH DELAY EARLY INTERVENTION", ""},
      {"INFANT WEIGHT CHECK LACTATION", ""},
      {"G TUBE CHANGE", ""},
      {"CAST CARE", ""},
      {"NON-INVASIVE VENTILATOR TEACHING", ""},
      {"RECTAL BLEED ASSESSMENT", ""},
      {"AIDE SUPERVISION", ""},
  };
  static_assert(std::size(table) >= 80);
  for (auto const& row : table) {
    CAPTURE(row.text);
    CHECK(code_for_words(row.text, "20260914") == row.code);
  }
}

TEST_CASE("UNL004 names the code, and only one that was in use on the day") {
  auto const found = found_of(scrub_text(file_with(line("FOLEY CATHETER CHANGE"))), "UNL004");
  CHECK(found.message.find("99507") != std::string::npos);
  auto const old = "SV1*HC:99600:::::RN VISIT WOUND CARE*125*UN*1***1~DTP*472*D8*20151231~";
  CHECK(count_of(scrub_text(file_with(old)), "UNL004") == 0);
  auto const today = "SV1*HC:99600:::::RN VISIT WOUND CARE*125*UN*1***1~DTP*472*D8*20160101~";
  CHECK(count_of(scrub_text(file_with(today)), "UNL004") == 1);
}

}  // namespace
}  // namespace scrub837::test::unl004_specific_code_may_exist_test
