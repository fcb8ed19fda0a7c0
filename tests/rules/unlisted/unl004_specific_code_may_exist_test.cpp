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
       {"COMPREHENSIVE CHRONIC ILLNESS ASSESSMENT CHF COPD", "MEDICATION MANAGEMENT BY PHYSICIAN",
        "PALLIATIVE SYMPTOM MANAGEMENT", "HOME SAFETY ASSESSMENT FALL RISK",
        "TELEHEALTH CONSULT DURING VISIT", "NO CATHETER CARE DRESSING CHANGED",
        "DRESSING CHANGE WITHOUT OSTOMY CARE", "CATHETER CARE NOT DONE WOUND CHECK",
        "TRACH CARE COMPARABLE TO 99509", "TRACH CARE SIMILAR TO CATHETER CARE", "TRACHEOSTOMY CARE",
        "ASSESSMENT OF PATIENT ON OXYGEN", "S/P CARDIAC CATHETER ASSESSMENT",
        "PT WITH COLOSTOMY, MED TEACHING 30 MIN", "PATIENT ON VENTILATOR, TRACH CHANGE",
        "SIN SONDA FOLEY, INSTRUCCION DE DIETA", "NO SE REALIZO CAMBIO DE SONDA FOLEY",
        "RN VISIT MED TEACHING INSULIN"}) {
    cases.valid.push_back(line(other));
  }
  // S9097 and codes for training are info, whatever severity the rule is given.
  for (auto const* const listed : {"COMPLEX WOUND CARE LEFT HEEL 45 MIN", "CAREGIVER TRAINING TRACH SUCTION",
                                   "CURACION DE HERIDA TALON 45 MIN"})
    cases.invalid.push_back({.segments = line(listed), .at = "SV101-7", .severity = "info"});
  cases.valid.push_back(line("FOLEY CATHETER CHANGE", "99213"));
  // A home visit may be billed by another code of its section, but not in an office; surgery is none.
  cases.invalid.push_back({.segments = line("FOLEY CATHETER CHANGE", "99199"), .at = "SV101-7"});
  cases.valid.push_back("SV1*HC:99199:::::FOLEY CATHETER CHANGE*125*UN*1*11**1~");
  cases.valid.push_back(line("EPIDURAL CATHETER PLACEMENT, COLOSTOMY", "64999"));
  cases.invalid.push_back({.segments = line("DRY NEEDLING 2 MUSCLES UPPER TRAP", "97799"), .at = "SV101-7"});
  cases.invalid.push_back({.segments = line("DRY NEEDLING UPPER TRAP", "64999"), .at = "SV101-7"});
  // Never on a drug, equipment or a supply.
  cases.valid.push_back(line("FOLEY CATHETER TRAY 16 FR", "A9999"));
  cases.valid.push_back(line("VENTILATOR TUBING", "E1399"));
  cases.valid.push_back(line("RN PER DIEM", "T1999"));
  cases.valid.push_back(line("INFUSION DRUG NOT LISTED", "J3490"));
  for (auto const* const listed :
       {"FOLEY CATHETER CHANGE", "catheter care", "OSTOMY TEACHING", "VENTILATOR CARE", "NEWBORN ASSESSMENT",
        "POSTPARTUM VISIT MOTHER", "VISITA POSPARTO, APOYO LACTANCIA 45 MIN", "CAMBIO DE SONDA FOLEY",
        "NUTRITIONAL COUNSELING RENAL DIET", "REMOTE MONITORING OF BP AND WEIGHT 30 DAYS",
        "PRENATAL ASSESSMENT", "B12 IM INJECTION", "FECAL IMPACTION REMOVAL", "HOME HEMODIALYSIS SESSION",
        "IV ANTIBIOTIC INFUSION 2 HRS", "PHYSICAL THERAPY POST KNEE", "GRIEF COUNSELING SPOUSE",
        "WOUND CARE, CATHETER CARE"}) {
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
  cases.valid.push_back(line("TRACH CARE") + "SV1*HC:99507*125*UN*1***1~DTP*472*D8*20260915~");
  for (std::string const code : {"G0151", "G0299", "S9123", "T1001", "T1019", "T1030", "G0068", "99347",
                                 "S9097", "S5110", "97550", "97803", "G0162", "T1021", "S9131", "G0493"}) {
    cases.invalid.push_back(
        {.segments = line("COMPLEX WOUND CARE") + "SV1*HC:" + code + "*125*UN*1***1~DTP*472*D8*20260914~",
         .at = "SV101-2"});
  }
  cases.valid.push_back(line("TRACH CARE") + "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~");
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
      {"PHYSICAL THERAPY", "S9131"},
      {"PHYSICAL THERAPY EVALUATION", "S9131"},
      {"OT EVAL", "S9129"},
      {"OCCUPATIONAL THERAPY", "S9129"},
      {"SPEECH THERAPY", "S9128"},
      {"SLP VISIT", "S9128"},
      {"SPEECH LANGUAGE THERAPY", "S9128"},
      {"MSW VISIT", "S9127"},
      {"SOCIAL WORK VISIT", "S9127"},
      {"LCSW VISIT", "S9127"},
      {"HOME HEALTH AIDE VISIT", "S9122"},
      {"HHA VISIT", "S9122"},
      {"AIDE VISIT BATH", "S9122"},
      {"RN VISIT", "S9123"},
      {"RN HOME VISIT", "S9123"},
      {"RN SKILLED NURSING VISIT", "S9123"},
      {"LPN VISIT", "S9124"},
      {"LPN HOME VISIT", "S9124"},
      {"PERSONAL CARE", "S5125"},
      {"PCA PERSONAL CARE SERVICES", "S5125"},
      {"ATTENDANT CARE", "S5125"},
      {"COMPLEX WOUND CARE", "S9097"},
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
      {"PATIENT ON OXYGEN WOUND CARE", "S9097"},
      {"OXYGEN SATURATION MONITORING", ""},
      {"HYPERBARIC OXYGEN", ""},
      {"POST INFUSION MONITORING", ""},
      {"INSULIN INFUSION PUMP TRAINING", ""},
      {"TRANSFUSION MONITORING", ""},
      {"JOINT EFFUSION ASSESSMENT", ""},
      {"DRUG COUNSELING", ""},
      {"NUTRITION COUNSELING", "97802"},
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
      {"FAMILY TRAINING BEHAVIOR", "97550"},
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
    CHECK(code_for_words(row.text, "20260914", CodePayer::other).code == row.code);
  }
}

TEST_CASE("UNL004: only codes that the payer accepts are suggested") {
  struct {
    std::string_view text, medicare, medicaid, other;
  } const table[] = {
      {"RN PER DIEM VISIT", "G0299", "T1030", "S9123"},
      {"RN HOME NURSING CARE PER DIEM", "G0299", "T1030", "S9123"},
      {"VISITA DE ENFERMERIA", "G0299", "T1030", "S9123"},
      {"LPN VISIT 60 MIN", "G0300", "T1031", "S9124"},
      {"RN HOURLY 3 HRS", "G0299", "T1002", "S9123"},
      {"PRIVATE DUTY NURSING 4 HRS", "", "T1000", "S9123"},
      {"NURSING ASSESSMENT VISIT", "", "T1001", ""},
      {"HOME HEALTH AIDE VISIT", "G0156", "T1021", "S9122"},
      {"PERSONAL CARE 3 HRS", "", "T1019", "S5125"},
      {"RESPITE CARE 6 HRS", "", "T1005", "S5150"},
      {"HOMEMAKER SERVICES", "", "", "S5130"},
      {"TERAPIA FISICA 45 MIN", "G0151", "", "S9131"},
      {"MEDICATION ADMINISTRATION", "", "T1502", ""},
      {"TAUGHT MEDICATION ADMINISTRATION", "", "", ""},
      {"HOME SAFETY ASSESSMENT", "", "T1028", ""},
      {"PHOTOTHERAPY BILI BLANKET", "", "", "S9098"},
      {"FOLEY CHANGE", "99507", "99507", "99507"},
      {"COMPLEX WOUND CARE", "", "", "S9097"},
      // An act beyond nursing, care or a visit: the nurse's own code does not describe it.
      {"RN VISIT TRACH SUCTION", "", "", ""},
      {"LPN VISIT MED TEACHING", "", "", ""},
      {"RN VISIT QWERTZ", "", "", ""},
  };
  for (auto const& row : table) {
    CAPTURE(row.text);
    CHECK(code_for_words(row.text, "20260914", CodePayer::medicare).code == row.medicare);
    CHECK(code_for_words(row.text, "20260914", CodePayer::medicaid).code == row.medicaid);
    CHECK(code_for_words(row.text, "20260914", CodePayer::other).code == row.other);
  }
  CHECK(code_payer("MA") == CodePayer::medicare);
  CHECK(code_payer("MB") == CodePayer::medicare);
  CHECK(code_payer("MC") == CodePayer::medicaid);
  CHECK(code_payer("16") == CodePayer::other);
  CHECK(code_payer("") == CodePayer::other);
}

TEST_CASE("UNL004 names the code, for whom it is, and only one that was in use on the day") {
  auto const found = found_of(scrub_text(file_with(line("FOLEY CATHETER CHANGE"))), "UNL004");
  CHECK(found.message.find("99507.") != std::string::npos);
  auto const on = [](std::string const& day) {
    return scrub_text(
        file_with("SBR*P*18*******MB~SV1*HC:99600:::::RN VISIT*125*UN*1***1~DTP*472*D8*" + day + "~"));
  };
  CHECK(count_of(on("20151231"), "UNL004") == 0);
  auto const today = on("20160101");
  CHECK(found_of(today, "UNL004").message.find("G0299 (Medicare)") != std::string::npos);
}

TEST_CASE("UNL004: a text that suggests a code comes before one that only may") {
  auto const scrubbed =
      scrub_text(file_with("SV1*HC:99600:::::WOUND CARE*125*UN*1***1~NTE*ADD*FOLEY CHANGE~"));
  CHECK(count_of(scrubbed, "UNL004") == 1);
  CHECK(found_of(scrubbed, "UNL004").message.find("99507") != std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::unl004_specific_code_may_exist_test
