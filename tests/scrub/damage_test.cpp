#include <doctest/doctest.h>

#include "tests/scrub/short_files.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"
#include "tests/support/structure.hpp"

// Damage that hides claims, or the place where they stand: none goes out unjudged, and no byte is lost.

namespace scrub837::test::damage_test {
namespace {

std::string one_set(std::string const& content, int segments) {
  return st() + provider("1*") + subscriber("2*1") + content + se(segments);
}

TEST_CASE("damage: claims behind an interchange that lost their ISA are judged and held") {
  auto const whole = file_of(one_set(good("G1"), 10));
  auto const second = gs() + one_set(good("G2") + bad("H1"), 13) + ge(1) + iea(1);
  for (std::string const lost : {"", "\r\n", "IS*00*lost~", "see the next file: "}) {
    CAPTURE(lost);
    auto const out = split_text(whole + lost + second);
    CHECK(out.outcome.status == Status::refused);
    CHECK(out.outcome.totals.in.claims == 3);
    // Line ends belong to the segment before them; what is left of an ISA is held with its claims.
    auto const after = lost == "\r\n" ? lost : std::string();
    CHECK(out.clean == whole + after);
    CHECK(after + out.held == lost + second);
    CHECK(scrub_text(whole + lost + second, only_narratives(), 64).rules() == out.rules());
  }
}

TEST_CASE("damage: claims below an ST that names another transaction are judged and held") {
  auto const input = file_of(replaced(one_set(good("G1"), 10), "ST*837*", "ST*835*"));
  auto const out = split_text(input);
  CHECK(out.outcome.totals.in.claims == 1);
  CHECK(out.claims(Disposition::held) == 1);
  CHECK(out.clean == "");
  CHECK(out.held == input);
  CHECK(count_of(out, "SCR004") == 1);
  // Institutional lines are not ours, wherever they are.
  auto const other = replaced(input, "SV1*HC:99213*100*UN*1***1", "SV2*0300*HC:99213*100*UN*1");
  CHECK(split_text(other).clean == other);
}

TEST_CASE("damage: claims behind an IEA that came too early are judged and held") {
  auto const input = isa() + gs() + st() + provider("1*") + subscriber("2*1") + good("G1") + iea(1) +
                     good("G2") + subscriber("3*1") + good("G3") + se(15) + ge(1) + iea(1);
  auto const out = split_text(input);
  CHECK(out.outcome.totals.in.claims == 3);
  CHECK(out.claims(Disposition::held) == 3);
  CHECK(out.clean == "");
  CHECK(out.held == input);
}

TEST_CASE("damage: a header or trailer in the midst of a claim sends no half of it") {
  auto const claim = good("G1");
  auto const half = claim.find("LX*1");
  for (auto const& stray : {st("0009"), gs(), isa(), se(5), ge(1), iea(1)}) {
    CAPTURE(stray);
    auto const input = file_of(one_set(claim.substr(0, half) + stray + claim.substr(half) + good("G2"), 13));
    for (auto const& settings : {Settings{}, with_unsafe_fixes()}) {
      auto const out = scrub_text(input, settings);
      CHECK(out.outcome.totals.in.claims == 2);
      CHECK(out.claims(Disposition::held) + out.claims(Disposition::clean) + out.claims(Disposition::fixed) ==
            2);
      CHECK(out.clean.find("SV1*") == std::string::npos);
    }
  }
}

TEST_CASE("damage: what is refused without a claim in it is not sent, and the run says so") {
  auto const whole = file_of(one_set(good("G1"), 10));
  for (std::string const torso :
       {"GS*HC*A*B*20260914*1200*1*X*005010X222A1~", "ST*837*0001*005010X222A1~", ""}) {
    CAPTURE(torso);
    auto const out = split_text(whole + isa() + torso);
    CHECK(out.clean == whole);
    CHECK(out.held == isa() + torso);
    CHECK(out.outcome.status == Status::refused);
    CHECK(out.outcome.totals.withheld);
    Settings never = only_narratives();
    never.hold = Hold::never;
    CHECK(scrub_text(whole + isa() + torso, never).clean == whole);
    CHECK(scrub_text(whole + isa() + torso, never).held == isa() + torso);
  }
}

TEST_CASE("damage: a file that is cut anywhere is never said to be all right") {
  auto const whole = file_of(one_set(good("G1") + bad("H1"), 13));
  // Without the terminator of IEA alone nothing is lost.
  for (std::size_t size = 1; size + 1 < whole.size(); ++size) {
    CAPTURE(whole.substr(0, size));
    auto const out = split_text(whole.substr(0, size));
    CHECK(out.clean == "");
    CHECK(out.outcome.status != Status::ok);
    CHECK(out.outcome.status != Status::held);
  }
}

TEST_CASE("damage: an interchange of acknowledgments alone is no 837P, and left alone") {
  auto const whole = file_of(one_set(good("G1"), 10));
  auto const ta1 = isa() + "TA1*000000009*260913*1200*A*000~IEA*7*000000009~";
  auto const out = split_text(ta1 + whole);
  CHECK(out.clean == ta1 + whole);
  CHECK(out.rules() == "");
  // Beside an 837P it keeps its place, and the trailers are judged.
  auto mixed = whole;
  mixed.insert(mixed.find("GS*"), "TA1*000000009*260913*1200*A*000~");
  CHECK(split_text(mixed).clean == mixed);
  CHECK(scrub_text(mixed.substr(0, mixed.find("IEA*"))).outcome.status == Status::refused);
}

TEST_CASE("damage: a group whose set lost its ST is held as received") {
  auto set = one_set(good("G1"), 10);
  auto const input = file_of(set.substr(set.find("BHT")));
  CHECK(split_text(input).held == input);
  CHECK(split_text(input).clean == "");
}

TEST_CASE("damage: another kind of transaction without its ISA stays whole and in the clean file") {
  auto const whole = file_of(one_set(good("G1"), 10));
  auto const orphan =
      "GS*HS*A*B*20260914*1200*2*X*005010X279A1~ST*270*0001*005010X279A1~BHT*0022*13*1*20260914*1200~"
      "HL*1**20*1~NM1*PR*2*X*****PI*1~HL*2*1*22*0~SE*6*0001~GE*1*2~IEA*1*000000001~";
  auto const out = split_text(whole + orphan);
  CHECK(out.clean == whole + orphan);
  CHECK(out.held == "");
  CHECK(out.outcome.status == Status::ok);
}

TEST_CASE("damage: levels with an error of their own are numbered under the right parent when held") {
  auto const with = [](std::string const& claim, std::string const& last) {
    return st() + provider("1*") + claim + last;
  };
  auto const input = with(subscriber("2*1") + good("G1"), subscriber("3*1", 1) + "ZZZ*1~" + dependent("4*3") +
                                                              "ZZZ*1~" + good("G2") + se(17));
  auto const out = split_text(file_of(input));
  CHECK(out.held == file_of(with("", subscriber("2*1", 1) + "ZZZ*1~" + dependent("3*2") + "ZZZ*1~" +
                                         good("G2") + se(14))));
}

// Whose claims those are that follow a lost HL is a guess, and it may be another patient.
TEST_CASE("damage: what stands below a level that can't be placed is held, whatever is read again") {
  auto const sub2 = subscriber("2*1") + good("G1");
  struct Case {
    std::string rest, held;
    std::string clean = {};
  };
  std::vector<Case> const cases{
      // HL03 is wrong: what names that level is below it.
      {"HL*3*1*24*1~SBR*P~" + good("B1") + dependent("4*3") + good("B2"),
       subscriber("2*1") + "HL*3*1*24*1~SBR*P~" + good("B1") + dependent("4*3") + good("B2"), sub2},
      // HL01 skips the number that HL02 names: that level was lost, and its siblings name it too.
      {dependent("4*3") + good("B1") + dependent("5*3") + good("B2"),
       subscriber("2*1") + dependent("4*3") + good("B1") + dependent("5*3") + good("B2"), sub2},
      {subscriber("4*3", 1) + dependent("5*4") + good("B1"),
       subscriber("4*3", 1) + dependent("5*4") + good("B1"), sub2},
  };
  for (auto const& one : cases) {
    CAPTURE(one.rest);
    auto const with = [](std::string const& content) {
      auto const segments = std::count(content.begin(), content.end(), '~');
      return file_of(st() + provider("1*") + content + se(static_cast<int>(segments) + 5));
    };
    for (std::size_t const block_size : {64U, 1U << 20U}) {
      auto const out = scrub_text(with(sub2 + one.rest), only_narratives(), block_size);
      CHECK(out.clean == with(one.clean));
      CHECK(out.held == with(one.held));
      CHECK(scrub_text(out.held, with_unsafe_fixes()).held == out.held);
    }
  }
}

TEST_CASE("damage: a subscriber without its HL leaves the claims that follow in doubt") {
  auto const lost = "SBR*P*18*******CI~NM1*IL*1*DOE*JO****MI*M2~DMG*D8*19500101*F~";
  auto const input = file_of(st() + provider("1*") + subscriber("2*1") + good("G0") + good("G1") + lost +
                             good("B1") + subscriber("4*1") + good("G2") + se(25));
  auto const out = split_text(input);
  CHECK(out.outcome.totals.in.claims == 4);
  CHECK(out.clean.find("B1") == std::string::npos);
  CHECK(out.clean.find("G1") == std::string::npos);
  CHECK(out.claims(Disposition::held) == 2);
  // Another payer of the claim stands before its lines.
  auto const other_payer =
      "CLM*G3*100***12:B:1*Y*A*Y*Y~SBR*S*18*******CI~NM1*IL*1*DOE*JO****MI*M2~LX*1~"
      "SV1*HC:99213*100*UN*1***1~";
  CHECK(split_text(file_of(st() + provider("1*") + subscriber("2*1") + other_payer + good("G1") + se(15)))
            .held.empty());
}

TEST_CASE("damage: text behind what is held is no clean file of its own") {
  auto const refused = file_of(one_set(good("G1"), 9));  // SE01 is one short, and the IEA is not the ISA's
  auto const other = refused.substr(0, refused.rfind("IEA")) + "IEA*1*7~";
  auto const out = split_text(other + "\n000101~\n");
  CHECK(out.clean.empty());
  CHECK(out.held == other + "\n000101~\n");
}

TEST_CASE("damage: data of a stated length in a claim may have run over a level") {
  std::string const hidden = subscriber("3*1");
  for (auto const& data : {"BIN*" + std::to_string(hidden.size()) + "*" + hidden + "~",
                           "BDS*ASC*" + std::to_string(hidden.size()) + "*" + hidden + "~"}) {
    CAPTURE(data);
    auto const out = split_text(file_of(st() + provider("1*") + subscriber("2*1") + good("G0") + good("G1") +
                                        data + good("B1") + subscriber("4*1") + good("G2") + se(25)));
    CHECK(out.outcome.totals.in.claims == 4);
    CHECK(out.clean.find("G0") != std::string::npos);
    CHECK(out.clean.find("G1") == std::string::npos);
    CHECK(out.clean.find("B1") == std::string::npos);
    CHECK(out.held.find(data) != std::string::npos);
    CHECK(out.held.find("B1") != std::string::npos);
  }
}

TEST_CASE("damage: text behind an interchange that only looks like a set is text") {
  auto const whole = file_of(one_set(good("G1"), 10));
  std::string const text = "ST 837 is what was sent, HL7 is not; TEST*837*1~ and GS*XX*1~";
  auto const out = split_text(whole + text);
  CHECK(out.outcome.totals.in.claims == 1);
  CHECK(out.clean == whole + text);
}

TEST_CASE("damage: a set without its group is held as received") {
  auto const input = isa() + one_set(good("G1"), 10) + iea(0);
  auto const out = split_text(input);
  CHECK(out.rules() == "SCR004");
  CHECK(out.outcome.status == Status::refused);
  CHECK(out.clean == "");
  CHECK(out.held == input);
}

TEST_CASE("damage: a level whose CLM can't be recognized is held, and its neighbors go out") {
  auto damaged = good("LOST");
  damaged[2] = 'N';  // CLN
  auto const input = file_of(st() + provider("1*") + subscriber("2*1") + good("G1") + subscriber("3*1") +
                             damaged + subscriber("4*1") + good("G2") + se(20));
  auto const out = split_text(input);
  CHECK(out.outcome.status == Status::held);
  CHECK(out.outcome.totals.in.claims == 2);
  CHECK(out.clean == file_of(st() + provider("1*") + subscriber("2*1") + good("G1") + subscriber("3*1") +
                             good("G2") + se(15)));
  CHECK(out.held == file_of(st() + provider("1*") + subscriber("2*1") + damaged + se(10)));

  auto const with_held = file_of(st() + provider("1*") + subscriber("2*1") + bad("H1") + subscriber("3*1") +
                                 damaged + subscriber("4*1") + good("G2") + se(20));
  CHECK(split_text(with_held).held.find("LOST") != std::string::npos);

  auto const alone = file_of(st() + provider("1*") + subscriber("2*1") + damaged + se(10));
  CHECK(split_text(alone).clean == "");
  CHECK(split_text(alone).held == alone);
}

TEST_CASE("damage: a stray segment between sets refuses its group, claims before it too") {
  auto const set = one_set(good("G1"), 10);
  for (std::string const stray : {"SE*9*0001~", "ZZZ*1~", "TA1*1~"}) {
    CAPTURE(stray);
    auto const input = file_of(set + stray);
    auto const out = split_text(input);
    CHECK(out.outcome.status == Status::refused);
    CHECK(out.clean == "");
    CHECK(out.held == input);
    CHECK(scrub_text(input, only_narratives({"ENV009", "ENV010"})).clean == input);
  }
}

TEST_CASE("damage: what a cut file ends in is held as received; added trailers are in the clean file alone") {
  auto const whole = file_of(one_set(good("G1") + good("G2"), 13));
  auto const cut = whole.substr(0, whole.find("G2") + 12);
  auto settings = only_narratives();
  settings.unsafe_fixes = true;
  auto const out = scrub_text(cut, settings);
  CHECK(out.claims(Disposition::held) == 1);
  auto const alone = file_of(one_set("CLM*G2*100***12:~", 8));
  CHECK(out.held == alone.substr(0, alone.find("~SE*")));
  CHECK(out.clean == file_of(one_set(good("G1"), 10)));
  CHECK(read_structure(out.clean).all_faults() == "");
}

}  // namespace
}  // namespace scrub837::test::damage_test
