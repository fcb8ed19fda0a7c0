#include "src/report_model/run_report.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "tests/report_model/model_of.hpp"
#include "tests/scrub/short_files.hpp"
#include "tests/support/file_builder.hpp"

namespace scrub837::test::run_report_test {
namespace {

std::string claims_of(std::string const& claims, int segments) {
  return file_of(st() + provider("1*") + subscriber("2*1") + claims + se(segments));
}

// A cause a line: rule, how far a repair goes, subject; claims held and freed.
std::string causes_in(ReportModel const& model) {
  constexpr std::array<std::string_view, 3> reach{"above", "value", "each"};
  std::string text;
  for (auto const& cause : model.causes) {
    text += fmt::format("{} {} {}|{}: {} {}, frees {}\n", cause.rule->id,
                        reach[static_cast<std::size_t>(cause.reach)], cause.element, cause.subject,
                        cause.held.claims, format_cents(cause.held.cents), cause.freed.claims);
  }
  return text;
}

// A claim a line, with the rules of its causes.
std::string claims_in(ReportModel const& model) {
  std::string text;
  for (auto const& claim : model.claims) {
    text += fmt::format("{} {} {}:", model.files[claim.file].name, claim.claim, name_of(claim.disposition));
    for (auto const cause : claim.causes) text += fmt::format(" {}", model.causes[cause].rule->id);
    text += "\n";
  }
  return text;
}

TEST_CASE("report model: what each claim needs by itself is one cause, and frees the claims with no other") {
  auto const model = model_of({claims_of(good("G1") + bad("H1") + bad("H2"), 15)}, only_narratives());
  CHECK(causes_in(model) == "NAR001 each SV101-7|: 2 200.00, frees 2\n");
  CHECK(claims_in(model) == "1.837 H1 held: NAR001\n1.837 H2 held: NAR001\n");
  auto const& claim = model.claims.front();
  REQUIRE(claim.findings.size() == 1);
  CHECK(claim.text_of(claim.segments[claim.findings[0].place.segment]) == "SV1*HC:99600*100*UN*1***1");
  REQUIRE(claim.rows.size() == 1);
  CHECK(claim.rows[0].starts_with("required,H1,1,"));
  CHECK(claim.rows[0].ends_with("\r\n"));
}

TEST_CASE("report model: an error above the claims is one cause, whatever the number of claims and files") {
  auto const one =
      file_of(st() + provider("1*") + "ZZZ*1~" + subscriber("2*1") + good("A1") + bad("A2") + se(14));
  auto const model = model_of({one, one}, only_narratives());
  CHECK(causes_in(model) ==
        "ENV009 above |AGENCY 1234567893: 4 400.00, frees 2\n"
        "NAR001 each SV101-7|: 2 200.00, frees 0\n");
  CHECK(claims_in(model) ==
        "1.837 A1 held: ENV009\n1.837 A2 held: ENV009 NAR001\n"
        "2.837 A1 held: ENV009\n2.837 A2 held: ENV009 NAR001\n");
  std::string above;
  for (auto const& fault : model.above)
    above += fmt::format("{} {} {}\n", fault.finding.rule != nullptr ? fault.finding.rule->id : "",
                         fault.segment, fault.rows.size());
  CHECK(above == "ENV009 ZZZ*1 1\nENV009 ZZZ*1 1\n");
  REQUIRE(model.above.size() == 2);
  CHECK(model.above[0].cause == 1);
}

TEST_CASE("report model: the same wrong NPI of a party in several claims is one cause; others are joined") {
  Settings settings;
  std::vector<std::string> const words{"COD002"};
  REQUIRE(settings.select(words).empty());
  auto const claim = [](std::string const& id, std::string const& npi) {
    return "CLM*" + id + "*100***12:B:1*Y*A*Y*Y~NM1*82*1*DOE*JO****XX*" + npi +
           "~LX*1~SV1*HC:99213*100*UN*1***1~";
  };
  auto const model = model_of({claims_of(claim("A1", "1234567890") + claim("A2", "1234567890") +
                                             claim("A3", "1111111111") + claim("A4", "2222222222"),
                                         22)},
                              settings);
  CHECK(causes_in(model) ==
        "COD002 value NM109|DOE, JO 1234567890: 2 200.00, frees 2\n"
        "COD002 each NM109|: 2 200.00, frees 2\n");
}

TEST_CASE("report model: claims of a refused set have the set as their cause, though it was read twice") {
  auto const set = [](std::string const& id, std::string const& control, std::string const& trailer) {
    return st(control) + provider("1*") + subscriber("2*1") + good(id) + bad(id + "B") + trailer;
  };
  auto const model = model_of(
      {isa() + gs() + set("A", "0001", se(13, "9999")) + set("C", "0002", se(13, "0002")) + ge(2) + iea(1)},
      only_narratives());
  CHECK(causes_in(model) ==
        "ENV002 above SE02|set 0001: 2 200.00, frees 1\n"
        "NAR001 each SV101-7|: 2 200.00, frees 1\n");
  CHECK(claims_in(model) == "1.837 A held: ENV002\n1.837 AB held: ENV002 NAR001\n1.837 CB held: NAR001\n");
}

TEST_CASE("report model: fixed claims have their fixes before and after") {
  auto const model =
      model_of({file_with("SV1*HC:99600:::::WOUND  CARE LEFT HEEL*125*UN*1***1~")}, only_narratives());
  REQUIRE(model.claims.size() == 1);
  CHECK(model.claims[0].disposition == Disposition::fixed);
  REQUIRE(model.claims[0].findings.size() == 1);
  auto const& finding = model.claims[0].findings[0];
  CHECK(finding.applied);
  CHECK(finding.before == "SV1*HC:99600:::::WOUND  CARE LEFT HEEL*125*UN*1***1");
  CHECK(finding.after == "SV1*HC:99600:::::WOUND CARE LEFT HEEL*125*UN*1***1");
  CHECK(model.causes.empty());
}

TEST_CASE("report model: what to do about a finding is its own, where it is not what the rule says") {
  auto const model =
      model_of({claims_of("CLM*H1*300***12:B:1*Y*A*Y*Y~LX*1~SV1*HC:99213*100*UN*1***1~", 9)}, Settings{});
  REQUIRE(model.claims.size() == 1);
  auto const& findings = model.claims[0].findings;
  auto const unbalanced =
      std::ranges::find_if(findings, [](auto const& finding) { return finding.rule->id == "BAL001"; });
  REQUIRE(unbalanced != findings.end());
  CHECK(unbalanced->what_to_do.starts_with("Type the right total in the column value."));
  CHECK(what_the_rule_says(*unbalanced->rule) != unbalanced->what_to_do);
  auto const described = model_of({file_with("SV1*HC:99600*125*UN*1***1~")}, only_narratives());
  REQUIRE(described.claims.size() == 1);
  CHECK(described.claims[0].findings[0].what_to_do.empty());
}

TEST_CASE("report model: what a fix mends when the rest is answered is no cause of a held claim") {
  auto const model = model_of(
      {claims_of("CLM*H1*200***12:B:1*Y*A*Y*Y~LX*1~SV1*HC:99600:::::WOUND  CARE LEFT HEEL*100*UN*1***1~"
                 "LX*2~SV1*HC:99600*100*UN*1***1~",
                 11)},
      only_narratives());
  CHECK(causes_in(model) == "NAR001 each SV101-7|: 1 200.00, frees 1\n");
  REQUIRE(model.claims.size() == 1);
  REQUIRE(model.claims[0].findings.size() == 2);
  for (auto const& finding : model.claims[0].findings) CHECK(finding.left == (finding.rule->id == "NAR001"));
}

TEST_CASE("report model: beyond a limit the largest charges are kept, and counts stay those of all") {
  std::string claims;
  for (int i = 0; i < 50; ++i)
    claims += fmt::format("CLM*C{}*{}***12:B:1*Y*A*Y*Y~LX*1~SV1*HC:99600*{}*UN*1***1~", i, 100 + i * 7 % 50,
                          100 + i * 7 % 50);
  auto const bytes = claims_of(claims, 156);
  auto const whole = model_of({bytes, bytes}, only_narratives());
  REQUIRE(whole.claims.size() == 100);
  CHECK(whole.claims_left_out == 0);
  auto const limited = model_of({bytes, bytes}, only_narratives(), {.held = 9000});
  auto const kept = limited.claims.size();
  CAPTURE(kept);
  REQUIRE(kept > 3);
  REQUIRE(kept < 40);
  CHECK(limited.claims_left_out == 100 - kept);
  for (std::size_t i = 0; i < kept; ++i) CHECK(limited.claims[i].claim == whole.claims[i].claim);
  CHECK(causes_in(limited) == causes_in(whole));
}

TEST_CASE("report model: every held claim of a damaged file has a cause, and causes count every held claim") {
  auto const whole = claims_of(good("G1") + bad("H1") + good("G2"), 15);
  for (std::size_t size = 100; size < whole.size(); size += 7) {
    for (auto const& bytes : {whole.substr(0, size), whole.substr(0, 110) + whole.substr(size)}) {
      CAPTURE(bytes);
      auto const model = model_of({bytes}, only_narratives());
      std::uint64_t held = 0;
      for (auto const& claim : model.claims) {
        if (claim.disposition != Disposition::held) continue;
        ++held;
        CHECK_FALSE(claim.causes.empty());
        bool const of_its_own = std::ranges::any_of(claim.findings, [](ReportFinding const& finding) {
          return finding.severity == Severity::error && !finding.applied;
        });
        // Or whose it is is uncertain after an error in another claim.
        CHECK((of_its_own || !claim.above.empty() || claim.held_for.find(" at 2400 ") != std::string::npos));
        CHECK(claim.above_left_out == 0);
      }
      CHECK(held == model.run.totals.of(Disposition::held).claims);
    }
  }
}

TEST_CASE("report model: fixes and warnings above the claims have a limit of their own") {
  std::string levels;
  for (int i = 1; i < 80; i += 2) {
    auto const billing = std::to_string(i);
    // A blank at the end of a name is removed.
    levels += "HL*" + billing + "**20*1~NM1*85*2*AGENCY *****XX*1234567893~" +
              subscriber(std::to_string(i + 1) + "*" + billing) + good("G" + billing);
  }
  auto const bytes = file_of(st() + levels + se(9999));
  Settings const settings;
  auto const all = model_of({bytes}, settings);
  auto const notes = static_cast<std::size_t>(std::ranges::count_if(all.above, is_note));
  REQUIRE(notes > 20);
  CHECK(all.notes_left_out == 0);
  auto const some = model_of({bytes}, settings, {.notes = 6000});
  auto const kept = static_cast<std::size_t>(std::ranges::count_if(some.above, is_note));
  CHECK(kept > 0);
  CHECK(kept + some.notes_left_out == notes);
  CHECK(some.causes.size() == all.causes.size());
}

TEST_CASE("report model: --minimum-necessary leaves names of patients out") {
  auto const bytes =
      file_of(st() + provider("1*") + "HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*THISTLE*JO****MI*M1~" +
              bad("H1") + se(11));
  auto settings = only_narratives();
  REQUIRE(model_of({bytes}, settings).claims.size() == 1);
  CHECK(model_of({bytes}, settings).claims[0].patient == "THISTLE, JO");
  settings.minimum_necessary = true;
  auto const model = model_of({bytes}, settings);
  CHECK(model.claims[0].patient.empty());
  CHECK(model.claims[0].rows[0].find("THISTLE") == std::string::npos);
}

// A level with its subscriber and payer, and their ZIP codes.
std::string party_level(std::string const& numbers, std::string const& zip, std::string const& payer_zip) {
  return subscriber(numbers) + "NM1*IL*1*DOE*JO****MI*M1~N4*SAMPLEVILLE*OH*" + zip +
         "~NM1*PR*2*PLAN*****PI*P1~N4*SAMPLEVILLE*OH*" + payer_zip + "~";
}

Settings zips_and_narratives() {
  Settings settings;
  std::vector<std::string> const words{"NAR001", "ENV", "COD007"};
  REQUIRE(settings.select(words).empty());
  return settings;
}

// A claim a line, with the errors above it that hold it and their worklist rows.
std::string above_in(ReportModel const& model) {
  std::string text;
  for (auto const& claim : model.claims) {
    text += fmt::format("{}:", claim.claim);
    for (auto const place : claim.above) {
      auto const& above = model.above[place];
      text += fmt::format(" {} {} {} {}", above.finding.rule->id, above.finding.loop, above.segment_number,
                          above.rows.size());
    }
    text += "\n";
  }
  return text;
}

TEST_CASE("report model: the same fault in two parties of a level is two causes, each with its row") {
  auto const model =
      model_of({file_of(st() + provider("1*") + party_level("2*1", "4399", "1234") + good("A1") + se(14))},
               zips_and_narratives());
  CHECK(causes_in(model) ==
        "COD007 above N403|PLAN P1: 1 100.00, frees 0\n"
        "COD007 above N403|DOE, JO: 1 100.00, frees 0\n");
  CHECK(above_in(model) == "A1: COD007 2010BA 8 1 COD007 2010BB 10 1\n");
}

TEST_CASE("report model: a claim has the errors above it beside its own, though others have the like") {
  auto const bytes = file_of(st() + provider("1*") + party_level("2*1", "4399", "43999") + bad("A1") +
                             party_level("3*1", "123", "43999") + bad("B1") + se(23));
  auto const model = model_of({bytes, bytes}, zips_and_narratives());
  CHECK(above_in(model) ==
        "A1: COD007 2010BA 8 1\nB1: COD007 2010BA 17 1\n"
        "A1: COD007 2010BA 8 1\nB1: COD007 2010BA 17 1\n");
  // One claim is held for each: they are put together.
  auto const one = model_of({bytes}, zips_and_narratives());
  CHECK(causes_in(one) == "COD007 each N403|: 2 200.00, frees 0\nNAR001 each SV101-7|: 2 200.00, frees 0\n");
  CHECK(one.causes[0].joined);
  CHECK(above_in(one) == "A1: COD007 2010BA 8 1\nB1: COD007 2010BA 17 1\n");
}

TEST_CASE("report model: of two levels that are alike, a claim has the errors of its own") {
  auto const model =
      model_of({file_of(st() + provider("1*") + party_level("2*1", "4399", "43999") + good("A1") +
                        party_level("3*1", "4399", "43999") + good("B1") + se(23))},
               zips_and_narratives());
  CHECK(causes_in(model) == "COD007 above N403|DOE, JO: 2 200.00, frees 2\n");
  CHECK(above_in(model) == "A1: COD007 2010BA 8 1\nB1: COD007 2010BA 17 1\n");
}

TEST_CASE("report model: claims of refused sets have the error at their own trailer") {
  auto const set = [](std::string const& id, std::string const& control) {
    return st(control) + provider("1*") + subscriber("2*1") + good(id) + se(10, "9999");
  };
  auto const model =
      model_of({isa() + gs() + set("A", "0001") + set("B", "0002") + ge(2) + iea(1)}, only_narratives());
  REQUIRE(model.claims.size() == 2);
  for (auto const& claim : model.claims) {
    CAPTURE(claim.claim);
    REQUIRE(claim.above.size() == 1);
    CHECK(model.above[claim.above[0]].set == (claim.claim == "A" ? "0001" : "0002"));
    CHECK(model.above[claim.above[0]].rows.size() == 1);
    CHECK(claim.above_left_out == 0);
  }
}

TEST_CASE("report model: a claim tells that errors above it are left out") {
  auto const model =
      model_of({file_of(st() + provider("1*") + party_level("2*1", "4399", "43999") + bad("A1") + se(14))},
               zips_and_narratives(), {.above = 10});
  REQUIRE(model.claims.size() == 1);
  CHECK(model.above_left_out == 1);
  CHECK(model.claims[0].above.empty());
  CHECK(model.claims[0].above_left_out == 1);
}

}  // namespace
}  // namespace scrub837::test::run_report_test
