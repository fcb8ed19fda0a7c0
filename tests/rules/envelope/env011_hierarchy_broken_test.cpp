#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::env011_hierarchy_broken_test {
namespace {

std::string const good = "SV1*HC:99213*125*UN*1***1~";
std::string const undescribed = "SV1*HC:99600*125*UN*1***1~";

// Levels with what belongs to them: a provider, a subscriber, a patient of theirs.
std::string provider(std::string const& hl) {
  return "HL*" + hl +
         "~NM1*85*2*DEMO HOME CARE*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*VA*232190000~"
         "REF*EI*123456789~";
}
// SBR02 is empty where only patients have claims.
std::string subscriber(std::string const& hl, std::string const& relationship = "18") {
  return "HL*" + hl + "~SBR*P*" + relationship +
         "*******CI~NM1*IL*1*DOE*JANE****MI*DEMO0001~N3*2 DEMO ST~N4*RICHMOND*VA*23219~DMG*D8*19500101*F~"
         "NM1*PR*2*DEMO PAYER*****PI*PAYER01~";
}
std::string patient(std::string const& hl) {
  return "HL*" + hl + "~PAT*19~NM1*QC*1*DOE*JOE~N3*2 DEMO ST~N4*RICHMOND*VA*232190000~DMG*D8*20150101*M~";
}
std::string claim(std::string const& id) { return claim_with(id, good); }
std::string held(std::string const& id) { return claim_with(id, undescribed); }

TEST_CASE("ENV011 hierarchy-broken") {
  auto const family = [](std::string const& p, std::string const& s, std::string const& c,
                         std::string const& t) {
    return provider(p) + subscriber(s, "") + patient(c) + claim("A") + subscriber(t) + claim("B");
  };
  auto const right = family("1**20*1", "2*1*22*1", "3*2*23*0", "4*1*22*0");
  rule_test(
      "ENV011",
      {.valid =
           {
               "HL*2*1*22*0~",
               right,
               // Numbers compare as numbers.
               "HL*01**20*1~",
               family("01**20*1", "02*01*22*1", "03*02*23*0", "04*1*22*0"),
               // Two providers.
               provider("1**20*1") + subscriber("2*1*22*0") + claim("A") + provider("3**20*1") +
                   subscriber("4*3*22*0") + claim("B"),
               // A subscriber with claims of their own and a patient's.
               provider("1**20*1") + subscriber("2*1*22*1") + claim("A") + patient("3*2*23*0") + claim("B"),
           },
       .invalid = {
           {.segments = "HL*7*1*22*0~", .at = "HL01", .fixed = "HL*2*1*22*0~"},
           {.segments = "HL**1*22*0~", .at = "HL01", .fixed = "HL*2*1*22*0~"},
           {.segments = "HL*A*1*22*0~", .at = "HL01", .fixed = "HL*2*1*22*0~"},
           {.segments = "HL*2**22*0~", .at = "HL02", .fixed = "HL*2*1*22*0~"},
           {.segments = "HL*2*9*22*0~", .at = "HL02", .fixed = "HL*2*1*22*0~"},
           {.segments = "HL*2*2*22*0~", .at = "HL02", .fixed = "HL*2*1*22*0~"},
           {.segments = "HL*2*1*22*1~", .at = "HL04", .fixed = "HL*2*1*22*0~"},
           {.segments = "HL*2*1*22*~", .at = "HL04", .fixed = "HL*2*1*22*0~"},
           {.segments = "HL*2*1*22~", .at = "HL04", .fixed = "HL*2*1*22*0~"},
           {.segments = "HL*2*1*22*9~", .at = "HL04", .fixed = "HL*2*1*22*0~"},
           {.segments = "HL*1**20*0~", .at = "HL04", .fixed = "HL*1**20*1~"},
           {.segments = "HL*1**20~", .at = "HL04", .fixed = "HL*1**20*1~"},
           {.segments = "HL*1*9*20*1~", .at = "HL02", .fixed = "HL*1**20*1~"},
           // Numbered in tens, each naming its parent by that: the nesting is plain.
           {.segments = family("10**20*1", "20*10*22*1", "30*20*23*0", "40*10*22*0"),
            .at = "HL01",
            .times = 4,
            .fixed = right},
           // All after a missing one, which is one fault.
           {.segments = family("1**20*1", "3*1*22*1", "4*3*23*0", "5*1*22*0"), .at = "HL01", .fixed = right},
           {.segments = family("5**20*1", "6*5*22*1", "7*6*23*0", "8*5*22*0"), .at = "HL01", .fixed = right},
           // One that is wrong among those that are right.
           {.segments = family("1**20*1", "9*1*22*1", "3*9*23*0", "4*1*22*0"), .at = "HL01", .fixed = right},
           {.segments = family("1**20*1", "*1*22*1", "3*2*23*0", "4*1*22*0"), .at = "HL01", .fixed = right},
           // Those below name it by the number that it should have.
           {.segments = family("1**20*1", "9*1*22*1", "3*2*23*0", "4*1*22*0"), .at = "HL01", .fixed = right},
           {.segments = family("2**20*1", "2*1*22*1", "3*2*23*0", "4*1*22*0"), .at = "HL01", .fixed = right},
           // A number that HL01 seems to skip, and that comes later.
           {.segments = provider("1**20*1") + subscriber("9*1*22*0") + claim("A") + provider("3**20*1") +
                        subscriber("4*3*22*0") + claim("B"),
            .at = "HL01",
            .fixed = provider("1**20*1") + subscriber("2*1*22*0") + claim("A") + provider("3**20*1") +
                     subscriber("4*3*22*0") + claim("B")},
           // Told twice, and behind it they go on.
           {.segments = family("1**20*1", "2*1*22*1", "2*2*23*0", "3*1*22*0"), .at = "HL01", .fixed = right},
           {.segments = family("1**20*1", "2*1*22*1", "3*1*23*0", "4*1*22*0"), .at = "HL02", .fixed = right},
           {.segments = family("1**20*1", "2*1*22*0", "3*2*23*0", "4*1*22*0"), .at = "HL04", .fixed = right},
           {.segments = family("1**20*1", "2*1*22*1", "3*2*23*0", "4*1*22*1"), .at = "HL04", .fixed = right},
           // Every set begins at 1.
           {.segments = interchange_with(group_with(
                set_with("0001") + replaced(replaced(set_with("0002", claim("B")), "HL*1**", "HL*3**"),
                                            "HL*2*1*", "HL*4*3*"),
                "1", "2")),
            .at = "HL01",
            .fixed = interchange_with(group_with(set_with("0001") + set_with("0002", claim("B")), "1", "2"))},
       }});
}

TEST_CASE("ENV011: a fix above the claims leaves them clean") {
  auto const scrubbed = scrub_text(file_with("HL*7*1*22*0~"));
  auto const found = found_of(scrubbed, "ENV011");
  CHECK(found.applied);
  CHECK(found.fix == Applicability::safe);
  CHECK(found.claim_index == 0);
  CHECK(found.after == "HL*2*1*22*0");
  CHECK(found.loop == "2000B");
  CHECK(scrubbed.claims(Disposition::clean) == 1);
  CHECK(scrubbed.rows.empty());
}

TEST_CASE("ENV011: HL02 that names another level which could be the parent holds the claims below") {
  auto const before = provider("1**20*1") + subscriber("2*1*22*0") + claim("A");
  auto const patient_of_the_other =
      before + subscriber("3*1*22*1") + claim("B") + patient("4*2*23*0") + claim("C");
  auto const scrubbed = scrub_text(file_with(patient_of_the_other));
  auto const found = found_of(scrubbed, "ENV011");
  CHECK(found.element == "HL02");
  CHECK_FALSE(found.applied);
  CHECK(found.fix == Applicability::none);
  CHECK(difference(scrubbed.clean, file_with(before + subscriber("3*1*22*0") + claim("B"))) == "");
  CHECK(scrubbed.claims(Disposition::clean) == 2);
  CHECK(scrubbed.claims(Disposition::held) == 1);
  CHECK(scrubbed.rows.size() == 1);
  CHECK(scrubbed.rows[0].claim_index == 0);

  auto const provider_of_the_other = provider("1**20*1") + subscriber("2*1*22*0") + claim("A") +
                                     provider("3**20*1") + subscriber("4*1*22*0") + claim("B");
  auto const second = scrub_text(file_with(provider_of_the_other));
  CHECK(found_of(second, "ENV011").element == "HL02");
  CHECK(difference(second.clean, file_with(before)) == "");
  CHECK(second.claims(Disposition::held) == 1);
}

TEST_CASE("ENV011: what it says is so") {
  auto const said = [](std::string const& hl) {
    return found_of(scrub_text(file_with(hl)), "ENV011").message;
  };
  CHECK(said("HL*7*1*22*0~") ==
        "HL01 is 7; this is level 2 of the transaction set. HL segments that are counted on from it are "
        "renumbered, too.");
  CHECK(said("HL*2*1*22*1~") == "HL04 is 1, but there is no level below: it becomes 0.");
  CHECK(said("HL*2*1*22~") == "HL04 is blank, but there is no level below: it becomes 0.");
  CHECK(said("HL*1**20*0~") == "HL04 is 0, but there is a level below: it becomes 1.");
}

TEST_CASE("ENV011: it says which parent is changed") {
  auto const found = found_of(scrub_text(file_with("HL*2*9*22*0~")), "ENV011");
  CHECK(found.message == "HL02 is 9, but this HL follows the billing provider level (2000A) with HL01 1.");
  CHECK(found.after == "HL*2*1*22*0");
}

TEST_CASE("ENV011: a parent that could be another one is not guessed, however the levels are numbered") {
  auto const scrubbed =
      scrub_text(file_with(provider("10**20*1") + subscriber("20*10*22*0") + claim("A") +
                           subscriber("30*10*22*1") + claim("B") + patient("40*20*23*0") + claim("C")));
  CHECK(scrubbed.claims(Disposition::held) == 1);
  CHECK(scrubbed.held.find("CLM*C*") != std::string::npos);
}

TEST_CASE("ENV011: a lost level is one finding, however many name it") {
  auto const family = subscriber("2*1*22*1", "") + patient("3*2*23*0") + claim("A") + patient("4*2*23*0") +
                      claim("B") + patient("5*2*23*0") + claim("C");
  auto const with_lost = [&](std::string const& lost) {
    return scrub_text(file_with(replaced(provider("1**20*1") + family, lost, "")));
  };
  auto const subscriber_lost = with_lost(subscriber("2*1*22*1", ""));
  CHECK(count_of(subscriber_lost, "ENV011") == 1);
  CHECK(found_of(subscriber_lost, "ENV011").message == "There is no subscriber level (2000B) above this HL.");
  CHECK(subscriber_lost.claims(Disposition::held) == 3);
  CHECK(subscriber_lost.rows.size() == 1);
  auto const provider_lost = with_lost(provider("1**20*1"));
  CHECK(count_of(provider_lost, "ENV011") == 1);
  CHECK(provider_lost.claims(Disposition::held) == 3);

  // Where HL01 skips its number, those that name it are held, and the others are not.
  auto const skipped = scrub_text(file_with(provider("1**20*1") + subscriber("2*1*22*0") + claim("X") +
                                            patient("4*3*23*0") + claim("A") + patient("5*3*23*0") +
                                            claim("B") + subscriber("6*1*22*0") + claim("Y")));
  CHECK(count_of(skipped, "ENV011") == 1);
  CHECK(skipped.claims(Disposition::held) == 2);
}

TEST_CASE("ENV011: an HL that was lost in a claim is named there, and its number is not missed again") {
  auto const other = subscriber("3*1*22*0");
  auto const lost = other.substr(other.find('~') + 1);
  auto const scrubbed =
      scrub_text(file_with(provider("1**20*1") + subscriber("2*1*22*0") + claim("A") + lost + claim("B") +
                           subscriber("4*1*22*0") + claim("C") + subscriber("5*1*22*0") + claim("D")));
  CHECK(count_of(scrubbed, "ENV010") == 1);
  CHECK(count_of(scrubbed, "ENV011") == 0);
  CHECK(scrubbed.claims(Disposition::clean) == 2);
}

TEST_CASE("ENV011: a level without the one above holds its claims") {
  auto const file = file_with(provider("1**20*1") + patient("2*1*23*0") + claim("A"));
  auto const scrubbed = scrub_text(file);
  CHECK(found_of(scrubbed, "ENV011").element == "HL03");
  CHECK(difference(scrubbed.held, file) == "");
}

TEST_CASE("ENV011: a split file numbers the levels that are left, and says nothing of it") {
  auto const whole = provider("1**20*1") + subscriber("2*1*22*1") + claim("A") + patient("3*2*23*0") +
                     held("B") + subscriber("4*1*22*1", "") + patient("5*4*23*0") + claim("C");
  auto const scrubbed = scrub_text(file_with(whole));
  CHECK(count_of(scrubbed, "ENV011") == 0);
  auto const lone = replaced(subscriber("2*1*22*1"), "HL*2*1*22*1", "HL*2*1*22*0");
  CHECK(difference(scrubbed.clean,
                   file_with(provider("1**20*1") + lone + claim("A") + subscriber("3*1*22*1", "") +
                             patient("4*3*23*0") + claim("C"))) == "");
  CHECK(difference(scrubbed.held, file_with(provider("1**20*1") + subscriber("2*1*22*1", "") +
                                            patient("3*2*23*0") + held("B"))) == "");
}

TEST_CASE("ENV011: ignored, the numbers stay") {
  auto const file = file_with("HL*7*1*22*1~");
  CHECK(difference(scrub_text(file, ignoring({"ENV011"})).clean, file) == "");
}

TEST_CASE("ENV011: a character that nobody can mend is no error where the number is written anew") {
  auto const right = provider("1**20*1") + subscriber("2*1*22*0") + claim("A");
  for (std::string const odd : {"\xF0\x9F", "\xE2\x80\xAE", "\x07"}) {
    for (std::string const& other : {"2*1*22*0" + odd, "2*1" + odd + "*22*0", "2" + odd + "*1*22*0"}) {
      CAPTURE(other);
      auto const scrubbed = scrub_text(replaced(file_with(right), "HL*2*1*22*0", "HL*" + other));
      CHECK(scrubbed.held.empty());
      CHECK(difference(scrubbed.clean, file_with(right)) == "");
    }
  }
}

}  // namespace
}  // namespace scrub837::test::env011_hierarchy_broken_test
