#include <doctest/doctest.h>

#include <vector>

#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"

// A profile's table: SNIP type or rule, and error, warning or off.

namespace scrub837::test::severity_policy_test {
namespace {

std::string const line = "LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";

std::string claim(std::string const& diagnosis, std::string const& rest = line,
                  std::string const& total = "125") {
  return "CLM*DEMO-1*" + total + "***12:B:1*Y*A*Y*Y~HI*ABK:" + diagnosis + "~" + rest;
}

std::string unlisted(std::string const& text) { return "SV1*HC:99600:::::" + text + "*125*UN*1***1~"; }

struct Fault {
  std::string type, rule, snippet;
  bool above = false;
};

// One fault of each type, in a claim and, as far as the type has rules there, above the claims.
std::vector<Fault> faults() {
  return {
      {"snip1", "LEN004", claim("Z9181", "LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260931~")},
      {"snip1", "LEN002", "NM1*IL*1*DOE*JANE****MI*" + std::string(81, '7') + "~" + claim("Z9181"), true},
      {"snip2", "COD001", "CLM*DEMO-1*125***12:B:1*Q*A*Y*Y~HI*ABK:Z9181~" + line},
      {"snip2", "USE002", "NM1*PR*2******PI*PAYER01~" + claim("Z9181"), true},
      {"snip3", "BAL001", claim("Z9181", line, "126")},
      {"snip4", "SIT003", claim("Z9181", "LX*1~SV1*HC:99213*125*UN*1***2~DTP*472*D8*20260914~")},
      {"snip4", "SIT022", "NM1*IL*1*DOE*JANE~" + claim("Z9181"), true},
      {"snip5", "COD012", claim("Z9")},
      {"snip5", "COD011", "SBR*P*18*******MB~NM1*IL*1*DOE*JANE****MI*1AAAAAAAAAA~" + claim("Z9181"), true},
  };
}

Settings with(std::string const& severity) { return under("severity." + severity); }

TEST_CASE("severity by SNIP type: an error becomes a warning, or is not looked for, also at the subscriber") {
  for (auto const& fault : faults()) {
    CAPTURE(fault.rule);
    auto const file = file_with(fault.snippet);
    auto const plain = scrub_text(file);
    REQUIRE(count_of(plain, fault.rule) == 1);
    CHECK(found_of(plain, fault.rule).severity == "error");
    CHECK(found_of(plain, fault.rule).claim.empty() == fault.above);
    CHECK(plain.claims(Disposition::held) == 1);
    CHECK(plain.rows.size() == 1);

    auto const warned = scrub_text(file, with(fault.type + " = 'warning'"));
    CHECK(found_of(warned, fault.rule).severity == "warning");
    CHECK(count_of(warned, fault.rule) == 1);
    CHECK(warned.held.empty());
    CHECK(warned.rows.empty());

    auto const off = scrub_text(file, with(fault.type + " = 'off'"));
    CHECK(count_of(off, fault.rule) == 0);
    CHECK(off.held.empty());

    // A type leaves the others alone, and so does a profile of another payer.
    for (auto const* const other : {"snip1", "snip2", "snip3", "snip4", "snip5", "snip6", "snip7"}) {
      if (std::string_view(other) == fault.type) continue;
      CHECK(found_of(scrub_text(file, with(std::string(other) + " = 'off'")), fault.rule).severity ==
            "error");
    }
    Settings elsewhere;
    elsewhere.profiles = Profiles::read_text(
        std::string("[[profile]]\nname = 'a'\nsource = 'b'\nmatch = { payer_ids = ['OTHER'] }\nseverity.") +
            fault.type + " = 'off'\n",
        "p.toml");
    CHECK(found_of(scrub_text(file, elsewhere), fault.rule).severity == "error");
  }
}

TEST_CASE("severity by SNIP type: warnings become errors; what only advises stays") {
  struct Case {
    std::string type, rule, snippet;
  };
  for (auto const& one : std::vector<Case>{
           {"snip1", "LEN002", "CLM*" + std::string(21, '7') + "*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~" + line},
           {"snip4", "SIT011",
            "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*MJ*15***1~DTP*"
            "472*D8*20260914~"},
           {"snip5", "COD012", "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181*ABF:Z9181~" + line},
           {"snip6", "UNL008", "SBR*P*18*******MB~" + unlisted("COMPLEX WOUND CARE LEFT HEEL 45 MIN")},
           {"snip7", "ATT001", unlisted("COMPLEX WOUND CARE LEFT HEEL 45 MIN")},
       }) {
    CAPTURE(one.rule);
    auto const file = file_with(one.snippet);
    auto const plain = scrub_text(file);
    CHECK(found_of(plain, one.rule).severity == "warning");
    auto const raised = scrub_text(file, with(one.type + " = 'error'"));
    CHECK(found_of(raised, one.rule).severity == "error");
    CHECK(raised.claims(Disposition::held) == 1);
    CHECK(count_of(scrub_text(file, with(one.type + " = 'off'")), one.rule) == 0);
  }
  auto advised = with("snip7 = 'error'");
  advised.info = true;
  CHECK(found_of(scrub_text(file_with(unlisted("COMPLEX WOUND CARE LEFT HEEL 45 MIN")), advised), "NAR011")
            .severity == "info");
}

TEST_CASE("severity by rule: it wins over that of its type, in the profile and in the one it inherits from") {
  auto const file = file_with(claim("Z9", line, "126"));
  auto const severities = [&](std::string const& settings) {
    auto const out = scrub_text(file, under(settings));
    std::string text;
    for (auto const& found : out.findings) text += found.rule + " " + found.severity + "; ";
    return text;
  };
  CHECK(severities("") == "BAL001 error; COD012 error; ");
  CHECK(severities("severity.snip5 = 'off'\nseverity.COD012 = 'warning'") ==
        "BAL001 error; COD012 warning; ");
  CHECK(severities("severity.COD012 = 'warning'\nseverity.snip5 = 'off'") ==
        "BAL001 error; COD012 warning; ");
  CHECK(severities("severity.COD012 = 'off'\nseverity.snip5 = 'error'") == "BAL001 error; ");
  CHECK(severities("off.COD012 = 'why'\nseverity.snip5 = 'error'") == "BAL001 error; ");
  CHECK(severities("severity.snip3 = 'warning'\nseverity.snip5 = 'warning'") ==
        "BAL001 warning; COD012 warning; ");
  Settings settings;
  settings.profiles = Profiles::read_text(
      "[[profile]]\nname = 'base'\nsource = 'a'\nseverity.snip5 = 'off'\nseverity.BAL001 = 'warning'\n"
      "[[profile]]\nname = 'own'\ninherits = 'base'\nsource = 'a'\nmatch = { any = true }\n"
      "severity.COD012 = 'warning'\nseverity.snip3 = 'error'\n",
      "p.toml");
  CHECK(found_of(scrub_text(file, settings), "COD012").severity == "warning");
  CHECK(found_of(scrub_text(file, settings), "BAL001").severity == "error");
}

TEST_CASE(
    "above the subscribers a profile counts that names the receiver, or any; of the payers below none") {
  auto const file = file_with("NM1*85*2*DEMO HOME CARE*****XX*1234567890~" + claim("Z9181"));
  auto const severity = [&](std::string const& match) {
    Settings settings;
    settings.profiles = Profiles::read_text(
        "[[profile]]\nname = 'a'\nsource = 'b'\nmatch = { " + match + " }\nseverity.COD002 = 'warning'\n",
        "p.toml");
    return found_of(scrub_text(file, settings), "COD002").severity;
  };
  CHECK(severity("any = true") == "warning");
  CHECK(severity("receivers = ['DEMORECEIVER']") == "warning");
  CHECK(severity("receivers = ['SOMEBODY']") == "error");
  CHECK(severity("payer_ids = ['PAYER01']") == "error");
  CHECK(severity("claim_filing = ['CI']") == "error");
}

TEST_CASE("a profile is that of each level's own payer: two subscribers of one provider") {
  auto const subscriber = [](std::string const& number, std::string const& payer, std::string const& id) {
    return "HL*" + number +
           "*1*22*0~SBR*P*18*******CI~NM1*IL*1*DOE*JANE****MI*DEMO0001~N3*2 DEMO ST~N4*RICHMOND**"
           "23219~DMG*D8*19500101*F~NM1*PR*2*DEMO PAYER*****PI*" +
           payer + "~" + claim_with(id, "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~");
  };
  Settings settings;
  settings.profiles = Profiles::read_text(
      "[[profile]]\nname = 'a'\nsource = 'b'\nmatch = { payer_ids = ['MILD'] }\nseverity.snip4 = 'warning'\n",
      "p.toml");
  auto const file = file_with(
      "HL*1**20*1~NM1*85*2*DEMO HOME CARE*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*VA*232190000~REF*EI*"
      "123456789~" +
      subscriber("2", "MILD", "DEMO-1") + subscriber("3", "STERN", "DEMO-2"));
  auto const found = findings_of(scrub_text(file, settings), "SIT021");
  REQUIRE(found.size() == 2);
  CHECK(found[0].severity == "warning");
  CHECK(found[1].severity == "error");
}

TEST_CASE("a severity that is set counts, be it the one that the rule has anyway") {
  struct Case {
    std::string rule, snippet;
  };
  for (auto const& one : std::vector<Case>{
           {"LEN002", "CLM*" + std::string(21, '7') + "*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~" + line},
           {"COD012", "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181*ABF:Z9181~" + line},
           {"NAR004", unlisted("WOUND SUPPLIES")},
           {"NAR014", unlisted("PHONE CALL TO DAUGHTER ABOUT WOUND CARE 15 MIN")},
           {"UNL009",
            "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*0*UN*1***1~SV1*HC:99213*125*UN*1***1~"},
       }) {
    CAPTURE(one.rule);
    auto const file = file_with(one.snippet);
    CHECK(found_of(scrub_text(file), one.rule).severity == "warning");
    Settings settings;
    REQUIRE(settings.set_severity(one.rule, Severity::error));
    CHECK(found_of(scrub_text(file, settings), one.rule).severity == "error");
    REQUIRE(settings.set_severity(one.rule, Severity::info));
    CHECK(count_of(scrub_text(file, settings), one.rule) == 0);
  }
}

}  // namespace
}  // namespace scrub837::test::severity_policy_test
