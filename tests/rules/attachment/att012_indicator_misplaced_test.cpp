#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "tests/support/draws.hpp"
#include "tests/support/property.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test::att012_indicator_misplaced_test {
namespace {

std::string const service = "SV1*HC:99213*125*UN*1***1~";
std::string const date = "DTP*472*D8*20260914~";
std::string const one = "PWK*NN*EL***AC*ACN0001~";
std::string const two = "PWK*OZ*FX***AC*ACN0002~";
std::string const add = "NTE*ADD*DRESSING CHANGED~";
std::string const tpo = "NTE*TPO*PAID BY THE STATE~";
std::string const number = "REF*6R*LINE1~";
std::string const purchased = "PS1*1234567893*12~";
std::string const nurse = "NM1*82*1*DEMO*NURSE****XX*1234567893~PRV*PE*PXC*163W00000X~";
std::string const drug = "LIN**N4*01234567891~CTP****2*UN~";
std::string const paid = "SVD*PAYER02*5*HC:99213**1~DTP*573*D8*20260920~";
std::string const diagnosis = "HI*ABK:Z9181~";
std::string const other_payer =
    "SBR*S*18*******CI~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*DEMO0002~"
    "NM1*PR*2*OTHER PAYER*****PI*PAYER02~";

std::string claim(std::string const& body, std::string const& line = service + date) {
  return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~" + body + "LX*1~" + line;
}

TEST_CASE("ATT012: in the guide's order") {
  rule_test(
      "ATT012",
      {.valid =
           {
               service + one + two + date + number + add + tpo + purchased + nurse,
               service + tpo + add,
               "SV1*HC:E0130*125*UN*1***1~SV5*HC:E0130*DA*30*10**1~" + one +
                   "PWK*CT*AB~CR3*I*MO*99~CRC*09*N*ZV~" + date,
               claim("DTP*431*D8*20260901~" + one + two + "AMT*F5*5~REF*G1*A1~K3*X~" + add +
                     "CR1*LB*140*A*DH*12~CRC*07*Y*01~" + diagnosis + nurse),
               // What stands before its place is another matter: the rest comes late.
               service + add + date,
               service + one + "SV5*HC:E0130*DA*30*10**1~" + date,
               "LX*1~" + one + service + date,
               // Of the claim, of the next line, of no loop.
               claim(diagnosis, service + date + "LX*2~SV1*HC:99213*0*UN*1***1~" + one + date),
               service + "ZZZ*1~" + one + "YYY*1~" + date + "XXX*1~" + add,
           },
       .invalid = {
           {.segments = service + date + one, .at = "PWK", .fixed = service + one + date, .unsafe = true}}});
}

TEST_CASE("ATT012: at a line") {
  auto const moved = [](std::string const& from, std::string const& to, std::string const& at,
                        std::size_t times = 1) {
    return InvalidCase{
        .segments = service + from, .at = at, .times = times, .fixed = service + to, .unsafe = true};
  };
  // With the payer that decided the line.
  auto const decided = [](std::string const& from, std::string const& to, std::string const& at) {
    auto const payers = diagnosis + other_payer;
    return InvalidCase{.segments = claim(payers, service + from),
                       .at = at,
                       .fixed = claim(payers, service + to),
                       .unsafe = true};
  };
  rule_test("ATT012", {.valid = {service + one + date + add},
                       .invalid = {
                           moved(date + number + one, one + date + number, "PWK"),
                           moved("CRC*70*Y*65~" + date + one, one + "CRC*70*Y*65~" + date, "PWK"),
                           moved(date + purchased + add, date + add + purchased, "NTE"),
                           moved(date + "HCP*03*100*25~" + add, date + add + "HCP*03*100*25~", "NTE"),
                           // Behind child loops, which end where it stands.
                           moved(date + nurse + add, date + add + nurse, "NTE"),
                           moved(date + nurse + one, one + date + nurse, "PWK"),
                           decided(date + drug + nurse + paid + add, date + add + drug + nurse + paid, "NTE"),
                           decided(date + paid + one, one + date + paid, "PWK"),
                           // Several keep their order, and come behind those that stood right.
                           moved(one + date + two + "PWK*M1*AA~", one + two + "PWK*M1*AA~" + date, "PWK", 2),
                           moved(date + add + purchased + tpo, date + add + tpo + purchased, "NTE"),
                           moved(date + nurse + tpo + add, date + tpo + add + nurse, "NTE", 2),
                           moved(date + one + number + two + nurse + "PWK*M1*AA~",
                                 one + two + "PWK*M1*AA~" + date + number + nurse, "PWK", 3),
                           // The note is in the way of both; of the date USE007 speaks.
                           moved(add + one + date, one + date + add, "PWK"),
                           moved(date + "K3*X~" + add + "K3*Y~" + purchased + tpo,
                                 date + "K3*X~K3*Y~" + add + tpo + purchased, "NTE"),
                       }});
}

TEST_CASE("ATT012: at the claim") {
  auto const moved = [](std::string const& from, std::string const& to, std::string const& at,
                        std::size_t times = 1) {
    return InvalidCase{.segments = claim(from), .at = at, .times = times, .fixed = claim(to), .unsafe = true};
  };
  rule_test("ATT012",
            {.valid = {claim(one + add + diagnosis)},
             .invalid = {
                 moved(diagnosis + one, one + diagnosis, "PWK"),
                 moved(diagnosis + add, add + diagnosis, "NTE"),
                 moved("REF*G1*A1~" + one + diagnosis, one + "REF*G1*A1~" + diagnosis, "PWK"),
                 moved(diagnosis + nurse + one + two, one + two + diagnosis + nurse, "PWK", 2),
                 moved("DTP*431*D8*20260901~" + diagnosis + other_payer + one,
                       "DTP*431*D8*20260901~" + one + diagnosis + other_payer, "PWK"),
                 moved("REF*G1*A1~" + diagnosis + nurse + add, "REF*G1*A1~" + add + diagnosis + nurse, "NTE"),
                 // Loop by loop, in one go.
                 {.segments = claim(diagnosis + one, service + date + two),
                  .at = "PWK",
                  .times = 2,
                  .fixed = claim(one + diagnosis, service + two + date),
                  .unsafe = true},
             }});
}

TEST_CASE("ATT012: indicators and notes of one loop, in one go") {
  auto const late = service + date + number + purchased + nurse + add + one + tpo + two;
  auto const right = service + one + two + date + number + add + tpo + purchased + nurse;
  auto const scrubbed = scrub_text(file_with(late), with_unsafe_fixes());
  CHECK(difference(scrubbed.clean, file_with(right)) == "");
  CHECK(count_of(scrubbed, "ATT012") == 4);
  // With ATT003 after them more than there are passes, if they went in one by one.
  std::string many;
  for (int i = 1; i <= 9; ++i) many += "PWK*NN*EL***AC*ACN" + std::to_string(i) + "~";
  auto const ten = scrub_text(file_with(service + date + many + "PWK*NN*EL****ACN10~"), with_unsafe_fixes());
  CHECK(difference(ten.clean, file_with(service + many + "PWK*NN*EL***AC*ACN10~" + date)) == "");
}

// The segments of a file, those of one kind alone if it is given.
std::vector<std::string> segments_of(std::string const& file, std::string_view kind = {}) {
  std::vector<std::string> result;
  for (std::size_t from = 0, end = 0; (end = file.find('~', from)) != std::string::npos; from = end + 1) {
    auto segment = file.substr(from, end - from);
    segment.erase(0, segment.find_first_not_of("\r\n"));
    if (segment.starts_with(kind)) result.push_back(std::move(segment));
  }
  return result;
}

TEST_CASE("ATT012: from any order all come to their place, nothing is lost, and the rest stays as it is") {
  holds(300, [] {
    auto const any = [](std::vector<std::string> const& pool) {
      std::string text;
      auto const count = any_in({0, 9});
      for (int i = 0; i < count; ++i) text += any_element(pool);
      return text;
    };
    auto const at_claim = any(
        {one, two, add, diagnosis, nurse, other_payer, "REF*G1*A1~", "AMT*F5*5~", "ZZZ*1~", "PWK*M1*AA~"});
    auto const at_line = [&] {
      return any({one, two, add, tpo, date, number, purchased, nurse, drug, paid, "ZZZ*1~", "PWK*M1*AA~"});
    };
    auto const file = file_with(claim(at_claim, service + at_line() + "LX*2~" + service + at_line()));
    Settings alone = with_unsafe_fixes();
    std::vector<std::string> const words{"ATT012"};
    ensure(alone.select(words).empty());
    auto const mended = scrub_text(file, alone);
    ensure(mended.held.empty());
    auto const again = scrub_text(mended.clean, alone);
    ensure(again.findings.empty());
    ensure_equal(again.clean, mended.clean);
    for (auto const* const kind : {"PWK", "NTE"}) {
      auto before = segments_of(file, kind);
      auto after = segments_of(mended.clean, kind);
      std::sort(before.begin(), before.end());
      std::sort(after.begin(), after.end());
      ensure_equal(before, after);
    }
    auto before = segments_of(file);
    auto after = segments_of(mended.clean);
    auto const moves = [](std::string const& segment) {
      return segment.starts_with("PWK") || segment.starts_with("NTE");
    };
    std::erase_if(before, moves);
    std::erase_if(after, moves);
    ensure_equal(before, after);
  });
}

TEST_CASE("ATT012: what stands in front of it is named, and where it stood") {
  auto const scrubbed = scrub_text(file_with(service + date + nurse + add), with_unsafe_fixes());
  auto const found = found_of(scrubbed, "ATT012");
  CHECK(found.message.find("after NM1") != std::string::npos);
  CHECK(found.segment + "~" == add);
  CHECK(found.line_index == 1);
  CHECK(found.applied);
}

TEST_CASE("ATT012: what is mended after the move is told where the segment stood") {
  std::string const untidy = "PWK*NN*EL***AC*ACN  0001~";
  auto const both = scrub_text(file_with(service + date + untidy + untidy), with_unsafe_fixes());
  CHECK(difference(both.clean, file_with(service + "PWK*NN*EL***AC*ACN 0001~" + date)) == "");
  CHECK(found_of(both, "ATT010").segment == "PWK*NN*EL***AC*ACN  0001");
  CHECK(found_of(both, "ATT010").segment_number > found_of(both, "NAR007").segment_number);
}

TEST_CASE("ATT012: a moved segment takes its own line end and its folds along") {
  auto file = file_with(service + date + add + purchased + one);
  auto const put = [&](std::string const& after, std::string const& bytes) {
    file.insert(file.find(after) + after.size(), bytes);
  };
  put("ACN0001~", "\r");
  put("PWK*NN*EL", "\r\n");
  auto const settings = [] {
    auto result = with_unsafe_fixes();
    std::vector<std::string> const words{"ENV013"};
    REQUIRE(result.ignore(words).empty());
    return result;
  }();
  auto const scrubbed = scrub_text(file, settings);
  CHECK(scrubbed.clean.find("***1~\nPWK*NN*EL\r\n***AC*ACN0001~\r\nDTP*472") != std::string::npos);
  CHECK(scrubbed.clean.size() == file.size());
}

TEST_CASE("ATT012: in the claim that a cut file ends in nothing moves") {
  auto file = file_with(service + date + number + one);
  file.resize(file.find("ACN0001~") + 7);
  auto const scrubbed = scrub_text(file, with_unsafe_fixes());
  CHECK(count_of(scrubbed, "ATT012") == 1);
  CHECK(scrubbed.clean == "");
  CHECK(difference(scrubbed.held, file) == "");
}

TEST_CASE("ATT012 with NAR002: the note is copied and moved") {
  auto const late = "SV1*HC:99600*125*UN*1***1~" + one + date + nurse + add;
  auto const right = "SV1*HC:99600:::::DRESSING CHANGED*125*UN*1***1~" + one + date + add + nurse;
  auto const scrubbed = scrub_text(file_with(late), with_unsafe_fixes());
  CHECK(difference(scrubbed.clean, file_with(right)) == "");
  CHECK(found_of(scrubbed, "NAR002").applied);
  CHECK(found_of(scrubbed, "ATT012").applied);
  // Without --unsafe-fixes the note stays, and holds the claim as received.
  CHECK(difference(scrub_text(file_with(late)).held, file_with(late)) == "");
}

TEST_CASE("ATT012 with NAR007 and NAR002: tidied, copied, moved") {
  auto const late = "SV1*HC:99600*125*UN*1***1~" + one + date + purchased + "NTE*ADD* DRESSING  CHANGED~";
  auto const right = "SV1*HC:99600:::::DRESSING CHANGED*125*UN*1***1~" + one + date + add + purchased;
  auto const scrubbed = scrub_text(file_with(late), with_unsafe_fixes());
  CHECK(difference(scrubbed.clean, file_with(right)) == "");
  CHECK(scrubbed.rules() == "NAR007 ATT012 NAR002");
}

TEST_CASE("ATT012 with NAR008: notes that are joined into one in its place need no move") {
  auto const late = service + date + add + nurse + "NTE*ADD*45 MINUTES~";
  auto const right = service + date + "NTE*ADD*DRESSING CHANGED 45 MINUTES~" + nurse;
  CHECK(difference(scrub_text(file_with(late)).clean, file_with(right)) == "");
  // The first is late: joined there, then moved.
  auto const both = service + date + nurse + add + "NTE*ADD*45 MINUTES~";
  CHECK(difference(scrub_text(file_with(both), with_unsafe_fixes()).clean, file_with(right)) == "");
}

TEST_CASE("ATT012 with ATT003: moved, then completed") {
  auto const scrubbed =
      scrub_text(file_with(service + date + nurse + "PWK*NN*EL****ACN0001~"), with_unsafe_fixes());
  CHECK(difference(scrubbed.clean, file_with(service + one + date + nurse)) == "");
}

TEST_CASE("ATT012: on a claim that another error holds nothing moves") {
  auto const file = file_with(service + date + "PWK*NN*EL~");
  auto const scrubbed = scrub_text(file, with_unsafe_fixes());
  CHECK(difference(scrubbed.held, file) == "");
  CHECK_FALSE(found_of(scrubbed, "ATT012").applied);
}

}  // namespace
}  // namespace scrub837::test::att012_indicator_misplaced_test
