#include <doctest/doctest.h>

#include <map>

#include "tests/support/text_diff.hpp"
#include "tests/worklist/rerun_rounds.hpp"

// The faults that front ends refuse most: a person types what is wrong or missing, and all claims go out.
namespace scrub837::test::typed_faults_test {
namespace {

using State = RowResult::State;

// What is right, or what a file has in its place.
struct Values {
  std::string npi = "1234567893", member = "MI*DEMO0001", birth = "19500101", pointer = "1",
              address = "RICHMOND*VA*23219", child_birth = "20150101";
};

// A provider with forty claims of one subscriber, a second subscriber, and a dependent of a third.
std::string body(Values const& values) {
  auto const line = "SV1*HC:99213*125*UN*1***1~";
  auto const subscriber = [&](std::string const& level, std::string const& children, std::string const& sbr,
                              std::string const& member, std::string const& people) {
    return "HL*" + level + "*1*22*" + children + "~" + sbr + "~NM1*IL*1*DOE*JANE****" + member + "~" +
           people + "NM1*PR*2*DEMO PAYER*****PI*PAYER01~";
  };
  std::string const street = "N3*2 DEMO ST~N4*RICHMOND*VA*23219~";
  auto text = "HL*1**20*1~NM1*85*2*DEMO HOME CARE*****XX*" + values.npi +
              "~N3*1 DEMO ST~N4*RICHMOND*VA*232190000~REF*EI*123456789~";
  text += subscriber("2", "0", "SBR*P*18*******CI", "MI*DEMO0009", street + "DMG*D8*19400101*F~");
  for (int i = 1; i <= 40; ++i)
    text += claim_with("A" + std::to_string(i), "SV1*HC:99213*" + std::to_string(100 + i) + "*UN*1***1~");
  text += subscriber("3", "0", "SBR*P*18*******CI", values.member,
                     "N3*2 DEMO ST~N4*" + values.address + "~DMG*D8*" + values.birth + "*F~");
  text += claim_with("B1", "SV1*HC:99213*125*UN*1***" + values.pointer + "~");
  text += subscriber("4", "1", "SBR*P********CI", "MI*DEMO0004", "");
  text += "HL*5*4*23*0~PAT*19~NM1*QC*1*DOE*JIM~" + street + "DMG*D8*" + values.child_birth + "*M~" +
          claim_with("C1", line);
  return text;
}

using Typed = std::map<std::string, std::string>;  // by loop and element

Round round_of(Typed const& typed, std::string const& received) {
  Round round;
  round.first = scrub_text(received);
  WorklistSupplies supplies(filled(round.first, [&](FilledRow& row) {
    for (auto const& asked : round.first.rows) {
      auto const found = typed.find(asked.loop + " " + asked.element);
      if (asked.key == row.key && found != typed.end()) row.value = found->second;
    }
  }));
  round.second = rerun_text(round.first.held, supplies, 500, {});
  round.results = supplies.results();
  CHECK(round.second.outcome.totals.balanced());
  return round;
}

TEST_CASE("value: the NPI of the billing provider is one row for all of its claims") {
  Values wrong;
  wrong.npi = "1234567890";
  auto const round = round_of({{"2010AA NM109", "1234567893"}}, file_with(body(wrong)));
  CHECK(round.first.rows.size() == 1);
  CHECK(round.first.claims(Disposition::held) == 42);
  CHECK(difference(round.second.clean, sent(body({}))) == "");
}

TEST_CASE("value: member id, birth dates, pointer, address: each is asked for once, and its claim goes out") {
  struct Case {
    std::string name;
    Values received;
    Typed typed;
    std::size_t held = 1;
  };
  Values no_member, old_birth, no_birth, no_child_birth, no_pointer, wrong_pointer, no_state, no_zip, bare;
  no_member.member = "";
  no_birth.birth = "";
  old_birth.birth = "19500231";
  no_child_birth.child_birth = "";
  no_pointer.pointer = "";
  wrong_pointer.pointer = "4";
  no_state.address = "RICHMOND**23219";
  no_zip.address = "RICHMOND*VA";
  bare.address = "RICHMOND";
  for (auto const& one : std::vector<Case>{
           {"no member id, and no qualifier", no_member, {{"2010BA NM109", "DEMO0001"}}},
           {"no birth date", no_birth, {{"2010BA DMG02", "01/01/1950"}}},
           {"a day that doesn't exist", old_birth, {{"2010BA DMG02", "1950-01-01"}}},
           {"no birth date of a dependent", no_child_birth, {{"2010CA DMG02", "1/1/2015"}}},
           {"no pointer", no_pointer, {{"2400 SV107", "1"}}},
           {"a pointer to nothing", wrong_pointer, {{"2400 SV107", "A"}}},
           {"no state", no_state, {{"2010BA N402", "va"}}},
           {"no ZIP", no_zip, {{"2010BA N403", "23219"}}},
           {"neither state nor ZIP", bare, {{"2010BA N402", "VA"}, {"2010BA N403", "23219"}}},
       }) {
    CAPTURE(one.name);
    auto const round = round_of(one.typed, file_with(body(one.received)));
    CHECK(round.first.claims(Disposition::held) == one.held);
    CHECK(round.first.rows.size() == one.typed.size());
    CHECK(round.second.held.empty());
    CHECK(round.second.rules() == "");
    CHECK(round.second.claims(Disposition::held) == 0);
    for (auto const& result : round.results) CHECK(result.state == State::applied);
    // What goes out is what a right file has of those claims.
    auto const right = scrub_text(file_with(body({})));
    REQUIRE(right.rules() == "");
    auto const id = one.typed.begin()->first.starts_with("2010CA") ? "C1" : "B1";
    auto const begin = right.clean.find(std::string("CLM*") + id + "*");
    auto const end = std::min(right.clean.find("HL*", begin), right.clean.find("SE*", begin));
    CHECK(round.second.clean.find(right.clean.substr(begin, end - begin)) != std::string::npos);
  }
}

TEST_CASE("value: all of these faults in one file, typed in one worklist: all 42 claims go out") {
  Values wrong;
  wrong.npi = "1234567890";
  wrong.member = "";
  wrong.birth = "";
  wrong.pointer = "3";
  wrong.address = "RICHMOND";
  wrong.child_birth = "20150229";
  auto const received = file_with(body(wrong));
  Typed const typed{{"2010AA NM109", "1234567893"}, {"2010BA NM109", "DEMO0001"},
                    {"2010BA DMG02", "01/01/1950"}, {"2010BA N402", "VA"},
                    {"2010BA N403", "23219"},       {"2400 SV107", "1"},
                    {"2010CA DMG02", "01/01/2015"}};
  auto const round = round_of(typed, received);
  CHECK(round.first.claims(Disposition::held) == 42);
  CHECK(round.first.rows.size() == typed.size());
  CHECK(round.second.held.empty());
  CHECK(difference(round.second.clean, sent(body({}))) == "");
  for (auto const& result : round.results) CHECK(result.state == State::applied);
}

}  // namespace
}  // namespace scrub837::test::typed_faults_test
