#include <doctest/doctest.h>

#include <string>

#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"

// Where an HL is lost, or names a level that isn't there, it is a guess whose the claims are that follow:
// they are held, and stay held when the held file is read again.

namespace scrub837::test::lost_level_test {
namespace {

std::string provider(int number, std::string const& id) {
  return "HL*" + std::to_string(number) + "**20*1~NM1*85*2*AGENCY " + id + "*****XX*1234567893" +
         "~N3*1 MAIN ST~N4*TOPEKA*KS*666030001~REF*EI*12345678" + id + "~";
}

std::string person(std::string const& id) {
  return "SBR*P*18*******CI~NM1*IL*1*DOE*JO****MI*M" + id + "~N3*2 ELM ST~N4*TOPEKA*KS*66603~" +
         "DMG*D8*19500101*F~NM1*PR*2*PAYER*****PI*60054~";
}

std::string subscriber(int number, int parent, std::string const& id, bool parent_of_patient = false) {
  return "HL*" + std::to_string(number) + "*" + std::to_string(parent) + "*22*" +
         (parent_of_patient ? "1~" : "0~") + person(id);
}

std::string patient(int number, int parent) {
  return "HL*" + std::to_string(number) + "*" + std::to_string(parent) +
         "*23*0~PAT*19~NM1*QC*1*DOE*ANN~N3*2 ELM ST~N4*TOPEKA*KS*66603~DMG*D8*19900101*F~";
}

// A file whose set is these levels and claims, with its SE01 right.
std::string levels(std::string const& body) { return file_with(body); }

std::string without(std::string text, std::string const& part) {
  auto const at = text.find(part);
  REQUIRE(at != std::string::npos);
  return text.erase(at, part.size());
}

struct Case {
  std::string name, body;
  std::size_t clean;  // claims that go out
};

}  // namespace

TEST_CASE("lost level: claims whose place is a guess are held, and stay held") {
  auto const one = claim_with("DEMO-1");
  auto const two = claim_with("DEMO-2");
  auto const cut = std::string("CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~");
  std::vector<Case> const cases{
      {"HL02 names a provider that another one follows",
       provider(1, "1") + subscriber(2, 1, "1") + one + provider(3, "2") + subscriber(4, 1, "2") + two, 1},
      {"the same of a patient and his subscriber",
       provider(1, "1") + subscriber(2, 1, "1") + one + subscriber(3, 1, "2", true) + patient(4, 2) + two, 1},
      {"a provider's HL is lost, and the numbers are right",
       provider(1, "1") + subscriber(2, 1, "1") + one + without(provider(3, "2"), "HL*3**20*1~") +
           subscriber(3, 1, "2") + two,
       0},
      {"a provider stands in a subscriber's level",
       provider(1, "1") + subscriber(2, 1, "1") + one + "HL*3*1*22*0~" +
           without(provider(3, "2"), "HL*3**20*1~") + subscriber(4, 1, "2") + two,
       1},
      {"a subscriber's HL is lost, and a patient follows",
       provider(1, "1") + subscriber(2, 1, "1") + one + person("2") + patient(3, 2) + two, 0},
      {"a claim is cut off before its lines, and the next HL is lost",
       provider(1, "1") + subscriber(2, 1, "1") + cut + without(person("2"), "DMG*D8*19500101*F~") + two, 0},
      {"a patient's HL comes after his name",
       provider(1, "1") + subscriber(2, 1, "1", true) + one + without(patient(3, 2), "HL*3*2*23*0~") +
           "HL*3*2*23*0~" + two,
       0},
      {"an HL parts the provider from his name",
       "HL*1**20*1~HL~" + without(provider(1, "1"), "HL*1**20*1~") + subscriber(2, 1, "1") + one, 0},
  };
  for (auto const& one_case : cases) {
    CAPTURE(one_case.name);
    auto const first = scrub_text(levels(one_case.body));
    auto const claims = first.claims(Disposition::held) + one_case.clean;
    CHECK(claims == first.outcome.totals.in.claims);
    CHECK(first.claims(Disposition::held) > 0);
    // Nothing of it goes out because another level was left out of the held file.
    auto const again = scrub_text(first.held);
    CHECK(again.claims(Disposition::held) == first.claims(Disposition::held));
    CHECK(again.clean.find("CLM*") == std::string::npos);
  }
}

TEST_CASE("lost level: a set with lines of ours is ours, whatever else stands in its claims") {
  auto const one = claim_with("DEMO-1");
  for (std::string const stray : {"SV2*0420*HC:99600*125*UN*1~", "SV3*AD:D0120*125~"}) {
    CAPTURE(stray);
    auto mixed = one;
    mixed.insert(mixed.find("SV1*"), stray);
    auto const scrubbed = scrub_text(file_with(mixed + claim_with("DEMO-2", "SV1*HC:99600*125*UN*1***1~")));
    CHECK(scrubbed.outcome.totals.in.claims == 2);
    CHECK(scrubbed.claims(Disposition::held) == 2);
    auto const again = scrub_text(scrubbed.held);
    CHECK(again.outcome.totals.in.claims == 2);
    CHECK(again.clean.find("CLM*") == std::string::npos);
  }
}

}  // namespace scrub837::test::lost_level_test
