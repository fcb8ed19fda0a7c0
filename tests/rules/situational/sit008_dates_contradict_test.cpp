#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"
#include "tests/worklist/rerun_rounds.hpp"

namespace scrub837::test::sit008_dates_contradict_test {
namespace {

// The file is of November 30, 2026; the patient was born on January 1, 1950.
std::string line(std::string const& date) { return "SV1*HC:99213*125*UN*1***1~DTP*472*" + date + "~"; }

std::string claim(std::string const& place, std::string const& dates, std::string const& service,
                  std::string const& behind_hi = {}) {
  return "CLM*DEMO-1*125***" + place + ":B:1*Y*A*Y*Y~" + dates + "HI*ABK:Z9181~" + behind_hi +
         "LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*" + service + "~";
}

std::string other_payer(std::string const& date) {
  return "SBR*P*18*******CI~AMT*D*100~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*1~"
         "NM1*PR*2*OTHER*****PI*OTHER1~" +
         (date.empty() ? "" : "DTP*573*D8*" + date + "~");
}

std::string adjudicated(std::string const& service, std::string const& date) {
  return claim("12", "", "D8*" + service, other_payer("")) +
         "SVD*OTHER1*100*HC:99213**1~CAS*CO*45*25~DTP*573*D8*" + date + "~";
}

// All of the levels, with these birth dates.
std::string levels(std::string const& subscriber, std::string const& patient = {}) {
  std::string const service =
      "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20261130~";
  std::string const dependent =
      "HL*3*2*23*0~PAT*19~NM1*QC*1*DOE*JIM~N3*2 DEMO ST~N4*RICHMOND*VA*232190000~DMG*D8*" + patient + "*M~";
  return "HL*1**20*1~PRV*BI*PXC*251E00000X~NM1*85*2*DEMO HOME CARE*****XX*1234567893~N3*1 DEMO ST~"
         "N4*RICHMOND*VA*232190000~REF*EI*123456789~PER*IC*DEMO BILLING*TE*5555550101~HL*2*1*22*" +
         std::string(patient.empty() ? "0" : "1") + "~SBR*P*" + (patient.empty() ? "18" : "") +
         "*******CI~NM1*IL*1*DOE*JANE****MI*DEMO0001~N3*2 DEMO ST~N4*RICHMOND*VA*232190000~DMG*D8*" +
         subscriber + "*F~NM1*PR*2*DEMO PAYER*****PI*PAYER01~" + (patient.empty() ? "" : dependent) + service;
}

}  // namespace

TEST_CASE("SIT008 dates-contradict") {
  auto const warning = [](std::string const& segments) {
    return InvalidCase{.segments = segments, .at = "DTP03", .severity = "warning"};
  };
  auto const error = [](std::string const& segments) {
    return InvalidCase{.segments = segments, .at = "DTP03"};
  };
  rule_test("SIT008", {.valid =
                           {
                               line("D8*20261130"),
                               line("RD8*20261101-20261130"),
                               line("RD8*20260914-20260914"),
                               line("D8*19500101"),
                               // No date, or no form of one: the guide's own rules report it.
                               line("D8*20269914"),
                               line("D8*20260230"),
                               line("RD8*20260914"),
                               line("D8*"),
                               line("TM*1200"),
                               line("D8*20260914-20260910"),
                               // The day of the file is not known.
                               "BHT*0019*00*DEMO1*2026*1200*CH~" + line("D8*20270101"),
                               claim("21", "DTP*435*D8*20260914~", "D8*20260914"),
                               claim("12", "DTP*435*D8*20260914~", "D8*20260910"),
                               claim("12", "DTP*439*D8*20260914~", "D8*20260914"),
                               claim("12", "DTP*439*D8*20260912~", "RD8*20260910-20260912"),
                               claim("12", "", "D8*20260901", other_payer("20260901")),
                               claim("12", "", "RD8*20260901-20260903", other_payer("20260902")),
                               adjudicated("20260901", "20260901"),
                               levels("20261130"),
                               levels("19800101", "20261130"),
                           },
                       .invalid = {
                           error(line("RD8*20260914-20260910")),
                           error(line("RD8*20260914-20260913")),
                           // One fault, one finding.
                           error(line("RD8*20261214-20261210")),
                           error(claim("12", "DTP*431*D8*19480101~", "D8*19490101")),
                           error(claim("12", "DTP*314*RD8*20260910-20260901~", "D8*20260914")),
                           error(line("D8*20261201")),
                           error(line("D8*20271112")),
                           error(line("RD8*20261201-20261205")),
                           error(line("D8*19491231")),
                           error(line("RD8*19491231-19500102")),
                           warning(line("RD8*20261130-20261201")),
                           warning(claim("21", "DTP*435*D8*20260912~", "D8*20260911")),
                           warning(claim("51", "DTP*435*D8*20260912~", "D8*20260911")),
                           warning(claim("61", "DTP*435*D8*20260912~", "RD8*20260911-20260913")),
                           warning(claim("12", "DTP*439*D8*20260914~", "D8*20260913")),
                           warning(claim("12", "DTP*439*D8*20260914~", "RD8*20260910-20260913")),
                           warning(claim("12", "", "D8*20260902", other_payer("20260901"))),
                           warning(adjudicated("20260902", "20260901")),
                           {.segments = line("D8*20261201") + line("D8*20261130") + line("D8*20261202"),
                            .at = "DTP03",
                            .times = 2},
                           // Reported where it is, and not for each claim below.
                           {.segments = levels("20261201"), .at = "DMG02"},
                           {.segments = levels("19800101", "20270101"), .at = "DMG02"},
                           {.segments = levels("20270101", "20200101"), .at = "DMG02"},
                       }});
}

TEST_CASE("SIT008 dates-contradict: what came before the service, and stays") {
  auto const warning = [](std::string const& segments) {
    return InvalidCase{.segments = segments, .at = "DTP03", .severity = "warning"};
  };
  auto const of_claim = [](std::string const& dates, std::string const& place = "12") {
    return claim(place, dates, "RD8*20260910-20260914");
  };
  rule_test("SIT008",
            {.valid =
                 {
                     of_claim("DTP*431*D8*20260914~DTP*454*D8*20260901~DTP*304*D8*20260914~"),
                     of_claim("DTP*453*D8*20260912~DTP*484*D8*20260801~DTP*455*D8*20260914~"),
                     of_claim("DTP*431*D8*19500101~"),
                     // No date at all.
                     of_claim("DTP*431*D8*20261314~"),
                     // A mother's, and what may lie ahead.
                     of_claim("DTP*484*D8*19490601~"),
                     of_claim("DTP*314*RD8*20260910-20270301~"),
                     of_claim("DTP*297*D8*20260910~DTP*296*D8*20270301~"),
                     of_claim("DTP*360*D8*20260910~DTP*361*D8*20260910~"),
                     of_claim("DTP*435*D8*20260910~DTP*096*D8*20260910~", "21"),
                     replaced(of_claim("DTP*435*D8*20260801~DTP*096*D8*20260805~", "21"), "99213", "88305"),
                     // An office visit after the stay.
                     of_claim("DTP*435*D8*20260801~DTP*096*D8*20260805~", "11"),
                     claim("12", "", "D8*20260914") + "DTP*304*D8*20260914~DTP*455*D8*20260901~",
                 },
             .invalid = {
                 warning(of_claim("DTP*431*D8*20260915~")),
                 warning(of_claim("DTP*454*D8*20260915~")),
                 warning(of_claim("DTP*304*D8*20270914~")),
                 warning(of_claim("DTP*453*D8*20260915~")),
                 warning(of_claim("DTP*484*D8*20260915~")),
                 warning(of_claim("DTP*455*D8*20260915~")),
                 warning(of_claim("DTP*431*D8*19491231~")),
                 warning(of_claim("DTP*439*D8*19491231~")),
                 warning(claim("12", "", "D8*20260914") + "DTP*304*D8*20260915~"),
                 warning(of_claim("DTP*435*D8*20260910~DTP*096*D8*20260909~", "21")),
                 warning(of_claim("DTP*435*D8*20260801~DTP*096*D8*20260805~", "21")),
                 // One fault, one finding.
                 warning(of_claim("DTP*435*D8*20270910~", "21")),
                 warning(of_claim("DTP*360*D8*20260910~DTP*361*D8*20260909~")),
                 warning(of_claim("DTP*090*D8*20260910~DTP*091*D8*20260909~")),
                 warning(of_claim("DTP*297*D8*20260910~DTP*296*D8*20260909~")),
             }});
}

TEST_CASE("SIT008: a place of the line counts before that of the claim") {
  auto const admitted = [](std::string const& place_of_line) {
    return "CLM*DEMO-1*125***21:B:1*Y*A*Y*Y~DTP*435*D8*20260912~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1*" +
           place_of_line + "**1~DTP*472*D8*20260910~";
  };
  CHECK(count_of(scrub_text(file_with(admitted("11"))), "SIT008") == 0);
  CHECK(count_of(scrub_text(file_with(admitted("21"))), "SIT008") == 1);
  CHECK(count_of(scrub_text(file_with(admitted(""))), "SIT008") == 1);
}

TEST_CASE("SIT008: a birth date holds the claims below with one row, which asks for it") {
  auto const scrubbed = scrub_text(file_with(levels("20270101")));
  CHECK(scrubbed.claims(Disposition::held) == 1);
  auto const found = found_of(scrubbed, "SIT008");
  CHECK(found.loop == "2010BA");
  CHECK(found.claim_index == 0);
  REQUIRE(scrubbed.rows.size() == 1);
  CHECK(scrubbed.rows[0].element == "DMG02");
  CHECK(found_of(scrub_text(file_with(levels("19800101", "20270101"))), "SIT008").loop == "2010CA");
}

TEST_CASE("SIT008: the claims go out once the right birth date is typed") {
  auto const typed = [](std::string const& date) {
    return go_round(levels("19800101", "20270101"), [&](FilledRow& row) { row.value = date; }).second;
  };
  auto const right = typed("01/05/2017");
  CHECK(right.held.empty());
  CHECK(right.clean.find("DMG*D8*20170105*M~") != std::string::npos);
  CHECK(typed("01/05/2027").claims(Disposition::held) == 1);
}

TEST_CASE("SIT008: a severity that is set holds for all of its findings") {
  auto settings = with_advice();
  REQUIRE(settings.set_severity("SIT008", Severity::error));
  CHECK(found_of(scrub_text(file_with(line("RD8*20261130-20261201")), settings), "SIT008").severity ==
        "error");
}

}  // namespace scrub837::test::sit008_dates_contradict_test
